"""Golden families: intervals of one share or mean, and of the difference of two."""

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.gap import difference_of_proportions, difference_of_scores
from scoring.intervals import PRIOR, Estimate, Sample, mean_interval, wilson
from scoring.spread import THEME
from tests.golden.vector import Answer, Family, Vector, limits, needed


def _wilson(inputs: Vector, expected: Vector) -> Answer:
    """So many of n, or a share of an effective number with weights."""
    if "x" in inputs:
        x, n = needed(inputs, "x", "n")
    else:
        share, n = needed(inputs, "p", "n_eff" if "n_eff" in inputs else "n")
        x = share * n
    return limits(inputs, expected, lambda level: wilson(x, n, level))


def _mean_interval(inputs: Vector, expected: Vector) -> Answer:
    sample = _sample(inputs)
    delta = THEME if inputs.get("delta") is None else inputs["delta"]
    prior = PRIOR if inputs.get("nu0") is None else inputs["nu0"]
    population = inputs.get("N", inputs.get("population"))
    return limits(
        inputs,
        expected,
        lambda level: mean_interval(sample, delta, prior=prior, level=level, population=population),
    )


def _sample(inputs: Vector) -> Sample:
    """The sample, given either as mean, n and variance or as the scores themselves (0-100)."""
    scores = inputs.get("scores")
    if scores is None:
        if inputs["n"] == 0:
            raise NoAnswersError("Nobody answered.")
        mean, n = needed(inputs, "mean", "n")
        variance = next(
            (inputs[key] for key in ("var_fraction", "variance") if inputs.get(key) is not None), 0
        )
        return Sample(mean, n, variance)
    known = [score for score in scores if score is not None]
    if not known:
        raise NoAnswersError("Nobody answered.")
    mean = sum(known) / len(known)
    squares = sum((score - mean) ** 2 for score in known) / 100**2
    return Sample(mean, len(known), squares / (len(known) - 1) if len(known) > 1 else 0.0)


def _difference_of_proportions(inputs: Vector, expected: Vector) -> Answer:
    first, second = needed(inputs, "x1", "n1"), needed(inputs, "x2", "n2")
    return limits(inputs, expected, lambda level: difference_of_proportions(first, second, level))


def _difference_of_scores(inputs: Vector, expected: Vector) -> Answer:
    first, second = (_estimate(inputs[key]) for key in ("a", "b"))
    return limits(inputs, expected, lambda _level: difference_of_scores(first, second))


def _estimate(numbers: list[float | None] | None) -> Estimate:
    known = [number for number in numbers or [] if number is not None]
    if len(known) != len(("value", "low", "high")):
        raise OutOfRangeError("A score needs its value and both ends of its interval.")
    return Estimate(*known)


FAMILIES: dict[str, Family] = {
    "difference_of_proportions": _difference_of_proportions,
    "difference_of_scores": _difference_of_scores,
    "mean_interval": _mean_interval,
    "wilson": _wilson,
}
