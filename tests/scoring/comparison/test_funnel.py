"""The funnel against FunnelPlotR and by hand."""

from math import asin, pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.comparison.funnel import FAR, WINSORISED, arcsine, dispersion, expected_range, limits
from scoring.faults import NoAnswersError, OutOfRangeError

NUMERATOR = np.array([30, 45, 12, 60, 9, 75, 22, 40, 18, 90, 5, 33])
DENOMINATOR = np.array([40, 60, 20, 100, 10, 90, 40, 44, 30, 100, 12, 60])
Y, S = arcsine(NUMERATOR / DENOMINATOR), 1 / (2 * np.sqrt(DENOMINATOR))
TARGET = 0.7244224422442245  # 439 of 606


def test_funnelplotrs_example_as_published() -> None:
    found = dispersion(Y, S, asin(sqrt(TARGET)), consistent=False)
    assert found.phi == pytest.approx(4.698022265365204, abs=1e-9)
    assert found.tau2 == pytest.approx(0.02113567306501323, abs=1e-10)
    assert found.target == asin(sqrt(TARGET))


def test_put_right_phi_is_larger_by_the_share_that_winsorising_takes() -> None:
    found = dispersion(Y, S, asin(sqrt(TARGET)))
    assert found.phi == pytest.approx(6.922553165507331, abs=1e-9)
    assert found.tau2 == pytest.approx(0.03356956260573925, abs=1e-10)
    assert round(WINSORISED, 7) == 0.6786546  # METHOD, what matters most, 3


def test_the_target_is_weighted_by_precision_and_again_with_the_variance_between() -> None:
    # Two services, values 0 and 1, errors 0.1 and 0.2: weights 100 and 25, so first 0.2. Type-7 quantiles
    # of z = -2, 4 are -1.4, 3.4; phi = (1.96 + 11.56)/2 = 6.76; room = 125 - 10625/125 = 40;
    # tau2 = (2 x 6.76 - 1)/40 = 0.313; again 1/(0.01 + 0.313) and 1/(0.04 + 0.313): 0.353/0.676 is 0's share.
    found = dispersion([0, 1], [0.1, 0.2], consistent=False)
    assert found.phi == pytest.approx(6.76)
    assert found.tau2 == pytest.approx(0.313)
    assert found.target == pytest.approx(0.323 / 0.676)


def test_one_service_has_no_variance_between() -> None:
    found = dispersion([0.7], [0.1])
    assert (found.target, found.phi, found.tau2, found.services) == (0.7, 0, 0, 1)
    assert dispersion([0.7], [0.1], 0.5).tau2 == 0


def test_services_that_are_all_the_same_differ_no_more_than_chance() -> None:
    assert dispersion([0.5] * 12, [0.1] * 12).tau2 == 0


def test_nobody_with_a_good_answer_is_still_on_the_scale() -> None:
    assert arcsine([0, 1]).tolist() == [0, pi / 2]
    assert np.isfinite(dispersion(arcsine([0.0] * 10), [0.1] * 10).target)


@pytest.mark.parametrize("s", [[0.1, 0], [0.1, float("nan")], [0.1]])
def test_errors_that_cannot_be_are_refused(s: list[float]) -> None:
    with pytest.raises(OutOfRangeError):
        dispersion([0.5, 0.6], s)


def test_no_services_and_no_standard_are_refused() -> None:
    with pytest.raises(NoAnswersError):
        dispersion([], [])
    with pytest.raises(OutOfRangeError):
        dispersion([0.5], [0.1], float("nan"))


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 300)), min_size=2, max_size=40))
def test_the_order_of_services_does_not_matter(services: list[tuple[float, int]]) -> None:
    y = arcsine([share for share, _ in services])
    s = np.array([0.2 / sqrt(n) for _, n in services])
    there, back = dispersion(y, s), dispersion(y[::-1], s[::-1])
    assert back.target == pytest.approx(there.target)
    assert back.tau2 == pytest.approx(there.tau2)


def test_funnelplotrs_limits() -> None:
    tau2 = 0.02113567306501323
    assert limits(TARGET, 40, tau2) == pytest.approx((0.408900905306755, 0.948771718480343), abs=1e-9)
    assert limits(TARGET, 40, tau2, z=FAR) == pytest.approx((0.235547822455138, 0.998297641711729), abs=1e-9)


def test_limits_stay_on_the_scale_where_the_sine_would_turn_back() -> None:
    assert limits(0.95, 1)[1] == 1
    assert limits(0.05, 1)[0] == 0
    assert expected_range(0.5, 10.0, 0.0, 1.0) == (0, 1)


@given(st.floats(0, 1), st.floats(1, 500), st.floats(0, 0.1), st.floats(0.05, 1))
def test_limits_hold_the_target_and_widen_with_z(target: float, n: float, tau2: float, delta: float) -> None:
    usual, far = limits(target, n, tau2, delta=delta), limits(target, n, tau2, delta=delta, z=FAR)
    assert 0 <= far[0] <= usual[0] <= target + 1e-12
    assert target - 1e-12 <= usual[1] <= far[1] <= 1


@pytest.mark.parametrize(
    ("target", "n", "tau2", "delta"), [(1.1, 5, 0, 1), (0.5, 0, 0, 1), (0.5, 5, -1, 1), (0.5, 5, 0, 0)]
)
def test_limits_of_what_cannot_be_are_refused(target: float, n: float, tau2: float, delta: float) -> None:
    with pytest.raises(OutOfRangeError):
        limits(target, n, tau2, delta=delta)
