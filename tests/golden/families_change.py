"""Golden families: two groups of people, and lines of rounds."""

from scoring.change.xmr import (
    Limits,
    Signal,
    limits_of,
    seven_one_side,
    seven_trend,
    signals_of,
    two_in_three,
)
from scoring.comparison.effect import mann_whitney, pairs, permutation
from tests.golden.vector import Answer, Family, Vector

PACKAGE_NAMES = {
    Signal.ABOVE: "Above UCL",
    Signal.BELOW: "Below LCL",
    Signal.RISING: "7 Point Trend (Increasing)",
    Signal.FALLING: "7 Point Trend (Decreasing)",
    Signal.NEAR_TOP: "2 in 3 Above CL",
    Signal.NEAR_BOTTOM: "2 in 3 Below CL",
    Signal.HIGH_RUN: "7 Points Above CL",
    Signal.LOW_RUN: "7 Points Below CL",
    Signal.NONE: "Common Cause",
}
"""What NHSRplotthedots calls each signal."""


def _groups(inputs: Vector) -> tuple[list[float], list[float]]:
    """Both groups, without the people who have no score."""
    first, second = ([score for score in inputs[key] if score is not None] for key in ("a", "b"))
    return first, second


def _cliffs_delta(inputs: Vector, _expected: Vector) -> Answer:
    found = pairs(*_groups(inputs))
    return {"delta": found.delta, "higher": found.higher, "lower": found.lower, "same": found.same}


def _mann_whitney(inputs: Vector, _expected: Vector) -> Answer:
    found = mann_whitney(*_groups(inputs))
    return {"U": found.u, "p": found.p}


def _named(limits: Limits) -> dict[str, object]:
    return {"mean": limits.mean, "lpl": limits.lower, "upl": limits.upper}


def _limits(inputs: Vector) -> Limits:
    return limits_of(inputs["y"], screen=inputs.get("screen", True))


def _signals(inputs: Vector, _expected: Vector) -> Answer:
    limits = _limits(inputs)
    types = [PACKAGE_NAMES[signal] for signal in signals_of(inputs["y"], limits)]
    return {**_named(limits), "types": types}


FAMILIES: dict[str, Family] = {
    "cliffs_delta": _cliffs_delta,
    "mann_whitney": _mann_whitney,
    "permutation_test": lambda inputs, _: {"p": permutation(*_groups(inputs)).p},
    "xmr_limits": lambda inputs, _: _named(_limits(inputs)),
    "xmr_rule_seven_one_side": lambda inputs, _: seven_one_side(inputs["relative_to_mean"]).tolist(),
    "xmr_rule_seven_trend": lambda inputs, _: seven_trend(inputs["y"]).tolist(),
    "xmr_rule_two_in_three": lambda inputs, _: two_in_three(
        inputs["close_to_limits"], inputs["relative_to_mean"]
    ).tolist(),
    "xmr_signals": _signals,
}
