"""Which sides of each condition the made-up people have seen: once where it holds, once where it does not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from surveys.edition import Edition, Step
from surveys.logic.tree import Condition
from surveys.logic.truth import Value, holds
from surveys.own.meant import meant
from surveys.own.question import Question
from surveys.trying.branching import known_first
from surveys.trying.walk import Walk


@dataclass(frozen=True)
class Seen:
    """One condition, and whether anybody met it when it held and when it did not."""

    code: str
    """The section or the question that it belongs to."""
    held: bool
    failed: bool

    @property
    def sides(self) -> int:
        """How many of its two sides were seen."""
        return self.held + self.failed


def coverage(edition: Edition, walks: Sequence[Walk]) -> tuple[Seen, ...]:
    """Every condition of the edition in the order in which it is met."""
    met = [pair for walk in walks for pair in _met(edition, walk)]
    return tuple(
        Seen(owner, (owner, True) in met, (owner, False) in met)
        for owner in dict.fromkeys(owner for step, _ in edition.order for owner, _ in owners(edition, step))
    )


def share(seen: Iterable[Seen]) -> tuple[int, int]:
    """How many sides of conditions were seen, and how many there are."""
    sides = [one.sides for one in seen]
    return sum(sides), 2 * len(sides)


def owners(edition: Edition, step: Step) -> Iterator[tuple[str, Condition]]:
    """The conditions on a step, each with the section or question that it belongs to."""
    section = edition.section_of.get(step.code)
    if section and section.show_if:
        yield section.code, section.show_if
    if isinstance(step, Question) and step.show_if:
        yield step.code, step.show_if


def _met(edition: Edition, walk: Walk) -> Iterator[tuple[str, bool]]:
    """What the conditions came to for one person, each where it stands on their way."""
    seen: dict[str, Value] = known_first(walk.persona.voice, walk.persona.presentation)
    asked = set(walk.codes)
    for step, _ in edition.order:
        if walk.persona.voice not in step.wordings:
            continue
        for owner, condition in owners(edition, step):
            yield owner, holds(condition, seen) is True
        answer = walk.answers.get(step.code)
        value = None if answer is None else meant(step, edition.values, answer)
        if step.code in asked and value is not None:
            seen[step.code] = value
