"""One made-up person's way through an edition: what they answer, and what they are asked because of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.answers import SPOKEN_STATES
from surveys.edition import Edition, Step
from surveys.framework import Statement
from surveys.journey import every, path
from surveys.own.meant import Answer, meant
from surveys.own.question import TEXTS, Kind
from surveys.trying.persona import Otherwise, Persona

PASSED_OVER = "not_answered"
"""How a persona's answers say that a question is passed over."""


@dataclass(frozen=True)
class Walk:
    """What came of one person's answers."""

    persona: Persona
    answers: Mapping[str, Answer]
    """What they would say to everything they could be asked; what they pass over is left out."""
    path: tuple[Step, ...]
    """What they are asked, in order."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of what they are asked."""
        return tuple(step.code for step in self.path)


def walk(edition: Edition, persona: Persona) -> Walk:
    """This person's way. Answers that are not on offer count as none; `fitting.faults` tells of them."""
    found = {step.code: _said(edition, step, persona) for step in every(edition, persona.voice)}
    answers = {code: answer for code, answer in found.items() if answer is not None}
    return Walk(persona, answers, path(edition, persona.voice, answers, persona.presentation))


def on_offer(edition: Edition, step: Step, answer: Answer) -> bool:
    """Whether somebody could answer so: an answer, a state that can be chosen, or passing over."""
    if isinstance(answer, str) and answer in {PASSED_OVER, *SPOKEN_STATES}:
        return True
    return meant(step, edition.values, answer) is not None


def _said(edition: Edition, step: Step, persona: Persona) -> Answer | None:
    given = persona.answers.get(step.code)
    if given is not None:
        return None if given == PASSED_OVER else given
    if persona.otherwise in {Otherwise.PREFER_NOT, Otherwise.DOES_NOT_APPLY}:
        text = not isinstance(step, Statement) and step.kind in TEXTS  # there it would be read as words
        return None if text else persona.otherwise.value
    scale = _scale(edition, step)
    if not scale or persona.otherwise is Otherwise.SKIP:
        return None
    return {
        Otherwise.LEAST_FAVOURABLE: scale[0],
        Otherwise.IN_THE_MIDDLE: scale[(len(scale) - 1) // 2],  # the less favourable of two
        Otherwise.MOST_FAVOURABLE: scale[-1],
    }[persona.otherwise]


def _scale(edition: Edition, step: Step) -> tuple[str, ...]:
    """The codes of the answers, the least favourable first; nothing for a question without an order."""
    if not isinstance(step, Statement):
        return step.codes if step.kind is Kind.SCALE else ()
    codes = tuple(option.code for option in edition.scale.options)
    return codes[::-1] if step.reverse else codes
