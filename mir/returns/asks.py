"""What a return asks, line by line, as its scheme says it: never written here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from scoring.rating.load import schemes
from scoring.rating.scheme import Group, Scheme

MOST_POINTS = 10
"""A scale with more points than this is answered in the scheme's words instead."""


@dataclass(frozen=True)
class Choice:
    """One view on offer: what is kept, its words, and where it lies from 0 to 100."""

    value: str
    words: str
    place: float


@dataclass(frozen=True)
class Line:
    """One thing to answer. Without choices only what we do is asked, and the group is judged."""

    code: str
    name: str
    group: str
    """The code of the group it belongs to."""
    choices: tuple[Choice, ...]
    whole: bool = False
    """Whether it is the judgement of a whole group."""

    def choice(self, view: str) -> Choice | None:
        """The choice of this view, or None where there is none."""
        return next((one for one in self.choices if one.value == view), None)


@dataclass(frozen=True)
class Part:
    """A group of the scheme with its lines."""

    code: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Asked:
    """Everything that a return against one scheme asks."""

    scheme: Scheme
    parts: tuple[Part, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, part by part."""
        return tuple(line for part in self.parts for line in part.lines)

    def line(self, code: str) -> Line | None:
        """The line of this code."""
        return next((line for line in self.lines if line.code == code), None)

    def after(self, code: str) -> Line | None:
        """The line that follows this one."""
        codes = [line.code for line in self.lines]
        place = codes.index(code) + 1
        return self.lines[place] if place < len(codes) else None

    def judged_by(self, statement: str) -> Line | None:
        """The line whose view speaks for this statement: its own, or that of its group."""
        line = self.line(statement)
        if line is None or line.choices:
            return line
        return next((one for one in self.lines if one.whole and one.group == line.group), None)


@cache
def known() -> Mapping[str, Asked]:
    """Every scheme that a return can be written against, by its name."""
    return MappingProxyType({scheme.scheme: asked(scheme) for scheme in schemes()})


def asked(scheme: Scheme) -> Asked:
    """What a return against this scheme asks."""
    return Asked(
        scheme,
        tuple(Part(group.code, group.name, tuple(_lines(scheme, group))) for group in scheme.groups),
    )


def _lines(scheme: Scheme, group: Group) -> Iterator[Line]:
    scored = scheme.scale is not None
    choices = _points(scheme) if scored else ()
    for statement in group.statements:
        yield Line(statement.code, statement.name, group.code, choices)
    if not scored:
        yield Line(group.code, f"{group.name} as a whole", group.code, _levels(scheme), True)


def _points(scheme: Scheme) -> tuple[Choice, ...]:
    scale = scheme.scale
    if scale is None or scale.most - scale.least > MOST_POINTS:
        return _levels(scheme)
    values = range(scale.least, scale.most + 1)
    meanings = scale.meanings or ("",) * len(values)
    return tuple(
        Choice(str(value), f"{value}: {meaning}" if meaning else str(value), _place(at, len(values)))
        for at, (value, meaning) in enumerate(zip(values, meanings, strict=True))
    )


def _levels(scheme: Scheme) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            level.code,
            f"{level.word}. {level.meaning}" if level.meaning else level.word,
            _place(at, len(scheme.levels)),
        )
        for at, level in enumerate(scheme.levels)
    )


def _place(at: int, of: int) -> float:
    return 100 * at / (of - 1)
