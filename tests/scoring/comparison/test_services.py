"""Services laid out for comparing: what does not fit or cannot be is refused."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from scoring.comparison.services import Compat, Rules, Services, eligible_of, errors_of, values_of
from scoring.faults import OutOfRangeError

GOOD = Services(
    means=np.array([[75.0, 50.0], [25.0, np.nan]]),
    people=np.array([[10, 40], [9, 0]]),
    kinds=np.array([1, 2]),
    deltas=np.array([0.16, 0.2]),
    variances=np.array([[0.03, 0.0], [0.02, 0.0]]),
)
FIRST = np.array([0])


def test_enough_people_who_may_be_shown_are_compared() -> None:
    assert eligible_of(GOOD, Rules()).tolist() == [[True, True], [False, False]]
    hidden = replace(GOOD, hidden=np.array([[False, True], [False, False]]))
    assert eligible_of(hidden, Rules(least_people=9)).tolist() == [[True, False], [True, False]]


def test_cqcs_way_needs_a_spread_of_their_own() -> None:
    assert eligible_of(GOOD, Rules(compat=Compat.CQC)).tolist() == [[True, False], [False, False]]
    with pytest.raises(OutOfRangeError, match="variance"):
        eligible_of(replace(GOOD, variances=None), Rules(compat=Compat.CQC))


def test_errors_by_the_shared_spread_or_by_ones_own() -> None:
    # sqrt(0.16/40) = 0.0632; with 8 answers in effect sqrt(0.16/32) = 0.0707; own: sqrt(0.03/10) = 0.0548.
    assert errors_of(GOOD, Rules(), 0, FIRST)[0] == pytest.approx(0.06324555)
    weighted = replace(GOOD, effective=np.array([[8.0, 40], [9, 1]]))
    assert errors_of(weighted, Rules(), 0, FIRST)[0] == pytest.approx(0.07071068)
    assert errors_of(GOOD, Rules(compat=Compat.CQC), 0, FIRST)[0] == pytest.approx(0.05477226)


def test_values_on_the_arcsine_scale_or_as_they_are() -> None:
    assert values_of(GOOD, Rules(), 0, FIRST)[0] == pytest.approx(np.pi / 3)  # sin² 60° is 3/4
    assert values_of(GOOD, Rules(compat=Compat.CQC), 0, FIRST)[0] == 0.75


@pytest.mark.parametrize(
    "change",
    [
        {"people": np.array([10, 40])},
        {"means": np.array([[75.0]])},
        {"kinds": np.array([1])},
        {"kinds": np.array([0.5, 0.7])},
        {"deltas": np.array([0.16])},
        {"hidden": np.array([True])},
        {"people": np.array([[10, 40], [-9, 0]])},
        {"people": np.array([[10.5, 40], [9, 0]])},
        {"deltas": np.array([0.16, 0.0])},
        {"deltas": np.array([0.16, np.nan])},
        {"means": np.array([[75.0, 101], [25, 0]])},
        {"means": np.array([[np.nan, 50.0], [25, 0]])},
        {"effective": np.array([[0.0, 40], [9, 1]])},
        {"effective": np.array([[np.inf, 40], [9, 1]])},
        {"variances": np.array([[-0.1, 0], [0, 0]])},
    ],
)
def test_tables_that_cannot_be_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(OutOfRangeError):
        eligible_of(replace(GOOD, **change), Rules())


@pytest.mark.parametrize("rules", [Rules(least_people=0), Rules(least_services=0), Rules(standard=101)])
def test_rules_that_cannot_be_are_refused(rules: Rules) -> None:
    with pytest.raises(OutOfRangeError):
        eligible_of(GOOD, rules)
