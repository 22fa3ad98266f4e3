"""Gaps: the difference between two scores with its interval, from the intervals of the two (MOVER)."""

from math import hypot

from scoring.intervals import LEVEL, Estimate, wilson


def difference_of_scores(first: Estimate, second: Estimate) -> Estimate:
    """First minus second, treated as independent: MOVER, METHOD 2.7.

    On Wilson intervals this is Newcombe's method 10.
    """
    difference = first.value - second.value
    return Estimate(
        difference,
        difference - hypot(first.value - first.low, second.high - second.value),
        difference + hypot(first.high - first.value, second.value - second.low),
    )


def difference_of_proportions(
    first: tuple[float, float], second: tuple[float, float], level: float = LEVEL
) -> Estimate:
    """The difference of two shares, each an (x, n): Newcombe 1998, method 10. Raises as `wilson` does."""
    return difference_of_scores(wilson(*first, level), wilson(*second, level))
