"""The anonymity card: what is promised, worked out from the tables and settings themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Column, Date, DateTime, Interval, MetaData, Time

from mir.db import Base
from mir.respond.sealing import LEAST_BATCH
from mir.respond.words import Words
from mir.security import ANSWERS_LAST
from scoring.protection.disclosure import Thresholds


class Level(StrEnum):
    """How well a person is hidden behind what is kept of them."""

    IDENTIFIED = "identified"
    """It says who it is from."""
    CONFIDENTIAL = "confidential"
    """It could be traced, and is shown to nobody in a way that would."""
    ANONYMOUS = "anonymous"
    """Nothing leads from it to a person."""


@dataclass(frozen=True)
class Meaning:
    """What a column holds: the name of its words in `Words.kept`, and whether it could hint at somebody."""

    words: str
    hints: bool = False


_ROUND = Meaning("round")
_KEY = Meaning("key")
_VOICE = Meaning("voice", hints=True)

MEANINGS: Mapping[str, Mapping[str, Meaning]] = {
    "sheets": {
        "answers": Meaning("answers"),
        "own": Meaning("answers"),
        "voice": _VOICE,
        "presentation": Meaning("presentation", hints=True),
        "language": Meaning("language", hints=True),
        "how": Meaning("how", hints=True),
        "help": Meaning("help", hints=True),
        "helper": Meaning("help", hints=True),
        "round_id": _ROUND,
        "edition_hash": _ROUND,
        "key": _KEY,
    },
    "comments": {
        "text": Meaning("comment", hints=True),
        "theme": Meaning("theme"),
        "whose": Meaning("whose", hints=True),
        "voice": _VOICE,
        "round_id": _ROUND,
        "key": _KEY,
    },
    "drafts": {
        "kept": Meaning("box"),
        "digest": Meaning("secret"),
        "version": Meaning("version"),
        "sent": Meaning("sent"),
        "voice": _VOICE,
        "round_id": _ROUND,
        "round_state": _ROUND,
        "edition_hash": _ROUND,
    },
    "ways_back": {
        "name": Meaning("words"),
        "owner": Meaning("words"),
        "box": Meaning("words"),
        "round_id": _ROUND,
    },
    "tablet_taken": {
        "digest": Meaning("taken"),
        "round_id": _ROUND,
    },
    "invitations": {
        "box": Meaning("address"),
        "key": _KEY,
        "voice": _VOICE,
        "round_id": _ROUND,
    },
    "codes": {
        "text": Meaning("code"),
        "shared": Meaning("code"),
        "used": Meaning("used"),
        "voice": _VOICE,
        "round_id": _ROUND,
    },
}
"""Every column of the tables that hold something of a person. For any other nobody vouches."""

_TIMES = (Date, DateTime, Time, Interval)
_MAY_POINT_AT = frozenset({"rounds", "editions"})
_PEOPLE = "accounts"


@dataclass(frozen=True)
class Facts:
    """What the tables and settings say."""

    level: Level
    unknown: tuple[str, ...]
    """Columns that nobody has said the meaning of: `sheets.seen_at`."""
    times: tuple[str, ...]
    """Columns that hold a time."""
    links: tuple[str, ...]
    """Columns that point from a person’s answers to something else than their round."""
    mixed: int
    """How many people’s answers are mixed at least."""
    least: int
    """The smallest group that is shown."""
    days: int
    """How long a browser remembers where its answers are."""


@dataclass(frozen=True)
class Card:
    """The card in words: each part is a list of sentences."""

    short: tuple[str, ...]
    kept: tuple[str, ...]
    hints: tuple[str, ...]
    not_kept: tuple[str, ...]
    until: tuple[str, ...]
    seen: tuple[str, ...]
    never: tuple[str, ...]
    level: str


def facts(metadata: MetaData | None = None) -> Facts:
    """What is so of these tables, or of ours."""
    columns = list(_columns(Base.metadata if metadata is None else metadata))
    links = tuple(_name(column) for column in columns if _strange(column))
    unknown = tuple(_name(column) for column in columns if column.name not in MEANINGS[column.table.name])
    times = tuple(_name(column) for column in columns if isinstance(column.type, _TIMES))
    people = any(_PEOPLE in _targets(column) for column in columns)
    traced = Level.CONFIDENTIAL if unknown or times or links else Level.ANONYMOUS
    return Facts(
        level=Level.IDENTIFIED if people else traced,
        unknown=unknown,
        times=times,
        links=links,
        mixed=LEAST_BATCH,
        least=Thresholds().nothing_below,
        days=ANSWERS_LAST.days,
    )


def card(  # noqa: PLR0913 - what a card depends on
    found: Facts, words: Words, *, comments: bool, closes: str, organisation: str, tablet: bool = False
) -> Card:
    """The card of a round. A sentence that is not true of the tables is not in it.

    A tablet that people share remembers less than a browser.
    """
    numbers = {
        "organisation": organisation, "closes": closes, "mixed": found.mixed, "others": found.mixed - 1,
        "least": found.least, "days": found.days,
    }  # fmt: skip
    not_kept = tuple(sentence for name, sentence in words.not_kept if _true(found, name))
    mixing = words.mixing if found.level == Level.ANONYMOUS else words.not_mixed
    said = words.with_comments if comments else ()
    kept, hints = _kept(words, comments=comments)
    parts = {
        "short": tuple(
            " ".join(part)
            for part in (
                not_kept[:2],
                not_kept[2:],
                mixing,
                words.together,
                said,
                words.on_tablet if tablet else words.until_sent,
            )
            if part
        ),
        "kept": kept,
        "hints": hints,
        "not_kept": not_kept,
        "until": (*words.on_tablet, words.how_long[-1]) if tablet else words.how_long,
        "seen": (*words.together, *said, *words.could_read),
        "never": words.never_shown,
    }
    level = dict(words.levels)[found.level]
    return Card(**{name: _filled(part, numbers) for name, part in parts.items()}, level=level)


def _true(found: Facts, name: str) -> bool:
    """Whether the tables bear this out. What nobody vouches for could be anything."""
    holds = {
        "name": found.level != Level.IDENTIFIED,
        "time": not found.times,
        "device": True,
        "code": not found.links,
    }
    return holds[name] and not found.unknown


def _kept(words: Words, *, comments: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What each column means, once, in the order of the words; and those that could hint at somebody."""
    tables = [table for table in MEANINGS if comments or table != "comments"]
    there = {(column.table.name, column.name) for column in _columns(Base.metadata)}
    meanings = [one for table in tables for name, one in MEANINGS[table].items() if (table, name) in there]
    used = {one.words for one in meanings}
    hinting = {one.words for one in meanings if one.hints}
    kept = tuple(sentence for name, sentence in words.kept if name in used)
    return kept, tuple(sentence for name, sentence in words.kept if name in hinting)


def _filled(part: tuple[str, ...], numbers: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(sentence.format(**numbers) for sentence in part)


def _columns(metadata: MetaData) -> Iterator[Column[object]]:
    for table in MEANINGS:
        yield from metadata.tables[table].columns


def _strange(column: Column[object]) -> bool:
    return bool(_targets(column) - _MAY_POINT_AT)


def _targets(column: Column[object]) -> set[str]:
    return {key.target_fullname.partition(".")[0] for key in column.foreign_keys}


def _name(column: Column[object]) -> str:
    return f"{column.table.name}.{column.name}"
