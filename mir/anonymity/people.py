"""Known people: what each of them answers, and the order in which they begin and send."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from surveys import journey
from surveys.answers import pack
from surveys.edition import Edition
from surveys.framework import Voice

SHARES = ((Voice.PERSON, 0.5), (Voice.STAFF, 0.3), (Voice.FAMILY, 0.2))
WRITE = 0.7
"""How many of the people write a comment as well."""


@dataclass(frozen=True)
class Person:
    """Somebody whose answers we know, because we made them up. No two answer alike."""

    number: int
    """The place in the order of sending, from 0."""
    started: int
    """The place in the order of beginning."""
    voice: Voice
    code: str
    single: bool
    presentation: str
    answers: Mapping[str, str]
    comment: str
    written_at: str
    """The question under which the comment stands."""

    def sheet(self, edition: Edition) -> bytes:
        """How these answers lie in a sheet."""
        return pack(edition, self.voice, self.answers)


@dataclass(frozen=True)
class Doors:
    """The codes of one voice: one for everybody, and one each for some."""

    shared: str
    single: tuple[str, ...]


def voices(number: int) -> tuple[Voice, ...]:
    """The voices of so many people; two of them are leaders, fewer than are ever mixed while open."""
    split = [voice for voice, share in SHARES for _ in range(round(share * (number - 2)))]
    return tuple((split + [Voice.PERSON] * number)[: number - 2] + [Voice.LEADER] * 2)


def make(edition: Edition, doors: Mapping[Voice, Doors], number: int, chance: Random) -> tuple[Person, ...]:
    """So many people, in the order in which they send."""
    kinds = list(voices(number))
    chance.shuffle(kinds)
    started = chance.sample(range(number), number)
    left = {voice: chance.sample(door.single, len(door.single)) for voice, door in doors.items()}
    return tuple(
        _one(edition, chance, (place, started[place]), voice, _code(doors[voice], left[voice]))
        for place, voice in enumerate(kinds)
    )


def _code(door: Doors, left: list[str]) -> tuple[str, bool]:
    return (left.pop(), True) if left else (door.shared, False)


def _one(
    edition: Edition, chance: Random, places: tuple[int, int], voice: Voice, code: tuple[str, bool]
) -> Person:
    steps = journey.path(edition, voice)
    options = [option.code for option in edition.scale.options]
    words = f"What I want to say is {chance.getrandbits(64):016x}."
    return Person(
        number=places[0],
        started=places[1],
        voice=voice,
        code=code[0],
        single=code[1],
        presentation=chance.choice(sorted(edition.presentations)),
        answers={step.code: chance.choice(options) for step in steps},
        comment=words if chance.random() < WRITE else "",
        written_at=chance.choice(steps).code,
    )
