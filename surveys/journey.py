"""The path through an edition: what one voice is asked after these answers, and in what order. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import overload

from surveys.edition import Edition, Step
from surveys.framework import Presentation, Statement, Voice
from surveys.logic.truth import Value, holds
from surveys.own.meant import Answer, meant

QUESTIONS_A_MINUTE = 2.5
"""Slower than most people, so that nobody is told a time they cannot keep."""


@overload
def path(edition: Edition, voice: Voice) -> tuple[Statement, ...]: ...


@overload
def path(
    edition: Edition, voice: Voice, answers: Mapping[str, Answer], presentation: Presentation | None = None
) -> tuple[Step, ...]: ...


def path(
    edition: Edition,
    voice: Voice,
    answers: Mapping[str, Answer] | None = None,
    presentation: Presentation | None = None,
) -> tuple[Step, ...]:
    """What this voice is asked, in order, once these answers are given.

    `answers` hold a value by code, as a draft does; what is not on offer counts as
    no answer. A step is on the path when it is worded for the voice and every
    condition on it is True: where that is unknown, it is not asked. A condition
    sees only answers that are on the path before it, so what somebody said on a
    branch they have left neither shows nor hides anything, and works again when
    they come back. Without `answers`: the framework's statements that this voice
    could be asked, in the order of the framework.
    """
    if answers is None:
        return tuple(statement for statement in edition.statements if voice in statement.wordings)
    return tuple(_walk(edition, voice, answers, presentation))


def every(edition: Edition, voice: Voice) -> tuple[Step, ...]:
    """Everything this voice could be asked, in order, whatever the conditions say."""
    return tuple(step for step, _ in edition.order if voice in step.wordings)


def on_path(
    edition: Edition, voice: Voice, answers: Mapping[str, Answer], presentation: Presentation | None = None
) -> dict[str, Answer]:
    """The answers that count: those to questions on the path. The others stay in the draft and wait."""
    steps = _walk(edition, voice, answers, presentation)
    return {step.code: answers[step.code] for step in steps if step.code in answers}


def minutes(questions: int) -> int:
    """How long so many questions take, rounded up to five minutes."""
    return 5 * ceil(questions / QUESTIONS_A_MINUTE / 5)


def after(steps: Sequence[Step], code: str) -> str | None:
    """The code of the question after this one, or None at the end."""
    place = _place(steps, code) + 1
    return steps[place].code if place < len(steps) else None


def before(steps: Sequence[Step], code: str) -> str | None:
    """The code of the question before this one, or None at the start."""
    place = _place(steps, code)
    return steps[place - 1].code if place else None


def number(steps: Sequence[Step], code: str) -> int:
    """Where this question stands, counted from 1."""
    return _place(steps, code) + 1


def _place(steps: Sequence[Step], code: str) -> int:
    return [step.code for step in steps].index(code)


def _walk(
    edition: Edition, voice: Voice, answers: Mapping[str, Answer], presentation: Presentation | None
) -> Iterator[Step]:
    seen: dict[str, Value] = {"voice": voice.value}
    if presentation:
        seen["presentation"] = presentation.value
    for step, conditions in edition.order:
        if voice not in step.wordings or not all(holds(one, seen) is True for one in conditions):
            continue
        yield step
        if step.code in answers:
            value = meant(step, edition.values, answers[step.code])
            if value is not None:
                seen[step.code] = value
