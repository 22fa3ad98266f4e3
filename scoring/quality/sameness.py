"""Rows of one and the same answer: how long, how varied, and when that is worth a second look."""

from collections.abc import Sequence
from itertools import groupby
from math import sqrt

from scoring.faults import NoAnswersError
from surveys.framework import Voice

LEAST_SECONDS = 2.0
"""For one statement; faster than this nobody reads."""
NEVER_LEFT_OUT = frozenset({Voice.PERSON, Voice.FAMILY})

Row = Sequence[float | None]


def longest_run(row: Row) -> int:
    """The longest run of one answer; a statement passed over neither adds to it nor ends it."""
    return max((len(list(run)) for _, run in groupby(_answered(row))), default=0)


def variability(row: Row) -> float | None:
    """The standard deviation of one person's answers (Dunn et al. 2018); None for fewer than two answers."""
    answered = _answered(row)
    if len(answered) < 2:  # noqa: PLR2004 - one answer does not vary
        return None
    mean = sum(answered) / len(answered)
    return sqrt(sum((value - mean) ** 2 for value in answered) / (len(answered) - 1))


def _answered(row: Row) -> list[float]:
    return [value for value in row if value is not None]


def straight_lined(row: Row, backwards: Sequence[bool], options: int, seconds: float | None = None) -> bool:
    """Whether a row calls for a second look (METHOD 2.9).

    All answers are the same one and either they contradict each other, because
    some of the statements run backwards and the answer is not the middle one,
    or they took under two seconds each. Raises NoAnswersError for an empty row.
    """
    if len(row) != len(backwards) or not row:
        raise NoAnswersError("A row needs an answer, or None, for each statement.")
    answered = _answered(row)
    if len(answered) < 2 or longest_run(row) < len(answered):  # noqa: PLR2004 - one answer is no line
        return False
    ways = {way for value, way in zip(row, backwards, strict=True) if value is not None}
    contradicts = len(ways) > 1 and 2 * answered[0] != options + 1
    return contradicts or (seconds is not None and seconds < LEAST_SECONDS * len(answered))


def may_leave_out(voice: Voice) -> bool:
    """Whether such rows of this voice may be left out, under a rule fixed before the round.

    Never of people who draw on support, nor of those who speak beside them: their
    rows are shown with the rest, and the result is shown with and without.
    """
    return voice not in NEVER_LEFT_OUT
