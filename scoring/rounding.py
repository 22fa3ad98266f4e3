"""Rounding for print, on exact numbers: to the nearest step, ranges outward, and never a false 0 or 100."""

from fractions import Fraction
from math import ceil, floor, log10

FUZZ = 1e-9  # an interval end that is whole but for the last bits of a float stays where it is

MOST_SELDOM = 1_000_000
"""A chance is told as one in so many at most."""


def nearest(value: Fraction, step: int = 1) -> int:
    """The nearest multiple of `step`; halves go up."""
    return step * floor(value / step + Fraction(1, 2))


def honest(value: Fraction, step: int = 1) -> int:
    """As `nearest` for 0-100, but 0 and 100 only when exactly so."""
    rounded = nearest(value, step)
    return rounded if value in {0, 100} else min(max(rounded, step), 100 - step)


def outward(low: float, high: float, step: int = 1) -> tuple[int, int]:
    """A range to multiples of `step` that holds the whole of it."""
    return step * floor(low / step + FUZZ), step * ceil(high / step - FUZZ)


def about_percent(percent: int, share: Fraction) -> str:
    """A share that may be told: `percent` as printed, `share` the exact percentage behind it."""
    ends = {0: "no one", 100: "everyone"}
    if percent in ends:
        return ends[percent]
    if abs(percent - share) > Fraction(5, 2):
        return f"less than {percent}%" if share < percent else f"more than {percent}%"
    return f"about {percent}%"


def one_in(chance: float) -> int:
    """A chance (0-1) as one in so many: the largest of 1, 2, 5, 10, 20, 50 … that is true of it."""
    often = min(1 / chance, MOST_SELDOM) if chance > 0 else MOST_SELDOM
    step = int(10 ** floor(log10(often) + FUZZ))
    return max(step * times for times in (1, 2, 5) if times == 1 or step * times <= often * (1 + FUZZ))
