"""Surveys to and from XLSForm workbooks, from the terminal."""

from pathlib import Path

from openpyxl import Workbook, load_workbook

from surveys.load import SHIPPED, load_survey
from tests.mir.commands.conftest import Terminal


def told_by(mir: Terminal, *typed: str) -> str:
    """What is said when it is done, on one line."""
    ran = mir(*typed)
    assert ran.status == 0, ran.err
    return " ".join(ran.out.split())


def headings(path: Path) -> list[object]:
    return [cell.value for cell in load_workbook(path)["survey"][1]]


def test_a_survey_we_ship_goes_out_in_its_languages_and_comes_back_whole(
    mir: Terminal, tmp_path: Path
) -> None:
    form, back = tmp_path / "form.xlsx", tmp_path / "back.yaml"
    told = told_by(
        mir, "survey", "to-xlsform", "core", "--language", "cy", "--language", "ur", "--out", str(form)
    )
    assert "in the words for “person” (standard)" in told
    assert "family, staff, leader" in told
    assert {"label::English (en)", "label::Welsh (cy)", "label::Urdu (ur)"} <= set(headings(form))
    told = told_by(mir, "survey", "from-xlsform", str(form), "--out", str(back))
    assert "did not come in" not in told
    survey = load_survey(back)
    assert survey.languages == ("en", "cy", "ur")
    assert survey.statements == load_survey(SHIPPED / "surveys" / "core.yaml").statements
    assert survey.title["cy"] == "Making it Real: yr arolwg byr"


def test_a_language_that_lacks_sentences_is_refused_and_nothing_is_written(
    mir: Terminal, tmp_path: Path
) -> None:
    form = tmp_path / "form.xlsx"
    told = mir.refuses("survey", "to-xlsform", "full", "--language", "ur", "--out", str(form))
    assert "“title” is not in “ur”" in told
    assert not form.exists()


def test_what_has_no_place_is_told_by_sheet_and_row(mir: Terminal, tmp_path: Path) -> None:
    form, out = tmp_path / "theirs.xlsx", tmp_path / "ours.yaml"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    for row in (
        ("type", "name", "label"),
        ("text", "why", "Why do you like it?"),
        ("geopoint", "where", "Where?"),
    ):
        sheet.append(row)
    book.save(form)
    told = told_by(mir, "survey", "from-xlsform", str(form), "--out", str(out))
    assert "Sheet “survey”, row 3: A place could point at a person" in told
    assert [one.code for one in load_survey(out).questions] == ["why"]


def test_a_file_that_is_there_is_not_written_over(mir: Terminal, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    form.write_text("mine")
    assert "--force" in mir.refuses("survey", "to-xlsform", "core", "--out", str(form))
    assert form.read_text() == "mine"
    mir("survey", "to-xlsform", "core", "--out", str(form), "--force")
    assert headings(form)[0] == "type"
