"""Scores and reports from a terminal, only of what the gate lets out."""

import re
from pathlib import Path

import pytest

from mir.commands import ground
from tests.mir.commands.conftest import Terminal


def closed(demo: Terminal, service: str) -> str:
    """The id of the latest closed round of this service."""
    rows = [line for line in demo("round", "list").out.splitlines() if service in line and " closed " in line]
    return rows[0][:8]


def test_the_scores_are_a_table_of_themes_and_voices(demo: Terminal) -> None:
    out = demo("score", "--round", closed(demo, "Rose House")).out
    (overall,) = re.findall(r"^  Overall .*$", out, re.MULTILINE)
    assert len(re.findall(r"\d+ \(\d+ to \d+\)", overall)) == 3
    assert overall.endswith("not shown")  # four leaders
    assert "This is not a rating by the regulator." in out


def test_nothing_of_four_people_is_shown(demo: Terminal) -> None:
    out = demo("score", "--round", closed(demo, "Canal Street")).out
    table = out.partition("Scores out of 100")[2].partition("Not shown\n")[0].splitlines()
    rows = [line for line in table[3:] if re.search(r"\d|not shown", line)]
    assert len(rows) == 8  # overall and seven themes
    # Person and family are the first two columns of scores; only the staff's may hold a number.
    assert all(re.match(r"  \S.*?  +not shown +not shown ", row) for row in rows)


def test_an_open_round_is_explained_and_left_open(demo: Terminal, tmp_path: Path) -> None:
    for typed in (["score"], ["report", "--out", str(tmp_path / "x.pdf")]):
        told = demo.refuses(*typed, "--round", open_id(demo))
        assert "only when a round is closed" in told
        assert "--close" in told
    assert not (tmp_path / "x.pdf").exists()
    assert open_id(demo)


def open_id(demo: Terminal) -> str:
    (row,) = [
        line for line in demo("round", "list").out.splitlines() if re.search("Rose House .* open ", line)
    ]
    return row[:8]


def test_whoever_sits_there_is_asked(demo: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ground, "interactive", lambda: True)
    chosen = open_id(demo)
    assert demo("score", "--round", chosen, answer="n\n").status == 2
    assert open_id(demo) == chosen
    assert "Scores out of 100" in demo("score", "--round", chosen, answer="y\n").out


def test_close_closes_first(demo: Terminal) -> None:
    out = demo("score", "--round", open_id(demo), "--close").out
    assert "is closed. It has 30 sets of answers." in out  # 12 people, 7 families, 11 staff
    assert "Scores out of 100" in out


def test_a_report_is_a_pdf_where_it_was_wanted(demo: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "scorecard.pdf"
    ran = demo("report", "--round", closed(demo, "Mill Lane"), "--out", out)
    assert (ran.status, out.read_bytes()[:5]) == (0, b"%PDF-")
    assert str(out) in ran.out


def test_a_report_that_cannot_be_written_closes_nothing(demo: Terminal, tmp_path: Path) -> None:
    chosen = open_id(demo)
    assert "is a folder" in demo.refuses("report", "--round", chosen, "--close", "--out", tmp_path)
    assert "no folder" in demo.refuses(
        "report", "--round", chosen, "--close", "--out", tmp_path / "no" / "x.pdf"
    )
    assert open_id(demo) == chosen
