"""What a golden vector is to the functions that answer it, and the limits it asks for."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from scoring.intervals import Estimate

Vector = Mapping[str, Any]
Answer = Any
"""Usually a dict with the expected keys; a list where the vector expects a bare list."""
Family = Callable[[Vector, Vector], Answer]
"""From a vector's inputs and what it expects (for the names of what is asked) to the project's answer."""

LIMIT = re.compile(r"(?:lo|hi)(\d+)")


def levels(expected: Vector) -> dict[str, float]:
    """The levels asked for by keys such as lo95 and hi998: 0.95 and 0.998."""
    found = (LIMIT.fullmatch(key) for key in expected)
    digits = {match[1] for match in found if match} or {"95"}
    return {text: float(f"0.{text}") for text in sorted(digits)}


def limits(expected: Vector, at: Callable[[float], Estimate]) -> Answer:
    """The limits at each level asked for, and the value itself under its usual names."""
    answer: dict[str, Any] = {}
    for text, level in levels(expected).items():
        estimate = at(level)
        answer |= {f"lo{text}": estimate.low, f"hi{text}": estimate.high}
        answer |= dict.fromkeys(("value", "estimate", "p", "mean", "difference", "d"), estimate.value)
    return answer
