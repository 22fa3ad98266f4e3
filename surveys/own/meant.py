"""What an answer means to a condition: its value, or nothing where it is a state or not on offer."""

from collections.abc import Callable, Mapping, Sequence

from surveys.framework import Statement
from surveys.logic.meaning import is_month
from surveys.logic.truth import Value
from surveys.own.question import TEXT_LENGTHS, Kind, Question

Answer = str | int | Sequence[str]
"""As a draft holds it: an option's code, a state, a text, a month (“2026-11”), a number or several codes."""


def meant(step: Statement | Question, scale: Mapping[str, int], answer: Answer) -> Value | None:
    """The value of an answer: 1 and up on a scale, a code, a number, a month, a text, the codes chosen.

    `scale` gives the value of each option of the framework. None for a state, and
    for whatever this question does not offer.
    """
    if isinstance(step, Statement):
        return scale.get(answer) if isinstance(answer, str) else None
    return _READ[step.kind](step, answer)


def _code(question: Question, answer: Answer) -> Value | None:
    return answer if isinstance(answer, str) and answer in question.codes else None


def _on_scale(question: Question, answer: Answer) -> Value | None:
    codes = question.codes
    return codes.index(answer) + 1 if isinstance(answer, str) and answer in codes else None


def _number(question: Question, answer: Answer) -> Value | None:
    if not isinstance(answer, int) or isinstance(answer, bool):
        return None
    return answer if question.least <= answer <= question.most else None


def _text(question: Question, answer: Answer) -> Value | None:
    fits = isinstance(answer, str) and answer.strip() and len(answer) <= TEXT_LENGTHS[question.kind]
    return answer if fits and isinstance(answer, str) else None


def _month(_question: Question, answer: Answer) -> Value | None:
    return answer if isinstance(answer, str) and is_month(answer) else None


def _several(question: Question, answer: Answer) -> Value | None:
    codes = _codes(question, answer)
    alone = {option.code for option in question.options if option.alone}
    return None if codes is None or (len(codes) > 1 and codes & alone) else codes


def _ranked(question: Question, answer: Answer) -> Value | None:
    codes = _codes(question, answer)
    return codes if codes and len(codes) <= question.top else None


def _codes(question: Question, answer: Answer) -> frozenset[str] | None:
    """The codes chosen, where there is one at least, each is on offer and none comes twice."""
    if isinstance(answer, str | int) or not all(isinstance(one, str) for one in answer):
        return None
    codes = frozenset(answer)
    return codes if codes and len(codes) == len(answer) and codes <= set(question.codes) else None


_READ: Mapping[Kind, Callable[[Question, Answer], Value | None]] = {
    Kind.ONE_CHOICE: _code,
    Kind.YES_NO_UNSURE: _code,
    Kind.SCALE: _on_scale,
    Kind.NUMBER: _number,
    Kind.SHORT_TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.MONTH: _month,
    Kind.SEVERAL_CHOICES: _several,
    Kind.RANK_TOP: _ranked,
}
"""A grid is not among them: an edition holds its rows."""
