"""Weights and their guards."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.weighting.weights import Balance, balance, effective_size, weights_words


def people(*counts: int) -> NDArray[np.int64]:
    return np.repeat(np.arange(len(counts)), counts)


def test_the_effective_number_is_kishs() -> None:
    # R survey: 11²/35
    assert effective_size([1, 1, 2, 2, 5]) == pytest.approx(3.4571428571428573)
    assert effective_size([3] * 7) == pytest.approx(7)
    assert effective_size([0, 0, 4]) == 1


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=30), st.floats(1e-6, 1e6))
def test_the_effective_number_does_not_mind_the_scale(weights: list[float], scale: float) -> None:
    usual = effective_size(weights)
    assert effective_size([scale * weight for weight in weights]) == pytest.approx(usual)
    assert 1 - 1e-9 <= usual <= len(weights) + 1e-9


@pytest.mark.parametrize("weights", [[0, 0], [1, -1], [float("nan")]])
def test_weights_that_cannot_be_are_refused(weights: list[float]) -> None:
    with pytest.raises(OutOfRangeError):
        effective_size(weights)


def test_weights_bring_people_to_the_true_totals() -> None:
    # 20 and 10 answered of 30 and 30: weights 0.75 and 1.5; in effect 900/(20 x 0.5625 + 10 x 2.25).
    found = balance([people(20, 10)], [[30, 30]])
    assert found.weights == pytest.approx([0.75] * 20 + [1.5] * 10)
    assert found.effective == pytest.approx(900 / 33.75)
    assert found.usable
    assert weights_words(found) == "Counts as about 27 answers after balancing (30 received)."


def test_two_margins_are_met_together() -> None:
    first, second = people(20, 20), np.tile([0, 0, 0, 1], 10)
    found = balance([first, second], [[50, 70], [60, 60]])
    assert found.weights[first == 0].sum() == pytest.approx(40 * 50 / 120)
    assert found.weights[second == 1].sum() == pytest.approx(20)


def test_heavy_weights_are_cut_before_the_last_raking() -> None:
    # 95 and 5 of 1 to 9: raked weights 0.105 and 18; cut to 0.2 and 5: 19 and 25 of 44, raked once more
    # to 10 and 90, which one margin alone brings back to where it was.
    found = balance([people(95, 5)], [[10, 90]])
    assert found.weights[-1] == pytest.approx(18)
    assert not found.usable
    assert weights_words(found).startswith("Balancing would leave too little of the 100 answers")


@pytest.mark.parametrize(
    ("categories", "totals", "words"),
    [
        ([people(15, 14)], [[1, 1]], "Only 29 people"),
        ([people(26, 4)], [[1, 1]], "Only 4 people are in one category"),
        ([people(30)], [[1, 1]], "Only 0 people are in one category"),
        ([people(15, 15)], [[1]], "one of the categories"),
        ([people(15, 15) - 1], [[1, 1]], "one of the categories"),
        ([people(15, 15), people(15)], [[1, 1], [1]], "one of the categories"),
        ([people(15, 15)], [[0, 1]], "true total is 0"),
    ],
)
def test_what_may_not_be_weighted_is_refused(
    categories: list[NDArray[np.int64]], totals: list[list[float]], words: str
) -> None:
    with pytest.raises(OutOfRangeError, match=words):
        balance(categories, totals)


def test_weights_need_a_margin_with_totals() -> None:
    with pytest.raises(NoAnswersError):
        balance([], [])
    with pytest.raises(NoAnswersError):
        balance([people(30)], [])


def test_sixty_of_a_hundred_in_effect_are_enough() -> None:
    assert Balance(np.ones(100), 60.0).usable
    assert not Balance(np.ones(100), 59.9).usable
