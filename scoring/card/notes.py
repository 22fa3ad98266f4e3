"""How it was counted: the notes at the end of a scorecard, a sentence or two each."""

from scoring.card.words import NOUNS
from scoring.comparison.words import NO_RANKS, NOT_FINE
from scoring.protection.disclosure import Thresholds
from surveys.framework import Voice

SCALE = "A score runs from 0 to 100. It is the average over the people who answered; each person counts once."
HALF = "A person has a score for a theme when they answered at least half of its statements."
RANGE = "The range is where the score could plausibly be if we asked a similar group again."
APART = "Each group has its own score. We never mix people, families, staff and leaders into one number."
WORDING = "Each group read its own wording, so a small part of any difference in view may be the words."
PROVISIONAL = (
    "Some ranges rest on our usual figure for how much people differ. "
    "Too few services took part to measure it this time."
)
COMPARED = (
    "The expected range is where 95 in 100 services of this size would score; "
    "this service is one of those it rests on. "
    "By chance alone about 1 in 20 scores would be called higher or lower. "
    f"{NOT_FINE} {NO_RANKS}"
)
SINCE = "We speak of a change since last time only where its range leaves out nought."
NOT_A_RATING = "This is not a rating by the regulator."


def protection(thresholds: Thresholds) -> str:
    """What is held back, and from how few."""
    least, whole = thresholds.nothing_below, thresholds.compare_from
    coarse = f" From {least} to {whole - 1} people we round scores to the nearest 5." if least < whole else ""
    return f"To protect people we show nothing from fewer than {least} of them.{coarse}"


def not_ranked(asked: Voice, instead: Voice | None, thresholds: Thresholds) -> str:
    """Why there is no list of what goes well from this voice, and whose list stands there instead."""
    least = thresholds.compare_from
    opening = f"Fewer than {least} {NOUNS[asked]} answered about each theme, so we do not compare the themes"
    return f"{opening}." if instead is None else f"{opening}. The lists show what {NOUNS[instead]} say."
