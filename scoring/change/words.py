"""What is said of change over time: from last time to this, and of a line of rounds."""

from collections.abc import Mapping

from scoring.change.trend import Change, Charted, Clarity, Line, Stage
from scoring.change.xmr import Signal
from scoring.rounding import outward

SMALL = 3
SAID: Mapping[Signal, str] = {
    Signal.ABOVE: "higher than this service’s usual range",
    Signal.BELOW: "lower than this service’s usual range",
    Signal.RISING: "part of a steady rise over 7 rounds or more",
    Signal.FALLING: "part of a steady fall over 7 rounds or more",
    Signal.NEAR_TOP: "near the top of the usual range, like another round close by",
    Signal.NEAR_BOTTOM: "near the bottom of the usual range, like another round close by",
    Signal.HIGH_RUN: "one of 7 rounds or more in a row above the average",
    Signal.LOW_RUN: "one of 7 rounds or more in a row below the average",
}
TRIAL = "There are only a few rounds, so the usual range may still move."
TOO_SHORT = "There are too few rounds to tell a usual range."
BY_SIZE = "The numbers of people differ a lot, so we show how far each score is from the expected one."
STEADY = "No clear change. The scores go up and down as they usually do."
NO_CHANGE = "No change."


def changed(found: Change) -> str:
    """The sentence about a change since last time."""
    if found.clarity is Clarity.UNCLEAR:
        return "No clear change since last time."
    ends = outward(found.points.low, found.points.high)
    low, high = ends if found.clarity is Clarity.UP else (-ends[1], -ends[0])
    size = max(round(abs(found.points.value)), 1)
    way = "higher" if found.clarity is Clarity.UP else "lower"
    small = " Clear but small." if size < SMALL else ""
    return f"{size} point{'' if size == 1 else 's'} {way} than last time (range {low} to {high}).{small}"


def told(line: Line, labels: tuple[str, ...]) -> tuple[str, ...]:
    """The sentences about a line of rounds, those outside the usual range first; a label for each round."""
    if line.limits is None:
        return (TOO_SHORT,)
    said = [BY_SIZE] if line.charted is Charted.Z else []
    if line.stage is Stage.TRIAL:
        said.append(TRIAL)
    if line.limits.lower == line.limits.upper:
        return (*said, NO_CHANGE)
    if line.steady:
        return (*said, STEADY)
    order = sorted(
        range(len(line.signals)), key=lambda place: line.signals[place] not in {Signal.ABOVE, Signal.BELOW}
    )
    said += [
        f"{labels[place]}: {SAID[line.signals[place]]}." for place in order if line.signals[place] in SAID
    ]
    return tuple(said)
