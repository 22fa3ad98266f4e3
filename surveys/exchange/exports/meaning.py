"""One answer in its parts: codes, value, state, and the words a person saw."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.answers import STATES
from surveys.edition import Edition, Step
from surveys.framework import SOURCE_LANGUAGE, Presentation, Statement, Text, Wording
from surveys.own.meant import Answer
from surveys.own.question import Kind

ANSWERED = "answered"
"""What stands where others have a state."""
STATE_WORDS: Mapping[str, str] = {
    ANSWERED: "There is an answer",
    "not_answered": "Passed over",
    "prefer_not": "I would rather not say",
    "does_not_apply": "Does not apply to me",
    "not_asked": "Was not asked",
}
_YES_NO = {"yes": "Yes", "no": "No", "unsure": "Not sure"}
SEVERAL = frozenset({Kind.SEVERAL_CHOICES, Kind.RANK_TOP})


@dataclass(frozen=True)
class Meaning:
    """What somebody said to one question. `codes` is empty where there is only a state."""

    state: str
    codes: tuple[str, ...] = ()


def meaning(answer: Answer) -> Meaning:
    """The parts of an answer as it is kept."""
    if isinstance(answer, str) and answer in STATES:
        return Meaning(answer)
    codes = (str(answer),) if isinstance(answer, str | int) else tuple(answer)
    return Meaning(ANSWERED, codes)


def kind(step: Step) -> str:
    """How a question is answered: a statement is on the framework's scale."""
    return "statement" if isinstance(step, Statement) else step.kind.value


def options(edition: Edition, step: Step) -> tuple[tuple[str, str, str], ...]:
    """Code, value (1 and up; empty where options have none) and words of each answer on offer."""
    if isinstance(step, Statement):
        return tuple((one.code, str(one.value), words(one.words)) for one in edition.scale.options)
    if step.kind is Kind.YES_NO_UNSURE:
        return tuple((code, "", label) for code, label in _YES_NO.items())
    scaled = step.kind is Kind.SCALE
    return tuple(
        (one.code, str(value) if scaled else "", words(one.words))
        for value, one in enumerate(step.options, 1)
    )


def words(wording: Wording) -> str:
    """The standard words in the source language, or whatever there is in their place."""
    text: Text = wording.get(Presentation.STANDARD) or next(iter(wording.values()))
    return text.get(SOURCE_LANGUAGE) or next(iter(text.values()))
