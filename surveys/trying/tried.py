"""A survey tried out: every person's walk, every way through it, and what nobody could ever meet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from surveys.edition import Edition
from surveys.faults import Fault
from surveys.framework import Presentation, Voice
from surveys.trying.coverage import Seen, coverage
from surveys.trying.load import PersonaFile
from surveys.trying.pages import Page, pages
from surveys.trying.verdict import differences
from surveys.trying.walk import Walk, walk
from surveys.trying.ways import Ways, ways


@dataclass(frozen=True)
class Walked:
    """One person's walk, and where it is not the one expected."""

    place: int
    """Where they stand in their file, from 0."""
    walk: Walk
    differences: tuple[Fault, ...]


@dataclass(frozen=True)
class Journey:
    """What one voice can meet in one presentation."""

    ways: Ways
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Tried:
    """What came of trying a survey."""

    edition: Edition
    walked: tuple[Walked, ...]
    journeys: tuple[Journey, ...]
    """Every voice in every presentation that is offered."""
    conditions: tuple[Seen, ...]
    dead: tuple[str, ...]
    """The codes of what is on no way at all."""
    dead_known: bool
    """Whether every way was counted, so that nothing more can be dead."""


def tried(edition: Edition, people: PersonaFile | None = None) -> Tried:
    """Walk everybody, and count the ways of every voice in every presentation."""
    found = tuple(_walked(edition, people)) if people else ()
    journeys = tuple(
        Journey(ways(edition, voice, look), pages(edition, voice, look)) for voice, look in _offers(edition)
    )
    every = [one.ways for one in journeys]
    return Tried(
        edition=edition,
        walked=found,
        journeys=journeys,
        conditions=coverage(edition, [one.walk for one in found]),
        dead=dead(edition, every),
        dead_known=all(one.whole and not one.given_up for one in every),
    )


def dead(edition: Edition, every: Iterable[Ways]) -> tuple[str, ...]:
    """The codes that are on none of these ways; nothing where some of them were not counted in full."""
    found = tuple(every)
    if not all(one.whole and not one.given_up for one in found):
        return ()
    walked = frozenset[str]().union(*(one.walked for one in found))
    return tuple(step.code for step, _ in edition.order if step.code not in walked)


def every_way(edition: Edition) -> tuple[Ways, ...]:
    """The ways of every voice in every presentation that is offered."""
    return tuple(ways(edition, voice, look) for voice, look in _offers(edition))


def _offers(edition: Edition) -> tuple[tuple[Voice, Presentation], ...]:
    return tuple((voice, look) for voice in edition.voices for look in edition.presentations)


def _walked(edition: Edition, people: PersonaFile) -> Iterator[Walked]:
    for place, persona in enumerate(people.personas.personas):
        one = walk(edition, persona)
        found = tuple(sorted(differences(one, ("personas", place), people.source)))
        yield Walked(place, one, found)
