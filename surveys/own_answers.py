"""Answers to own questions as they are kept: one JSON list in edition order, free text never among them."""

import json
from collections.abc import Iterator, Mapping

from surveys.answers import SPOKEN_STATES, UnknownAnswerError
from surveys.edition import Edition
from surveys.framework import Presentation, Voice
from surveys.journey import on_path, path
from surveys.own.meant import Answer, meant
from surveys.own.question import TEXTS, Kind, Question

WRITTEN = "written"
"""What is kept in place of a free text, which is sealed apart."""


def pack_own(
    edition: Edition,
    voice: Voice,
    answers: Mapping[str, Answer],
    presentation: Presentation | None = None,
) -> str:
    """A JSON list, one part for each own question: an option's code, a number, a month, codes or a state.

    Several choices are kept in the order of the options, so that the order in which
    they were ticked tells nothing; a ranking keeps its own order. For a text there
    is only `WRITTEN`. Raises UnknownAnswerError for an answer that is not on offer.
    """
    asked = {step.code for step in path(edition, voice, answers, presentation)}
    row = [
        _kept(question, answers.get(question.code)) if question.code in asked else "not_asked"
        for question in edition.questions
    ]
    return json.dumps(row, separators=(",", ":"))


def unpack_own(edition: Edition, row: str) -> dict[str, Answer]:
    """The answers in a kept row, by question code; every question has an answer or a state."""
    codes = (question.code for question in edition.questions)
    return dict(zip(codes, json.loads(row), strict=True))


def written(
    edition: Edition,
    voice: Voice,
    answers: Mapping[str, Answer],
    presentation: Presentation | None = None,
) -> Iterator[tuple[str, str]]:
    """Question code and text of each free text on the path, to be sealed apart from the sheet."""
    texts = {question.code for question in edition.questions if question.kind in TEXTS}
    for code, answer in on_path(edition, voice, answers, presentation).items():
        if code in texts and isinstance(answer, str) and answer.strip():
            yield code, answer


def _kept(question: Question, answer: Answer | None) -> Answer:
    if answer is None:
        return "not_answered"
    if question.kind in TEXTS:
        return _text(question, answer)
    if isinstance(answer, str) and answer in SPOKEN_STATES:
        return answer
    if meant(question, {}, answer) is None:
        raise UnknownAnswerError(question.code, str(answer))
    if question.kind is Kind.SEVERAL_CHOICES and not isinstance(answer, int):
        return [code for code in question.codes if code in answer]
    return answer


def _text(question: Question, answer: Answer) -> str:
    if answer == "":
        return "not_answered"
    if meant(question, {}, answer) is None:
        raise UnknownAnswerError(question.code, str(answer))
    return WRITTEN
