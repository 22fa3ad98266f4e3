"""Tallies: exact counts and sums of many people's answers; added in any order they give the same."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from scoring.faults import UnlikeTalliesError
from scoring.measure import Measure


@dataclass(frozen=True)
class Moments:
    """How many people have a score, the sum of their scores and of the squares, in exact whole units."""

    n: int = 0
    total: int = 0
    squares: int = 0

    def __add__(self, other: Self) -> "Moments":
        return Moments(self.n + other.n, self.total + other.total, self.squares + other.squares)


@dataclass(frozen=True)
class ThemeTally:
    """One theme: the scores, and how many people have none, by reason."""

    scores: Moments = Moments()
    silent: int = 0
    """Asked, and answered none of it."""
    few: int = 0
    """Answered some of it, but less than half."""
    unasked: int = 0
    """Not asked any of it."""

    def __add__(self, other: Self) -> "ThemeTally":
        return ThemeTally(
            self.scores + other.scores,
            self.silent + other.silent,
            self.few + other.few,
            self.unasked + other.unasked,
        )

    @property
    def asked(self) -> int:
        """How many people were asked about this theme."""
        return self.scores.n + self.silent + self.few


@dataclass(frozen=True)
class StatementTally:
    """One statement: how many chose each option (the first is value 1, as given), and each state."""

    options: tuple[int, ...]
    not_answered: int = 0
    prefer_not: int = 0
    does_not_apply: int = 0
    not_asked: int = 0

    def __add__(self, other: Self) -> "StatementTally":
        return StatementTally(
            tuple(mine + theirs for mine, theirs in zip(self.options, other.options, strict=True)),
            self.not_answered + other.not_answered,
            self.prefer_not + other.prefer_not,
            self.does_not_apply + other.does_not_apply,
            self.not_asked + other.not_asked,
        )

    @property
    def base(self) -> int:
        """How many people chose an option."""
        return sum(self.options)

    @property
    def asked(self) -> int:
        """How many people were asked."""
        return self.base + self.not_answered + self.prefer_not + self.does_not_apply


@dataclass(frozen=True)
class Tally:
    """Everything a report needs from a set of sheets, and nothing about any one sheet.

    `a + b` is the tally of both sets. Raises UnlikeTalliesError when the two
    are not tallies of the same measure.
    """

    unit: int
    """One point of a theme score in whole units."""
    overall_unit: int
    """One point of an overall score in whole units."""
    people: int
    overall: Moments
    themes: tuple[ThemeTally, ...]
    statements: tuple[StatementTally, ...]

    @classmethod
    def zero(cls, measure: Measure) -> "Tally":
        """The tally of nobody."""
        return cls(
            unit=measure.unit,
            overall_unit=measure.overall_unit,
            people=0,
            overall=Moments(),
            themes=tuple(ThemeTally() for _ in measure.themes),
            statements=tuple(StatementTally((0,) * measure.options) for _ in measure.backwards),
        )

    def __add__(self, other: Self) -> "Tally":
        if not self.like(other):
            raise UnlikeTalliesError("These tallies are of different editions, so they do not add up.")
        return Tally(
            self.unit,
            self.overall_unit,
            self.people + other.people,
            self.overall + other.overall,
            tuple(mine + theirs for mine, theirs in zip(self.themes, other.themes, strict=True)),
            tuple(mine + theirs for mine, theirs in zip(self.statements, other.statements, strict=True)),
        )

    def like(self, other: "Tally") -> bool:
        """Whether both count the same measure, so that they add."""
        return self.shape == other.shape

    @property
    def shape(self) -> tuple[int, int, int, tuple[int, ...]]:
        """The units, the number of themes, and the number of options of each statement."""
        options = tuple(len(statement.options) for statement in self.statements)
        return self.unit, self.overall_unit, len(self.themes), options

    def to_json(self) -> str:
        """Equal tallies give equal text."""
        document = {
            "unit": self.unit,
            "overall_unit": self.overall_unit,
            "people": self.people,
            "overall": _numbers(self.overall),
            "themes": [
                [*_numbers(theme.scores), theme.silent, theme.few, theme.unasked] for theme in self.themes
            ],
            "statements": [
                [
                    list(statement.options),
                    statement.not_answered,
                    statement.prefer_not,
                    statement.does_not_apply,
                    statement.not_asked,
                ]
                for statement in self.statements
            ],
        }
        return json.dumps(document, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Tally":
        """The tally that `to_json` wrote."""
        document = json.loads(text)
        return cls(
            unit=document["unit"],
            overall_unit=document["overall_unit"],
            people=document["people"],
            overall=Moments(*document["overall"]),
            themes=tuple(ThemeTally(Moments(*row[:3]), *row[3:]) for row in document["themes"]),
            statements=tuple(StatementTally(tuple(row[0]), *row[1:]) for row in document["statements"]),
        )


def _numbers(moments: Moments) -> list[int]:
    return [moments.n, moments.total, moments.squares]


def added(tallies: Sequence[Tally], measure: Measure) -> Tally:
    """The tally of all of them together; of nobody when there are none."""
    return sum(tallies, start=Tally.zero(measure))
