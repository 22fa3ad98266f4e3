"""Krippendorff's alpha by its definition, for free-text coding: agreement beyond chance of several coders."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from scoring.faults import NoAnswersError, OutOfRangeError

Floats = NDArray[np.float64]
Coders = Sequence[Sequence[float | None]]


def krippendorff(coders: Coders) -> dict[str, float | None]:
    """Alpha by four ways to measure a difference (Krippendorff 2011); a row a coder, None where not coded.

    None for a way that does not fit the values: ratios need values above or at 0.
    Raises NoAnswersError where no unit has two codes.
    """
    units = [[code for code in unit if code is not None] for unit in zip(*coders, strict=True)]
    paired = [unit for unit in units if len(unit) > 1]
    if not paired:
        raise NoAnswersError("No unit was coded twice.")
    values = sorted({code for unit in paired for code in unit})
    if len(values) == 1:
        raise OutOfRangeError("Everything has the same code, so agreement beyond chance has no meaning.")
    found = _coincidences(paired, values)
    ranks = np.asarray(values, dtype=np.float64)
    return {name: _alpha(found, difference(found, ranks)) for name, difference in DIFFERENCES.items()}


def _coincidences(units: Sequence[Sequence[float]], values: Sequence[float]) -> Floats:
    """How often two values meet in a unit, each unit counting as many times as it has codes."""
    place = {value: number for number, value in enumerate(values)}
    found = np.zeros((len(values), len(values)))
    for unit in units:
        counts = np.bincount([place[code] for code in unit], minlength=len(values)).astype(np.float64)
        found += (np.outer(counts, counts) - np.diag(counts)) / (len(unit) - 1)
    return found


def _alpha(found: Floats, difference: Floats) -> float | None:
    totals = found.sum(axis=0)
    chance = np.outer(totals, totals) - np.diag(totals)
    expected = float((chance * difference).sum()) / (totals.sum() - 1)
    return 1 - float((found * difference).sum()) / expected if expected > 0 else None


def _nominal(_found: Floats, values: Floats) -> Floats:
    return 1 - np.eye(values.size)


def _ordinal(found: Floats, values: Floats) -> Floats:
    totals = found.sum(axis=0)
    upto = np.cumsum(totals)
    between = np.abs(upto[:, None] - upto[None, :] - (totals[:, None] - totals[None, :]) / 2)
    return np.asarray(between**2 * _nominal(found, values))


def _interval(_found: Floats, values: Floats) -> Floats:
    return np.asarray((values[:, None] - values[None, :]) ** 2)


def _ratio(_found: Floats, values: Floats) -> Floats:
    sums = values[:, None] + values[None, :]
    apart = values[:, None] - values[None, :]
    return np.asarray(np.divide(apart, sums, out=np.zeros_like(apart), where=sums != 0) ** 2)


DIFFERENCES: dict[str, Callable[[Floats, Floats], Floats]] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval,
    "ratio": _ratio,
}
