"""The sheets of one voice in one round of the demo: answers, how they were given, what help, comments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from mir.demo.people import Answers, draw, said, standing, tones
from mir.demo.plan import DemoService, Tone, comments
from mir.respond.sealing import Sent
from surveys.edition import Edition
from surveys.framework import Presentation, Voice

_VOICES = (Voice.PERSON, Voice.FAMILY, Voice.STAFF, Voice.LEADER)

Shares = Mapping[str, float]
Words = tuple[tuple[str, str], ...]
"""Comments: theme code and text."""

_KINDS_OF_HELP = ("none", "read_to_me", "wrote_for_me", "answered_with_me", "answered_for_me")
_HELP: Mapping[str, Shares] = {
    group: dict(zip(_KINDS_OF_HELP, shares, strict=True))
    for group, shares in {
        "older": (0.40, 0.18, 0.15, 0.15, 0.12),
        "some": (0.70, 0.10, 0.08, 0.08, 0.04),
        "little": (0.50, 0.25, 0.08, 0.15, 0.02),
    }.items()
}
_HELPERS: Shares = {"family": 0.35, "staff": 0.4, "independent": 0.25}
_HOW: Mapping[str, Shares] = {
    "older": {"web": 0.1, "tablet": 0.35, "paper": 0.5, "phone": 0.05},
    "some": {"web": 0.3, "tablet": 0.15, "paper": 0.4, "phone": 0.15},
    "little": {"web": 0.35, "tablet": 0.55, "paper": 0.1},
}
_HOW_OTHERS: Shares = {"web": 0.9, "paper": 0.1}
_COMMENTING: Mapping[Voice, float] = {Voice.PERSON: 0.3, Voice.FAMILY: 0.35, Voice.STAFF: 0.2}
_GOOD, _POOR = 4.0, 2.75
"""From which mean answer a comment is a good one, and up to which a poor one."""


@dataclass(frozen=True)
class Sitting:
    """One voice answering in one round: which service of the demo, which round, from which seed."""

    seed: int
    number: int
    """The place of the service in the demo."""
    service: DemoService
    wave: int
    voice: Voice

    def chance(self, *more: int) -> Generator:
        """The chance of this voice in this service; with the round it is another in each."""
        return np.random.default_rng([self.seed, self.number, _VOICES.index(self.voice), *more])

    @property
    def people(self) -> int:
        """How many answered."""
        numbers = self.service.answered.get(self.voice, ())
        return numbers[self.wave] if self.wave < len(numbers) else 0


def sheets(edition: Edition, sitting: Sitting) -> list[Sent]:
    """Every sheet of this sitting. The same sitting gives the same sheets."""
    if not sitting.people:
        return []
    chance = sitting.chance(1, sitting.wave)
    place = standing(sitting.service, sitting.voice, sitting.wave, _whims(edition, sitting))
    answers = draw(chance, edition, sitting.voice, place, sitting.people)
    written = _written(chance, edition, sitting.voice, answers)
    return [
        _sent(chance, sitting, said(edition, sitting.voice, row), words)
        for row, words in zip(answers, written, strict=True)
    ]


def _whims(edition: Edition, sitting: Sitting) -> dict[str, float]:
    """What makes this service's profile its own: steady from round to round, but for a little."""
    steady = sitting.chance(0).normal(0.0, 0.12, len(edition.themes))
    fresh = sitting.chance(0, 1 + sitting.wave).normal(0.0, 0.05, len(edition.themes))
    return {theme.code: float(whim) for theme, whim in zip(edition.themes, steady + fresh, strict=True)}


def _sent(chance: Generator, sitting: Sitting, answers: Mapping[str, str], words: Words) -> Sent:
    """One person's sheet: with the presentation, device, help and helper that such a service has."""
    service, person = sitting.service, sitting.voice == Voice.PERSON
    easy = person and chance.random() < service.easy_read
    helped = _pick(chance, _HELP[service.help]) if person else "none"
    return Sent(
        voice=sitting.voice,
        presentation=Presentation.EASY_READ if easy else Presentation.STANDARD,
        language="en",
        how=_pick(chance, _HOW[service.help] if person else _HOW_OTHERS),
        help=helped,
        helper=None if helped == "none" else _pick(chance, _HELPERS),
        answers=answers,
        comments=words,
    )


def _pick(chance: Generator, shares: Shares) -> str:
    return list(shares)[int(chance.choice(len(shares), p=list(shares.values())))]


def _written(chance: Generator, edition: Edition, voice: Voice, answers: Answers) -> Iterator[Words]:
    """The comments of each person. Nothing is written twice in one round."""
    used: set[str] = set()
    for row in answers:
        found: Words = ()
        if chance.random() < _COMMENTING.get(voice, 0.0):
            found = _comment(chance, voice, tones(edition, row), used)
        used.update(text for _, text in found)
        yield found


def _comment(chance: Generator, voice: Voice, moods: Mapping[str, float], used: set[str]) -> Words:
    choices = [
        (theme, text)
        for theme, mean in moods.items()
        for text in comments()[theme][voice][_tone(mean)]
        if text not in used
    ]
    return (choices[int(chance.integers(len(choices)))],) if choices else ()


def _tone(mean: float) -> Tone:
    if mean >= _GOOD:
        return "good"
    return "poor" if mean <= _POOR else "mixed"
