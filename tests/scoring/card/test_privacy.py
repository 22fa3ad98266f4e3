"""No scorecard of any round tells a number of fewer people than it may."""

import re
from dataclasses import fields, is_dataclass

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from scoring.card.build import build
from scoring.card.scorecard import Percent, Score, Scorecard, VoiceCard, VoiceTheme, Withheld
from scoring.card.view import VoiceInput
from scoring.count import tally
from scoring.measure import measure_of
from scoring.spread import default_spreads
from surveys.framework import Voice
from tests.scoring.example import FACTS, edition

SIZES = (3, 1, 2)
OF = edition(SIZES, voices=(Voice.PERSON, Voice.STAFF), backwards=["t1_2"])
MEASURE = measure_of(OF)
Rows = NDArray[np.uint8]


@st.composite
def _rows(draw: st.DrawFn) -> Rows:
    """Up to 40 people who answer alike or not, with any mixture of states."""
    kinds = draw(
        st.lists(st.lists(st.sampled_from([0, 1, 3, 4, 5, 5, 254]), min_size=6, max_size=6), min_size=1)
    )
    people = draw(st.lists(st.sampled_from(kinds), max_size=40))
    return np.array(people, np.uint8).reshape(-1, 6)


@st.composite
def _voices(draw: st.DrawFn) -> dict[Voice, tuple[Rows, int | None]]:
    invited = st.one_of(st.none(), st.integers(1, 80))
    return {voice: (draw(_rows()), draw(invited)) for voice in OF.voices}


def _build(voices: dict[Voice, tuple[Rows, int | None]]) -> Scorecard:
    given = [
        VoiceInput(
            voice, tally(rows, MEASURE), invited, (("none", len(rows) // 2), ("read_to_me", len(rows) // 3))
        )
        for voice, (rows, invited) in voices.items()
    ]
    return build(FACTS, OF, given, default_spreads(MEASURE))


def _has_theme(rows: Rows, place: int) -> int:
    """How many people answered at least half of this theme, from the rows themselves."""
    answers = rows[:, list(MEASURE.themes[place])]
    answered = ((answers >= 1) & (answers <= 5)).sum(axis=1)
    return int(((answered > 0) & (2 * answered >= answers.shape[1])).sum())


@settings(max_examples=200)
@given(_voices())
def test_every_number_rests_on_enough_people(voices: dict[Voice, tuple[Rows, int | None]]) -> None:
    card = _build(voices)
    for place, theme in enumerate(card.themes):
        for shown in theme.voices:
            _check_theme(shown, voices[shown.voice][0], place)
        for gap in theme.gaps:
            assert min(_has_theme(voices[voice][0], place) for voice in (gap.first, gap.second)) >= 10
    for voice in card.voices:
        rows = voices[voice.voice][0]
        smallest = min((n for n in (_has_theme(rows, place) for place in range(3)) if n), default=0)
        assert isinstance(voice.overall, Withheld) or (
            smallest >= 5 and (voice.overall.coarse or smallest >= 10)
        )


def _check_theme(shown: VoiceTheme, rows: Rows, place: int) -> None:
    n = _has_theme(rows, place)
    if isinstance(shown.score, Score):
        assert n >= 5
        assert shown.score.coarse is (n < 10)
        assert n < 10 or n >= 30 or 0 < shown.score.mean < 100
    else:
        assert n < 5
    for item, statement in enumerate(shown.statements):
        answers = rows[:, MEASURE.themes[place][item]]
        base = int(((answers >= 1) & (answers <= 5)).sum())
        if isinstance(statement.favourable, Percent):
            assert min(n, base) >= 10
            assert base >= 30 or statement.favourable.percent not in {0, 100}


@given(_voices())
def test_counts_below_5_are_nowhere_in_words(voices: dict[Voice, tuple[Rows, int | None]]) -> None:
    card = _build(voices)
    for voice in card.voices:
        told = [voice.answered, *_counts(voice)]
        told += [
            words
            for theme in card.themes
            for shown in theme.voices
            for words in _counts(shown)
            if shown.voice is voice.voice
        ]
        numbers = [int(words) for words in told if words.isdigit()]
        assert all(number >= 5 for number in numbers)
        exact = sorted({*numbers})
        assert all(
            large - small >= 5 for small in exact for large in exact if large > small and large == max(exact)
        )


def _counts(shown: VoiceCard | VoiceTheme) -> list[str]:
    """Every count in words, wherever it stands."""
    found: list[str] = []
    _walk(shown, found)
    return found


def _walk(value: object, found: list[str]) -> None:
    if is_dataclass(value):
        for field in fields(value):
            inside = getattr(value, field.name)
            if field.name in {"answered", "not_answered"}:
                found.append(inside)
            _walk(inside, found)
    elif isinstance(value, tuple):
        for inside in value:
            _walk(inside, found)


@given(_voices())
def test_a_scorecard_holds_no_exact_number(voices: dict[Voice, tuple[Rows, int | None]]) -> None:
    """No float has come through, and no tally."""
    text = repr(_build(voices))
    assert "Moments" not in text
    assert not re.search(r"\d\.\d{2,}", text)


@given(_voices(), st.randoms(use_true_random=False))
def test_the_order_of_people_makes_no_difference(
    voices: dict[Voice, tuple[Rows, int | None]], chance: object
) -> None:
    turned = {}
    for voice, (rows, invited) in voices.items():
        order = list(range(len(rows)))
        chance.shuffle(order)  # type: ignore[attr-defined]  # hypothesis hands over a Random without saying so
        turned[voice] = (rows[order], invited)
    assert _build(turned) == _build(voices)
