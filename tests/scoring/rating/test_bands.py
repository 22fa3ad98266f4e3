"""Percentages and bands, on exact numbers."""

from fractions import Fraction

import pytest

from scoring.faults import OutOfRangeError
from scoring.rating.bands import band_of, in_words, percent_of, published
from scoring.rating.scheme import Band, Rounding

BANDS = (
    Band(level="inadequate", over=0, up_to=38),
    Band(level="requires_improvement", over=38, up_to=62),
    Band(level="good", over=62, up_to=87),
    Band(level="outstanding", over=87, up_to=100),
)


@pytest.mark.parametrize(
    ("percent", "level"),
    [
        ("0", "inadequate"),
        ("25", "inadequate"),
        ("38", "inadequate"),
        ("38.01", "requires_improvement"),
        ("62", "requires_improvement"),
        ("62.5", "good"),  # 20 of 32: rounding to 62 first would say otherwise
        ("87", "good"),
        ("87.5", "outstanding"),  # 28 of 32
        ("100", "outstanding"),
    ],
)
def test_a_band_is_tested_before_rounding_and_holds_its_upper_end(percent: str, level: str) -> None:
    assert band_of(BANDS, Fraction(percent)).level == level


@pytest.mark.parametrize("percent", [Fraction(-1, 10), Fraction(1001, 10)])
def test_a_number_off_the_bands_is_refused(percent: Fraction) -> None:
    with pytest.raises(OutOfRangeError, match="none of the bands"):
        band_of(BANDS, percent)


# Points of nine statements and the percentage the regulator published for that council.
@pytest.mark.parametrize(("points", "percent"), [(32, 89), (27, 75), (26, 73), (21, 59), (20, 56)])
def test_percentages_are_published_as_councils_were_rounded_up(points: int, percent: int) -> None:
    assert published(Fraction(100 * points, 36)) == percent


def test_our_own_are_rounded_to_the_nearest() -> None:
    assert published(Fraction(565, 7), Rounding.NEAREST) == 81
    assert published(Fraction(562, 7), Rounding.NEAREST) == 80  # 80.29
    assert published(Fraction(562, 7)) == 81


def test_points_are_a_share_of_the_most_there_could_be() -> None:
    assert percent_of([2, 3, 3], 4) == Fraction(200, 3)


@pytest.mark.parametrize(("scores", "most"), [([], 4), ([1], 0)])
def test_without_scores_there_is_no_percentage(scores: list[int], most: int) -> None:
    with pytest.raises(OutOfRangeError, match="no percentage"):
        percent_of(scores, most)


def test_percentages_are_told_exactly_or_with_about() -> None:
    told = [in_words(Fraction(100 * points, 32)) for points in (16, 20, 22)]
    assert [*told, in_words(Fraction(2100, 36))] == ["50", "62.5", "68.75", "about 58.33"]
