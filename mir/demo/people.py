"""How made-up people answer: a latent opinion, cut into five answers, with all that happens to real sheets.

A person's opinion of a statement is the level of the service in that theme and
voice, plus their own outlook, plus their view of the theme, plus chance. The
last three have variance 1 together; services differ with a standard deviation
near 0.3, so about 0.08 of the variance lies between services (METHOD 2.4).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from mir.demo.plan import DemoService
from surveys.answers import SPOKEN_STATES
from surveys.edition import Edition
from surveys.framework import Voice

OUTLOOK, VIEW, CHANCE = 0.36, 0.14, 0.5
"""Variances: of a person, of a person's view of one theme, of one answer. They make 1."""
THRESHOLDS = np.array([-1.75, -1.08, -0.47, 0.58])
"""At level 0 they cut the opinions into 4, 10, 18, 40 and 28 in 100, a mean score near 70."""
POLES = 1.7
"""In a polarised service half of the people stand this far above the level and half as far below."""

ROSIER: Mapping[Voice, float] = {Voice.PERSON: 0.0, Voice.FAMILY: -0.05, Voice.STAFF: 0.2, Voice.LEADER: 0.55}
"""How much better each voice thinks of any service than the people who draw on its support."""
THEMES: Mapping[str, float] = {
    "wi": 0.1, "ia": -0.05, "ac": 0.0, "fi": -0.05, "cc": -0.2, "wf": 0.2, "wl": -0.1,
}  # fmt: skip
"""How themes differ everywhere."""
PASSED_OVER: Mapping[Voice, float] = {Voice.PERSON: 0.04, Voice.FAMILY: 0.03, Voice.STAFF: 0.015}
SPOKEN: Mapping[Voice, tuple[float, float]] = {
    Voice.PERSON: (0.025, 0.02),
    Voice.FAMILY: (0.03, 0.02),
    Voice.STAFF: (0.01, 0.015),
}
"""The shares of “does not apply” and “prefer not to say”."""
SLIPS = 0.012
"""The share of single answers that anybody forgets."""

Answers = NDArray[np.int_]
"""One row a person, one column a statement: 1 to 5, or one of the three below."""
NOTHING, DOES_NOT_APPLY, PREFER_NOT = 0, -1, -2
_STATES = dict(zip((DOES_NOT_APPLY, PREFER_NOT), SPOKEN_STATES, strict=True))


@dataclass(frozen=True)
class Standing:
    """How one voice sees one service in one round: the latent level of each theme, by its code."""

    themes: Mapping[str, float]
    polarised: bool
    skips: Mapping[str, float]


def standing(service: DemoService, voice: Voice, wave: int, whims: Mapping[str, float]) -> Standing:
    """The standing that the plan gives; `whims` are small ups and downs by theme."""
    level = service.level[min(wave, len(service.level) - 1)] + ROSIER[voice] + service.voices.get(voice, 0.0)
    themes = {
        code: level + usual + service.themes.get(code, 0.0) + whims.get(code, 0.0)
        for code, usual in THEMES.items()
    }
    return Standing(themes, service.polarised, service.skips if voice == Voice.PERSON else {})


def draw(chance: Generator, edition: Edition, voice: Voice, place: Standing, people: int) -> Answers:
    """The answers of so many people of one voice, given or withheld."""
    themes = [theme.code for theme in edition.themes]
    of = np.array([themes.index(edition.theme_of[code].code) for code in edition.place])
    levels = np.array([place.themes.get(code, 0.0) for code in themes])
    outlook = chance.normal(0.0, OUTLOOK**0.5, (people, 1))
    if place.polarised:
        outlook += POLES * np.where(chance.permutation(people) % 2, 1.0, -1.0)[:, None]
    views = chance.normal(levels + outlook, VIEW**0.5, (people, len(themes)))
    opinions = chance.normal(views[:, of], CHANCE**0.5)
    answers = 1 + np.searchsorted(THRESHOLDS, opinions)
    return _withheld(chance, answers, voice, [place.skips.get(themes[theme], 0.0) for theme in of])


def _withheld(chance: Generator, answers: Answers, voice: Voice, skips: list[float]) -> Answers:
    apply, say = SPOKEN.get(voice, (0.0, 0.0))
    luck = chance.random(answers.shape)
    answers[luck < apply + say] = PREFER_NOT
    answers[luck < apply] = DOES_NOT_APPLY
    answers[luck > 1 - SLIPS] = NOTHING
    # Whoever passes over a theme passes over most of it, not one statement here and there.
    share = np.maximum(PASSED_OVER.get(voice, 0.0), np.array(skips))
    whole = chance.random((len(answers), 1)) < share
    here_and_there = chance.random(answers.shape) < np.where(np.array(skips) > 0, 0.85, 0.5)
    answers[whole & here_and_there] = NOTHING
    return answers


def said(edition: Edition, voice: Voice, row: NDArray[np.int_]) -> dict[str, str]:
    """One person's row as statement codes and option codes or spoken states."""
    options = {option.value: option.code for option in edition.scale.options} | _STATES
    return {
        statement.code: options[int(value)]
        for statement, value in zip(edition.statements, row, strict=True)
        if value != NOTHING and voice in statement.wordings
    }


def tones(edition: Edition, row: NDArray[np.int_]) -> dict[str, float]:
    """How one person finds each theme: the mean of their answers (1 to 5), where they gave any."""
    found = {}
    for theme in edition.themes:
        values = [row[edition.place[statement.code]] for statement in theme.statements]
        given = [int(value) for value in values if value > NOTHING]
        if given:
            found[theme.code] = sum(given) / len(given)
    return found
