"""Forms written down as tables of text, as the bytes of the workbooks that they stand for."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from xlsxwriter import Workbook

SAMPLES = Path(__file__).parent / "samples"

Sheets = Mapping[str, Sequence[Sequence[str | float]]]


def book(sheets: Sheets) -> bytes:
    """A workbook with these rows; a number is written as spreadsheets hold it."""
    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                else:
                    sheet.write_number(number, column, cell)
    workbook.close()
    return stream.getvalue()


def sheets(text: str) -> dict[str, list[list[str]]]:
    """The sheets in a text: “# survey”, then a row a line between bars."""
    found: dict[str, list[list[str]]] = {}
    for line in text.splitlines():
        if line.startswith("# "):
            found[line[2:]] = []
        elif line.startswith("|"):
            list(found.values())[-1].append([cell.strip() for cell in line.strip().strip("|").split("|")])
    return found


def sample(name: str) -> bytes:
    """The workbook of one of the samples, which are our own, made after the XLSForm specification."""
    return book(sheets((SAMPLES / f"{name}.md").read_text("utf-8")))
