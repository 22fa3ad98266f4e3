"""The quality of a theme over a round, and its guards."""

from dataclasses import replace

import pytest

from scoring.faults import OutOfRangeError
from scoring.intervals import Estimate
from scoring.quality.questions import ItemQuality, Quality, quality, quality_words
from tests.scoring.quality.test_factor import HALVES

MANY = HALVES * 25  # 200 people, every two statements correlated by one half

GOOD = Quality(
    people=500,
    alpha=Estimate(0.8, 0.77, 0.83),
    omega=0.8,
    eigenvalue_ratio=3.0,
    kmo=0.7,
    items=(ItemQuality(0.5, 0.7), ItemQuality(0.3, 0.7)),
)


def test_two_hundred_people_are_enough() -> None:
    found = quality(MANY)
    # Standardised alike, so alpha is k·r/(1 + (k-1)·r) = 1.5/2.
    assert found.people == 200
    assert found.alpha.value == pytest.approx(0.75)
    assert found.alpha.low < 0.75 < found.alpha.high
    assert found.omega == pytest.approx(0.75)
    assert found.eigenvalue_ratio == pytest.approx(4)
    # One with the sum of two: 2·½ over √(2 + 2·½).
    assert [item.rest for item in found.items] == pytest.approx([3**-0.5] * 3)
    assert [item.alpha_without for item in found.items] == pytest.approx([2 / 3] * 3)
    assert quality_words(found) == ("These statements work well together.",)


def test_fewer_are_not() -> None:
    with pytest.raises(OutOfRangeError, match="Only 199 people answered every statement"):
        quality([*MANY[:199], [None, 1.0, 1.0]])


def test_a_low_alpha_blocks_the_theme() -> None:
    assert not replace(GOOD, alpha=Estimate(0.70, 0.6, 0.8)).blocked
    low = replace(GOOD, alpha=Estimate(0.699, 0.6, 0.8))
    assert low.blocked
    assert quality_words(low)[0].endswith("so we do not publish this theme.")


def test_repeats_doubts_and_weak_statements_are_said() -> None:
    said = quality_words(
        replace(
            GOOD,
            alpha=Estimate(0.96, 0.95, 0.97),
            eigenvalue_ratio=2.9,
            items=(ItemQuality(0.29, 0.7), ItemQuality(0.6, 0.7), ItemQuality(None, None)),
        )
    )
    assert said[1:] == (
        "Some of them say the same thing again.",
        "They may measure more than one thing.",
        "Look again at the words of statement 1, 3.",
    )


def test_a_single_dimension_is_one_thing() -> None:
    assert replace(GOOD, eigenvalue_ratio=None).one_thing
    assert not GOOD.repeats
