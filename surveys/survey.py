"""A survey: which of a framework's statements are asked, what else, of whom, and how it may be read."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from surveys.framework import SOURCE_LANGUAGE, Code, Frozen, Presentation, Slug, Text, Voice
from surveys.own.written import OwnQuestion, OwnSection, Selection

MOST_QUESTIONS = 200

TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
Language = Annotated[str, Field(pattern=TAG, max_length=12)]
"""A language tag; with each set of answers there is room for this much."""
Listed = Literal["all"] | Annotated[tuple[Code, ...], Field(min_length=1)]


class SurveyParts(Frozen):
    """All that a survey says beside its choice of statements."""

    survey: Slug
    title: Text
    about: Text
    framework: Slug
    voices: Annotated[tuple[Voice, ...], Field(min_length=1)]
    presentations: Annotated[tuple[Presentation, ...], Field(min_length=1)]
    comments: bool = True
    """Whether a person may add a comment to each question."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = (SOURCE_LANGUAGE,)
    """The languages on offer."""
    only: Mapping[Voice, Annotated[tuple[Code, ...], Field(min_length=1)]] = Field(default_factory=dict)
    """Voices that are asked only some of the chosen statements: the codes of themes or statements."""
    questions: Annotated[tuple[OwnQuestion, ...], Field(max_length=MOST_QUESTIONS)] = ()
    sections: tuple[OwnSection, ...] = ()


class Survey(SurveyParts):
    """A framework's chosen statements with own questions, voices, languages and presentations."""

    statements: Listed


def _form(value: object) -> str:
    return "selection" if isinstance(value, Mapping | Selection) else "listed"


class WrittenSurvey(SurveyParts):
    """A survey as its file says it: statements may also be chosen by theme."""

    statements: Annotated[
        Annotated[Listed, Tag("listed")] | Annotated[Selection, Tag("selection")], Discriminator(_form)
    ]
