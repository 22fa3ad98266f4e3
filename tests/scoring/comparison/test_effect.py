"""Pairs, ways to deal, and ranks, against effsize, coin and R."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.comparison.effect import Pairs, chance_of, mann_whitney, pairs, pairs_words, permutation
from scoring.faults import NoAnswersError, OutOfRangeError

TEN, SIX = [10, 10, 20, 20, 20, 30, 30, 30, 40, 50], [10, 20, 30, 40, 40, 50]
SCORES = st.lists(st.integers(0, 10), min_size=1, max_size=7)


def test_cliffs_delta_meets_effsize() -> None:
    # effsize 0.8.1, tests/testthat/test-CliffDelta.R
    assert pairs(TEN, SIX).delta == pytest.approx(-0.25)
    assert pairs([10, 20, 20, 20, 30, 30, 30, 40, 50, 100], SIX).delta == pytest.approx(-0.06666, abs=1e-5)
    assert pairs(TEN, [120, 130]).delta == -1


def test_pairs_in_words() -> None:
    # Of 60 pairs 17 higher, 32 lower, 11 the same: 28⅓, 53⅓, 18⅓; the hundredth is one of the same.
    said = pairs_words(pairs(TEN, SIX), "the person", "staff")
    assert said == (
        "Of 100 random pairs, the person scored higher in 28, staff in 53, and they scored the same in 19."
    )


@pytest.mark.parametrize(
    ("shares", "counts"),
    [
        ((1, 0, 0), (100, 0, 0)),
        ((0.999, 0.001, 0), (99, 1, 0)),
        ((0.998, 0.001, 0.001), (98, 1, 1)),
        ((0.5, 0.5, 0), (50, 50, 0)),
    ],
)
def test_of_100_none_and_all_are_said_only_when_so(
    shares: tuple[float, float, float], counts: tuple[int, int, int]
) -> None:
    assert Pairs(*shares).of_100() == counts


@given(SCORES, SCORES)
def test_pairs_turned_round_are_the_same_pairs(first: list[int], second: list[int]) -> None:
    there, back = pairs(first, second), pairs(second, first)
    assert (there.higher, there.lower, there.same) == (back.lower, back.higher, back.same)
    assert sum(there.of_100()) == 100


def test_the_exact_chance_is_coins_and_not_a_doubled_tail() -> None:
    # coin 1.4-2 oneway_test(distribution = "exact"); doubling the smaller tail gives 0.536
    assert permutation(TEN, SIX).p == pytest.approx(0.450924075924076, abs=1e-12)
    assert permutation(SIX, TEN).p == pytest.approx(0.450924075924076, abs=1e-12)
    assert chance_of(TEN, SIX).exact


def test_the_chance_by_hand() -> None:
    # 1, 2 against 3, 4: of 6 ways to deal only 1, 2 and 3, 4 are as far apart.
    assert permutation([1, 2], [3, 4]).p == pytest.approx(2 / 6)
    assert permutation([5], [5]).p == 1
    assert permutation([0, 0], [0]).p == 1


@given(SCORES, SCORES, st.floats(-5, 5), st.floats(0.1, 10))
def test_moving_or_stretching_the_scale_changes_no_chance(
    first: list[int], second: list[int], move: float, stretch: float
) -> None:
    usual = permutation(first, second).p
    assert permutation([stretch * x + move for x in first], [stretch * x + move for x in second]).p == usual
    assert 0 < usual <= 1


def test_too_many_ways_to_deal_are_refused_and_ranks_take_over() -> None:
    first, second = list(range(11)), [x + 3 for x in range(10)]  # 352,716 ways
    with pytest.raises(OutOfRangeError):
        permutation(first, second)
    found = chance_of(first, second)
    assert not found.exact
    assert found.p == mann_whitney(first, second).p


def test_ranks_meet_rs_wilcox_test() -> None:
    # R 4.2.2 wilcox.test(correct = FALSE)
    found = mann_whitney(TEN, SIX)
    assert found.u == 22.5
    assert found.p == pytest.approx(0.405741490886717, abs=1e-12)


def test_ranks_of_scores_that_are_all_the_same() -> None:
    found = mann_whitney([3, 3], [3, 3, 3])
    assert (found.u, found.p) == (3, 1)


@pytest.mark.parametrize("method", [pairs, permutation, mann_whitney, chance_of])
def test_an_empty_group_has_no_difference(method: Callable[[list[float], list[float]], object]) -> None:
    with pytest.raises(NoAnswersError):
        method([], [1])
    with pytest.raises(OutOfRangeError):
        method([1], [float("nan")])
