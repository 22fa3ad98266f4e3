"""The framework as values: themes, statements, their wordings for each voice, and one scale."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

SOURCE_LANGUAGE = "en"
MOST_STATEMENTS = 6  # a theme score is exact in sixtieths only while a theme has at most six statements
MOST_OPTIONS = 7

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=600)]


class Voice(StrEnum):
    """Who is speaking."""

    PERSON = "person"
    FAMILY = "family"
    STAFF = "staff"
    LEADER = "leader"
    PARTNER = "partner"


class Presentation(StrEnum):
    """How the words are put."""

    STANDARD = "standard"
    EASY_READ = "easy_read"


class Frozen(BaseModel):
    """A value that never changes and that refuses a key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _in_source_language(value: object) -> object:
    """A bare sentence in a file is the source language's."""
    return {SOURCE_LANGUAGE: value} if isinstance(value, str) else value


Text = Annotated[
    Mapping[str, Line],
    BeforeValidator(_in_source_language, json_schema_input_type=Line | Mapping[str, Line]),
    Field(min_length=1),
]
"""A sentence by language tag. Written as a bare string it is English."""

Wording = Annotated[Mapping[Presentation, Text], Field(min_length=1)]
"""The text of a statement for one voice, by presentation."""


class Option(Frozen):
    """One answer on offer. `value` runs from 1, the least favourable, upward."""

    code: Code
    value: Annotated[int, Field(ge=1, le=MOST_OPTIONS)]
    symbol: Slug
    words: Wording


class Scale(Frozen):
    """The answers on offer, the least favourable first."""

    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=MOST_OPTIONS)]
    positive_from: Annotated[int, Field(ge=1, le=MOST_OPTIONS)]
    """The least value that counts as a favourable answer (4 of 5: the top two)."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if [option.value for option in self.options] != list(range(1, len(self.options) + 1)):
            raise ValueError("The options' values must run 1, 2, 3 … in the order they are written.")
        if self.positive_from > len(self.options):
            raise ValueError("positive_from must be the value of one of the options.")
        return self


class Statement(Frozen):
    """One idea, with a stable code, asked of several voices."""

    code: Code
    topic: Line
    source: Line
    crosswalk: Mapping[Slug, tuple[Code, ...]] = Field(default_factory=dict)
    """Scheme to the codes of its statements or lines of enquiry that this one speaks to."""
    reverse: bool = False
    symbol: Slug | None = None
    wordings: Annotated[Mapping[Voice, Wording], Field(min_length=1)]
    proxy: Annotated[Wording | None, Field(exclude_if=lambda proxy: proxy is None)] = None
    """What somebody who answers for the person reads: it speaks of the person, never as them.
    Unsaid in editions that were published before it was asked for."""


class Theme(Frozen):
    """One part of the framework; its statements make one score."""

    code: Code
    symbol: Slug
    name: Wording
    subtitle: Wording
    apart: Annotated[bool, Field(exclude_if=lambda apart: not apart)] = False
    """Whether its score stands beside the overall score, not inside it. Unsaid where it is not so."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=1, max_length=MOST_STATEMENTS)]


class Framework(Frozen):
    """The themes and statements, with scale and sources."""

    framework: Slug
    version: Annotated[int, Field(ge=1)]
    title: Text
    about: Text
    sources: Mapping[Slug, Line]
    scale: Scale
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
