"""Change over time: two rounds side by side, and a line of rounds with what it is fit to say (METHOD 2.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from math import isfinite

from scoring.change.xmr import Limits, Signal, limits_of, signals_of
from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.gap import difference_of_scores
from scoring.intervals import Estimate

TRIAL_FROM, FULL_FROM = 7, 12
UNEVEN = 2
"""Where the numbers of people differ by more than this many times, z is charted in place of the score."""


class Clarity(StrEnum):
    """What a change between two rounds amounts to."""

    UP = "up"
    DOWN = "down"
    UNCLEAR = "unclear"
    """The range of the change holds 0."""


@dataclass(frozen=True)
class Change:
    """The score now less the score last time, with its range, in points."""

    points: Estimate
    clarity: Clarity


class Stage(StrEnum):
    """How much a line of rounds can bear."""

    LINE = "line"
    """The scores with their ranges, and nothing more."""
    TRIAL = "trial"
    """Limits that may still move."""
    FULL = "full"


class Charted(StrEnum):
    """What is drawn."""

    SCORE = "score"
    Z = "z"
    """How far the score lies from what was expected of a service of this size."""


@dataclass(frozen=True)
class Point:
    """One round. Rounds that may be compared have the same `line`."""

    score: Estimate
    people: float
    line: str = ""
    z: float | None = None
    """Of the comparison with similar services, where there was one."""


@dataclass(frozen=True)
class Line:
    """Rounds in a row that may be compared with each other, oldest first."""

    start: int
    """The place of its first round among all the rounds."""
    stage: Stage
    charted: Charted
    values: tuple[float, ...]
    limits: Limits | None
    signals: tuple[Signal, ...]
    """One for each value; empty where there are no limits."""

    @property
    def steady(self) -> bool:
        """Whether there are enough rounds to tell, and none stands out."""
        return self.limits is not None and all(signal is Signal.NONE for signal in self.signals)


def change(now: Estimate, before: Estimate) -> Change:
    """The change between two rounds (MOVER), treated as independent.

    When the same people answer twice that is on the safe side.
    """
    points = difference_of_scores(now, before)
    if not all(map(isfinite, (points.value, points.low, points.high))):
        raise OutOfRangeError("A score or an end of its range is missing.")
    if points.low <= 0 <= points.high:
        return Change(points, Clarity.UNCLEAR)
    return Change(points, Clarity.UP if points.value > 0 else Clarity.DOWN)


def lines(points: Sequence[Point]) -> tuple[Line, ...]:
    """The rounds of a service, oldest first, cut wherever they stop being comparable.

    Raises NoAnswersError for no rounds or a round without people, OutOfRangeError
    for a score that is no number.
    """
    if not points:
        raise NoAnswersError("There are no rounds.")
    for point in points:
        if not (isfinite(point.people) and point.people > 0):
            raise NoAnswersError("A round without answers has no score to draw.")
        if not all(map(isfinite, (point.score.value, point.z or 0.0))):
            raise OutOfRangeError("The score of a round is missing.")
    found: list[Line] = []
    for _, group in groupby(points, key=lambda point: point.line):
        run = tuple(group)
        found.append(_line(run, found[-1].start + len(found[-1].values) if found else 0))
    return tuple(found)


def _line(run: Sequence[Point], start: int) -> Line:
    sizes = [point.people for point in run]
    scores, zs = tuple(point.score.value for point in run), [point.z for point in run if point.z is not None]
    uneven = max(sizes) > UNEVEN * min(sizes)
    if len(run) < TRIAL_FROM or (uneven and len(zs) < len(run)):
        return Line(start, Stage.LINE, Charted.SCORE, scores, None, ())
    charted, values = (Charted.Z, tuple(zs)) if uneven else (Charted.SCORE, scores)
    limits = limits_of(values)
    stage = Stage.FULL if len(run) >= FULL_FROM else Stage.TRIAL
    return Line(start, stage, charted, values, limits, signals_of(values, limits))
