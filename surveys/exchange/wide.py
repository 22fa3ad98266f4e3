"""Wide CSV files, a row for each person, as answers to an edition: whole, or refused with every reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest

from surveys.edition import Edition
from surveys.exchange.columns import planned
from surveys.exchange.decoding import decoded
from surveys.exchange.headings import Headings
from surveys.exchange.mapping import WideMapping
from surveys.exchange.records import Record, read_records
from surveys.exchange.rows import Rows, WideRow
from surveys.exchange.words import alike
from surveys.framework import Voice

__all__ = ["WideFile", "WideRow", "read_wide"]

_SECOND_HEADINGS = frozenset(("", "response", "open-ended response"))


@dataclass(frozen=True)
class WideFile:
    """A whole file. `matched` pairs headings with statement codes; `missing` are the codes with no column.

    `left_out` are the headings whose columns are not kept, because they could
    point at a person. `empty_rows` counts the rows without answer or comment.
    """

    rows: tuple[WideRow, ...]
    matched: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    missing: tuple[str, ...]
    empty_rows: int


def read_wide(
    data: bytes,
    edition: Edition,
    default_voice: Voice,
    mapping: WideMapping | None = None,
    file: str = "the file",
) -> WideFile:
    """Every row of a wide CSV file.

    A row's voice is told by the mapping, by a column, by wordings that differ
    between voices, or it is `default_voice`. Raises FaultyFileError with every
    cell that is not understood (at most the first 10,000); then nothing is read.
    """
    mapping = mapping or WideMapping()
    headings = Headings(edition)
    records = read_records(
        decoded(data, file), file, lambda heading: headings.known(heading) or mapping.knows(heading)
    )
    first, rest = _headings(records)
    plan = planned(first, headings, mapping, file)
    reader = Rows(file, edition, plan, mapping, mapping.voice or default_voice)
    rows = reader.read(first.line, rest)
    found = {column.code for column in plan.statements}
    return WideFile(
        rows=rows,
        matched=tuple((column.heading, column.code) for column in plan.statements),
        left_out=tuple(column.heading for column in plan.left_out),
        missing=tuple(statement.code for statement in edition.statements if statement.code not in found),
        empty_rows=reader.empty_rows,
    )


def _headings(records: Iterator[Record]) -> tuple[Record, Iterator[Record]]:
    """The headings, and the rows after them. SurveyMonkey writes two rows of headings: they are joined."""
    first = next(records, Record(1, ()))
    second = next(records, None)
    if second is None:
        return first, iter(())
    generic = all(alike(cell) in _SECOND_HEADINGS for cell in second.cells)
    if not generic and not (alike(first.cells[0]) == "respondent id" and not second.cells[0].strip()):
        return first, chain((second,), records)
    pairs = zip_longest(first.cells, second.cells, fillvalue="")
    joined = (upper if alike(lower) in _SECOND_HEADINGS else lower for upper, lower in pairs)
    return Record(first.line, tuple(joined)), records
