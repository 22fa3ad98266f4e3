"""The bilingual sheet as an Excel workbook: every cell is text, so that nothing in it can run."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from surveys.exchange.bilingual import HEADINGS, STATUSES, Row
from surveys.languages.tags import direction

_WIDTHS = (26, 34, 60, 60, 12)
_RIGHT_TO_LEFT = 2
_ALIKE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written as the day it was made, so that the same sentences make the same file."""


def workbook(rows: Iterable[Row], language: str) -> bytes:
    """An XLSX with one sheet, named after the language; its translations run as the language does."""
    stream = BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, plain | {"strings_to_numbers": False}) as book:
        book.set_properties({"title": f"Sentences in {language}", "created": _ALIKE})
        sheet = book.add_worksheet(language[:31])
        look = {"text_wrap": True, "valign": "top", "num_format": "@"}
        plain_cell, heading = book.add_format(look), book.add_format(look | {"bold": True, "bottom": 1})
        rtl = direction(language) == "rtl"
        told = book.add_format(look | ({"reading_order": _RIGHT_TO_LEFT, "align": "right"} if rtl else {}))
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        for number, row in enumerate((HEADINGS, *rows)):
            for column, cell in enumerate(row):
                body = told if row._fields[column] == "translation" else plain_cell
                sheet.write_string(number, column, cell, body if number else heading)
        sheet.freeze_panes(1, 0)
        sheet.data_validation(1, 4, 5_000, 4, {"validate": "list", "source": list(STATUSES)})
    return stream.getvalue()
