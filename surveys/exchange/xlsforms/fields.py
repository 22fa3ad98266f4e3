"""What a condition can ask about in a form: each question's name there, its sort, and its choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto

from surveys.asking import row_codes, themes_asked
from surveys.framework import Framework, Presentation
from surveys.own.question import TEXTS, YES_NO_UNSURE, Kind
from surveys.own.written import OwnQuestion
from surveys.survey import Survey

STATE_CHOICES: Mapping[str, str] = {
    "does_not_apply": "Does not apply",
    "prefer_not": "I would rather not say",
}
"""The two states that a person may choose beside a statement's answers, in the words that a form shows."""


class Sort(StrEnum):
    """What kind of answer a question has in a form."""

    SCALE = auto()
    """One choice; to a condition it is the place on the scale, from 1."""
    CODE = auto()
    SEVERAL = auto()
    RANKED = auto()
    NUMBER = auto()
    MONTH = auto()
    TEXT = auto()


@dataclass(frozen=True)
class Field:
    """One question. `choices` gives for each choice of the form our code, in order."""

    name: str
    code: str
    sort: Sort
    choices: Mapping[str, str] = field(default_factory=dict)
    top: int = 0
    """How many of the choices in order count (RANKED)."""
    states: bool = False
    """Whether the states may be chosen too."""
    always: bool = False
    """Whether it is known from the start, as the voice is."""

    @property
    def values(self) -> Mapping[str, str | int]:
        """The value of each choice of the form to a condition."""
        if self.sort is Sort.SCALE:
            return {name: place for place, name in enumerate(self.choices, 1)}
        return dict(self.choices)


_SORTS: Mapping[Kind, Sort] = {
    Kind.ONE_CHOICE: Sort.CODE,
    Kind.YES_NO_UNSURE: Sort.CODE,
    Kind.SCALE: Sort.SCALE,
    Kind.GRID: Sort.SCALE,
    Kind.SEVERAL_CHOICES: Sort.SEVERAL,
    Kind.RANK_TOP: Sort.RANKED,
    Kind.NUMBER: Sort.NUMBER,
    Kind.MONTH: Sort.MONTH,
    **dict.fromkeys(TEXTS, Sort.TEXT),
}


def always_known(survey: Survey) -> dict[str, Field]:
    """The voice and the presentation, which a form knows before anybody answers."""
    known = {
        "voice": [voice.value for voice in survey.voices],
        "presentation": [one.value for one in Presentation],
    }
    return {
        name: Field(name, name, Sort.CODE, dict(zip(codes, codes, strict=True)), always=True)
        for name, codes in known.items()
    }


def statement_field(name: str, code: str, framework: Framework) -> Field:
    """A statement as a form asks it, under this name."""
    codes = [option.code for option in framework.scale.options]
    return Field(name, code, Sort.SCALE, dict(zip(codes, codes, strict=True)), states=True)


def own_field(question: OwnQuestion, name: str, code: str) -> Field:
    """An own question, or a row of a grid, as our own form asks it."""
    codes = [option.code for option in question.options]
    if question.kind is Kind.YES_NO_UNSURE:
        codes = list(YES_NO_UNSURE)
    choices = dict(zip(codes, codes, strict=True))
    return Field(name, code, _SORTS[question.kind], choices, top=question.top)


def all_fields(survey: Survey, framework: Framework, names: Mapping[str, str]) -> dict[str, Field]:
    """Every field of a survey by its code; `names` says what each is called in the form."""
    found = always_known(survey)
    for theme in themes_asked(survey, framework):
        for one in theme.statements:
            found[one.code] = statement_field(names[one.code], one.code, framework)
    for question in survey.questions:
        for code in row_codes(question):
            found[code] = own_field(question, names[code], code)
    return found
