"""A translator's sheet is made and read back on the command line; every fault is told by its row."""

import shutil
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from click.testing import CliRunner, Result
from pytest import MonkeyPatch  # noqa: PT013 - the type alone

from mir.commands.definitions import survey
from surveys.exchange.workbook import read_workbook
from surveys.faults import FaultyFileError
from surveys.languages.overlay import load_overlay
from surveys.load import load_framework
from tests.surveys.small_languages import SMALL, overlay_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: MonkeyPatch) -> Path:
    shutil.copy(SMALL, tmp_path / "small.yaml")
    shutil.copy(SMALL.parent.parent / "surveys" / "little.yaml", tmp_path / "little.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(survey, ["translate", *words])


def filled(path: Path, mark: str) -> None:
    """Put every sentence of a sheet over, as a translator would."""
    book = openpyxl.load_workbook(path)
    assert book.active is not None
    for row in book.active.iter_rows(min_row=2):
        row[3].value = f"{mark} {row[2].value}"
    book.save(path)


def test_a_new_language_goes_out_and_comes_back(folder: Path) -> None:
    assert "28 sentences, 28 still to put over" in run("small.yaml", "--to", "fr", "--out", "fr.xlsx").output
    filled(folder / "fr.xlsx", "[fr]")
    result = run("small.yaml", "--to", "fr", "--from", "fr.xlsx")
    assert "small.fr.yaml: 28 sentences changed, 0 still to put over." in result.output
    assert "It is a draft." in result.output
    assert load_overlay(folder / "small.fr.yaml") == overlay_of(load_framework(SMALL), "fr")


def test_a_survey_has_a_sheet_of_its_own_words(folder: Path) -> None:
    run("little.yaml", "--to", "cy", "--out", "cy.xlsx")
    (sheet,) = read_workbook((folder / "cy.xlsx").read_bytes(), "cy.xlsx")
    assert [record.cells[0] for record in sheet.rows] == ["key", "title", "about"]
    filled(folder / "cy.xlsx", "[cy]")
    run("little.yaml", "--to", "cy", "--from", "cy.xlsx")
    assert "survey: little\n" in (folder / "little.cy.yaml").read_text("utf-8")


def test_faults_are_told_by_sheet_and_row_and_nothing_is_written(folder: Path) -> None:
    run("small.yaml", "--to", "fr", "--out", "fr.xlsx")
    book = openpyxl.load_workbook(folder / "fr.xlsx")
    assert book.active is not None
    book.active["A4"], book.active["D5"], book.active["E6"] = "nothing", "x" * 601, "perhaps"
    book.save(folder / "fr.xlsx")
    result = run("small.yaml", "--to", "fr", "--from", "fr.xlsx")
    assert isinstance(result.exception, FaultyFileError)
    said = [str(fault) for fault in result.exception.faults]
    assert [one.partition(":")[0] for one in said] == [
        "fr.xlsx, sheet “fr”, row 4",
        "fr.xlsx, sheet “fr”, row 5",
        "fr.xlsx, sheet “fr”, row 6",
    ]
    assert not (folder / "small.fr.yaml").exists()


def test_the_proof_is_a_tagged_pdf_with_both_languages(folder: Path) -> None:
    run("small.yaml", "--to", "cy", "--out", "cy.xlsx")
    filled(folder / "cy.xlsx", "[cy]")
    run("small.yaml", "--to", "cy", "--from", "cy.xlsx")
    assert run("small.yaml", "--to", "cy", "--out", "cy.pdf").exit_code == 0
    with pikepdf.open(folder / "cy.pdf") as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo["/Title"]) == "A small framework in Welsh"


def test_what_is_shipped_is_never_written_over(folder: Path) -> None:
    run("making-it-real", "--to", "cy", "--out", "cy.xlsx")
    result = run("making-it-real", "--to", "cy", "--from", "cy.xlsx")
    assert "making-it-real.cy.yaml: 0 sentences changed" in result.output
    assert (folder / "making-it-real.cy.yaml").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("small.yaml", "--to", "cy"), "Say one of the two"),
        (("small.yaml", "--to", "cy", "--out", "cy.doc"), "ends in .xlsx or .pdf"),
        (("small.yaml", "--to", "en", "--out", "en.xlsx"), "the language of the file itself"),
        (("small.yaml", "--to", "../x", "--out", "x.xlsx"), "is not the tag of a language"),
    ],
)
def test_what_cannot_be_done_is_said(folder: Path, words: tuple[str, ...], said: str) -> None:
    assert (folder / "small.yaml").is_file()
    assert said in run(*words).output
