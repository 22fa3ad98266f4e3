"""Bringing in a file of answers: all of it or none of it, and sealed like answers given here."""

import hashlib
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import insert
from sqlalchemy.orm import Session

from mir.db import Store
from mir.errors import GoneError, NotFoundError, RefusalError
from mir.respond.models import NOTHING_YET, BroughtFile, Draft
from mir.respond.sealing import seal_waiting
from mir.rounds.models import Round, RoundState
from mir.rounds.queries import edition as edition_of
from scoring.card.view import plain
from surveys.edition import Edition
from surveys.exchange.mapping import WideMapping
from surveys.exchange.wide import WideFile, WideRow, read_wide
from surveys.framework import Voice

_CHANCE = secrets.SystemRandom()


@dataclass(frozen=True)
class NewFile:
    """A file as somebody hands it over. `voice` is whose answers they are where the file does not say."""

    name: str
    data: bytes
    voice: Voice = Voice.PERSON
    mapping: WideMapping | None = None


@dataclass(frozen=True)
class Matched:
    """A column whose heading is a statement of the survey."""

    heading: str
    code: str
    topic: str


@dataclass(frozen=True)
class Brought:
    """What became of a file that was brought in."""

    voices: tuple[tuple[Voice, int], ...]
    """How many answers (rows) of each voice came in."""
    matched: tuple[Matched, ...]
    left_out: tuple[str, ...]
    """Headings of columns that are not kept, because they could point at a person."""
    missing: tuple[Matched, ...]
    """The statements for which the file has no column; their headings are empty."""
    numbers: tuple[str, ...]
    """The answers that 1, 2, 3 … were read as."""
    empty_rows: int
    comments: int

    @property
    def rows(self) -> int:
        """How many answers came in."""
        return sum(number for _, number in self.voices)


def look(store: Store, round_id: str, file: NewFile) -> Brought:
    """What `bring` would bring, without bringing it. Raises FaultyFileError likewise."""
    edition = _edition(store, round_id)
    return _brought(edition, read_wide(file.data, edition, file.voice, file.mapping, file.name))


def bring(store: Store, round_id: str, file: NewFile) -> Brought:
    """Add every row of a wide CSV file to an open round, or nothing.

    Raises FaultyFileError with every row and cell that is not understood,
    GoneError for a closed round, RefusalError for a file that is in the round
    already or holds no answers, and NotFoundError where there is no such round.
    """
    edition = _edition(store, round_id)
    wide = read_wide(file.data, edition, file.voice, file.mapping, file.name)
    if not wide.rows:
        raise RefusalError(f"There are no answers in {file.name}. Nothing was brought in.")
    with store.writing() as session:
        _must_be_new(session, round_id, file)
        session.execute(insert(Draft), _drafts(edition, round_id, wide.rows))
    seal_waiting(store, round_id)
    return _brought(edition, wide)


def _edition(store: Store, round_id: str) -> Edition:
    with store.reading() as session:
        return edition_of(store, _open_round(session, round_id).edition_hash)


def _open_round(session: Session, round_id: str, *, lock: bool = False) -> Round:
    round_ = session.get(Round, round_id, with_for_update=lock)
    if round_ is None:
        raise NotFoundError("There is no such round.")
    if round_.state != RoundState.OPEN:
        raise GoneError(
            "This round is closed, and a closed round takes no more answers. Open a new round for them."
        )
    return round_


def _must_be_new(session: Session, round_id: str, file: NewFile) -> None:
    # The lock lets nobody bring the same file, or close the round, until this is done.
    _open_round(session, round_id, lock=True)
    digest = hashlib.sha256(file.data).hexdigest()
    if session.get(BroughtFile, (round_id, digest)) is not None:
        raise RefusalError(
            f"{file.name} has been brought into this round already. "
            "Nothing is counted twice, so nothing was changed."
        )
    session.add(BroughtFile(round_id=round_id, digest=digest))


def _drafts(edition: Edition, round_id: str, rows: Sequence[WideRow]) -> list[dict[str, object]]:
    """The rows as sent drafts, in another order than the file's."""
    drafts = [
        {
            "digest": secrets.token_hex(32),  # nobody holds a secret that opens it
            "round_id": round_id,
            "voice": row.voice,
            "edition_hash": edition.hash,
            "kept": NOTHING_YET
            | {
                "presentation": row.presentation,
                "how": "file",
                "answers": dict(row.answers),
                "comments": _by_statement(edition, row.comments),
            },
            "sent": True,
        }
        for row in rows
    ]
    _CHANCE.shuffle(drafts)
    return drafts


def _by_statement(edition: Edition, comments: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The comments on themes under statements of those themes, as drafts keep them; none is lost."""
    first = {theme.code: theme.statements[0].code for theme in edition.themes}
    texts: dict[str, list[str]] = {}
    for theme, text in comments:
        texts.setdefault(first[theme], []).append(text)
    return {code: "\n".join(found) for code, found in texts.items()}


def _brought(edition: Edition, wide: WideFile) -> Brought:
    topics: Mapping[str, str] = {statement.code: statement.topic for statement in edition.statements}
    numbers = Counter(row.voice for row in wide.rows)
    return Brought(
        voices=tuple((voice, numbers[voice]) for voice in edition.voices if numbers[voice]),
        matched=tuple(Matched(heading, code, topics[code]) for heading, code in wide.matched),
        left_out=wide.left_out,
        missing=tuple(Matched("", code, topics[code]) for code in wide.missing),
        numbers=tuple(plain(option.words) for option in edition.scale.options),
        empty_rows=wide.empty_rows,
        comments=sum(len(row.comments) for row in wide.rows),
    )
