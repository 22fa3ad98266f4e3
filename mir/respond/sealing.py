"""Sealing: sent drafts become sheets and comments in shuffled batches, with no way back."""

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from mir.audit.operations import Done, note
from mir.db import Base, Store
from mir.errors import NotFoundError
from mir.providers.models import Service
from mir.respond.draft import by_proxy
from mir.respond.keys import new_key, sealed_key
from mir.respond.models import NOTHING_YET, Comment, Device, Draft, Sheet, Tablet, Taken, WayBack
from mir.rounds.models import Invitation, Round, RoundState, StoredEdition
from surveys.answers import pack
from surveys.edition import Edition
from surveys.framework import Presentation, Voice
from surveys.journey import path
from surveys.own.meant import Answer
from surveys.own_answers import pack_own, written

LEAST_BATCH = 5
"""Fewer than this many sheets of one voice are never sealed together while a round is open.

As many stay behind each time, so that those sealed last, at closing, are never fewer either.
"""

OWN, PROXY, EITHER = "own", "proxy", "either"
"""Whose words a comment has: see `mir.respond.models.Comment`."""

Row = dict[str, object]

_CHANCE = secrets.SystemRandom()


@dataclass(frozen=True)
class Sent:
    """One sent set of answers on its way to being sealed."""

    voice: Voice
    presentation: str
    language: str
    how: str
    help: str
    helper: str | None
    answers: Mapping[str, Answer]
    comments: tuple[tuple[str, str], ...]
    """The code of a theme, or of an own question, and what was written there."""
    withdrawal: str = ""
    """From what the keys are made, so that whoever sent it can take it back; empty for keys by chance."""


def seal_waiting(store: Store, round_id: str, least: int = LEAST_BATCH, left: int = LEAST_BATCH) -> int:
    """Seal sent drafts of each voice, by chance and at least `least`, so that `left` of them stay.

    Those of proxies go by themselves, so that their comments are marked among as many.
    How many sheets that made.
    """
    with store.writing() as session:
        edition = _edition(session, round_id)
        # One sealer at a time, or two together would leave fewer behind.
        session.get(Round, round_id, with_for_update={"key_share": True})
        ripe = [one for one in _waiting(session, round_id) if len(one) - left >= least]
        return sum(_seal(session, edition, round_id, _CHANCE.sample(one, len(one) - left)) for one in ripe)


def close_round(store: Store, round_id: str) -> int:
    """Seal everything sent, forget what was never sent, and close for good; how many sheets there are.

    Every sheet and comment of the round is written again under a new random key in
    a new order, so that nothing is left of the batches they came in.
    Closing twice is harmless.
    """
    with store.writing() as session:
        round_ = session.get(Round, round_id, with_for_update=True)
        if round_ is None:
            raise NotFoundError
        if round_.state == RoundState.OPEN:
            edition = _edition(session, round_id)
            _seal(session, edition, round_id)
            for table in (Draft, WayBack, Tablet, Taken, Device, Invitation):
                session.execute(delete(table).where(table.round_id == round_id))
            _write_again(session, round_id)
            round_.state = RoundState.CLOSED
            service = session.get_one(Service, round_.service_id)
            about = f"{round_.title}, {service.name}"
            note(session, Done("closed a round", about, service.organisation_id))
        counted = select(func.count()).select_from(Sheet).where(Sheet.round_id == round_id)
        number = session.scalar(counted) or 0
    store.sweep()
    return number


def add_sealed(session: Session, edition: Edition, round_id: str, sent: Sequence[Sent]) -> None:
    """Write these as sheets and, apart from them, comments: each in its own shuffled order."""
    sheets = [_sheet(edition, round_id, one) for one in sent]
    comments: list[Row] = [
        {
            "key": sealed_key(one.withdrawal, f"comment {place}"),
            "round_id": round_id,
            "voice": one.voice,
            "whose": PROXY if by_proxy(one.voice, one.help) else OWN,
            "theme": theme,
            "text": text,
        }
        for one in sent
        for place, (theme, text) in enumerate(one.comments)
    ]
    _insert(session, sheets, comments)


def _insert(session: Session, sheets: list[Row], comments: list[Row]) -> None:
    for table, rows in ((Sheet, sheets), (Comment, comments)):
        _CHANCE.shuffle(rows)
        if rows:
            session.execute(insert(table), rows)


def _waiting(session: Session, round_id: str) -> list[list[str]]:
    """What finds the sent drafts, by those who are mixed with each other: each voice, and proxies apart."""
    sent = select(Draft.digest, Draft.voice, Draft.kept).where(Draft.round_id == round_id, Draft.sent)
    groups: dict[tuple[str, bool], list[str]] = {}
    for digest, voice, kept in session.execute(sent):
        proxy = by_proxy(voice, (NOTHING_YET | kept)["help"])
        groups.setdefault((voice, proxy), []).append(digest)
    return [groups[key] for key in sorted(groups)]


def _seal(session: Session, edition: Edition, round_id: str, digests: Sequence[str] | None = None) -> int:
    """Seal these drafts, or all that were sent; how many there still were."""
    which = Draft.sent if digests is None else Draft.digest.in_(digests)
    # Taking the rows away and reading them is one step, so two sealers never seal the same draft.
    taken = session.scalars(delete(Draft).where(Draft.round_id == round_id, which).returning(Draft)).all()
    add_sealed(session, edition, round_id, [_sent(edition, draft) for draft in taken])
    return len(taken)


def _write_again(session: Session, round_id: str) -> None:
    sheets, comments = (
        [_renewed(row) for row in session.scalars(taken.returning(table))]
        for table in (Sheet, Comment)
        for taken in (delete(table).where(table.round_id == round_id),)
    )
    people = [row for row in sheets if row["voice"] == Voice.PERSON]
    groups = Counter(by_proxy(Voice.PERSON, str(row["help"])) for row in people).values()
    if len(groups) > 1 and min(groups) < LEAST_BATCH:
        comments = [row | {"whose": EITHER} if row["voice"] == Voice.PERSON else row for row in comments]
    _insert(session, sheets, comments)


def _renewed(row: Base) -> Row:
    """The row under a key by chance, that nobody can find again."""
    return {column.name: getattr(row, column.name) for column in row.__table__.columns} | {"key": new_key()}


def _sent(edition: Edition, draft: Draft) -> Sent:
    voice, presentation = Voice(draft.voice), Presentation(draft.presentation)
    asked = {step.code for step in path(edition, voice, draft.answers, presentation)}
    comments = tuple(
        (edition.theme_of[code].code, text) for code, text in draft.comments.items() if code in asked
    )
    return Sent(
        voice=voice,
        presentation=presentation,
        language=draft.language,
        how=draft.how,
        help=draft.help,
        helper=draft.helper,
        answers=dict(draft.answers),
        withdrawal=draft.withdrawal,
        comments=(*comments, *written(edition, voice, draft.answers, presentation)),
    )


def _sheet(edition: Edition, round_id: str, sent: Sent) -> Row:
    presentation = Presentation(sent.presentation)
    own = pack_own(edition, sent.voice, sent.answers, presentation) if edition.questions else None
    return {
        "key": sealed_key(sent.withdrawal, "sheet"),
        "round_id": round_id,
        "voice": sent.voice,
        "edition_hash": edition.hash,
        "presentation": sent.presentation,
        "language": sent.language,
        "how": sent.how,
        "help": sent.help,
        "helper": sent.helper,
        "answers": pack(edition, sent.voice, sent.answers, presentation),
        "own": own,
    }


def _edition(session: Session, round_id: str) -> Edition:
    definition = session.scalar(
        select(StoredEdition.definition)
        .join(Round, Round.edition_hash == StoredEdition.hash)
        .where(Round.id == round_id)
    )
    if definition is None:
        raise NotFoundError
    return Edition.model_validate_json(definition)
