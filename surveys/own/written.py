"""Own questions, sections and chosen themes as their author writes them in a survey's file."""

from typing import Annotated

from pydantic import ConfigDict, Field

from surveys.framework import Code, Frozen
from surveys.logic.reading import MOST_CHARACTERS
from surveys.own.question import Asked, VoicedWords, Words

MOST_ROWS = 20

WrittenCondition = Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS)]
"""A line such as `wi1 <= 2 and answered(wi3)`."""


class Row(Frozen):
    """One row of a grid; with the grid's code before its own it is the code of a question."""

    code: Code
    wordings: VoicedWords
    proxy: Words | None = None


class OwnQuestion(Asked):
    """A question that belongs to one survey."""

    rows: tuple[Row, ...] = Field(default=(), max_length=MOST_ROWS)
    """What a grid asks about, each a question of its own."""
    show_if: WrittenCondition | None = None
    """Where this does not hold, or it is not known whether it does, the question is not asked."""


class OwnSection(Frozen):
    """A part of the survey. `asks` lists themes, statements and own questions in order."""

    code: Code
    title: Words
    introduction: Words | None = None
    asks: Annotated[tuple[Code, ...], Field(min_length=1)]
    show_if: WrittenCondition | None = None
    """Where this does not hold, nothing in the section is asked."""


class Selection(Frozen):
    """Statements chosen by theme: all of them where `themes` is left out, and none of `without`."""

    # A name that we do not know is told by `settled`, with what could stand there in its place.
    model_config = ConfigDict(
        extra="allow", validate_by_name=True, json_schema_extra={"additionalProperties": False}
    )

    themes: Annotated[tuple[Code, ...], Field(min_length=1)] | None = None
    without: tuple[Code, ...] = Field(default=(), alias="except")
