"""Process limits and rules, against NHSRplotthedots and by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.change.xmr import (
    Limits,
    Signal,
    limits_of,
    part_of_run,
    seven_one_side,
    seven_trend,
    signals_of,
    two_in_three,
)
from scoring.faults import NoAnswersError, OutOfRangeError

NORMAL = [-0.5604756465522, -0.2301774894833, 1.5587083141491, 0.0705083914246, 0.1292877351609]
NORMAL += [1.7150649868833, 0.4609162059892, -1.2650612346065, -0.6868528518935, -0.4456619701]
NORMAL += [1.2240817974395, 0.3598138270574, 0.4007714505941, 0.1106827159451, -0.5558411347541]
NORMAL += [1.7869131368031, 0.4978504782292, -1.9666171566296, 0.7013559015637, -0.4727914077279]


def test_limits_meet_the_package() -> None:
    # NHSRplotthedots 0.2.2, tests/_snaps/ptd_spc_standard.md
    found = limits_of(NORMAL)
    assert (found.mean, found.lower, found.upper) == pytest.approx((0.1416238, -3.01138, 3.294627), abs=1e-6)


def test_a_wild_range_is_screened_out_of_the_limits() -> None:
    wild = [*NORMAL[:14], 10.0, *NORMAL[15:]]
    found = limits_of(wild)
    assert (found.mean, found.lower, found.upper) == pytest.approx((0.6694159, -2.383666, 3.722497), abs=1e-6)
    assert limits_of(wild, screen=False).upper > found.upper


def test_a_line_of_equal_values_has_its_mean_for_limits() -> None:
    assert limits_of([0.1] * 7) == Limits(0.1, 0.1, 0.1)
    assert set(signals_of([0.1] * 7, limits_of([0.1] * 7))) == {Signal.NONE}


def test_one_value_has_no_limits() -> None:
    with pytest.raises(OutOfRangeError):
        limits_of([5])
    with pytest.raises(NoAnswersError):
        limits_of([])
    with pytest.raises(OutOfRangeError):
        limits_of([5, float("nan")])


def test_one_outlier_is_named_before_the_run_it_causes() -> None:
    # The series of the golden vector “spc_outside”: mean 52.38, limits 47.86 and 56.91.
    line = [50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 80, 50, 51]
    found = limits_of(line)
    assert (found.mean, found.lower, found.upper) == pytest.approx(
        (52.3846153846, 47.8626153846, 56.9066153846)
    )
    assert signals_of(line, found) == (Signal.LOW_RUN,) * 10 + (Signal.ABOVE, Signal.NONE, Signal.NONE)


def test_a_rise_of_seven_or_more_is_a_trend() -> None:
    line = [5, 6, 5, 4, 5, 6, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7, 5, 4, 5]
    found = signals_of(line, limits_of(line))
    assert found == (Signal.NONE,) * 6 + (Signal.RISING,) * 8 + (Signal.NONE,) * 3
    falling = [-value for value in line]
    assert signals_of(falling, limits_of(falling))[6:14] == (Signal.FALLING,) * 8


def test_two_of_three_near_a_limit_stand_out_by_themselves() -> None:
    # Limits 0 to 6 about 3: two thirds of the way is 5 and 1. The 4 is on their side and not near.
    limits = Limits(3, 0, 6)
    top = signals_of([3, 5.5, 4, 5.5, 2], limits)
    assert top == (Signal.NONE, Signal.NEAR_TOP, Signal.NONE, Signal.NEAR_TOP, Signal.NONE)
    assert signals_of([3, 0.5, 2, 0.5, 4], limits)[1] is Signal.NEAR_BOTTOM
    assert signals_of([7, -1, 3], limits) == (Signal.ABOVE, Signal.BELOW, Signal.NONE)
    # A point outside the limits is no partner for one that is only near them.
    assert signals_of([3, 7, 5.5, 4, 2], limits)[1:4] == (Signal.ABOVE, Signal.NONE, Signal.NONE)
    assert signals_of([4] * 7, limits) == (Signal.HIGH_RUN,) * 7


def test_rules_meet_the_packages_own_tests() -> None:
    # NHSRplotthedots 0.2.2, tests/testthat/test-ptd_calculate_point_type.R
    assert seven_one_side([1] * 6).tolist() == [0] * 6
    assert seven_one_side([1] * 6 + [-1]).tolist() == [0] * 7
    assert seven_one_side([1] * 8 + [-1]).tolist() == [0, 0, 0, 0, 0, 0, 1, 1, 0]
    assert seven_trend([2, 7, 6, 5, 4, 3, 2, 1, 3]).tolist() == [0, 0, 0, 0, 0, 0, 0, -1, 0]
    assert seven_trend([1, 2, 3, 3, 4, 5, 6]).tolist() == [0] * 7
    assert two_in_three([1, 0, 1], [1, 1, 1]).tolist() == [1, 1, 1]
    assert two_in_three([0, 0, 1, 1, 0, 0, 0], [1] * 7).tolist() == [0, 1, 1, 1, 1, 0, 0]
    assert two_in_three([0, 0, 1, 1, 0, 0, 0], [-1, 1, -1, 1, -1, 1, -1]).tolist() == [0] * 7
    assert seven_trend([]).tolist() == seven_one_side([]).tolist() == two_in_three([], []).tolist() == []


def test_where_a_rise_meets_a_fall_the_peak_is_part_of_the_fall() -> None:
    ends = seven_trend([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1])
    assert part_of_run(ends).tolist() == [1] * 6 + [-1] * 7


@given(st.lists(st.integers(0, 100), min_size=2, max_size=30))
def test_a_line_turned_over_has_the_same_signals_turned_over(line: list[int]) -> None:
    over = [100 - value for value in line]
    turned = {
        Signal.ABOVE: Signal.BELOW,
        Signal.RISING: Signal.FALLING,
        Signal.NEAR_TOP: Signal.NEAR_BOTTOM,
        Signal.HIGH_RUN: Signal.LOW_RUN,
    }
    turned |= {down: up for up, down in turned.items()} | {Signal.NONE: Signal.NONE}
    usual = signals_of(line, limits_of(line))
    assert signals_of(over, limits_of(over)) == tuple(turned[signal] for signal in usual)
    assert np.isfinite(limits_of(line).upper)
