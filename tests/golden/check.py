"""Checking golden vectors: run each through the project's function and say what differs."""

from collections.abc import Mapping, Sequence
from math import isclose, isnan
from typing import Any

from scoring.faults import ScoringError
from tests.golden.families import FAMILIES
from tests.golden.vector import plain

DEFAULT_TOLERANCE = 1e-9


def failure(vector: Mapping[str, Any]) -> str | None:
    """What is wrong with the project's answer to this vector, or None where nothing is."""
    family, expected = str(vector.get("family")), vector.get("expected")
    if family not in FAMILIES:
        return f"no function for the family {family!r}"
    if expected is None:
        return "the vector expects nothing"
    # Most vectors expect named values; some expect a bare list or number.
    named: Mapping[str, Any] = expected if isinstance(expected, Mapping) else {}
    undefined = named.get("undefined") is True
    try:
        actual = FAMILIES[family](plain(vector["inputs"]), named)
    except ScoringError as refusal:
        nothing = undefined or (bool(named) and all(value is None for value in named.values()))
        return None if nothing else f"refused: {refusal}"
    except Exception as error:  # noqa: BLE001 - one broken vector must not hide the others
        return f"{type(error).__name__}: {error}"
    if undefined:
        return f"expected a refusal, got {actual}"
    return _difference(_bare(actual, expected), expected, _tolerance(vector), "")


def _bare(actual: object, expected: object) -> object:
    """The one value of a mapping, where the vector expects a bare one."""
    if isinstance(actual, Mapping) and not isinstance(expected, Mapping) and len(actual) == 1:
        return next(iter(actual.values()))
    return actual


def _tolerance(vector: Mapping[str, Any]) -> float:
    tolerance = vector.get("tolerance")
    return DEFAULT_TOLERANCE if tolerance is None else float(tolerance)


def _difference(actual: object, expected: object, tolerance: float, place: str) -> str | None:
    """The first place where the two differ, in words. Keys beyond the expected ones do not matter."""
    if isinstance(expected, Mapping):
        if not isinstance(actual, Mapping):
            return _unlike(actual, expected, place)
        pairs = [(f"{place}.{key}".lstrip("."), actual.get(key), want) for key, want in expected.items()]
    elif isinstance(expected, Sequence) and not isinstance(expected, str):
        if not isinstance(actual, Sequence) or isinstance(actual, str) or len(actual) != len(expected):
            return _unlike(actual, expected, place)
        both = zip(actual, expected, strict=True)
        pairs = [(f"{place}[{number}]", have, want) for number, (have, want) in enumerate(both)]
    else:
        return None if _equal(actual, expected, tolerance) else _unlike(actual, expected, place)
    found = (_difference(have, want, tolerance, where) for where, have, want in pairs)
    return next((words for words in found if words), None)


def _equal(actual: object, expected: object, tolerance: float) -> bool:
    if isinstance(actual, bool) or isinstance(expected, bool):
        return actual is expected
    if isinstance(actual, int | float) and isinstance(expected, int | float):
        both_none = isnan(actual) and isnan(expected)
        return both_none or isclose(actual, expected, rel_tol=0, abs_tol=tolerance)
    return actual == expected


def _unlike(actual: object, expected: object, place: str) -> str:
    return f"{place or 'answer'}: expected {expected!r}, got {actual!r}"
