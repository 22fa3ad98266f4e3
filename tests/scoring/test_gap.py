"""Differences between two scores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.faults import NoAnswersError
from scoring.gap import difference_of_proportions, difference_of_scores
from scoring.intervals import Estimate, wilson


def test_newcombes_example_is_met() -> None:
    # Newcombe 1998: 9/10 v 3/10 gives 0.1705 to 0.8090.
    got = difference_of_proportions((9, 10), (3, 10))
    assert (got.low, got.high) == pytest.approx((0.1705, 0.8090), abs=5e-5)


def test_scores_with_wilson_intervals_give_newcombes_method() -> None:
    assert difference_of_scores(wilson(56, 70), wilson(48, 80)) == difference_of_proportions(
        (56, 70), (48, 80)
    )


def test_the_difference_by_hand() -> None:
    # 80 (70-86) minus 60 (52-72): 20 - √(10² + 12²) = 4.38; 20 + √(6² + 8²) = 30.
    got = difference_of_scores(Estimate(80, 70, 86), Estimate(60, 52, 72))
    assert got.value == 20
    assert got.low == pytest.approx(4.3795, abs=1e-4)
    assert got.high == pytest.approx(30)


def test_nobody_on_one_side_has_no_difference() -> None:
    with pytest.raises(NoAnswersError):
        difference_of_proportions((1, 2), (0, 0))


@given(st.tuples(st.integers(0, 30), st.integers(1, 30)), st.tuples(st.integers(0, 30), st.integers(1, 30)))
def test_turned_round_a_difference_is_the_same_difference(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    first, second = ((min(x, n), n) for x, n in (one, other))
    there, back = difference_of_proportions(first, second), difference_of_proportions(second, first)
    assert (-back.high, -back.value, -back.low) == pytest.approx((there.low, there.value, there.high))
    assert -1 <= there.low <= there.value <= there.high <= 1
