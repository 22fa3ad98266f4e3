"""What the demo is made of: its organisations, services and comments, read from their files."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from mir.providers.models import Kind
from surveys.files.shape import shaped
from surveys.files.source import read_source
from surveys.framework import Code, Frozen, Line, Voice

_HERE = Path(__file__).parent
PAST_ROUNDS = 3

Tone = Literal["good", "mixed", "poor"]
Comments = Mapping[Code, Mapping[Voice, Mapping[Tone, tuple[Line, ...]]]]
"""Theme, voice and tone to what people of that voice write then."""


class DemoPerson(Frozen):
    """Somebody who signs in to the demo."""

    name: Line
    email: Line


class DemoService(Frozen):
    """One service and the character that its answers are drawn from (see services.yaml)."""

    name: Line
    about: Line
    kind: Kind
    size: int
    level: Annotated[tuple[float, ...], Field(min_length=PAST_ROUNDS, max_length=PAST_ROUNDS)]
    voices: Mapping[Voice, float] = Field(default_factory=dict)
    themes: Mapping[Code, float] = Field(default_factory=dict)
    polarised: bool = False
    skips: Mapping[Code, float] = Field(default_factory=dict)
    help: Literal["older", "some", "little"]
    easy_read: float
    asked: Mapping[Voice, int]
    answered: Mapping[Voice, tuple[int, ...]]

    @property
    def has_open_round(self) -> bool:
        """Whether a newcomer can answer here."""
        return any(len(numbers) > PAST_ROUNDS for numbers in self.answered.values())


class DemoOrganisation(Frozen):
    """One provider with its two people and its services."""

    name: Line
    lead: DemoPerson
    board: DemoPerson
    services: tuple[DemoService, ...]


class _ServicesFile(Frozen):
    organisations: tuple[DemoOrganisation, ...]


class _CommentsFile(Frozen):
    themes: Comments


@cache
def organisations() -> tuple[DemoOrganisation, ...]:
    """The organisations of the demo."""
    return shaped(_ServicesFile, read_source(_HERE / "services.yaml")).organisations


@cache
def comments() -> Comments:
    """What people write in the demo."""
    return shaped(_CommentsFile, read_source(_HERE / "comments.yaml")).themes
