"""Golden families: one person's scores, and the share of favourable answers."""

import re
from fractions import Fraction
from typing import Any

from scoring.given import whole
from scoring.scores import item_score, positive_percent, theme_score, turned
from tests.golden.vector import Answer, Family, Vector


def _item_score(inputs: Vector, _expected: Vector) -> Answer:
    given, options = inputs["x"], inputs.get("options") or 5
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
    counts, positive = whole(inputs["counts"], "counts").astype(int).tolist(), inputs.get("positive", 2)
    places = range(min(positive, len(counts))) if isinstance(positive, int) else positive
    return {"percent": float(positive_percent(counts, places))}


FAMILIES: dict[str, Family] = {
    "item_score": _item_score,
    "positive_percent": _positive_percent,
    "theme_score": _theme_score,
}
