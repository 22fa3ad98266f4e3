"""What a scorecard gives people to choose from together: what is strong, and what could be better, in order.

Only what the gate has let through, as it was printed: nothing here can tell more than the scorecard does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.card import words
from scoring.card.highlights import GOOD_ENOUGH, HIGH, HIGH_LOW, LEAST_TO_WORK_ON, SPEAKERS
from scoring.card.highlights import MOST as MOST_STRENGTHS
from scoring.card.scorecard import Percent, Score, Scorecard, ThemeCard, VoiceTheme, Withheld
from surveys.edition import Edition
from surveys.framework import Voice

MOST_ORDERED = 6
"""Candidates that a scorecard gives at most, so that people can add some of their own."""
MOST_UNORDERED = 8
TOLD_BY = (Voice.PERSON, Voice.FAMILY, Voice.STAFF)
"""Whose answers stand beside a candidate. Leaders' do not: the room may hold but one."""


@dataclass(frozen=True)
class Said:
    """What one voice answered, in a sentence with its range and its base."""

    voice: Voice
    sentence: str


@dataclass(frozen=True)
class Named:
    """A statement or a theme to stand on the wall."""

    code: str
    theme: str
    """The theme that it belongs to; the code itself where it is one."""
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Wall:
    """What is strong, then what could be better."""

    speaker: Voice | None
    """Whose view the order rests on; None where there are too few answers to tell anything."""
    strengths: tuple[Named, ...]
    candidates: tuple[Named, ...]
    ordered: bool
    """False where the answers are too few to compare: then they stand as they were asked."""


NOTHING = Wall(None, (), (), ordered=False)


@dataclass(frozen=True)
class _Statement:
    """One statement of the speaker, told, by its place on a scale from 0 to 100."""

    code: str
    theme: str
    share: int
    low: int
    high: int


def wall(card: Scorecard, edition: Edition) -> Wall:
    """The wall of a scorecard of this edition: the same card, the same wall.

    Candidates are statements, the surest first: by the upper end of the range that is printed, as in
    `highlights.together`; those under 70, or at least the two lowest; none from 85 up. Where there
    is no such statement they are themes by the same rule, and where nothing may be compared they are
    themes in the order of the edition.
    """
    speaker = next((voice for voice in SPEAKERS if _comparable(card, voice)), None)
    if speaker is None:
        return _unordered(card)
    told = [*_statements(card, edition, speaker)]
    strengths = _strengths(card, told)
    taken = frozenset(code for code, _ in strengths)
    candidates = _lowest(told, taken) or _lowest(_themes(card, speaker), taken)
    return Wall(
        speaker,
        tuple(_named(card, code, theme) for code, theme in strengths),
        tuple(_named(card, one.code, one.theme) for one in candidates),
        ordered=True,
    )


def _comparable(card: Scorecard, voice: Voice) -> bool:
    return any(isinstance(one.score, Score) and not one.score.coarse for _, one in _of(card, voice))


def _of(card: Scorecard, voice: Voice) -> list[tuple[ThemeCard, VoiceTheme]]:
    return [(theme, one) for theme in card.themes for one in theme.voices if one.voice is voice]


def _unordered(card: Scorecard) -> Wall:
    for voice in SPEAKERS:
        themes = [theme.code for theme, one in _of(card, voice) if isinstance(one.score, Score)]
        if themes:
            named = tuple(_named(card, code, code) for code in themes[:MOST_UNORDERED])
            return Wall(voice, (), named, ordered=False)
    return NOTHING


def _statements(card: Scorecard, edition: Edition, speaker: Voice) -> Iterator[_Statement]:
    backwards = {one.code for one in edition.statements if one.reverse}
    for theme, one in _of(card, speaker):
        for statement in one.statements:
            if isinstance(statement.favourable, Percent):
                ends = _ends(statement.favourable, backwards=statement.code in backwards)
                yield _Statement(statement.code, theme.code, *ends)


def _ends(told: Percent, *, backwards: bool) -> tuple[int, int, int]:
    """The share and its range. Where only words are safe: the end of the scale that the words say."""
    if told.percent is None or told.low is None or told.high is None:
        well = words.nearly_all_chose("disagreed" if backwards else "agreed")
        return (100, 100, 100) if told.words == well else (0, 0, 0)
    return told.percent, told.low, told.high


def _themes(card: Scorecard, speaker: Voice) -> list[_Statement]:
    return [
        _Statement(theme.code, theme.code, one.score.mean, one.score.low, one.score.high)
        for theme, one in _of(card, speaker)
        if isinstance(one.score, Score) and not one.score.coarse
    ]


def _strengths(card: Scorecard, told: Sequence[_Statement]) -> list[tuple[str, str]]:
    """The strengths of the scorecard, then statements of other themes by the same rule, three at most."""
    found = [(highlight.theme, highlight.theme) for highlight in card.strengths]
    themes = {theme for theme, _ in found}
    sure = [one for one in told if one.share >= HIGH and one.low >= HIGH_LOW and one.theme not in themes]
    found += [(one.code, one.theme) for one in sorted(sure, key=lambda one: (-one.low, -one.share))]
    return found[:MOST_STRENGTHS]


def _lowest(found: Sequence[_Statement], taken: frozenset[str]) -> list[_Statement]:
    left = [one for one in found if one.share < GOOD_ENOUGH and one.code not in taken]
    lowest = sorted(left, key=lambda one: (one.high, one.share))
    wanted = [one for place, one in enumerate(lowest) if place < LEAST_TO_WORK_ON or one.share < HIGH]
    return wanted[:MOST_ORDERED]


def _named(card: Scorecard, code: str, theme: str) -> Named:
    return Named(code, theme, tuple(_said(card, code, theme)))


def _said(card: Scorecard, code: str, theme: str) -> Iterator[Said]:
    for voice in TOLD_BY:
        for of, one in _of(card, voice):
            if of.code != theme:
                continue
            if code == theme:
                told: Score | Percent | Withheld | None = one.score
            else:
                told = next((each.favourable for each in one.statements if each.code == code), None)
            if isinstance(told, Score | Percent):
                yield Said(voice, f"{words.sentence(words.NOUNS[voice])}: {_sentence(told)}")


def _sentence(told: Score | Percent) -> str:
    base = f"{told.answered} answered, {told.not_answered} left it out."
    if isinstance(told, Score):
        mean = f"about {told.mean}" if told.coarse else str(told.mean)
        return f"{mean} out of 100 (could be {told.low} to {told.high}). {base}"
    if told.percent is None:
        return f"{told.words}. {base}"
    return f"{told.words} said this goes well (could be {told.low}% to {told.high}%). {base}"
