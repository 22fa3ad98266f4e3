"""Surveys from a terminal."""

from pathlib import Path

from surveys.load import SHIPPED
from tests.mir.commands.conftest import Terminal


def test_the_shipped_surveys_are_listed(mir: Terminal) -> None:
    lines = mir("survey", "list").out.splitlines()
    assert lines[0].split() == ["Name", "Statements", "Voices", "Title"]
    assert ["core", "18"] in [line.split()[:2] for line in lines]


def test_a_good_file_is_in_order(mir: Terminal) -> None:
    assert "in order" in mir("survey", "check", SHIPPED / "surveys" / "core.yaml").out


def test_a_bad_file_is_told_by_line_with_what_to_do(mir: Terminal, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("survey: x\ntitel: y\n", "utf-8")
    told = mir.refuses("survey", "check", tmp_path / "x.yaml")
    assert "Line 2: “titel” is not a name we know here." in told
    assert "→ Did you mean “title”?" in told


def test_a_file_that_is_not_there_is_said(mir: Terminal, tmp_path: Path) -> None:
    assert "no such file" in mir.refuses("survey", "check", tmp_path / "none.yaml")


def test_what_is_worth_a_look_is_told_apart_and_refuses_nothing(mir: Terminal) -> None:
    ran = mir("survey", "check", SHIPPED / "surveys" / "full.yaml")
    assert ran.status == 0
    assert "1 thing worth a look. People can be asked all the same." in ran.out
    assert "→ Ask at most 20, or offer a short survey beside this one." in ran.out
    assert ran.out.rstrip().endswith("full.yaml is in order.")


def test_only_errors_refuse_a_file_and_warnings_are_told_before_them(mir: Terminal, tmp_path: Path) -> None:
    text = (SHIPPED / "frameworks" / "making-it-real.yaml").read_text("utf-8")
    text = text.replace("I feel safe every day.", "I always feel safe.")
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace("source: cqc-i-statements", "source: nowhere", 1), "utf-8")
    ran = mir("survey", "check", path)
    assert ran.status == 2
    assert "“always” leaves no room" in ran.out
    assert "“nowhere” is not one of the framework’s sources." in ran.err
    assert "always" not in ran.err


def test_two_surveys_are_compared_change_by_change_and_score_by_score(mir: Terminal) -> None:
    surveys = SHIPPED / "surveys"
    out = mir("survey", "diff", surveys / "core.yaml", surveys / "full.yaml").out
    assert "Breaks: do not compare across these (19)" in out  # 37 statements, 18 of them in both
    assert "themes > wi > wi4: The theme is made of other statements" in out
    assert "    + wi4" in out
    assert out.splitlines()[-1].split() == ["overall", "cannot", "be", "compared"]


def test_a_survey_and_itself_ask_the_same(mir: Terminal) -> None:
    core = SHIPPED / "surveys" / "core.yaml"
    assert mir("survey", "diff", core, core).out == "Both ask the same in the same words.\n"
