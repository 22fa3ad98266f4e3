"""A release as numbers and the sums that tie them together: what a reader can add up and take away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite

from scoring.faults import OutOfRangeError

FUZZ = 1e-6
ALL = "all"


@dataclass(frozen=True)
class Cell:
    """One number of a release. A reader knows beforehand only that it is not below nought."""

    name: str
    value: float
    """The number as it would be printed."""
    people: int = 0
    """How many people are behind it: what is lost by hiding it."""
    step: float = 1.0
    """The most one person can add to it: 1 in a count of people, 100 in a sum of scores."""
    within: float = 0.0
    """How far the printed number may be from the true one. A whole number is within 0.5."""
    printable: bool = True
    """False for a number that stands in the sums but is never printed and needs no protection."""


@dataclass(frozen=True)
class Relation:
    """What every reader knows: the terms, each a cell's name and how often it counts, add up to `total`."""

    terms: tuple[tuple[str, float], ...]
    total: float = 0.0


@dataclass(frozen=True)
class Release:
    """Numbers to be let out together, with their relations.

    Raises OutOfRangeError for two cells of one name, for a cell without a number,
    for a relation that names no cell, and for numbers that do not add up.
    """

    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...]

    def __post_init__(self) -> None:
        known = {cell.name: cell for cell in self.cells}
        if len(known) < len(self.cells):
            raise OutOfRangeError("Two numbers of a release have the same name.")
        for cell in self.cells:
            if not isfinite(cell.value):
                raise OutOfRangeError(f"{cell.name!r} is missing or has no end.")
        for relation in self.relations:
            strange = [name for name, _ in relation.terms if name not in known]
            if strange:
                raise OutOfRangeError(f"A sum names {strange[0]!r}, which is no number of this release.")
            total = sum(times * known[name].value for name, times in relation.terms)
            room = sum(abs(times) * known[name].within for name, times in relation.terms)
            if abs(total - relation.total) > room + FUZZ * (1 + abs(relation.total)):
                names = ", ".join(name for name, _ in relation.terms)
                raise OutOfRangeError(f"These numbers do not add up: {names}.")

    def cell(self, name: str) -> Cell:
        """The cell of this name. Raises OutOfRangeError where there is none."""
        for cell in self.cells:
            if cell.name == name:
                return cell
        raise OutOfRangeError(f"There is no number {name!r} in this release.")


def whole(name: str, parts: Iterable[str]) -> Relation:
    """The parts add up to the whole: voices to all, homes to their group, rounds to a window of rounds."""
    return composite(name, [(part, 1.0) for part in parts])


def composite(name: str, parts: Iterable[tuple[str, float]]) -> Relation:
    """A whole in which each part counts so often: a weighted overall score."""
    return Relation(((name, 1.0), *((part, -weight) for part, weight in parts)))


def percentages(parts: Iterable[str]) -> Relation:
    """The options of one statement add up to 100%."""
    return Relation(tuple((part, 1.0) for part in parts), 100.0)


def scores_of(people: Cell, scores: Cell) -> tuple[Cell, Relation]:
    """What a reader knows of a sum of scores: no person adds more than its `step`.

    Gives the room that is left below that, as a cell nobody prints, and the relation.
    """
    room = Cell(f"{scores.name}: room", scores.step * people.value - scores.value, printable=False)
    return room, Relation(((people.name, scores.step), (scores.name, -1.0), (room.name, -1.0)))


def table(rows: Sequence[str], columns: Sequence[str], counts: Sequence[Sequence[int]]) -> Release:
    """A table of counts with its row, column and grand totals.

    `counts` has shape (rows, columns). A cell is called "row/column"; a total has "all" in that place.
    """
    wide = [(*row, sum(row)) for row in counts]
    wide.append(tuple(sum(column) for column in zip(*wide, strict=True)))
    names = [[f"{row}/{column}" for column in (*columns, ALL)] for row in (*rows, ALL)]
    cells = tuple(
        Cell(name, count, count)
        for line, numbers in zip(names, wide, strict=True)
        for name, count in zip(line, numbers, strict=True)
    )
    across = [whole(line[-1], line[:-1]) for line in names]
    down = [whole(line[-1], line[:-1]) for line in zip(*names, strict=True)]
    return Release(cells, (*across, *down))
