"""An export as the bytes of a file: CSV that spreadsheet programs open as text, or a workbook."""

import csv
import io
import re

from surveys.exchange.book import workbook
from surveys.exchange.exports.tables import Export, codebook, long, wide
from surveys.exchange.tables import Table

WIDE, LONG = "wide", "long"
FORMS = {WIDE: wide, LONG: long}

_NUMBER = re.compile(r"-?[0-9]+")
_RISKY = re.compile(r"'*[=+\-@\t\r]")
_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def as_csv(export: Export, form: str) -> bytes:
    """The answers as CSV: UTF-8 with its mark, so that Excel reads it; nothing in it can be a formula."""
    table = FORMS[form](export)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(table.headings)
    for row in table.rows:
        writer.writerow([guarded(row.get(heading, "")) for heading in table.headings])
    return stream.getvalue().encode("utf-8-sig")


def as_workbook(export: Export, form: str) -> bytes:
    """The answers and their codebook as the two sheets of a workbook; every cell is text."""
    return workbook(map(_printable, (FORMS[form](export), codebook(export))))


def guarded(text: str) -> str:
    """The text with “'” before what a spreadsheet program would work out. A whole number stays as it is."""
    text = _UNPRINTED.sub("\N{REPLACEMENT CHARACTER}", text)
    return f"'{text}" if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def bare(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text


def _printable(table: Table) -> Table:
    rows = tuple(
        {name: _UNPRINTED.sub("\N{REPLACEMENT CHARACTER}", cell) for name, cell in row.items()}
        for row in table.rows
    )
    return Table(table.name, table.headings, rows)
