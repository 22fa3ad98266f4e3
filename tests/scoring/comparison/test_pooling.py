"""Variance between services and best guesses, against metafor and by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.comparison import pooling
from scoring.comparison.pooling import (
    best_guess_words,
    best_guesses,
    dersimonian_laird,
    paule_mandel,
    reliability_words,
    shrink,
)
from scoring.faults import NoAnswersError, OutOfRangeError
from tests.scoring.quality.attitude import BCG_V, BCG_Y

SCHOOLS_Y, SCHOOLS_V = [28, 8, -3, 7, -1, 1, 18, 12], [225, 100, 256, 121, 81, 121, 100, 324]


def test_the_vaccine_trials_by_moments() -> None:
    # metafor 3.8-1, dat.bcg, method "DL"
    found = dersimonian_laird(BCG_Y, BCG_V)
    assert found.tau2 == pytest.approx(0.308760262862376, abs=1e-9)
    assert found.mu == pytest.approx(-0.714117222073227, abs=1e-9)
    assert found.se == pytest.approx(0.178742089535403, abs=1e-9)
    assert found.q == pytest.approx(152.233008082373, abs=1e-8)


def test_the_vaccine_trials_by_paule_and_mandel() -> None:
    # The exact root, where metafor's usual stop leaves 0.318094.
    found = paule_mandel(BCG_Y, BCG_V)
    assert found.tau2 == pytest.approx(0.318068, abs=1e-6)
    weights = 1 / (np.asarray(BCG_V) + found.tau2)
    assert weights @ (np.asarray(BCG_Y) - found.mu) ** 2 == pytest.approx(12, abs=1e-9)


def test_rubins_eight_schools_differ_by_chance_alone() -> None:
    for method in (paule_mandel, dersimonian_laird):
        found = method(SCHOOLS_Y, SCHOOLS_V)
        assert found.tau2 == 0
        assert found.mu == pytest.approx(7.68561672495604, abs=1e-9)


def test_the_root_is_climbed_to_from_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pooling, "ROUNDS", 1)
    assert 0 < paule_mandel(BCG_Y, BCG_V).tau2 < 0.318068


def test_one_service_has_nothing_to_differ_from() -> None:
    for method in (paule_mandel, dersimonian_laird):
        found = method([3.0], [4.0])
        assert (found.mu, found.tau2, found.se, found.q) == (3, 0, 2, 0)


def test_equal_values_have_no_variance_between() -> None:
    assert paule_mandel([5, 5, 5], [1, 2, 3]).tau2 == 0


def test_far_apart_and_sure_the_variance_is_that_of_the_values() -> None:
    # Variances next to nothing: tau2 is the variance of 0, 10, 20, which is 100.
    assert paule_mandel([0, 10, 20], [1e-9] * 3).tau2 == pytest.approx(100, abs=1e-6)


@pytest.mark.parametrize("v", [[1, 0], [1, -1], [1, float("nan")], [1], [1, 2, 3]])
def test_variances_that_cannot_be_are_refused(v: list[float]) -> None:
    with pytest.raises(OutOfRangeError):
        paule_mandel([1, 2], v)


def test_no_services_have_no_variance_between() -> None:
    with pytest.raises(NoAnswersError):
        paule_mandel([], [])


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(0.1, 50)), min_size=2, max_size=20))
def test_the_order_of_services_does_not_matter(services: list[tuple[float, float]]) -> None:
    y, v = zip(*services, strict=True)
    there, back = paule_mandel(y, v), paule_mandel(y[::-1], v[::-1])
    assert back.tau2 == pytest.approx(there.tau2, rel=1e-6, abs=1e-6)
    assert there.tau2 >= 0


def test_the_vaccine_trials_are_drawn_to_their_mean() -> None:
    # metafor blup(rma(method = "DL")), to four places
    found = shrink(BCG_Y, BCG_V, 0.308760262862376, -0.714117222073227)
    assert found.estimates[:4] == pytest.approx([-0.7994, -1.2486, -0.9844, -1.3973], abs=6e-5)
    # B of the first is 0.30876/(0.30876 + 0.32558) = 0.48674; its sd the root of 0.48674 x 0.32558 = 0.39809.
    assert found.reliability[0] == pytest.approx(0.48674, abs=1e-5)
    assert found.sd[0] == pytest.approx(0.39809, abs=1e-5)


def test_without_variance_between_all_are_the_mean() -> None:
    assert shrink([1, 2], [1, 1], 0, 1.5).estimates.tolist() == [1.5, 1.5]


@pytest.mark.parametrize(("tau2", "mu"), [(-1, 0), (float("nan"), 0), (1, float("inf"))])
def test_no_guess_from_what_cannot_be(tau2: float, mu: float) -> None:
    with pytest.raises(OutOfRangeError):
        shrink([1], [1], tau2, mu)


def test_a_small_service_is_drawn_further_than_a_large_one() -> None:
    found = best_guesses([90, 60, 75, 75, 90, 60], [5, 5, 30, 30, 200, 200], 0.16)
    assert abs(found.estimates[0] - 75) < abs(found.estimates[4] - 75) < 15
    assert found.reliability[0] < found.reliability[4]


def test_where_everybody_is_at_the_top_there_is_nothing_to_draw() -> None:
    found = best_guesses([100, 100], [5, 10], 0.16)
    assert found.estimates.tolist() == [100, 100]
    assert found.reliability.tolist() == found.sd.tolist() == [0, 0]


@pytest.mark.parametrize(
    ("means", "n", "delta"), [([101], [5], 0.16), ([-1], [5], 0.16), ([50], [0], 0.16), ([50], [5], 0.0)]
)
def test_scores_that_cannot_be_have_no_guess(means: list[float], n: list[float], delta: float) -> None:
    with pytest.raises(OutOfRangeError):
        best_guesses(means, n, delta)


@pytest.mark.parametrize(
    ("b", "said"),
    [
        (0, "Too few answers to compare."),
        (0.499, "Too few answers to compare."),
        (0.5, "Compare with caution."),
        (0.7, "Can be compared."),
        (1, "Can be compared."),
    ],
)
def test_reliability_in_words(b: float, said: str) -> None:
    assert reliability_words(b) == said


def test_a_reliability_off_the_scale_is_refused() -> None:
    with pytest.raises(OutOfRangeError):
        reliability_words(float("nan"))


def test_the_guess_says_what_it_is() -> None:
    assert best_guess_words(71) == "Best guess allowing for size: 71."
