"""Made-up people as an author writes them: who they are, what they answer, and what should come of it."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, PlainValidator
from pydantic_core import PydanticCustomError

from surveys.framework import SOURCE_LANGUAGE, Code, Frozen, Line, Presentation, Voice
from surveys.own.meant import Answer
from surveys.own.question import MOST_OWN_OPTIONS, TEXT_LENGTHS
from surveys.survey import Language

MOST_PERSONAS = 100
NONE = "none"
"""What stands for “no score”."""

_NUMBER = re.compile(r"\d{1,3}(\.\d{1,6})?")
_LONGEST = max(TEXT_LENGTHS.values())


class Otherwise(StrEnum):
    """What somebody does where their answers say nothing.

    A question that has no order, as one with several choices has none, is then passed over.
    """

    SKIP = "skip"
    """Go on without an answer."""
    LEAST_FAVOURABLE = "least_favourable"
    IN_THE_MIDDLE = "in_the_middle"
    MOST_FAVOURABLE = "most_favourable"
    PREFER_NOT = "prefer_not"
    DOES_NOT_APPLY = "does_not_apply"


def _answer(value: object) -> Answer:
    if isinstance(value, str) and len(value) <= _LONGEST:
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Sequence) and not isinstance(value, str) and len(value) <= MOST_OWN_OPTIONS:
        codes = tuple(one for one in value if isinstance(one, str))
        if len(codes) == len(value):
            return codes
    raise PydanticCustomError("not_an_answer", "not an answer")


def _score(value: object) -> Decimal | None:
    if value == NONE:
        return None
    text = str(value)
    if not isinstance(value, bool) and _NUMBER.fullmatch(text) and Decimal(text) <= 100:  # noqa: PLR2004 - a score's top
        return Decimal(text)
    raise PydanticCustomError("not_a_score", "not a score")


Said = Annotated[Answer, PlainValidator(_answer, json_schema_input_type=str | int | list[str])]
"""An option's code, a state, a text, a month, a number, or several codes."""

Score = Annotated[
    Decimal | None,
    PlainValidator(_score, json_schema_input_type=Annotated[float, Field(ge=0, le=100)] | Literal["none"]),
]
"""A score from 0 to 100 to as many decimals as are written; None where there should be no score."""


class Expected(Frozen):
    """What should come of somebody's answers. What is not said is not looked at."""

    path: tuple[Code, ...] | None = None
    """Everything that is asked, in order."""
    asked: tuple[Code, ...] = ()
    """What must be asked, among others."""
    not_asked: tuple[Code, ...] = ()
    """What must not be asked."""
    questions: Annotated[int, Field(ge=0)] | None = None
    """How many questions are asked."""
    scores: Mapping[Code, Score] = Field(default_factory=dict)
    """The score of each theme by its code, 100 the most favourable; “none” where too little is answered."""
    overall: Score = None
    """The overall score; `says_overall` tells “none” from a line that is not there."""

    @property
    def says_overall(self) -> bool:
        """Whether anything is said of the overall score."""
        return "overall" in self.model_fields_set


class Persona(Frozen):
    """One made-up person."""

    name: Annotated[str, Field(min_length=1, max_length=60)]
    about: Line
    """Who they are, in a sentence."""
    voice: Voice
    presentation: Presentation = Presentation.STANDARD
    language: Language = SOURCE_LANGUAGE
    answers: Mapping[Code, Said] = Field(default_factory=dict)
    """What they answer, by the code of the statement or question."""
    otherwise: Otherwise = Otherwise.SKIP
    """What they do where `answers` says nothing."""
    expect: Expected = Expected()


class Personas(Frozen):
    """The people of one file."""

    personas: Annotated[tuple[Persona, ...], Field(min_length=1, max_length=MOST_PERSONAS)]
