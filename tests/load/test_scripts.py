"""The simulations run, and say what they found."""

import re
from pathlib import Path

import pytest

from surveys.load import load_edition
from tests.load import answering, asking, honest, national


def test_honest_services_are_left_in_peace_and_ranges_hold_the_truth(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(honest, "SIZES", (1, 10))
    assert honest.main(["20"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "20 rounds of 300 honest services, median 20 people"
    assert [line.split()[0] for line in lines[-2:]] == ["1", "10"]


def test_a_nation_is_counted_at_any_scale(capsys: pytest.CaptureFixture[str]) -> None:
    assert national.main(["--scale", "0.01"]) == 0
    said = capsys.readouterr().out
    assert "sheets of 30 services" in said
    assert "sheets of 300 services" in said
    assert said.count("national.national, every service") == 3
    assert "OTHER" not in said


def test_a_nation_can_be_counted_where_polars_is_not_installed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(national, "find_spec", lambda _: None)
    assert national.main(["--scale", "0.01"]) == 0
    assert "by polars" not in capsys.readouterr().out


def test_what_a_question_page_costs_and_weighs_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert answering.main(["1"]) == 0
    said = capsys.readouterr().out
    assert "1.00 of the floor" in said
    weights = [int(found.replace(",", "")) for found in re.findall(r": ([\d,]+) bytes", said)]
    assert weights[0] <= answering.MOST_FIRST
    assert weights[1] <= answering.MOST_QUESTION
    assert "in 3 requests" in said


def test_asking_is_timed_with_every_bar_beside_its_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert asking.main(["--most", "120"]) == 0
    said = capsys.readouterr().out
    assert said.count(" 300 ms") == 1
    # 6 statements and 27 questions that are each followed by one: 60, in 2 to the power of 27 ways.
    assert "a path of 60 questions" in said
    assert "count its 134,217,728 ways" in said
    assert said.count(" 1.5\n") == 4


def test_the_large_survey_asks_as_many_statements_as_were_wished(tmp_path: Path) -> None:
    edition = load_edition(asking.large(tmp_path, 1_000).file)
    assert len(edition.statements) == 1_000
    assert len({one.code for one in edition.statements}) == 1_000
