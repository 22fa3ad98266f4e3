"""A workbook of ours, as another program reads it: text cells, a heading that stays, columns that fit."""

import io

from openpyxl import load_workbook

from surveys.exchange.book import workbook
from surveys.exchange.tables import Table

HOSTILE = [
    "=1+1",
    "+1",
    "@x",
    "http://example.org",
    "1.0",
    "{=A1}",
    "<b>x</b>",
    "a\nb",
    "\u202eabc",
    "_x000D_",
]
TABLE = Table(
    "survey",
    ("name", "label::English (en)", "value"),
    tuple(
        {"name": f"q{place}", "label::English (en)": text, "value": "7"} for place, text in enumerate(HOSTILE)
    ),
    frozenset({"value"}),
)


def test_every_cell_is_text_whatever_it_says_and_numbers_are_where_they_should_be() -> None:
    sheet = load_workbook(io.BytesIO(workbook([TABLE])))["survey"]
    cells = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == HOSTILE
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert {row[2].value for row in sheet.iter_rows(min_row=2)} == {7}


def test_the_headings_stay_in_sight_the_columns_fit_and_the_lines_wrap() -> None:
    sheet = load_workbook(io.BytesIO(workbook([TABLE])))["survey"]
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].width > 40
    assert sheet["B2"].alignment.wrap_text
    assert sheet["A1"].font.bold


def test_the_same_sheets_are_the_same_file() -> None:
    assert workbook([TABLE]) == workbook([TABLE])
