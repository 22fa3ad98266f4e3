"""A condition as a manager builds it: one question, and the answers for which another is asked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from mir.respond.words import STANDARD
from surveys.asking import order
from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation, Voice, Wording
from surveys.logic.reading import read
from surveys.logic.tree import Answered, Constant, Listed, LogicError, Name, Operation
from surveys.own.question import Kind
from surveys.own.written import OwnQuestion
from surveys.survey import Survey

ANSWERED = "answered"
"""Stands for “any answer at all” where an answer cannot be chosen from a list."""
_LISTED = frozenset({Kind.SEVERAL_CHOICES, Kind.RANK_TOP})


@dataclass(frozen=True)
class Asking:
    """A question that a condition may ask about: its code, its words, and each answer with its words."""

    code: str
    words: str
    answers: tuple[tuple[str, str], ...]
    numbered: bool
    """Whether its answers are the steps of a scale."""
    listed: bool
    """Whether several may be chosen."""


def earlier(survey: Survey, framework: Framework, code: str) -> tuple[Asking, ...]:
    """What comes before the question with this code, in order; everything where it has no place yet."""
    every = _every(survey, framework)
    codes = [one for _, part in order(survey, framework) for one in part]
    mine = next((one for one in codes if one == code or one.startswith(f"{code}_")), None) if code else None
    before = codes[: codes.index(mine)] if mine else codes
    return tuple(every[one] for one in before if one in every)


def written(asking: Asking, values: tuple[str, ...]) -> str:
    """The condition that the answer is one of these."""
    if not asking.answers or not values or ANSWERED in values:
        return f"answered({asking.code})"
    known = [value for value, _ in asking.answers if value in values]
    codes: list[str | int] = [int(value) if asking.numbered else value for value in known]
    if asking.listed:
        return f"any_of({asking.code}, {json.dumps(codes)})"
    if len(codes) == 1:
        return f"{asking.code} == {json.dumps(codes[0])}"
    return f"{asking.code} in {json.dumps(codes)}"


def built(text: str | None) -> tuple[str, tuple[str, ...]] | None:
    """The question and the answers of a condition that could have been built; None for any other."""
    try:
        condition = read(text) if text else None
    except LogicError:
        return None
    match condition:
        case Answered(code):
            return code, (ANSWERED,)
        case Operation("==", (Name(code), Constant(value))):
            return code, (str(value),)
        case Operation("in" | "any-in", (Name(code), Listed(values))):
            return code, tuple(map(str, values))
    return None


def _every(survey: Survey, framework: Framework) -> Mapping[str, Asking]:
    scale = tuple((str(option.value), _said(option.words)) for option in framework.scale.options)
    found = {
        one.code: Asking(one.code, _voiced(one.wordings), scale, numbered=True, listed=False)
        for theme in framework.themes
        for one in theme.statements
    }
    for question in survey.questions:
        found |= _own(question)
    return found


def _own(question: OwnQuestion) -> dict[str, Asking]:
    scaled = question.kind in {Kind.SCALE, Kind.GRID}
    answers = tuple(
        (str(number) if scaled else option.code, _said(option.words))
        for number, option in enumerate(question.options, start=1)
    )
    if question.kind is Kind.YES_NO_UNSURE:
        answers = (("yes", STANDARD.yes), ("no", STANDARD.no), ("unsure", STANDARD.unsure))
    listed = question.kind in _LISTED
    words = _voiced(question.wordings)
    if question.kind is not Kind.GRID:
        return {question.code: Asking(question.code, words, answers, scaled, listed)}
    return {
        code: Asking(code, f"{words} {_voiced(row.wordings)}", answers, scaled, listed)
        for row in question.rows
        for code in (f"{question.code}_{row.code}",)
    }


def _voiced(wordings: Mapping[Voice, Wording]) -> str:
    return _said(wordings.get(Voice.PERSON) or next(iter(wordings.values())))


def _said(words: Wording) -> str:
    text = words.get(Presentation.STANDARD) or next(iter(words.values()))
    return text.get(SOURCE_LANGUAGE) or next(iter(text.values()))
