"""The golden runner: what passes, what fails, and what it prints."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.golden.__main__ import main
from tests.golden.check import failure

PROP_TEST = "R 4.2.2 prop.test(correct=FALSE)"
NEWCOMBE = "statsmodels 0.15.0 confint_proportions_2indep(method='newcomb'); Newcombe 1998"

GOOD: list[dict[str, Any]] = [
    {
        "id": "wilson_7_10",
        "family": "wilson",
        "inputs": {"x": 7, "n": 10},
        "expected": {"lo95": 0.396778147461145, "hi95": 0.892208732593699},
        "tolerance": 1e-9,
        "source": PROP_TEST,
    },
    {
        "id": "wilson_two_levels",
        "family": "wilson",
        "inputs": {"x": 5, "n": 100},
        "expected": {
            "lo95": 0.02154367915436798,
            "hi95": 0.11175046923191911,
            "lo998": 0.013865320725997183,
            "hi998": 0.16458852282596442,
        },
        "tolerance": 1e-9,
        "source": "PHEindicatormethods 2.1.0 testdata_Proportion.xlsx",
    },
    {
        "id": "wilson_nobody",
        "family": "wilson",
        "inputs": {"x": 0, "n": 0},
        "expected": {"undefined": True},
        "source": "PHStatsMethods 0.1.16 raises ValueError",
    },
    {
        "id": "mean_nobody",
        "family": "mean_interval",
        "inputs": {"mean": None, "n": 0},
        "expected": {"lo95": None, "hi95": None},
    },
    {
        "id": "mean_no_scores",
        "family": "mean_interval",
        "inputs": {"scores": [None]},
        "expected": {"undefined": True},
    },
    {
        "id": "mean_five_midpoints",  # METHOD 2.11: n=5, all midpoint, 35-65
        "family": "mean_interval",
        "inputs": {"scores": [50, 50, 50, 50, 50], "delta": 0.16, "nu0": 10},
        "expected": {"lo95": 34.57747876725927, "hi95": 65.42252123274072},
        "tolerance": 1e-6,
    },
    {
        "id": "mean_one",  # METHOD 2.11: n=1 at 75 runs from 33 to 95
        "family": "mean_interval",
        "inputs": {"mean": 75.0, "n": 1, "var_fraction": 0.0, "delta": 0.16, "nu0": 10},
        "expected": {"lo95": 33.0696425043678, "hi95": 94.79581177351079},
        "tolerance": 1e-6,
    },
    {
        "id": "mean_one_by_scores",
        "family": "mean_interval",
        "inputs": {"scores": [75]},
        "expected": {"lo95": 33.0696425043678},
        "tolerance": 1e-6,
    },
    {
        "id": "items",
        "family": "item_score",
        "inputs": {"x": [1, None, 4], "options": 4},
        "expected": {"scores": [0, None, 100]},
        "source": "SEER-CAHPS guidance: Y=100*(X-a)/(b-a)",
    },
    {
        "id": "item_backwards",
        "family": "item_score",
        "inputs": {"x": 2, "options": 5, "reverse": True},
        "expected": {"score": 75},
    },
    {
        "id": "themes",
        "family": "theme_score",
        "inputs": {"answers": [[5, 4, 4, None, None], [5, 4, None, None, None]]},
        "expected": {"x60": [5000, None], "score": [83.33333333333333, None]},
        "tolerance": 1e-9,
    },
    {
        "id": "theme_of_six_backwards",  # 5 and 1 turned round, 4 as it is: (5 + 5 + 4)/3, so 4 and 2/3
        "family": "theme_score",
        "inputs": {"answers": [5, 1, 4, None, None, None], "reverse": [1]},
        "expected": {"score": 91.66666666666667},
    },
    {
        "id": "theme_backwards_by_flags",
        "family": "theme_score",
        "inputs": {"answers": [[2, 4]], "reverse": [True, False], "options": 4},
        "expected": {"score": [83.33333333333333]},  # 3 and 4 of 4: (66.67 + 100)/2
    },
    {
        "id": "positive",
        "family": "positive_percent",
        "inputs": {"counts": [50, 30, 10, 5, 3, 2]},
        "expected": {"percent": 80.0},
        "source": "the NHS England friends and family measure",
    },
    {
        "id": "positive_places",
        "family": "positive_percent",
        "inputs": {"counts": [1, 2, 1], "positive": [2]},
        "expected": {"percent": 25.0},
    },
    {
        "id": "newcombe",
        "family": "difference_of_proportions",
        "inputs": {"x1": 6, "n1": 7, "x2": 2, "n2": 7},
        "expected": {"lo95": 0.05822792748231209, "hi95": 0.8062496375242278},
        "tolerance": 1e-8,
        "source": NEWCOMBE,
    },
    {
        "id": "mover",
        "family": "difference_of_scores",
        "inputs": {
            "a": [0.8, 0.6918335550374693, 0.8769526075163705],
            "b": [0.6, 0.4904546500516039, 0.7003817240412906],
        },
        "expected": {"lo95": 0.05243147240236498, "hi95": 0.33387265403690614},
        "tolerance": 1e-8,
    },
    {
        "id": "mover_without_one",
        "family": "difference_of_scores",
        "inputs": {"a": [0.8, 0.6, 0.9], "b": None},
        "expected": {"undefined": True},
    },
]


@pytest.mark.parametrize("vector", GOOD, ids=lambda vector: str(vector["id"]))
def test_a_published_value_is_met(vector: dict[str, Any]) -> None:
    assert failure(vector) is None


WILSON = GOOD[0]
BAD: dict[str, dict[str, Any]] = {
    "no function for the family": {**WILSON, "family": "tea_leaves"},
    "lo95: expected 0.5": {**WILSON, "expected": {"lo95": 0.5}},
    "expected a refusal": {**WILSON, "expected": {"undefined": True}},
    "refused": {**WILSON, "inputs": {"x": 11, "n": 10}},
    "KeyError": {**WILSON, "inputs": {"x": 1}},
    "the vector expects nothing": {"id": "empty", "family": "wilson"},
    "colour: expected 'blue'": {**WILSON, "expected": {"colour": "blue"}},
    "deep: expected {'x': 1}": {**WILSON, "expected": {"deep": {"x": 1}}},
    "lo95: expected True": {**WILSON, "expected": {"lo95": True}},
    "scores: expected [0]": {**GOOD[8], "expected": {"scores": [0]}},
    "scores[0]: expected 1": {**GOOD[8], "expected": {"scores": [1, None, 100]}},
}


@pytest.mark.parametrize("words", BAD)
def test_a_wrong_answer_is_named(words: str) -> None:
    assert words in str(failure(BAD[words]))


def test_the_run_ends_with_the_count_and_fails_for_one_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "vectors.json"
    file.write_text(json.dumps([WILSON, BAD["lo95: expected 0.5"]]))
    assert main([str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("wilson_7_10: lo95: expected 0.5")
    assert lines[-1] == "1 passed, 1 failed"


def test_the_run_succeeds_when_every_vector_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "vectors.json"
    file.write_text(json.dumps({"vectors": GOOD}))
    assert main([str(file)]) == 0
    assert capsys.readouterr().out == f"{len(GOOD)} passed, 0 failed\n"


def test_the_run_asks_for_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Say which file" in capsys.readouterr().err
