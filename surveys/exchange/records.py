"""The rows of a CSV file with the line on which each begins, whichever sign parts the cells."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from surveys.faults import Fault, FaultyFileError

MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
LONGEST_HEADER = 200_000
LONGEST_CELL = 5_000

_DELIMITERS = ",;\t"
_TOLD = re.compile(r'"?sep=(.)"?\r?\n')
_SPLIT = "Split the file into several files."
_QUOTES = "Write a quotation mark inside a cell twice, and close each cell that opens with one."
_PROBLEMS = (
    ("field limit", "A cell that begins here is far too long. A quotation mark may be open.", _QUOTES),
    ("unexpected end", "A quotation mark opens here and is never closed.", _QUOTES),
)


@dataclass(frozen=True)
class Record:
    """One row. `line` is the line of the file on which it begins, counted from 1."""

    line: int
    cells: tuple[str, ...]


def read_records(text: str, file: str, known: Callable[[str], bool]) -> Iterator[Record]:
    """Every row that is not blank, the headings first.

    The cells are parted by comma, semicolon or tab: whichever makes the most
    headings `known`. Raises FaultyFileError at once for a file that is too large
    and, while it is read, where the quotation marks do not fit.
    """
    told = _TOLD.match(text)
    delimiter = told[1] if told else _delimiter(text, file, known)
    skipped = 1 if told else 0
    _refuse_too_many(text, file, delimiter)
    return _records(text, file, delimiter, skipped)


def _lines(text: str) -> Iterator[str]:
    return io.StringIO(text, newline="")


def _delimiter(text: str, file: str, known: Callable[[str], bool]) -> str:
    first = next(_lines(text.lstrip(" \r\n")))
    if len(first) > LONGEST_HEADER:
        what = "The first line is too long to be a row of headings."
        raise FaultyFileError((Fault(file, 1, what, "Check that it is the right file."),))

    def found(delimiter: str) -> tuple[int, float, int]:
        """How many headings are known, how large a part of them that is, and how many cells there are."""
        try:
            cells = next(csv.reader(_lines(text.lstrip(" \r\n")), delimiter=delimiter, strict=True), [])
        except csv.Error:
            return 0, 0, 0
        short = (cell for cell in cells[:MOST_COLUMNS] if len(cell) <= LONGEST_CELL)
        count = sum(map(known, short))
        return count, count / (sum(map(bool, cells)) or 1), len(cells)

    return max(_DELIMITERS, key=found)


def _refuse_too_many(text: str, file: str, delimiter: str) -> None:
    if text.count("\n") + text.count("\r") <= MOST_ROWS:
        return
    reader = csv.reader(_lines(text), delimiter=delimiter)
    try:
        rows = sum(1 for _ in islice(reader, MOST_ROWS + 2))
    except csv.Error:
        return  # told with its line when the rows are read
    if rows > MOST_ROWS + 1:
        raise FaultyFileError((Fault(file, 0, "The file has more than 200,000 rows.", _SPLIT),))


def _records(text: str, file: str, delimiter: str, skipped: int) -> Iterator[Record]:
    reader = csv.reader(islice(_lines(text), skipped, None), delimiter=delimiter, strict=True)
    line = skipped + 1
    try:
        for cells in reader:
            if any(cell and not cell.isspace() for cell in cells):
                _refuse_too_wide(cells, file, line)
                yield Record(line, tuple(cells))
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise FaultyFileError((_problem(str(error), file, line),)) from None


def _refuse_too_wide(cells: list[str], file: str, line: int) -> None:
    if len(cells) > MOST_COLUMNS:
        what = f"This row has {len(cells)} cells; the most that can be read is {MOST_COLUMNS}."
        raise FaultyFileError((Fault(file, line, what, "Take out the columns that are not answers."),))


def _problem(problem: str, file: str, line: int) -> Fault:
    for sign, what, fix in _PROBLEMS:
        if sign in problem:
            return Fault(file, line, what, fix)
    return Fault(file, line, "The quotation marks in this row do not fit together.", _QUOTES)
