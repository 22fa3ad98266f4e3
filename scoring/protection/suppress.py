"""Hiding numbers: first those of too few people, then the cheapest others without which those leak."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from scoring.faults import ScoringError
from scoring.protection.attack import attack
from scoring.protection.relations import Cell, Release

MOST_NODES = 20_000
"""The search for the cheapest pattern stops here and takes the best it has: a count, so that runs agree."""
MOST_AT_ONCE = 2_000
"""Numbers to protect times numbers in all: up to here one search is for the cheapest pattern of all."""
FARTHER = 10
"""How many times the widest range needed a number may be moved in the search."""
FUZZ = 1e-4


class UnsafeReleaseError(ScoringError):
    """Numbers that stay exposed even when everything that can be hidden is."""


@dataclass(frozen=True)
class Protection:
    """The least range to leave a reader: so many people, or this share of the number (METHOD 2.10)."""

    people: float = 10.0
    share: float = 0.2

    def needed(self, cell: Cell) -> float:
        """The least width for this number, in its own unit."""
        return max(self.people * cell.step, self.share * cell.value)


@dataclass(frozen=True)
class Suppression:
    """What to hide, in the order of the cells."""

    primary: tuple[str, ...]
    """Too few people."""
    secondary: tuple[str, ...]
    """Hidden so that the others stay hidden."""
    cost: int
    """How many people are behind the numbers of `secondary`."""

    @property
    def hidden(self) -> frozenset[str]:
        """All that is hidden."""
        return frozenset(self.primary) | frozenset(self.secondary)


USUAL = Protection()


def too_few(release: Release, least: int) -> tuple[str, ...]:
    """The numbers with some people behind them but fewer than `least`."""
    return tuple(cell.name for cell in release.cells if cell.printable and 0 < cell.people < least)


def unsafe(
    release: Release,
    hidden: Collection[str],
    protection: Protection = USUAL,
    names: Collection[str] | None = None,
) -> tuple[str, ...]:
    """The hidden numbers (of those in `names`) that a reader can work out, exactly or too nearly."""
    return tuple(
        reach.name
        for reach in attack(release, hidden, names)
        if reach.pinned or reach.width < protection.needed(release.cell(reach.name)) - FUZZ
    )


def suppress(release: Release, primary: Collection[str], protection: Protection = USUAL) -> Suppression:
    """What to hide besides `primary` so that no hidden number is unsafe, at the least cost in people.

    The cheapest pattern that protects the primary numbers is found by a mixed
    integer program (Fischetti and Salazar 2001). Where it leaves another hidden
    number unsafe, that one is protected too and the search repeated. In a large
    release the numbers are protected one after the other, which may cost more.
    Every answer has been through `attack`. Raises UnsafeReleaseError where even
    hiding everything would not do, OutOfRangeError for a name that is no cell.
    """
    everything = frozenset(cell.name for cell in release.cells if cell.printable)
    hidden, searched = frozenset(primary), frozenset[str]()
    while exposed := unsafe(release, hidden, protection):
        if hidden == everything:
            raise UnsafeReleaseError("Even with every number hidden, one of them could be worked out.")
        guarded = searched.union(primary, exposed)
        if guarded == searched:
            hidden = everything
        elif len(guarded) * len(release.cells) <= MOST_AT_ONCE:
            hidden = _cheapest(release, primary, guarded, protection) or everything
        else:
            hidden = _one_by_one(release, hidden, exposed, protection) or everything
        searched = guarded
    return _suppression(release, primary, hidden)


def _one_by_one(
    release: Release, hidden: frozenset[str], exposed: Collection[str], protection: Protection
) -> frozenset[str]:
    """The hidden numbers and, for each that is still exposed, the cheapest others to protect it."""
    for name in exposed:
        if unsafe(release, hidden, protection, (name,)):
            hidden = _cheapest(release, hidden, (name,), protection) or frozenset()
        if not hidden:
            break
    return hidden


def _suppression(release: Release, primary: Collection[str], hidden: Collection[str]) -> Suppression:
    first = tuple(cell for cell in release.cells if cell.name in primary)
    then = tuple(cell for cell in release.cells if cell.name in hidden and cell.name not in primary)
    return Suppression(
        tuple(cell.name for cell in first),
        tuple(cell.name for cell in then),
        sum(cell.people for cell in then),
    )


def _cheapest(
    release: Release, primary: Collection[str], guarded: Collection[str], protection: Protection
) -> frozenset[str] | None:
    """The cheapest pattern in which each guarded number, where hidden, can move by as much as is needed.

    Each guarded number has two moves, one up and one down: changes of hidden
    numbers that leave every sum as it is and no number below nought. The
    columns are first "is it hidden" for each cell, then the moves one by one.
    """
    cells, size = release.cells, len(release.cells)
    moves = 2 * len(guarded) * size
    needs = [protection.needed(cell) for cell in cells]
    # No move need go further; bounds of millions would be too coarse for the search to find a small one.
    far = FARTHER * max(need for cell, need in zip(cells, needs, strict=True) if cell.name in guarded)
    must = [cell.name in primary or not cell.printable for cell in cells]
    cost = [cell.people * (size + 1) + 1 if cell.printable else 0 for cell in cells]
    found = milp(
        np.concatenate([cost, np.zeros(moves)]),
        integrality=np.concatenate([np.ones(size), np.zeros(moves)]),
        bounds=Bounds(
            np.concatenate([must, np.full(moves, -far)]), np.concatenate([np.ones(size), np.full(moves, far)])
        ),
        constraints=[
            LinearConstraint(_level(release, moves), 0, 0),
            LinearConstraint(_tied(moves, [cell.value for cell in cells]), 0, np.inf),
            LinearConstraint(_tied(moves, [-far] * size), -np.inf, 0),
            LinearConstraint(_widths(release, guarded, needs), 0, np.inf),
        ],
        options={"node_limit": MOST_NODES, "mip_rel_gap": 0.0},
    )
    if found.x is None:
        return None
    chosen = found.x[:size] > 0.5  # noqa: PLR2004 - yes or no
    return frozenset(cell.name for cell, yes in zip(cells, chosen, strict=True) if yes and cell.printable)


def _level(release: Release, moves: int) -> sparse.csc_array:
    """No move changes a sum."""
    places = {cell.name: place for place, cell in enumerate(release.cells)}
    sums = sparse.lil_array((len(release.relations), len(places)))
    for row, relation in enumerate(release.relations):
        for name, times in relation.terms:
            sums[row, places[name]] += times
    each = sparse.kron(sparse.eye_array(moves // len(places)), sums)
    return sparse.csc_array(sparse.hstack([sparse.csc_array((each.shape[0], len(places))), each]))


def _tied(moves: int, limits: Sequence[float]) -> sparse.csc_array:
    """For each move of each cell: its limit if the cell is hidden, plus the move."""
    each = sparse.diags_array(np.asarray(limits, dtype=np.float64))
    limited = sparse.vstack([each] * (moves // len(limits)))
    return sparse.csc_array(sparse.hstack([limited, sparse.eye_array(moves)]))


def _widths(release: Release, guarded: Collection[str], needs: Sequence[float]) -> sparse.csc_array:
    """For each guarded cell: how far its two moves are apart, less what is needed if it is hidden."""
    size = len(release.cells)
    widths = sparse.lil_array((len(guarded), size + 2 * len(guarded) * size))
    places = [place for place, cell in enumerate(release.cells) if cell.name in guarded]
    for row, place in enumerate(places):
        widths[row, place] = -needs[place]
        widths[row, size + 2 * row * size + place] = 1
        widths[row, size + (2 * row + 1) * size + place] = -1
    return sparse.csc_array(widths)
