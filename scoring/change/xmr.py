"""Process limits of a line of rounds (XmR), and which points stand out from it (METHOD 2.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import fsum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.faults import OutOfRangeError
from scoring.given import Floats, numbers

REACH = 2.66
"""Three standard deviations, in mean moving ranges of two points (Shewhart; NHS “Making data count”)."""
SCREEN = 3.267
"""A moving range above this many mean ranges is left out of the limits."""
RUN = 7
EDGE = 2 / 3
FUZZ = 1e-12
"""A value this near the mean or a limit, beside the largest value, is on it but for a float’s last bits."""

Signs = NDArray[np.int8]


class Signal(StrEnum):
    """Why a point stands out. Where several apply, the first of this list is named."""

    ABOVE = "above"
    """Above the upper limit."""
    BELOW = "below"
    """Below the lower limit."""
    RISING = "rising"
    """One of seven or more that each are higher than the one before."""
    FALLING = "falling"
    NEAR_TOP = "near_top"
    """Beyond two thirds of the way to the upper limit, with another such among three neighbours."""
    NEAR_BOTTOM = "near_bottom"
    HIGH_RUN = "high_run"
    """One of seven or more in a row above the mean."""
    LOW_RUN = "low_run"
    NONE = "none"


@dataclass(frozen=True)
class Limits:
    """The mean of a line, and its lower and upper process limits."""

    mean: float
    lower: float
    upper: float


def limits_of(values: ArrayLike, *, screen: bool = True) -> Limits:
    """Mean ± 2.66 mean moving ranges, without the ranges above 3.267 times their mean if `screen`.

    A line of equal values has limits equal to its mean. Raises OutOfRangeError
    for fewer than two values.
    """
    line = numbers(values, "values")
    if line.size < 2:  # noqa: PLR2004 - a range needs two
        raise OutOfRangeError("Limits need at least two values.")
    if (line == line[0]).all():
        return Limits(float(line[0]), float(line[0]), float(line[0]))
    mean = fsum(line) / line.size
    ranges = [abs(later - earlier) for earlier, later in pairwise(line.tolist())]
    usual = fsum(ranges) / len(ranges)
    if screen:
        kept = [value for value in ranges if value <= SCREEN * usual]
        usual = fsum(kept) / len(kept)
    return Limits(mean, mean - REACH * usual, mean + REACH * usual)


def signals_of(values: ArrayLike, limits: Limits) -> tuple[Signal, ...]:
    """What each point stands out by, by the first rule that applies."""
    line = numbers(values, "values")
    side, out = _side(line, limits.mean, limits.mean), _side(line, limits.lower, limits.upper)
    edges = (limits.mean + EDGE * (end - limits.mean) for end in (limits.lower, limits.upper))
    near = (_side(line, *edges) != 0) & (out == 0)
    trend = part_of_run(seven_trend(line))
    pair = (two_in_three(near, side) == 1) & near
    run = part_of_run(seven_one_side(side))
    rules: tuple[tuple[Signs, Signal, Signal], ...] = (
        (out, Signal.ABOVE, Signal.BELOW),
        (trend, Signal.RISING, Signal.FALLING),
        (np.where(pair, side, 0).astype(np.int8), Signal.NEAR_TOP, Signal.NEAR_BOTTOM),
        (np.where(run, side, 0).astype(np.int8), Signal.HIGH_RUN, Signal.LOW_RUN),
    )
    return tuple(_first(rules, place) for place in range(line.size))


def _first(rules: Sequence[tuple[Signs, Signal, Signal]], place: int) -> Signal:
    for signs, up, down in rules:
        if signs[place]:
            return up if signs[place] > 0 else down
    return Signal.NONE


def _side(line: Floats, low: float, high: float) -> Signs:
    """1 above `high`, -1 below `low`, else 0."""
    fuzz = FUZZ * float(np.abs(line).max())
    return ((line > high + fuzz).astype(np.int8) - (line < low - fuzz)).astype(np.int8)


def seven_trend(values: ArrayLike) -> Signs:
    """1 at the end of seven points that rise throughout, -1 of seven that fall, else 0."""
    line = np.asarray(values, dtype=np.float64)
    found = np.zeros(line.size, np.int8)
    steps = np.sign(np.diff(line))
    for end in range(RUN - 1, line.size):
        last = steps[end - RUN + 1 : end]
        found[end] = int(last[0]) if _all_one_way(last) else 0
    return found


def _all_one_way(steps: Floats) -> bool:
    return bool(abs(steps.sum()) == steps.size)


def seven_one_side(sides: ArrayLike) -> Signs:
    """1 at the end of seven points on one side of the mean (`sides` 1 or -1, 0 on it), else 0."""
    side = np.asarray(sides, dtype=np.float64)
    found = np.zeros(side.size, np.int8)
    for end in range(RUN - 1, side.size):
        found[end] = _all_one_way(side[end - RUN + 1 : end + 1])
    return found


def two_in_three(near: ArrayLike, sides: ArrayLike) -> Signs:
    """1 for every point of three neighbours on one side of which two or more are near a limit, else 0."""
    close, side = np.asarray(near, dtype=np.int64), np.asarray(sides, dtype=np.float64)
    found = np.zeros(close.size, np.int8)
    for start in range(close.size - 2):
        three = slice(start, start + 3)
        if close[three].sum() > 1 and _all_one_way(side[three]):
            found[three] = 1
    return found


def part_of_run(ends: Signs) -> Signs:
    """The sign of the run for each of its seven points, from a sign at its end.

    A point where a rise meets a fall is part of both; it takes the later one.
    """
    found = np.zeros(ends.size, np.int8)
    for end in np.flatnonzero(ends):
        found[end - RUN + 1 : end + 1] = ends[end]
    return found
