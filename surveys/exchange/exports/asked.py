"""Which questions go out with the answers, and which stay here, with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from surveys.edition import Edition, Step
from surveys.framework import Voice
from surveys.logic.tree import Condition, names
from surveys.own.question import TEXTS, Question

WRITTEN = "People write freely here, and may name somebody."
ABOUT_YOU = "It asks about the person who answers."
GIVES_AWAY = "Whether it was asked would tell what somebody said to “{code}”."


@dataclass(frozen=True)
class LeftOut:
    """Something that does not go out: its code, or its name in plain words, and why."""

    name: str
    why: str


def going_out(
    edition: Edition, voice: Voice, hidden: frozenset[str] = frozenset()
) -> tuple[tuple[Step, ...], tuple[LeftOut, ...]]:
    """What this voice was asked and may go out, in the order asked, and what is left out.

    `hidden` are further names whose values must not be told, such as “presentation”.
    A question shown under a condition on anything left out is left out too: who was
    asked it would give the other answer away.
    """
    goes, out = [], []
    closed = set(hidden)
    for step, conditions in edition.order:
        why = _why(step, conditions, closed)
        if why:
            closed.add(step.code)
        if voice not in step.wordings:
            continue
        if why:
            out.append(LeftOut(step.code, why))
        else:
            goes.append(step)
    return tuple(goes), tuple(out)


def _why(step: Step, conditions: tuple[Condition, ...], closed: set[str]) -> str:
    if isinstance(step, Question) and step.kind in TEXTS:
        return WRITTEN
    if isinstance(step, Question) and step.about_you:
        return ABOUT_YOU
    return next((GIVES_AWAY.format(code=code) for code in _named(conditions) if code in closed), "")


def _named(conditions: tuple[Condition, ...]) -> Iterator[str]:
    for condition in conditions:
        yield from sorted(names(condition))
