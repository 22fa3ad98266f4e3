"""From scores to a percentage and its band, exactly, and the percentage as it is printed."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from scoring.faults import OutOfRangeError
from scoring.rating.scheme import Band, Rounding
from scoring.rounding import nearest


def percent_of(scores: Sequence[int], most: int) -> Fraction:
    """The points as a percentage of the most there could be, exactly. Raises OutOfRangeError for none."""
    if not scores or most <= 0:
        raise OutOfRangeError("Without scores there is no percentage.")
    return Fraction(100 * sum(scores), most * len(scores))


def published(percent: Fraction, rounding: Rounding = Rounding.UP) -> int:
    """The percentage as printed. The regulator's are rounded up.

    Councils' published 59, 62, 70 and 73 can come from nine scores of 1 to 4 in no other way.
    """
    return ceil(percent) if rounding is Rounding.UP else nearest(percent)


def band_of(bands: Sequence[Band], percent: Fraction) -> Band:
    """The band of an exact percentage; its upper end belongs to it. Raises OutOfRangeError outside all."""
    if percent >= 0:
        for band in bands:
            if percent <= band.up_to:
                return band
    raise OutOfRangeError(f"{in_words(percent)}% is in none of the bands.")


def in_words(percent: Fraction) -> str:
    """The percentage with at most two decimals, and "about" where those are not all."""
    hundredths = 100 * percent
    if hundredths.denominator == 1:
        return f"{float(percent):g}"
    return f"about {nearest(hundredths) / 100:g}"
