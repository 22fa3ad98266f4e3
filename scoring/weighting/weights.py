"""Weights: answers balanced to known totals, rarely, and only where there are enough (METHOD 2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.given import Floats, numbers
from scoring.weighting.raking import rake

LEAST_PEOPLE, LEAST_CELL = 30, 5
LIGHTEST, HEAVIEST = 0.2, 5.0
LEAST_SHARE = 0.6
"""Of the answers that must be left in effect; below it the result is published unweighted."""


@dataclass(frozen=True, eq=False)
class Balance:
    """Weights of people, 1 on average, and how many answers they are worth."""

    weights: Floats
    effective: float

    @property
    def usable(self) -> bool:
        """Whether to publish with these weights."""
        return self.effective >= LEAST_SHARE * self.weights.size


def effective_size(weights: ArrayLike) -> float:
    """How many unweighted answers these are worth: (Σw)²/Σw² (Kish 1965).

    Raises NoAnswersError for none, OutOfRangeError for a weight below 0 or all 0.
    """
    row = numbers(weights, "weights")
    if (row < 0).any() or row.max() == 0:
        raise OutOfRangeError("A weight is below 0, or all are 0.")
    row = row / row.max()
    return float(row.sum() ** 2 / (row @ row))


def balance(categories: Sequence[NDArray[np.int64]], totals: Sequence[ArrayLike]) -> Balance:
    """Weights of at least 30 people that bring them to the service's own true totals.

    `categories` holds, for each margin, the category of every person, from 0;
    `totals` how many people truly are in each. Weights are raked, cut to 0.2-5,
    and raked once more. Raises OutOfRangeError where fewer than 30 answered, or
    fewer than 5 in a category, or as `raking.rake` does.
    """
    people, margins = _people(categories, totals), [numbers(row, "totals") for row in totals]
    shape = tuple(row.size for row in margins)
    cells = np.ravel_multi_index(tuple(categories), shape)
    seed = np.bincount(cells, minlength=int(np.prod(shape))).astype(np.float64)
    targets = [row * people / row.sum() for row in margins]
    weights = _of_cells(seed, rake(seed.reshape(shape), targets))
    trimmed = seed * np.clip(weights, LIGHTEST, HEAVIEST)
    again = _of_cells(seed, rake(trimmed.reshape(shape), targets))[cells]
    return Balance(again, effective_size(again))


def _of_cells(seed: Floats, table: Floats) -> Floats:
    return np.divide(table.ravel(), seed, out=np.ones(seed.size), where=seed > 0)


def _people(categories: Sequence[NDArray[np.int64]], totals: Sequence[ArrayLike]) -> int:
    """How many people there are. Raises OutOfRangeError unless they may be weighted."""
    if not categories or len(categories) != len(totals):
        raise NoAnswersError("Weights need at least one margin, and totals for each.")
    people = len(categories[0])
    if people < LEAST_PEOPLE:
        raise OutOfRangeError(f"Only {people} people answered. Weights need at least {LEAST_PEOPLE}.")
    for margin, wanted in zip(categories, totals, strict=True):
        if len(margin) != people or margin.min() < 0 or margin.max() >= np.size(wanted):
            raise OutOfRangeError("Every person needs one of the categories that have a total.")
        if min(np.ravel(wanted)) <= 0:
            raise OutOfRangeError("People answered in a category whose true total is 0.")
        counts = np.bincount(margin, minlength=np.size(wanted))
        if counts.min() < LEAST_CELL:
            raise OutOfRangeError(
                f"Only {counts.min()} people are in one category. Weights need at least {LEAST_CELL} in each."
            )
    return people


def weights_words(found: Balance) -> str:
    """What the weights do to the number of answers."""
    received = found.weights.size
    if not found.usable:
        return (
            f"Balancing would leave too little of the {received} answers, so these results are not balanced."
        )
    return f"Counts as about {round(found.effective)} answers after balancing ({received} received)."
