"""What each column of a wide file is for, decided once from its headings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from surveys.exchange.headings import PRESENTATION_HEADINGS, VOICE_HEADINGS, Headings, is_personal
from surveys.exchange.mapping import WideMapping
from surveys.exchange.records import LONGEST_CELL, Record
from surveys.exchange.words import alike, quoted
from surveys.faults import Fault, FaultyFileError
from surveys.framework import Voice


class Use(Enum):
    """What a column is for."""

    STATEMENT = auto()
    COMMENT = auto()
    VOICE = auto()
    PRESENTATION = auto()
    LEFT_OUT = auto()
    BLANK = auto()
    UNKNOWN = auto()
    UNCLEAR = auto()


Told = Iterator[tuple[str, str]]
"""What is wrong with the headings, and what to do."""


@dataclass(frozen=True)
class Column:
    """One column. `code` is the statement's, or the theme's for comments; `voices`, whose wording it is."""

    place: int
    heading: str
    use: Use
    code: str = ""
    voices: frozenset[Voice] = frozenset(Voice)


@dataclass(frozen=True)
class Plan:
    """The columns of a file by what they are for."""

    width: int
    statements: tuple[Column, ...]
    comments: tuple[Column, ...]
    left_out: tuple[Column, ...]
    blank: tuple[Column, ...]
    voice: Column | None
    presentation: Column | None
    common_voices: frozenset[Voice] = field(default=frozenset(Voice))
    """The voices to whom every statement's heading could be put; none when the file mixes voices."""


_SINGLE = (Use.STATEMENT, Use.VOICE, Use.PRESENTATION)


def planned(record: Record, headings: Headings, mapping: WideMapping, file: str) -> Plan:
    """The plan for a row of headings. Raises FaultyFileError, naming each column that is not clear."""
    columns = tuple(_column(place, heading, headings, mapping) for place, heading in enumerate(record.cells))
    faults = [
        Fault(file, record.line, what, fix)
        for what, fix in (
            *_unknown(columns, headings, mapping),
            *_too_long(columns),
            *_twice(columns),
            *_lacking(columns, mapping),
        )
    ]
    if faults:
        raise FaultyFileError(tuple(faults))
    return _sorted(columns)


def _sorted(columns: tuple[Column, ...]) -> Plan:
    by_use = {use: tuple(column for column in columns if column.use is use) for use in Use}
    statements = by_use[Use.STATEMENT]
    return Plan(
        width=len(columns),
        statements=statements,
        comments=by_use[Use.COMMENT],
        left_out=by_use[Use.LEFT_OUT],
        blank=by_use[Use.BLANK],
        voice=next(iter(by_use[Use.VOICE]), None),
        presentation=next(iter(by_use[Use.PRESENTATION]), None),
        common_voices=frozenset(Voice).intersection(*(column.voices for column in statements)),
    )


def _column(place: int, heading: str, headings: Headings, mapping: WideMapping) -> Column:
    name = alike(heading) if len(heading) <= LONGEST_CELL else ""
    if name in mapping.leave_out or (mapping.voice and name in VOICE_HEADINGS):
        return Column(place, heading, Use.LEFT_OUT)
    if name == mapping.voice_column or (mapping.voice_column is None and name in VOICE_HEADINGS):
        return Column(place, heading, Use.VOICE)
    if not name:
        return Column(place, heading, Use.UNKNOWN if heading.strip() else Use.BLANK)
    wanted = mapping.columns.get(name, heading)
    found = headings.statements(wanted)
    if len(found) == 1:
        ((code, voices),) = found.items()
        return Column(place, heading, Use.STATEMENT, code, voices)
    if found:
        return Column(place, heading, Use.UNCLEAR, ", ".join(sorted(found)))
    return _other(place, heading, wanted, headings)


def _other(place: int, heading: str, wanted: str, headings: Headings) -> Column:
    theme = headings.comment(wanted)
    if theme is not None:
        return Column(place, heading, Use.COMMENT if headings.takes_comments else Use.LEFT_OUT, theme)
    if alike(wanted) in PRESENTATION_HEADINGS:
        return Column(place, heading, Use.PRESENTATION)
    return Column(place, heading, Use.LEFT_OUT if is_personal(wanted) else Use.UNKNOWN)


def _unknown(columns: tuple[Column, ...], headings: Headings, mapping: WideMapping) -> Told:
    for column in columns:
        name, target = quoted(column.heading), mapping.columns.get(alike(column.heading))
        if column.use is Use.UNCLEAR:
            yield f"The column {name} could be {column.code}.", "Use one code as the heading."
        elif column.use is Use.UNKNOWN and target:
            yield (
                f"The mapping makes {name} {quoted(target)}, which is not part of this survey.",
                "Write a statement's code there, or “comment” and a theme's code.",
            )
        elif column.use is Use.UNKNOWN:
            yield (
                f"The column {name} is not part of this survey. {headings.nearest(column.heading)}".rstrip(),
                "In a mapping file, give it a code under “columns”, or put it under “leave_out”.",
            )


def _too_long(columns: tuple[Column, ...]) -> Told:
    for column in columns:
        if len(column.heading) > LONGEST_CELL:
            yield f"The heading {quoted(column.heading)} is longer than 5,000 characters.", "Shorten it."


def _twice(columns: tuple[Column, ...]) -> Told:
    """Columns that would fill the same place. Two wordings of a statement may, if no voice has both."""
    earlier: dict[tuple[Use, str], list[Column]] = {}
    for column in columns:
        if column.use not in _SINGLE:
            continue
        fellows = earlier.setdefault((column.use, column.code), [])
        other = next((fellow for fellow in fellows if fellow.voices & column.voices), None)
        if other:
            yield (
                f"The columns {quoted(other.heading)} and {quoted(column.heading)} stand for the same thing.",
                "Take one of them out, or put it under “leave_out” in a mapping file.",
            )
        fellows.append(column)


def _lacking(columns: tuple[Column, ...], mapping: WideMapping) -> Told:
    if not any(column.use in (Use.STATEMENT, Use.UNCLEAR) for column in columns):
        yield (
            "None of the columns is a question of this survey.",
            "Check that it is the right survey. The headings should be codes or exact wordings.",
        )
    if mapping.voice_column is not None and not any(column.use is Use.VOICE for column in columns):
        yield (
            f"There is no column {quoted(mapping.voice_column)} to tell the voice.",
            "Put the mapping right.",
        )
