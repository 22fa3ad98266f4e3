"""The path through an edition: which questions one voice is asked, and in what order. Pure."""

from surveys.edition import Edition
from surveys.framework import Statement, Voice


def path(edition: Edition, voice: Voice) -> tuple[Statement, ...]:
    """The statements this voice is asked, in order."""
    return tuple(statement for statement in edition.statements if voice in statement.wordings)


def after(steps: tuple[Statement, ...], code: str) -> str | None:
    """The code of the question after this one, or None at the end."""
    place = _place(steps, code) + 1
    return steps[place].code if place < len(steps) else None


def before(steps: tuple[Statement, ...], code: str) -> str | None:
    """The code of the question before this one, or None at the start."""
    place = _place(steps, code)
    return steps[place - 1].code if place else None


def number(steps: tuple[Statement, ...], code: str) -> int:
    """Where this question stands, counted from 1."""
    return _place(steps, code) + 1


def _place(steps: tuple[Statement, ...], code: str) -> int:
    return [step.code for step in steps].index(code)
