"""A survey: which of a framework's statements are asked, of whom, and how they may be read."""

from typing import Annotated, Literal

from pydantic import Field

from surveys.framework import Code, Frozen, Presentation, Slug, Text, Voice


class Survey(Frozen):
    """A framework's chosen statements with the voices and presentations on offer."""

    survey: Slug
    title: Text
    about: Text
    framework: Slug
    voices: Annotated[tuple[Voice, ...], Field(min_length=1)]
    presentations: Annotated[tuple[Presentation, ...], Field(min_length=1)]
    statements: Literal["all"] | Annotated[tuple[Code, ...], Field(min_length=1)]
    comments: bool = True
    """Whether a person may add a comment to each question."""
