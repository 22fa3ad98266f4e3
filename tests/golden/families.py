"""Each family of golden vectors, and the project's own function that answers it."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.gap import difference_of_proportions, difference_of_scores
from scoring.intervals import PRIOR, Estimate, Sample, mean_interval, wilson
from scoring.scores import item_score, positive_percent, theme_score, turned
from scoring.spread import THEME

Vector = Mapping[str, Any]
Answer = dict[str, Any]
LIMIT = re.compile(r"(?:lo|hi)(\d+)")


def _levels(expected: Vector) -> dict[str, float]:
    """The levels asked for by keys such as lo95 and hi998: 0.95 and 0.998."""
    found = (LIMIT.fullmatch(key) for key in expected)
    digits = {match[1] for match in found if match} or {"95"}
    return {text: float(f"0.{text}") for text in sorted(digits)}


def _limits(expected: Vector, at: Callable[[float], Estimate]) -> Answer:
    """The limits at each level asked for, and the value itself under its usual names."""
    answer: Answer = {}
    for text, level in _levels(expected).items():
        estimate = at(level)
        answer |= {f"lo{text}": estimate.low, f"hi{text}": estimate.high}
        answer |= dict.fromkeys(("value", "estimate", "p", "mean", "difference", "d"), estimate.value)
    return answer


def _wilson(inputs: Vector, expected: Vector) -> Answer:
    return _limits(expected, lambda level: wilson(inputs["x"], inputs["n"], level))


def _mean_interval(inputs: Vector, expected: Vector) -> Answer:
    sample = _sample(inputs)
    delta = THEME if inputs.get("delta") is None else inputs["delta"]
    prior = PRIOR if inputs.get("nu0") is None else inputs["nu0"]
    population = inputs.get("N", inputs.get("population"))
    return _limits(
        expected,
        lambda level: mean_interval(sample, delta, prior=prior, level=level, population=population),
    )


def _sample(inputs: Vector) -> Sample:
    """The sample, given either as mean, n and variance or as the scores themselves (0-100)."""
    scores = inputs.get("scores")
    if scores is None:
        n = inputs["n"]
        if n == 0:
            raise NoAnswersError("Nobody answered.")
        variance = next(
            (inputs[key] for key in ("var_fraction", "variance") if inputs.get(key) is not None), 0
        )
        return Sample(inputs["mean"], n, variance)
    known = [score for score in scores if score is not None]
    if not known:
        raise NoAnswersError("Nobody answered.")
    mean = sum(known) / len(known)
    squares = sum((score - mean) ** 2 for score in known) / 100**2
    return Sample(mean, len(known), squares / (len(known) - 1) if len(known) > 1 else 0.0)


def _item_score(inputs: Vector, _expected: Vector) -> Answer:
    given, options = inputs["x"], inputs.get("options", 5)
    values = given if isinstance(given, list) else [given]
    if inputs.get("reverse"):
        values = [None if value is None else turned(value, options) for value in values]
    scores = [None if value is None else float(item_score(value, options)) for value in values]
    return {"scores": scores, "score": scores[0] if scores else None}


def _theme_score(inputs: Vector, expected: Vector) -> Answer:
    """Scores of each row of answers, or of the only one; x60 and the like are scores in that many parts."""
    options, reverse, answers = inputs.get("options", 5), inputs.get("reverse") or [], inputs["answers"]
    rows = answers if any(isinstance(row, list) for row in answers) else [answers]
    scores = [theme_score(_turned_row(row, options, reverse), options) for row in rows]
    units = {"score": 1} | {key: int(key[1:]) for key in expected if re.fullmatch(r"x\d+", key)}
    whole = {key: [_number(score, unit) for score in scores] for key, unit in units.items()}
    return whole if rows is answers else {key: numbers[0] for key, numbers in whole.items()}


def _turned_row(row: list[int | None], options: int, reverse: list[Any]) -> list[int | None]:
    return [
        turned(value, options) if value is not None and _is_reversed(reverse, place) else value
        for place, value in enumerate(row)
    ]


def _is_reversed(reverse: list[Any], place: int) -> bool:
    """`reverse` holds either a yes or no for each statement, or the places of those turned round."""
    if reverse and all(isinstance(flag, bool) for flag in reverse):
        return bool(reverse[place])
    return place in reverse


def _number(score: Fraction | None, unit: int) -> int | float | None:
    if score is None:
        return None
    exact = score * unit
    return int(exact) if exact.denominator == 1 else float(exact)


def _positive_percent(inputs: Vector, _expected: Vector) -> Answer:
    """Counts run from the most favourable; the first two are positive unless the vector says otherwise."""
    counts, positive = inputs["counts"], inputs.get("positive", 2)
    places = range(min(positive, len(counts))) if isinstance(positive, int) else positive
    return {"percent": float(positive_percent(counts, places))}


def _difference_of_proportions(inputs: Vector, expected: Vector) -> Answer:
    first, second = (inputs["x1"], inputs["n1"]), (inputs["x2"], inputs["n2"])
    return _limits(expected, lambda level: difference_of_proportions(first, second, level))


def _difference_of_scores(inputs: Vector, expected: Vector) -> Answer:
    first, second = (_estimate(inputs[key]) for key in ("a", "b"))
    return _limits(expected, lambda _level: difference_of_scores(first, second))


def _estimate(numbers: list[float | None] | None) -> Estimate:
    known = [number for number in numbers or [] if number is not None]
    if len(known) != len(("value", "low", "high")):
        raise OutOfRangeError("A score needs its value and both ends of its interval.")
    return Estimate(*known)


FAMILIES: Mapping[str, Callable[[Vector, Vector], Answer]] = {
    "difference_of_proportions": _difference_of_proportions,
    "difference_of_scores": _difference_of_scores,
    "item_score": _item_score,
    "mean_interval": _mean_interval,
    "positive_percent": _positive_percent,
    "theme_score": _theme_score,
    "wilson": _wilson,
}
