"""Surveys from a terminal."""

from pathlib import Path

from surveys.load import SHIPPED
from tests.mir.commands.conftest import Terminal


def test_the_shipped_surveys_are_listed(mir: Terminal) -> None:
    lines = mir("survey", "list").out.splitlines()
    assert lines[0].split() == ["Name", "Statements", "Voices", "Title"]
    assert any(line.startswith("core  18 ") for line in lines)


def test_a_good_file_is_in_order(mir: Terminal) -> None:
    assert "in order" in mir("survey", "check", SHIPPED / "surveys" / "core.yaml").out


def test_a_bad_file_is_told_by_line_with_what_to_do(mir: Terminal, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("survey: x\ntitel: y\n", "utf-8")
    told = mir.refuses("survey", "check", tmp_path / "x.yaml")
    assert "Line 2: “titel” is not a name we know here." in told
    assert "→ Did you mean “title”?" in told


def test_a_file_that_is_not_there_is_said(mir: Terminal, tmp_path: Path) -> None:
    assert "no such file" in mir.refuses("survey", "check", tmp_path / "none.yaml")
