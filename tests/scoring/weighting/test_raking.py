"""Raking, against R's survey package and by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.weighting import raking
from scoring.weighting.raking import rake

SCHOOLS = [
    [406.163955688477, 4467.803512573242],
    [101.540988922119, 372.316959381104],
    [270.775970458984, 575.398937225342],
]


def test_the_schools_meet_rs_survey_where_it_stops() -> None:
    # survey 4.1-1, help of rake: its usual stop is a round that moves no cell by more than 1.
    found = rake(SCHOOLS, ([4421.0, 755.0, 1018.0], [1072.0, 5122.0]), close=1.0)
    expected = [
        [478.062112926647, 3942.901231200959],
        [201.377347878991, 553.631680499426],
        [392.560539194361, 625.467088299616],
    ]
    assert found == pytest.approx(np.array(expected), abs=1e-6)


def test_run_to_the_end_both_margins_are_met() -> None:
    found = rake(SCHOOLS, ([4421.0, 755.0, 1018.0], [1072.0, 5122.0]))
    assert found.sum(axis=1) == pytest.approx([4421, 755, 1018], abs=1e-7)
    assert found.sum(axis=0) == pytest.approx([1072, 5122], abs=1e-7)
    # Raking keeps the odds ratios of the table it starts from.
    start = np.array(SCHOOLS)
    assert found[0, 0] * found[1, 1] / (found[0, 1] * found[1, 0]) == pytest.approx(
        start[0, 0] * start[1, 1] / (start[0, 1] * start[1, 0])
    )


def test_one_margin_is_met_in_one_step() -> None:
    assert rake([1, 3], [[10, 10]]).tolist() == [10, 10]


def test_an_empty_row_may_stay_empty() -> None:
    assert rake([[0, 0], [1, 1]], ([0, 4], [2, 2])).tolist() == [[0, 0], [2, 2]]


@given(st.lists(st.integers(1, 50), min_size=6, max_size=6), st.permutations(range(3)))
def test_the_names_of_the_rows_do_not_matter(cells: list[int], order: list[int]) -> None:
    table = np.array(cells, dtype=float).reshape(3, 2)
    rows, columns = np.array([10.0, 20, 30]), np.array([25.0, 35])
    assert rake(table[order], (rows[order], columns)) == pytest.approx(
        rake(table, (rows, columns))[order], abs=1e-6
    )


@pytest.mark.parametrize(
    ("seed", "margins", "words"),
    [
        ([["a"]], [[1], [1]], "not every cell"),
        ([[1, -1]], [[1], [1, 1]], "below 0"),
        ([[1, float("nan")]], [[1], [1, 1]], "missing"),
        ([1, 1], [[1, -1]], "below 0"),
        ([1, 1], [[0, 0]], "all are 0"),
        ([1, 1], [[1, 1, 1]], "a total for each"),
        ([[1, 1]], [[3], [1, 1]], "do not agree"),
        ([[0, 0], [1, 1]], [[1, 1], [1, 1]], "all empty"),
        ([[0, 1], [1, 1]], [[5, 1], [5, 1]], "cannot all be met"),
    ],
)
def test_what_cannot_be_raked_is_refused(seed: ArrayLike, margins: list[ArrayLike], words: str) -> None:
    with pytest.raises(OutOfRangeError, match=f"(?i){words}"):
        rake(seed, margins)


def test_a_table_that_does_not_settle_in_time_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raking, "ROUNDS", 1)
    with pytest.raises(OutOfRangeError, match="cannot all be met"):
        rake(SCHOOLS, ([4421.0, 755.0, 1018.0], [1072.0, 5122.0]))


def test_a_table_without_cells_is_refused() -> None:
    with pytest.raises(NoAnswersError):
        rake([], [[1]])
