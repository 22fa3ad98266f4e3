"""Making four words for a set of answers, coming back with them, and taking sent answers back."""

import hmac
import json
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mir.db import Store
from mir.errors import NotFoundError
from mir.respond.browser import Held
from mir.respond.drafts import digest
from mir.respond.four_words import Way, new_words, way
from mir.respond.keys import comment_key, sheet_key
from mir.respond.models import Comment, Draft, Sheet, WayBack
from mir.respond.refusals import ClosedError
from mir.rounds.models import Code, Round, RoundState

MOST_COMMENTS = 400
"""More than any survey has questions."""


@dataclass(frozen=True)
class Found:
    """What four words lead to."""

    held: Held
    sent: bool


def make_words(store: Store, held: Held, site: str, asked: str) -> tuple[str, ...]:
    """Words for these answers, in place of any before. Raises ClosedError once the round has closed.

    `asked` is what asks for them: the same page, loaded or pressed again, gets the same words.
    """
    words = new_words(held.secret, asked)
    row = way_back(words, held, "", site)
    name, owner = row.name, row.owner
    try:
        with store.writing() as session:
            row.round_id = _open_round(session, held.code)
            session.execute(delete(WayBack).where(WayBack.owner == owner))
            session.add(row)
    except IntegrityError:
        # Pressed twice at once: then the same words are there. Anything else must be heard of.
        with store.reading() as session:
            if session.get(WayBack, name) is None:
                raise
    return words


def way_back(words: tuple[str, ...], held: Held, round_id: str, site: str) -> WayBack:
    """The row that lets these words, made by whoever holds them, lead to these answers."""
    made = way(words, site)
    box = made.shut(json.dumps([held.code, held.secret]))
    return WayBack(name=made.name, round_id=round_id, owner=_owner(held.secret), box=box)


def has_words(store: Store, secret: str) -> bool:
    """Whether four words lead to these answers."""
    with store.reading() as session:
        return session.scalar(select(WayBack.owner).where(WayBack.owner == _owner(secret))) is not None


def come_back(store: Store, words: tuple[str, ...], site: str) -> Found:
    """What these words lead to. Raises NotFoundError alike for wrong words and for a closed round."""
    made = way(words, site)
    with store.reading() as session:
        row = session.get(WayBack, made.name)
        opened = _opened(made, row.box) if row else None
        if opened is None:
            raise NotFoundError("We do not know these words. Check each of them.")
        draft = session.get(Draft, digest(opened.secret))
        return Found(opened, sent=draft is None or draft.sent)


def take_back(store: Store, secret: str, code: str) -> bool:
    """Delete sent answers and everything written with them; whether there were any.

    Raises ClosedError once the round has closed: then nobody can tell which they are.
    """
    with store.writing() as session:
        _open_round(session, code)
        waiting = session.scalar(
            delete(Draft).where(Draft.digest == digest(secret), Draft.sent).returning(Draft.digest)
        )
        sealed = session.scalar(delete(Sheet).where(Sheet.key == sheet_key(secret)).returning(Sheet.key))
        keys = [comment_key(secret, place) for place in range(MOST_COMMENTS)]
        session.execute(delete(Comment).where(Comment.key.in_(keys)))
        session.execute(delete(WayBack).where(WayBack.owner == _owner(secret)))
    store.sweep()
    return waiting is not None or sealed is not None


def _opened(made: Way, box: bytes) -> Held | None:
    text = made.open(box)
    return None if text is None else Held(*json.loads(text))


def _open_round(session: Session, code: str) -> str:
    """The id of the code’s round, which takes answers until this transaction ends. Raises ClosedError."""
    found = session.execute(
        select(Round.id, Round.state)
        .join(Code, Code.round_id == Round.id)
        .where(Code.text == code)
        .with_for_update(of=Round, read=True, key_share=True)
    ).one_or_none()
    if found is None or found.state != RoundState.OPEN:
        raise ClosedError
    round_id: str = found.id
    return round_id


def _owner(secret: str) -> str:
    return hmac.digest(secret.encode(), b"owner", "sha256").hex()
