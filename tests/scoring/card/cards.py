"""Scorecards of small rounds for the tests, and ways to look into them."""

from scoring.card.around import Around
from scoring.card.build import build
from scoring.card.scorecard import Percent, Score, Scorecard, StatementResult, VoiceCard, Withheld
from scoring.card.view import VoiceInput
from scoring.measure import measure_of
from scoring.protection.disclosure import Thresholds
from scoring.spread import default_spreads
from surveys.edition import Edition
from surveys.framework import Voice
from tests.scoring.example import ALL, FACTS, counted, edition

OF = edition((2, 2), voices=ALL)
NONE = (0, 0, 0, 0)
Given = tuple[int, tuple[int, ...]]


def card_of(*voices: VoiceInput, of: Edition = OF, thresholds: Thresholds | None = None) -> Scorecard:
    spreads = default_spreads(measure_of(of))
    return build(FACTS, of, voices, spreads, Around(thresholds=thresholds or Thresholds()))


def people(
    *given: Given, of: Edition = OF, voice: Voice = Voice.PERSON, invited: int | None = None
) -> VoiceInput:
    return VoiceInput(voice, counted(of, *given), invited)


def voice_card(card: Scorecard, voice: Voice = Voice.PERSON) -> VoiceCard:
    return next(each for each in card.voices if each.voice is voice)


def theme_of(card: Scorecard, place: int = 0, voice: Voice = Voice.PERSON) -> Score | Withheld:
    return next(each.score for each in card.themes[place].voices if each.voice is voice)


def score_of(card: Scorecard, place: int = 0, voice: Voice = Voice.PERSON) -> Score:
    score = theme_of(card, place, voice)
    assert isinstance(score, Score)
    return score


def withheld_of(card: Scorecard, place: int = 0, voice: Voice = Voice.PERSON) -> Withheld:
    score = theme_of(card, place, voice)
    assert isinstance(score, Withheld)
    return score


def statements_of(card: Scorecard, place: int = 0) -> tuple[StatementResult, ...]:
    return card.themes[place].voices[0].statements


def percent_of(card: Scorecard, place: int = 0, item: int = 0) -> Percent:
    favourable = statements_of(card, place)[item].favourable
    assert isinstance(favourable, Percent)
    return favourable
