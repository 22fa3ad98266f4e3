"""Intervals against published values and by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.intervals import Sample, mean_interval, sample_of, wilson
from scoring.tally import Moments


def test_wilson_meets_newcombes_worked_examples() -> None:
    # Newcombe 1998, Statistics in Medicine 17: 15/148 and 1/29.
    assert wilson(15, 148).low == pytest.approx(0.0623863995307363, abs=1e-12)
    assert wilson(1, 29).high == pytest.approx(0.17175521879320282, abs=1e-12)


def test_none_and_all_reach_exactly_the_ends() -> None:
    assert wilson(0, 20).low == 0
    assert wilson(20, 20).high == 1


def test_a_wider_level_gives_a_wider_interval() -> None:
    # PHEindicatormethods testdata_Proportion: 20 of 100.
    assert wilson(20, 100, 0.998).low == pytest.approx(0.10519162066711432, abs=1e-9)


def test_nobody_has_no_interval() -> None:
    with pytest.raises(NoAnswersError):
        wilson(0, 0)
    with pytest.raises(NoAnswersError):
        mean_interval(Sample(50, 0), 0.16)
    with pytest.raises(NoAnswersError):
        sample_of(Moments(), 60)


@pytest.mark.parametrize(("x", "n"), [(-1, 5), (6, 5), (1, -5), (1, float("inf")), (float("nan"), 5)])
def test_what_is_no_share_is_refused(x: float, n: float) -> None:
    with pytest.raises(OutOfRangeError):
        wilson(x, n)


@pytest.mark.parametrize(
    ("sample", "delta"), [(Sample(101, 5), 0.16), (Sample(50, 5, -1), 0.16), (Sample(50, 5), 0.0)]
)
def test_what_is_no_mean_is_refused(sample: Sample, delta: float) -> None:
    with pytest.raises(OutOfRangeError):
        mean_interval(sample, delta)


def test_trust_without_end_is_refused_and_gives_no_number_that_is_none() -> None:
    with pytest.raises(OutOfRangeError):
        mean_interval(Sample(50, 5), 0.16, prior=float("inf"))


def test_five_at_the_top_run_from_87_to_100() -> None:
    got = mean_interval(Sample(100, 5, 0), 0.16)
    assert got.low == pytest.approx(87.16849140826713, abs=1e-6)
    assert got.high == 100


def test_a_hundred_people_by_the_formula() -> None:
    got = mean_interval(Sample(80, 100, 0.03), 0.16)
    assert (got.low, got.high) == pytest.approx((76.37932513689681, 83.1878443206331), abs=1e-6)


def test_the_moderated_spread_stays_between_a_third_of_the_shared_and_one() -> None:
    # All the same among 1000: the floor δ/3 holds, as if the shared spread were 0.16/3 throughout.
    tight = mean_interval(Sample(50, 1000, 0), 0.16)
    assert tight.high - tight.low == pytest.approx(2 * 1.96 * 100 * (0.25 * 0.16 / 3 / 1000) ** 0.5, rel=0.01)
    # A variance beyond p(1-p) cannot be: one is the most, which is plain Wilson but for t.
    wide = mean_interval(Sample(50, 1000, 0.9), 0.16)
    assert wide.high - wide.low == pytest.approx(2 * 1.96 * 100 * (0.25 / 1000) ** 0.5, rel=0.01)


def test_with_everyone_asked_the_finite_line_has_no_width() -> None:
    assert mean_interval(Sample(70, 10, 0.02), 0.16, population=10).low == 70


def test_half_of_everyone_narrows_the_finite_line() -> None:
    # m(N-1)/(N-n) with N = 20, n = 10 is 1.9 m.
    narrow = mean_interval(Sample(50, 10, 0), 0.16, population=20)
    usual = mean_interval(Sample(50, 10, 0), 0.16)
    assert (usual.high - usual.low) / (narrow.high - narrow.low) == pytest.approx(1.9**0.5, rel=0.02)


def test_sums_become_mean_and_variance() -> None:
    # Scores 100, 50: mean 75; variance of 1 and 0.5 with n-1 below is 0.125.
    assert sample_of(Moments(2, 9000, 6000**2 + 3000**2), 60) == Sample(75, 2, 0.125)
    assert sample_of(Moments(1, 4500, 4500**2), 60) == Sample(75, 1, 0)


@given(st.integers(1, 300), st.floats(0, 100), st.floats(0, 0.5), st.floats(0.01, 1))
def test_an_interval_holds_its_value_and_stays_on_the_scale(
    n: int, mean: float, variance: float, delta: float
) -> None:
    got = mean_interval(Sample(mean, n, variance), delta)
    assert 0 <= got.low <= got.value + 1e-9
    assert got.value - 1e-9 <= got.high <= 100
    assert got.high - got.low > 0


@given(st.integers(1, 400), st.integers(0, 100), st.floats(0, 0.25), st.floats(0.05, 1))
def test_a_scale_turned_round_turns_the_interval_round(
    n: int, mean: int, variance: float, delta: float
) -> None:
    got, turned = (mean_interval(Sample(each, n, variance), delta) for each in (mean, 100 - mean))
    assert (100 - turned.high, 100 - turned.low) == pytest.approx((got.low, got.high), abs=1e-6)


@given(st.integers(0, 60), st.integers(1, 60), st.integers(2, 9))
def test_more_people_who_say_the_same_make_a_share_surer(x: int, n: int, times: int) -> None:
    few, many = wilson(min(x, n), n), wilson(times * min(x, n), times * n)
    assert few.low <= many.low
    assert many.high <= few.high
