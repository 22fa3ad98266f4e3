"""Numbers as they are handed over: checked once, so that no formula ever meets a gap or a nonsense value."""

from collections.abc import Sequence
from math import isnan

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.faults import NoAnswersError, OutOfRangeError

Floats = NDArray[np.float64]
Rows = Sequence[Sequence[float | None]]
"""Answers, a row a person; None where there is no answer."""


def numbers(values: ArrayLike, what: str) -> Floats:
    """A flat row of finite numbers. Raises NoAnswersError for none, OutOfRangeError for anything else."""
    try:
        row = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise OutOfRangeError(f"Not every one of the {what} is a number.") from None
    if row.ndim != 1:
        raise OutOfRangeError(f"The {what} must be one row of numbers.")
    if not row.size:
        raise NoAnswersError(f"There are no {what}.")
    if not np.isfinite(row).all():
        raise OutOfRangeError(f"One of the {what} is missing or has no end.")
    return row


def positive(values: ArrayLike, what: str) -> Floats:
    """As `numbers`, each above 0."""
    row = numbers(values, what)
    if (row <= 0).any():
        raise OutOfRangeError(f"One of the {what} is not above 0.")
    return row


def whole(values: ArrayLike, what: str) -> Floats:
    """As `numbers`, each a whole number of 0 or more."""
    row = numbers(values, what)
    if (row < 0).any() or (row != np.floor(row)).any():
        raise OutOfRangeError(f"One of the {what} is not a whole number of 0 or more.")
    return row


def shares(values: ArrayLike, what: str) -> Floats:
    """As `numbers`, each from 0 to 1."""
    row = numbers(values, what)
    if (row < 0).any() or (row > 1).any():
        raise OutOfRangeError(f"One of the {what} is not between 0 and 1.")
    return row


def alike(*rows: Floats) -> None:
    """Raises OutOfRangeError unless all rows have as many numbers."""
    if len({row.size for row in rows}) > 1:
        raise OutOfRangeError(f"The rows have different lengths: {', '.join(str(row.size) for row in rows)}.")


def complete(rows: Rows, least_columns: int = 2) -> Floats:
    """The rows without a gap (listwise), shape (people, columns), at least two people.

    Raises NoAnswersError where fewer than two people answered everything,
    OutOfRangeError for ragged rows, too few columns, or a number without an end.
    """
    if not rows:
        raise NoAnswersError("There are no answers.")
    if {len(row) for row in rows} != {len(rows[0])} or len(rows[0]) < least_columns:
        raise OutOfRangeError(
            f"Every person needs as many answers as there are statements, and at least {least_columns}."
        )
    full = [row for row in rows if not any(value is None or isnan(value) for value in row)]
    if len(full) < 2:  # noqa: PLR2004 - two people are the fewest who can differ
        raise NoAnswersError("Fewer than two people answered all of it.")
    table = np.asarray(full, dtype=np.float64)
    if not np.isfinite(table).all():
        raise OutOfRangeError("One of the answers has no end.")
    return table
