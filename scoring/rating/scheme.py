"""A rating scheme as values: what is scored, the bands, the limits on a rating, and what is not certain."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from surveys.framework import Code, Frozen, Line, Slug, Voice

Percent = Annotated[int, Field(ge=0, le=100)]
Points = Annotated[int, Field(ge=0, le=100)]

WHOLE = "whole"
"""The name of the whole where a place in a scheme is wanted and it is no one group."""


class Level(Frozen):
    """One of the words a rating can be."""

    code: Code
    word: Line
    meaning: Line | None = None


class Statement(Frozen):
    """One thing that is scored, or looked at before a judgement."""

    code: Code
    name: Line


class Group(Frozen):
    """Statements that belong together: a key question, or a theme."""

    code: Code
    name: Line
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]


class Rounding(StrEnum):
    """How the percentage of a band is printed. Bands are always tested before rounding."""

    UP = "up"
    NEAREST = "nearest"


class Scale(Frozen):
    """The points a statement can score, and what they mean, the least first."""

    least: Points
    most: Points
    rounding: Rounding = Rounding.UP
    meanings: tuple[Line, ...] = ()


class Band(Frozen):
    """The percentages that give a level: more than `over`, up to and with `up_to`; the first includes 0."""

    level: Code
    over: Percent
    up_to: Percent


class Limit(Frozen):
    """A low score that holds a rating down: `level` with any score up to `score` becomes `becomes`."""

    level: Code
    score: Points
    becomes: Code
    applied: bool = True
    """False where nobody has confirmed the rule: then it is told beside the rating and not applied."""
    uncertain: bool = False


class Condition(Frozen):
    """A fact that holds a rating down to `at_best`, whatever the scores."""

    code: Code
    words: Line
    group: Code = WHOLE
    at_best: Code
    uncertain: bool = False


class Rule(Frozen):
    """One way from the groups' levels to the whole: the first rule that fits decides."""

    level: Code
    at_least: Annotated[int, Field(ge=0)] = 0
    """At least so many groups have a level among `of`."""
    of: tuple[Code, ...] = ()
    others: tuple[Code, ...] = ()
    """And every other group has one of these; empty means any."""
    words: Line
    uncertain: bool = False


class Need(Frozen):
    """How many of one voice must have answered before there is a rating at all."""

    voice: Voice
    people: Annotated[int, Field(ge=1)]


class Scheme(Frozen):
    """A whole rating scheme. With a scale the statements are scored; without one the groups are judged."""

    scheme: Slug
    version: Annotated[int, Field(ge=1)]
    title: Line
    about: Line
    source: Line
    dated: Line
    """The date of the source, in words, with how sure it is."""
    notice: Line
    """That this is not a rating by the regulator."""
    uncertain: tuple[Line, ...] = ()
    """What is not confirmed. Printed with every rating."""
    levels: Annotated[tuple[Level, ...], Field(min_length=2)]
    """The lowest first."""
    scale: Scale | None = None
    bands: tuple[Band, ...] = ()
    limits: tuple[Limit, ...] = ()
    conditions: tuple[Condition, ...] = ()
    rules: tuple[Rule, ...] = ()
    """From the groups to the whole. Empty: one percentage over all the statements gives the rating."""
    needs: tuple[Need, ...] = ()
    statement_count: Annotated[int, Field(ge=1)]
    """How many statements there are: a check that none is missing from the list."""
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All the statements, group by group."""
        return tuple(statement for group in self.groups for statement in group.statements)

    def level(self, code: str) -> Level:
        """The level of this code."""
        return self.levels[self.rank(code)]

    def rank(self, code: str) -> int:
        """Its place, counted from the lowest."""
        return [level.code for level in self.levels].index(code)

    def levels_named(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every mention of a level, with the way to it in the file."""
        for place, band in enumerate(self.bands):
            yield ("bands", place, "level"), band.level
        for place, limit in enumerate(self.limits):
            yield ("limits", place, "level"), limit.level
            yield ("limits", place, "becomes"), limit.becomes
        for place, condition in enumerate(self.conditions):
            yield ("conditions", place, "at_best"), condition.at_best
        for place, rule in enumerate(self.rules):
            yield ("rules", place, "level"), rule.level
            for key, codes in (("of", rule.of), ("others", rule.others)):
                for number, code in enumerate(codes):
                    yield ("rules", place, key, number), code
