"""Raking: a table brought to known totals, one margin after the other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from scoring.faults import NoAnswersError, OutOfRangeError
from scoring.given import Floats, numbers

ROUNDS = 200
CLOSE = 1e-8
FUZZ = 1e-13
"""Of the whole: a smaller move is only a float’s last bits."""


def rake(seed: ArrayLike, margins: Sequence[ArrayLike], *, close: float = CLOSE) -> Floats:
    """The table nearest to `seed` that has these totals (Deming & Stephan 1940).

    `margins` holds one row of totals for each side of the table, and all rows
    add up to the same number. The table is settled when no cell moves by more
    than `close` in a round. Raises OutOfRangeError for totals that do not
    agree or cannot be reached, and for a table that is not settled after 200 rounds.
    """
    table = _table(seed)
    totals = [_totals(row) for row in margins]
    _check(table, totals)
    settled = max(close, FUZZ * float(totals[0].sum()))
    for _ in range(ROUNDS):
        before = table
        for side, wanted in enumerate(totals):
            have = _margin(table, side)
            if (wanted[have == 0] > 0).any():
                raise OutOfRangeError("A total above 0 stands over cells that are all empty.")
            share = np.divide(wanted, have, out=np.zeros(have.size), where=have > 0)
            table = table * _along(share, side, table.ndim)
        if np.abs(table - before).max() <= settled:
            break
    # A table may stand still, or go round in a circle, and still miss a total it cannot reach.
    off = [np.abs(_margin(table, side) - wanted).max() for side, wanted in enumerate(totals)]
    if max(off) <= table.size * settled:
        return table
    raise OutOfRangeError("The totals cannot all be met from these cells.")


def _table(seed: ArrayLike) -> Floats:
    try:
        table = np.asarray(seed, dtype=np.float64)
    except (TypeError, ValueError):
        raise OutOfRangeError("Not every cell of the table is a number.") from None
    if not table.size:
        raise NoAnswersError("The table has no cells.")
    if not np.isfinite(table).all() or (table < 0).any():
        raise OutOfRangeError("A cell of the table is missing or below 0.")
    return table


def _totals(row: ArrayLike) -> Floats:
    totals = numbers(row, "totals")
    if (totals < 0).any() or totals.sum() <= 0:
        raise OutOfRangeError("A total is below 0, or all are 0.")
    return totals


def _check(table: Floats, totals: Sequence[Floats]) -> None:
    if table.shape != tuple(row.size for row in totals):
        raise OutOfRangeError("Every side of the table needs a total for each of its rows.")
    sums = [float(row.sum()) for row in totals]
    if max(sums) - min(sums) > CLOSE * max(sums):
        raise OutOfRangeError(
            f"The totals do not agree: they add up to {', '.join(f'{total:g}' for total in sums)}."
        )


def _margin(table: Floats, side: int) -> Floats:
    others = tuple(other for other in range(table.ndim) if other != side)
    found: Floats = table.sum(axis=others)
    return found


def _along(row: Floats, side: int, sides: int) -> Floats:
    return row.reshape([-1 if other == side else 1 for other in range(sides)])
