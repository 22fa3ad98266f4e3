"""The attack: what a clever reader can work out of a hidden number from the numbers printed beside it."""

from collections.abc import Collection
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from scoring.faults import OutOfRangeError
from scoring.protection.relations import FUZZ, Cell, Release

ENDLESS = 1e9
"""No number of a release comes near it; HiGHS answers more surely within bounds than without."""
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Reach:
    """How near a reader comes to one hidden number."""

    name: str
    low: float
    high: float
    """`inf` where nothing printed bounds it."""
    pinned: bool
    """Whether sums and differences of printed numbers alone give it away."""

    @property
    def width(self) -> float:
        """How many numbers it could still be."""
        return self.high - self.low


@dataclass(frozen=True, eq=False)
class _Puzzle:
    """Everything a reader has: sums over the numbers not known exactly, and the bounds of each of these."""

    names: tuple[str, ...]
    sums: Matrix
    totals: Matrix
    bounds: tuple[tuple[float, float], ...]


def attack(
    release: Release, hidden: Collection[str], names: Collection[str] | None = None
) -> tuple[Reach, ...]:
    """The reach of each hidden number that could be printed (of those in `names`), in the order of the cells.

    Two linear programs a number (scipy's HiGHS), least and most, under the
    relations, the printed numbers and "not below nought"; and whether its unit
    vector lies in the row space of the relations (METHOD 2.10). The hidden
    values themselves are not used. Raises OutOfRangeError for a hidden name
    that is no cell and for printed numbers that contradict one another.
    """
    for name in hidden:
        release.cell(name)
    puzzle = _puzzle(release, hidden)
    free = _free(puzzle.sums)
    wanted = frozenset(hidden if names is None else names).intersection(hidden)
    targets = [cell.name for cell in release.cells if cell.name in wanted and cell.printable]
    return tuple(_reach(puzzle, free, name) for name in targets)


def _puzzle(release: Release, hidden: Collection[str]) -> _Puzzle:
    unknown = [cell for cell in release.cells if _unknown(cell, hidden)]
    places = {cell.name: place for place, cell in enumerate(unknown)}
    values = {cell.name: cell.value for cell in release.cells}
    sums = np.zeros((len(release.relations), len(unknown)))
    totals = np.array([relation.total for relation in release.relations], dtype=np.float64)
    for row, relation in enumerate(release.relations):
        for name, times in relation.terms:
            if name in places:
                sums[row, places[name]] += times
            else:
                totals[row] -= times * values[name]
    return _Puzzle(tuple(places), sums, totals, tuple(_bounds(cell, hidden) for cell in unknown))


def _unknown(cell: Cell, hidden: Collection[str]) -> bool:
    return cell.name in hidden or not cell.printable or cell.within > 0


def _bounds(cell: Cell, hidden: Collection[str]) -> tuple[float, float]:
    if cell.name in hidden or not cell.printable:
        return 0.0, ENDLESS
    return max(cell.value - cell.within, 0.0), cell.value + cell.within


def _free(sums: Matrix) -> Matrix:
    """For each number, how far it moves in some direction that changes no sum; nought means it is pinned."""
    _, sizes, turned = np.linalg.svd(sums)
    rank = int((sizes > FUZZ).sum())
    return np.asarray(np.abs(turned[rank:]).max(axis=0, initial=0.0))


def _reach(puzzle: _Puzzle, free: Matrix, name: str) -> Reach:
    place = puzzle.names.index(name)
    low, high = _end(puzzle, place, 1.0), _end(puzzle, place, -1.0)
    return Reach(name, low, inf if high > ENDLESS / 2 else high, bool(free[place] < FUZZ))


def _end(puzzle: _Puzzle, place: int, sign: float) -> float:
    aim = np.zeros(len(puzzle.names))
    aim[place] = sign
    found = linprog(aim, A_eq=puzzle.sums, b_eq=puzzle.totals, bounds=puzzle.bounds, method="highs")
    if not found.success:
        raise OutOfRangeError("The printed numbers contradict one another, so nothing can be worked out.")
    return float(found.x[place])
