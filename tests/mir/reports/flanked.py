"""Scorecards made by hand that stand beside other services and last time, up to the fullest there can be."""

from dataclasses import replace

from scoring.card import beside_words, notes, remarks
from scoring.card.scorecard import (
    Before,
    Compared,
    NotBefore,
    NotCompared,
    Score,
    Scorecard,
    VoiceCard,
    Withheld,
)
from scoring.comparison.compare import Barrier, Verdict
from scoring.comparison.words import NO_COMPARISON
from tests.mir.reports import cards

TITLE = "Autumn 2025, after the move"
VERDICTS = (Verdict.MUCH_HIGHER, Verdict.SAME, Verdict.LOWER, Verdict.MUCH_LOWER, Verdict.HIGHER)
Stand = tuple[Compared | NotCompared | None, Before | NotBefore | None]


def comparison(verdict: Verdict, mean: int) -> Compared:
    """The verdict on this score."""
    low, high = {"▲": (mean - 30, mean - 4), "▼": (mean + 4, mean + 30), "●": (mean - 14, mean + 9)}[
        beside_words.SYMBOLS[verdict][0]
    ]
    low, high = max(low, 0), min(high, 100)
    said = f"{beside_words.SHORT[verdict].capitalize()} ({low} to {high})."
    return Compared(verdict, beside_words.SYMBOLS[verdict], low, high, "24 similar services", said)


def before(mean: int, difference: int) -> Before:
    """A change to this score of so many points, give or take six."""
    low, high = difference - 6, difference + 6
    then = mean - difference
    said = beside_words.changed(then, difference, (low, high))
    return Before(TITLE, then, difference, low, high, not low <= 0 <= high, said)


def stand(score: Score | Withheld, at: int) -> Stand:
    """What stands beside a score; `at` decides what."""
    if isinstance(score, Withheld):
        return None, None
    if score.coarse:
        return NotCompared(NO_COMPARISON[Barrier.TOO_FEW_PEOPLE]), NotBefore(beside_words.TOO_FEW_THEN)
    return comparison(VERDICTS[at % 5], score.mean), before(score.mean, (9, -2, -8, 0)[at % 4])


def beside(card: Scorecard) -> Scorecard:
    """The card with something beside every score, and the lists."""
    themes = []
    for place, theme in enumerate(card.themes):
        stands = [stand(one.score, place + at) for at, one in enumerate(theme.voices)]
        voices = [
            replace(one, comparison=found, before=then)
            for one, (found, then) in zip(theme.voices, stands, strict=True)
        ]
        themes.append(replace(theme, voices=tuple(voices)))
    overall = tuple(_overall(voice, at) for at, voice in enumerate(card.voices))
    return replace(
        card,
        voices=overall,
        themes=tuple(themes),
        notes=(*card.notes, notes.COMPARED, notes.SINCE),
        compared=remarks.compared(overall, themes),
        since=remarks.since(overall, themes),
    )


def _overall(voice: VoiceCard, at: int) -> VoiceCard:
    found, then = stand(voice.overall, at)
    return replace(voice, comparison=found, before=then)


def rich() -> Scorecard:
    """Four voices beside others and last time, with everything that may stand out."""
    return beside(cards.rich())


def scattered() -> Scorecard:
    """The longest ledger there is, beside the longest lists."""
    return beside(cards.scattered())


def hostile() -> Scorecard:
    """Names that try to break out of the page, the title of the last round among them."""
    whole = beside(cards.hostile())
    return replace(
        whole,
        since=tuple(
            replace(one, sentence=one.sentence.replace(TITLE, "<b>&{{ 7*7 }}" + "W" * 100))
            for one in whole.since
        ),
    )


def full() -> Scorecard:
    """Four voices, each with a score of every theme."""
    whole = cards.rich("The Rowan and Silver Birch Supported Living Scheme, Lower Hall")
    told = {cards.FAMILY: 71, cards.LEADER: 84}
    themes = tuple(
        replace(
            theme,
            voices=tuple(
                replace(one, score=cards.score(one.voice, told[one.voice], 12, "15 to 19", "5 to 9"))
                if one.voice in told
                else one
                for one in theme.voices
            ),
        )
        for theme in whole.themes
    )
    return beside(replace(whole, themes=themes, gaps=whole.gaps * 5))
