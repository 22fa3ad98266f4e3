"""What a golden vector is to the functions that answer it, and the limits it asks for."""

import re
from collections.abc import Callable, Mapping
from math import isnan
from typing import Any

from scoring.faults import OutOfRangeError
from scoring.intervals import LEVEL, Estimate

Vector = Mapping[str, Any]
Answer = Any
"""Usually a dict with the expected keys; a list where the vector expects a bare list."""
Family = Callable[[Vector, Vector], Answer]
"""From a vector's inputs and what it expects (for the names of what is asked) to the project's answer."""

LIMIT = re.compile(r"(?:lo|hi)(\d+)")
BARE = {"lo": "low", "low": "low", "lower": "low", "hi": "high", "high": "high", "upper": "high"}
"""Names of an end that say no level; that of the inputs is meant."""


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a file of JSON holds
    """As other programs write JSON: 3.0 where 3 is meant, and NaN where there is nothing."""
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, float):
        return None if isnan(value) else int(value) if value.is_integer() else value
    return value


def needed(inputs: Vector, *keys: str) -> tuple[Any, ...]:
    """These inputs. Raises OutOfRangeError for one that is there and empty."""
    values = tuple(inputs[key] for key in keys)
    if None in values:
        raise OutOfRangeError(f"One of {', '.join(keys)} is missing.")
    return values


def levels(expected: Vector) -> dict[str, float]:
    """The levels asked for by keys such as lo95 and hi998: 0.95 and 0.998."""
    found = (LIMIT.fullmatch(key) for key in expected)
    digits = {match[1] for match in found if match} or {"95"}
    return {text: float(f"0.{text}") for text in sorted(digits)}


def limits(inputs: Vector, expected: Vector, at: Callable[[float], Estimate]) -> Answer:
    """The limits at each level asked for, and the value itself under its usual names."""
    usual = at(inputs.get("level", LEVEL))
    answer: dict[str, Any] = {name: getattr(usual, end) for name, end in BARE.items()}
    for text, level in levels(expected).items():
        estimate = at(level)
        answer |= {f"lo{text}": estimate.low, f"hi{text}": estimate.high}
        answer |= dict.fromkeys(("value", "estimate", "p", "mean", "difference", "d"), estimate.value)
    return answer
