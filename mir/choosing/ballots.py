"""What the page for dots shows, as values: the template only lays it out."""

from dataclasses import dataclass

from mir.choosing.words import DotWords
from mir.i18n import Tongue
from mir.respond.shown import Frame, Problem


@dataclass(frozen=True)
class Option:
    """Something on the wall, as this person reads it."""

    value: str
    letter: str
    symbol: str
    words: str
    better: str = ""


@dataclass(frozen=True)
class DotsPage:
    """The page of one meeting, as this person reads it."""

    frame: Frame
    words: DotWords
    read: str
    code: str
    turn: int
    lead: str
    options: tuple[Option, ...]
    kept: tuple[str, ...]
    switch: str
    tongues: tuple[Tongue, ...]
    who: str = ""
    chosen: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    def error(self, name: str) -> str:
        """What is wrong with this field."""
        return next((one.sentence for one in self.problems if one.field == name), "")


@dataclass(frozen=True)
class CodePage:
    """A place for the code on the screen."""

    frame: Frame
    words: DotWords
    typed: str = ""
    problems: tuple[Problem, ...] = ()
