"""Answers as they are kept: a byte a statement in edition order, with four states kept apart from values."""

from collections.abc import Mapping

from surveys.edition import Edition
from surveys.framework import Presentation, Voice
from surveys.journey import path
from surveys.own.meant import Answer

NOT_ANSWERED = 0
PREFER_NOT = 253
DOES_NOT_APPLY = 254
NOT_ASKED = 255

STATES: Mapping[str, int] = {
    "not_answered": NOT_ANSWERED,
    "prefer_not": PREFER_NOT,
    "does_not_apply": DOES_NOT_APPLY,
    "not_asked": NOT_ASKED,
}
SPOKEN_STATES = ("does_not_apply", "prefer_not")
"""The states a person may choose; the other two follow from what was asked and passed over."""


class UnknownAnswerError(Exception):
    """An answer that the edition does not offer. `code` is the statement, `answer` what was given."""

    def __init__(self, code: str, answer: str) -> None:
        self.code, self.answer = code, answer
        super().__init__(f"“{answer}” is not an answer to {code}.")


def codes(edition: Edition) -> dict[str, int]:
    """Every code a person may answer with, and the byte it is kept as."""
    spoken = {state: STATES[state] for state in SPOKEN_STATES}
    return {option.code: option.value for option in edition.scale.options} | spoken


def pack(
    edition: Edition,
    voice: Voice,
    answers: Mapping[str, Answer],
    presentation: Presentation | None = None,
) -> bytes:
    """One byte for each statement of the edition.

    `answers` maps statement codes to option codes or spoken states; a statement
    left out was passed over. Answers to own questions may stand among them: they
    decide what is asked and are kept elsewhere. A statement that is not on the path
    was not asked, whatever was said to it before. Raises UnknownAnswerError for a
    statement that is not asked of this voice or an answer that is not on offer.
    """
    known, own = codes(edition), {question.code for question in edition.questions}
    steps = path(edition, voice, answers, presentation) if edition.branches else path(edition, voice)
    asked = {step.code for step in steps}
    row = bytearray(
        NOT_ANSWERED if statement.code in asked else NOT_ASKED for statement in edition.statements
    )
    for code, answer in answers.items():
        if code in own:
            continue
        place = edition.place.get(code)
        if place is None or voice not in edition.statements[place].wordings:
            raise UnknownAnswerError(code, str(answer))
        if not isinstance(answer, str) or answer not in known:
            raise UnknownAnswerError(code, str(answer))
        if code in asked:
            row[place] = known[answer]
    return bytes(row)


def unpack(edition: Edition, row: bytes) -> dict[str, str]:
    """The answers in a kept row, by statement code; every statement has an option code or a state."""
    names = {value: code for code, value in codes(edition).items()}
    names |= {value: state for state, value in STATES.items()}
    return {
        statement.code: names[row[place]]
        for statement, place in zip(edition.statements, range(len(row)), strict=True)
    }
