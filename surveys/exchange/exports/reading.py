"""An export read back: the same answers by code, or a refusal that names the row."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from surveys.answers import STATES
from surveys.edition import Edition, Step
from surveys.exchange.decoding import decoded
from surveys.exchange.exports.files import bare
from surveys.exchange.exports.meaning import ANSWERED, SEVERAL, options
from surveys.exchange.exports.tables import ANSWER, ANSWERS, QUESTION, SET, STATE, STATED
from surveys.exchange.records import Record, read_records
from surveys.exchange.workbook import read_workbook
from surveys.faults import Fault, FaultyFileError
from surveys.framework import Statement
from surveys.logic.meaning import is_month
from surveys.own.meant import Answer
from surveys.own.question import Kind

_EXPORT = "Export the answers again, and leave the file as it comes."
_Row = tuple[int, Mapping[str, str]]
"""The row of the sheet, and its cells by heading."""


def read_export(data: bytes, edition: Edition, file: str) -> tuple[dict[str, Answer], ...]:
    """Each person's answers and states by code, in the order of the file, from either form of CSV or XLSX.

    Raises FaultyFileError for a file that is not an export of this edition, with the row.
    """
    place, records = _records(data, file)
    if not records:
        raise _refused(place, 0, "There are no answers in it.")
    headings = tuple(map(bare, records[0].cells))
    if len(set(headings)) < len(headings):
        raise _refused(place, records[0].line, "A heading is there more than once.")
    rows = [
        (one.line, dict(zip(headings, (*map(bare, one.cells), *[""] * len(headings)), strict=False)))
        for one in records[1:]
    ]
    steps: tuple[Step, ...] = (*edition.statements, *edition.questions)
    known = {step.code: step for step in steps}
    reader = _Reading(edition, place, known)
    if {SET, QUESTION, ANSWER, STATED} <= set(headings):
        return tuple(reader.long(rows))
    codes = [code for code in known if {code, code + STATE} <= set(headings)]
    if not codes:
        raise _refused(place, records[0].line, "No heading is the code of a question.")
    return tuple(reader.wide(rows, codes))


def _records(data: bytes, file: str) -> tuple[str, Sequence[Record]]:
    if not data.startswith(b"PK"):
        return file, tuple(read_records(decoded(data, file), file, lambda _: True))
    for sheet in read_workbook(data, file):
        if sheet.name == ANSWERS:
            return sheet.place, sheet.rows
    raise _refused(file, 0, f"There is no sheet “{ANSWERS}” in it.")


def _refused(place: str, line: int, what: str) -> FaultyFileError:
    return FaultyFileError((Fault(place, line, what, _EXPORT),))


class _Reading:
    """Reads rows as answers to the questions of one edition."""

    def __init__(self, edition: Edition, place: str, known: Mapping[str, Step]) -> None:
        self._place, self._known = place, known
        self._codes = {
            code: {option for option, _, _ in options(edition, step)} for code, step in known.items()
        }

    def wide(self, rows: Sequence[_Row], codes: Sequence[str]) -> Iterator[dict[str, Answer]]:
        for line, row in rows:
            yield {code: self._answer(line, code, row[code + STATE], row[code].split()) for code in codes}

    def long(self, rows: Sequence[_Row]) -> Iterator[dict[str, Answer]]:
        for _, of_set in groupby(rows, lambda row: row[1][SET]):
            person: dict[str, Answer] = {}
            for code, found in groupby(of_set, lambda row: row[1][QUESTION]):
                those = list(found)
                line, first = those[0]
                if code not in self._known or code in person:
                    raise _refused(self._place, line, f"“{code}” is not a question here, or comes twice.")
                chosen = [row[ANSWER] for _, row in those if row[ANSWER]]
                person[code] = self._answer(line, code, first[STATED], chosen)
            yield person

    def _answer(self, line: int, code: str, state: str, chosen: list[str]) -> Answer:
        if state in STATES and not chosen:
            return state
        step = self._known[code]
        if state != ANSWERED or not chosen or not all(self._fits(step, one) for one in chosen):
            said = " ".join((*chosen, state))
            raise _refused(self._place, line, f"“{said}” is not an answer to {code}.")
        if not isinstance(step, Statement) and step.kind in SEVERAL:
            return chosen
        if len(chosen) > 1:
            raise _refused(self._place, line, f"{code} has more than one answer.")
        number = not isinstance(step, Statement) and step.kind is Kind.NUMBER
        return int(chosen[0]) if number else chosen[0]

    def _fits(self, step: Step, code: str) -> bool:
        if not isinstance(step, Statement):
            if step.kind is Kind.NUMBER:
                digits = code.removeprefix("-")
                few = digits.isascii() and digits.isdecimal() and len(digits) <= len("1000000")
                return few and step.least <= int(code) <= step.most
            if step.kind is Kind.MONTH:
                return is_month(code)
        return code in self._codes[step.code]
