"""Sentences that depend on their numbers."""

from fractions import Fraction

import pytest

from scoring.card import words
from scoring.rounding import about_percent
from surveys.framework import Voice


def test_a_difference_names_who_sees_it_higher() -> None:
    said = words.difference_in_view((Voice.PERSON, 62), (Voice.STAFF, 84), (-33, -10))
    assert said == "People score this 62 and staff 84. Staff see it 22 points higher (range 10 to 33)."
    said = words.difference_in_view((Voice.PERSON, 84), (Voice.LEADER, 62), (10, 33))
    assert said == "People score this 84 and leaders 62. People see it 22 points higher (range 10 to 33)."


def test_a_difference_that_may_be_nought_is_not_clear() -> None:
    said = words.difference_in_view((Voice.PERSON, 62), (Voice.STAFF, 66), (-14, 6))
    assert said == "People score this 62 and staff 66: no clear difference in view."


def test_a_clear_difference_under_3_points_is_small() -> None:
    said = words.difference_in_view((Voice.PERSON, 71), (Voice.STAFF, 70), (1, 2))
    assert said.endswith("1 point higher (range 1 to 2). Clear but small.")


@pytest.mark.parametrize(
    ("percent", "share", "said"),
    [
        (0, Fraction(0), "no one"),
        (100, Fraction(100), "everyone"),
        (5, Fraction(1), "less than 5%"),
        (95, Fraction(99), "more than 95%"),
        (70, Fraction(72), "about 70%"),
    ],
)
def test_a_share_is_told_as_closely_as_it_is_true(percent: int, share: Fraction, said: str) -> None:
    assert about_percent(percent, share) == said


def test_small_numbers_and_big_ones_stand_in_the_same_sentence() -> None:
    assert words.fewer(Voice.STAFF, 5) == (
        "Fewer than 5 staff answered. To protect them we show nothing. "
        "Next time, ask for longer or in more ways."
    )
