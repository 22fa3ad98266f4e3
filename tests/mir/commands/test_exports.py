"""Answers one by one from a terminal: what is written, what is refused, and what is named as left out."""

from pathlib import Path

from tests.mir.commands.conftest import Terminal
from tests.mir.commands.test_results import closed, open_id


def test_an_export_says_where_it_is_and_what_it_left_out(demo: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "answers.csv"
    ran = demo("export", "--round", closed(demo, "Rose House"), "--voice", "person", "--out", out)
    assert ran.status == 0, ran.err
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "in no order" in ran.out
    assert "  help and helper: " in ran.out
    assert "  comments: " in ran.out


def test_a_workbook_is_written_where_the_name_says_so(demo: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "answers.xlsx"
    typed = ("export", "--round", closed(demo, "Rose House"), "--voice", "person", "--out", out)
    assert demo(*typed, "--form", "long").status == 0
    assert out.read_bytes().startswith(b"PK")
    assert "--force" in demo.refuses(*typed)
    assert demo(*typed, "--force").status == 0


def test_nothing_is_written_where_it_may_not_be(demo: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "answers.csv"
    rose = closed(demo, "Rose House")
    few = demo.refuses("export", "--round", rose, "--voice", "leader", "--out", out)
    assert "only from 10 people up" in few
    still = demo.refuses("export", "--round", open_id(demo), "--voice", "person", "--out", out)
    assert "still open" in still
    other = demo.refuses("export", "--round", rose, "--voice", "person", "--out", tmp_path / "answers.sav")
    assert "should end in .csv or .xlsx" in other
    assert list(tmp_path.glob("answers.*")) == []
