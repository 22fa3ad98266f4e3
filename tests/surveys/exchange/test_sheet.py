"""A bilingual sheet goes to a workbook and comes back the same; nothing in it can run."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from surveys.exchange.bilingual import Row, from_rows, to_rows
from surveys.exchange.sheet import workbook
from surveys.exchange.workbook import read_workbook
from surveys.languages.overlay import blank
from surveys.load import SHIPPED, load_framework
from tests.surveys.small_languages import FRAMEWORK, overlay_of

HOSTILE = (
    "=cmd|'/C calc'!A0",
    "+1",
    "@x",
    "<b>&amp;</b>",
    "https://example.org",
    "\u202egnp.exe",
    "00123",
    "{n}",
)


def test_a_sheet_comes_back_as_it_went() -> None:
    rows = to_rows(FRAMEWORK, overlay_of(FRAMEWORK))
    (sheet,) = read_workbook(workbook(rows, "cy"), "small.xlsx")
    assert sheet.name == "cy"
    assert sheet.rows[0].cells == ("key", "where", "English", "translation", "status")
    assert [record.cells for record in sheet.rows[1:]] == [tuple(row) for row in rows]
    assert from_rows(FRAMEWORK, overlay_of(FRAMEWORK), sheet.rows, sheet.place) == overlay_of(FRAMEWORK)


def test_a_language_is_started_from_nothing_and_filled_in() -> None:
    rows = [
        row._replace(translation=f"[fr] {row.english}") for row in to_rows(FRAMEWORK, blank(FRAMEWORK, "fr"))
    ]
    (sheet,) = read_workbook(workbook(rows, "fr"), "small.xlsx")
    made = from_rows(FRAMEWORK, blank(FRAMEWORK, "fr"), sheet.rows, sheet.place)
    assert made == overlay_of(FRAMEWORK, "fr")


def test_every_cell_is_text_whatever_it_looks_like() -> None:
    made = workbook([Row("title", "", text, text, "done") for text in HOSTILE], "cy")
    book = openpyxl.load_workbook(BytesIO(made))
    assert book.active is not None
    cells = [cell for row in book.active.iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert {cell.hyperlink for cell in cells} == {None}
    assert [row[2].value for row in book.active.iter_rows(min_row=2)] == list(HOSTILE)
    with ZipFile(BytesIO(made)) as box:
        assert b"<f>" not in box.read("xl/worksheets/sheet1.xml")
    (sheet,) = read_workbook(made, "x.xlsx")
    assert [record.cells[3] for record in sheet.rows[1:]] == list(HOSTILE)


def test_the_same_sentences_make_the_same_file() -> None:
    rows = to_rows(FRAMEWORK, overlay_of(FRAMEWORK))
    assert workbook(rows, "cy") == workbook(rows, "cy")


@pytest.mark.parametrize(("language", "order"), [("ur", 2), ("cy", 0)])
def test_a_translation_runs_the_way_its_language_does(language: str, order: int) -> None:
    made = workbook(to_rows(FRAMEWORK, overlay_of(FRAMEWORK, language)), language)
    book = openpyxl.load_workbook(BytesIO(made))
    assert book.active is not None
    assert book.active["D2"].alignment.readingOrder == order
    assert book.active["C2"].alignment.readingOrder == 0


def test_the_shipped_urdu_makes_the_round_trip() -> None:
    from surveys.languages.overlay import load_overlay

    framework = load_framework(SHIPPED / "frameworks" / "making-it-real.yaml")
    urdu = load_overlay(SHIPPED / "frameworks" / "making-it-real.ur.yaml")
    (sheet,) = read_workbook(workbook(to_rows(framework, urdu), "ur"), "ur.xlsx")
    assert from_rows(framework, urdu, sheet.rows, sheet.place) == urdu
