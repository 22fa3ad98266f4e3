"""What decides a way through an edition: answers that conditions look at, in as few cases as can be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from surveys.edition import Edition, Step
from surveys.framework import Presentation, Statement, Voice
from surveys.logic.meaning import Domain, Sort, cases, held_against, side_by_side, small
from surveys.logic.tree import Answered, Condition, Count, Name, Node, Operation, names, walk
from surveys.logic.truth import Truth, Value, holds
from surveys.own.meant import meant
from surveys.rules.condition_faults import domain_of


@dataclass(frozen=True)
class Turn:
    """One step with what it hangs on and what hangs on it."""

    step: Step
    conditions: tuple[Condition, ...]
    cases: tuple[Value | None, ...]
    """What its answer can be, one for each way of deciding a condition; nothing where none looks at it."""
    needed: frozenset[str]
    """The codes that conditions after this step still look at."""


def turns(edition: Edition, voice: Voice) -> tuple[Turn, ...]:
    """Everything that this voice could be asked, in order."""
    order = [(step, conditions) for step, conditions in edition.order if voice in step.wordings]
    looked = [frozenset(name for one in conditions for name in names(one)) for _, conditions in order]
    every = tuple(dict.fromkeys(one for _, conditions in order for one in conditions))
    return tuple(
        Turn(step, conditions, _cases(edition, step, every), frozenset().union(*looked[place + 1 :]))
        for place, (step, conditions) in enumerate(order)
    )


def whole(edition: Edition, voice: Voice) -> bool:
    """Whether the cases show everything: not so where a wide number or a month is held against another."""
    known = {step.code: domain(edition, step) for step, _ in edition.order}
    return not any(
        side_by_side(one) and not all(small(known[code]) for code in names(one) if code in known)
        for step, conditions in edition.order
        if voice in step.wordings
        for one in conditions
    )


def domain(edition: Edition, step: Step) -> Domain:
    """What the answer to a step can be."""
    if isinstance(step, Statement):
        return Domain(Sort.NUMBER, least=1, most=len(edition.scale.options))
    return domain_of(step)


def known_first(voice: Voice, presentation: Presentation) -> dict[str, Value]:
    """What conditions know before anything is answered."""
    return {"voice": voice.value, "presentation": presentation.value}


def _cases(edition: Edition, step: Step, conditions: Iterable[Condition]) -> tuple[Value | None, ...]:
    about = [one for one in conditions if step.code in names(one)]
    if not about:
        return ()
    marks = frozenset(mark for one in about for mark in held_against(one).get(step.code, ()))
    real = (case for case in cases(domain(edition, step), marks) if _can_be(edition, step, case))
    parts = tuple(dict.fromkeys(part for one in about for part in _parts(one, step.code)))
    if any(part is None for part in parts):  # held against something else than constants
        return tuple(real)
    alike: dict[tuple[Truth, ...], Value | None] = {}
    for case in real:
        seen = {} if case is None else {step.code: case}
        alike.setdefault(tuple(holds(part, seen) for part in parts if part is not None), case)
    return tuple(alike.values())


def _parts(condition: Node, code: str) -> Iterator[Condition | None]:
    """The smallest conditions about this code; None where one holds it against more than constants."""
    for node in walk(condition):
        if node == Answered(code):
            yield Answered(code)
        elif isinstance(node, Operation) and Name(code) in node.parts:
            mixed = sum(isinstance(part, Name | Count) for part in node.parts) > 1
            yield None if mixed else node


def _can_be(edition: Edition, step: Step, case: Value | None) -> bool:
    """Whether somebody could give it: not, for one, “none of these” with another beside it."""
    if case is None:
        return True
    if isinstance(case, frozenset):
        return meant(step, edition.values, sorted(case)) is not None
    return True
