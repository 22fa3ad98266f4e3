"""Over rounds, histories and neighbours of any size: nothing stands on a cell that may not be told."""

from dataclasses import dataclass, fields, is_dataclass
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from scoring.card.around import Around, Earlier, Peer, Peers
from scoring.card.build import build
from scoring.card.scorecard import Before, Compared, Score, Scorecard, VoiceCard, VoiceTheme, Withheld
from scoring.card.view import VoiceInput
from scoring.comparison.compare import Verdict
from scoring.count import tally
from scoring.measure import measure_of
from scoring.spread import default_spreads
from surveys.framework import Voice
from tests.scoring.example import FACTS, edition

OF = edition((2, 1, 1), voices=(Voice.PERSON, Voice.STAFF))
OTHER = edition((1, 2, 1), voices=(Voice.PERSON, Voice.STAFF))
SAME_IN_BOTH = 2
"""The place of the only theme that both editions ask in the same words."""
MEASURE = measure_of(OF)
SPREADS = default_spreads(MEASURE)
ALL = 3
"""The place of the score of all themes together, which takes two of the three."""
Rows = NDArray[np.uint8]
Heard = dict[Voice, Rows]


@dataclass(frozen=True)
class World:
    """A service with its rounds and its neighbours, as rows of answers."""

    now: Heard
    then: Heard | None
    others: list[tuple[str, Heard]]
    same_questions: bool


@st.composite
def _rows(draw: st.DrawFn, most: int = 45) -> Rows:
    """People near the thresholds, some of whom pass over a theme."""
    kinds = [[5, 5, 5, 5], [4, 4, 4, 4], [2, 3, 1, 2], [4, 3, 5, 0], [0, 0, 4, 2]]
    sizes = st.sampled_from([0, 1, 4, 5, 9, 10, 11, 30])
    rows = [row for kind in kinds for row in [kind] * draw(sizes)]
    return np.array(rows[: draw(st.integers(0, most))], np.uint8).reshape(-1, 4)


@st.composite
def _worlds(draw: st.DrawFn) -> World:
    chance = Random(draw(st.integers(0, 2**16)))  # noqa: S311 - neighbours of a test
    count = draw(st.sampled_from([0, 1, 8, 9, 10, 14]))
    least = draw(st.sampled_from([0, 8, 10]))
    others = [
        (chance.choice("ab" if count > 10 else "a"), {voice: _some(chance, least) for voice in OF.voices})
        for _ in range(count)
    ]
    now = {voice: draw(_rows()) for voice in OF.voices}
    then = {voice: draw(_rows()) for voice in OF.voices}
    return World(now, draw(st.sampled_from([then, None])), others, draw(st.sampled_from([True, True, False])))


def _some(chance: Random, least: int) -> Rows:
    people = [[chance.choice((1, 3, 4, 5)) for _ in range(4)] for _ in range(chance.randint(least, 16))]
    return np.array(people, np.uint8).reshape(-1, 4)


def _card(world: World, turn: int = 0) -> Scorecard:
    others = [
        Peer.of(kind, {voice: tally(rows, MEASURE) for voice, rows in heard.items()})
        for kind, heard in world.others[turn:] + world.others[:turn]
    ]
    earlier = None
    if world.then is not None:
        asked = OF if world.same_questions else OTHER
        measure = measure_of(asked)
        tallies = tuple((voice, tally(rows, measure)) for voice, rows in world.then.items())
        earlier = Earlier("Spring", asked, tallies, SPREADS)
    return build(FACTS, OF, _inputs(world.now), SPREADS, Around(Peers("a", tuple(others)), earlier))


def _inputs(heard: Heard) -> list[VoiceInput]:
    return [VoiceInput(voice, tally(rows, MEASURE)) for voice, rows in heard.items()]


def _has(rows: Rows, place: int) -> int:
    """How many people this score rests on, from the rows; the last place is all themes: the least of them."""
    having = [(rows[:, columns] > 0).any(axis=1) for columns in ((0, 1), (2,), (3,))]
    themes = [int(one.sum()) for one in having]
    if place < ALL:
        return themes[place]
    return min([int((np.sum(having, axis=0) >= 2).sum()), *filter(None, themes)])


def _results(card: Scorecard) -> list[tuple[Voice, int, VoiceTheme | VoiceCard, Score | Withheld]]:
    found: list[tuple[Voice, int, VoiceTheme | VoiceCard, Score | Withheld]] = [
        (voice.voice, ALL, voice, voice.overall) for voice in card.voices
    ]
    for place, theme in enumerate(card.themes):
        found += [(voice.voice, place, voice, voice.score) for voice in theme.voices]
    return found


@settings(max_examples=100, deadline=None)
@given(_worlds())
def test_a_comparison_stands_on_enough_people_and_services(world: World) -> None:
    for voice, place, result, score in _results(_card(world)):
        if isinstance(score, Withheld):
            assert (result.comparison, result.before, result.reliability) == (None, None, "")
            continue
        mine = _has(world.now[voice], place)
        assert result.comparison is not None
        if not isinstance(result.comparison, Compared):
            assert result.reliability == ""
            continue
        kinds = [kind for kind, heard in world.others if _has(heard[voice], place) >= 10]
        assert mine >= 10
        alike = kinds.count("a") + 1
        assert len(kinds) + 1 >= 10
        words = f"{alike} similar services" if alike >= 10 else f"{len(kinds) + 1} services of every kind"
        assert result.comparison.peers == words
        _check_range(result.comparison, score.mean)


def _check_range(found: Compared, mean: int) -> None:
    """The score as printed lies where the words say."""
    assert 0 <= found.low <= found.high <= 100
    within = found.low <= mean <= found.high
    assert within is (found.verdict is Verdict.SAME)
    if not within:
        assert (mean > found.high) is (found.verdict in {Verdict.HIGHER, Verdict.MUCH_HIGHER})


@settings(max_examples=100, deadline=None)
@given(_worlds())
def test_last_time_is_what_was_told_then_and_the_difference_is_that_of_the_two_numbers(world: World) -> None:
    told = {}
    if world.then is not None:
        card = build(FACTS, OF, _inputs(world.then), SPREADS)
        told = {(voice, place): score for voice, place, _, score in _results(card)}
    for voice, place, result, score in _results(_card(world)):
        before = result.before
        if not isinstance(before, Before):
            continue
        assert world.then is not None
        assert world.same_questions or place == SAME_IN_BOTH
        assert min(_has(world.now[voice], place), _has(world.then[voice], place)) >= 10
        then = told[voice, place]
        assert isinstance(then, Score)
        assert isinstance(score, Score)
        assert not then.coarse
        assert before.mean == then.mean
        assert before.difference == score.mean - before.mean
        assert before.low <= before.difference <= before.high
        assert before.clear is (before.low > 0 or before.high < 0)


@settings(max_examples=40, deadline=None)
@given(_worlds(), st.integers(0, 14))
def test_the_same_world_gives_the_same_card_in_any_order_and_no_exact_number(world: World, turn: int) -> None:
    card = _card(world)
    assert repr(_card(world, turn)) == repr(card)
    assert not list(_floats(card))


def _floats(value: object) -> list[float]:
    if isinstance(value, float):
        return [value]
    if is_dataclass(value):
        return [found for field in fields(value) for found in _floats(getattr(value, field.name))]
    return [found for each in value for found in _floats(each)] if isinstance(value, tuple) else []
