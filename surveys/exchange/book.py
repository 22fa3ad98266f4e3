"""Sheets of text as an Excel workbook for people to read: headings stay, columns fit, lines wrap."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping

from xlsxwriter import Workbook

from surveys.exchange.tables import Table

_WIDTHS: Mapping[str, int] = {"type": 26, "name": 20, "list_name": 22, "value": 60}
_WORDS, _PLAIN = 44, 16
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_WRAPPED = (
    *("label", "hint", "guidance_hint", "constraint", "relevant", "form_title", "words", "meaning"),
    *("mir_label", "mir_hint", "mir_guidance_hint", "mir_show_if"),
)
LONGEST_CELL = 32_767
"""What Excel holds in a cell."""

_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
# Two exports of the same sheets are the same file, and none tells when it was made.


def workbook(tables: Iterable[Table]) -> bytes:
    """The workbook. A cell is text or a whole number: nothing in it can be a formula or a link."""
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _MADE})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF4"})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for one in tables:
        sheet = book.add_worksheet(one.name)
        sheet.freeze_panes(1, 0)
        for column, heading in enumerate(one.headings):
            sheet.set_column(column, column, _width(heading))
            sheet.write_string(0, column, heading, head)
        for number, row in enumerate(one.rows, 1):
            for column, heading in enumerate(one.headings):
                cell = row.get(heading, "")
                if heading in one.numbers and _WHOLE.fullmatch(cell):
                    sheet.write_number(number, column, int(cell), text)
                elif cell:
                    sheet.write_string(number, column, cell, text)
    book.close()
    return stream.getvalue()


def _width(heading: str) -> int:
    if heading in _WIDTHS:
        return _WIDTHS[heading]
    return _WORDS if heading.startswith(_WRAPPED) else _PLAIN
