"""Whether the statements of a theme belong together: alpha, its interval, each statement and the rest."""

from dataclasses import dataclass

import numpy as np
from scipy.special import fdtri

from scoring.faults import OutOfRangeError
from scoring.given import Floats, Rows, complete
from scoring.intervals import LEVEL, Estimate

SAME = 1e-12
"""A variance this small beside the whole is none."""


@dataclass(frozen=True)
class Icc:
    """Intraclass correlations of one way (Shrout & Fleiss 1979): of one rating, and of the mean of k."""

    one: float
    mean: float


def alpha(rows: Rows) -> float:
    """Cronbach's alpha, raw, over the people who answered everything (listwise).

    k/(k-1)·(1 - Σ item variances / variance of the sum). Below 0 when statements
    pull against each other. Raises NoAnswersError for fewer than two complete
    people, OutOfRangeError where everybody's sum is the same.
    """
    found = _alpha(complete(rows))
    if found is None:
        raise OutOfRangeError("Everybody has the same sum, so there is no alpha.")
    return found


def _alpha(table: Floats) -> float | None:
    k = table.shape[1]
    parts, whole = float(table.var(axis=0, ddof=1).sum()), float(table.sum(axis=1).var(ddof=1))
    if k < 2 or whole <= SAME * max(parts, float((table**2).mean())):  # noqa: PLR2004 - one statement agrees with nothing
        return None
    return float(k / (k - 1) * (1 - parts / whole))


def alpha_interval(value: float, people: int, items: int, level: float = LEVEL) -> Estimate:
    """Alpha with its interval from the F distribution (Feldt 1965).

    Raises OutOfRangeError for fewer than two people or items, or an alpha above 1.
    """
    if not (value <= 1 and 1 < people < np.inf and 1 < items < np.inf and 0 < level < 1):
        raise OutOfRangeError(
            f"No interval for an alpha of {value} of {people} people and {items} statements."
        )
    freedom = people - 1, (people - 1) * (items - 1)
    low, high = (
        1 - (1 - value) * float(fdtri(*freedom, side)) for side in ((1 + level) / 2, (1 - level) / 2)
    )
    return Estimate(value, low, high)


def alpha_if_dropped(rows: Rows) -> tuple[float | None, ...]:
    """Alpha without each statement in turn; None where two are too few to drop one, or nobody differs."""
    table = complete(rows)
    return tuple(_alpha(np.delete(table, place, axis=1)) for place in range(table.shape[1]))


def item_rest(rows: Rows) -> tuple[float | None, ...]:
    """The correlation of each statement with the sum of the others; None where one of them never varies."""
    table = complete(rows)
    whole = table.sum(axis=1)
    return tuple(_correlation(column, whole - column) for column in table.T)


def _correlation(first: Floats, second: Floats) -> float | None:
    one, other = first - first.mean(), second - second.mean()
    size, scale = float((one @ one) * (other @ other)), float((first @ first) * (second @ second))
    if size <= SAME**2 * scale:
        return None
    return float(np.clip(one @ other / np.sqrt(size), -1, 1))


def icc(rows: Rows) -> Icc:
    """ICC1 and ICC1k from the variances between and within rows; rows with a gap are left out.

    Raises OutOfRangeError where the rows do not differ.
    """
    table = complete(rows)
    k = table.shape[1]
    between = k * float(table.mean(axis=1).var(ddof=1))
    within = float(table.var(axis=1, ddof=1).mean())
    if between <= SAME * float((table**2).mean()):
        raise OutOfRangeError("All rows have the same mean, so there is no reliability.")
    return Icc((between - within) / (between + (k - 1) * within), (between - within) / between)
