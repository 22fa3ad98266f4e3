"""The disclosure gate: what may be told of how many people, and which counts only as bands.

Thresholds follow METHOD 2.10, right column: the provider's own report.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from scoring.faults import OutOfRangeError
from scoring.rounding import about_percent, honest

SAME_SHARE = Fraction(9, 10)
HIGH_RESPONSE = Fraction(4, 5)
SMALL_ROUND = 50
TENS_FROM = 20


@dataclass(frozen=True)
class Thresholds:
    """From how many people what may be told."""

    nothing_below: int = 5
    statements_from: int = 10
    breakdown_from: int = 30
    compare_from: int = 10
    """From here means are whole numbers and may be compared; below, they go to the nearest 5."""
    same_answer_below: int = 30
    """Below this, an answer nearly everyone gave is told in words and never as a number."""

    def __post_init__(self) -> None:
        steps = (1, self.nothing_below, self.compare_from, self.statements_from, self.breakdown_from)
        if list(steps) != sorted(steps) or self.same_answer_below < self.nothing_below:
            raise OutOfRangeError(
                f"These thresholds are out of order: {self}. Each must be at least the one before."
            )


class Told(StrEnum):
    """How much may be told of a score."""

    NOBODY = "nobody"
    """There are no answers, and that may be said."""
    NOTHING = "nothing"
    """Fewer people than the least."""
    COARSE = "coarse"
    """The mean to the nearest 5; nothing is compared."""
    WHOLE = "whole"
    """The mean as a whole number; it may be compared."""


def told(n: int, thresholds: Thresholds) -> Told:
    """How much may be told of a score that n people have."""
    if n == 0:
        return Told.NOBODY
    if n < thresholds.nothing_below:
        return Told.NOTHING
    return Told.COARSE if n < thresholds.compare_from else Told.WHOLE


def told_overall(overall: int, themes: Iterable[int], thresholds: Thresholds) -> Told:
    """How much may be told of an overall score: never more than of the smallest theme in it.

    An overall score beside all themes but one would give that one away.
    """
    return told(min([overall, *(n for n in themes if n)]), thresholds)


def statement_told(theme: int, base: int, thresholds: Thresholds) -> bool:
    """Whether a statement's percentage may be told, from the people in its theme score and its own base."""
    return min(theme, base) >= thresholds.statements_from


def breakdown_told(groups: Sequence[int], thresholds: Thresholds) -> bool:
    """Whether one breakdown into these groups may be told: enough people, and enough in every group."""
    return sum(groups) >= thresholds.breakdown_from and min(groups) >= thresholds.compare_from


def comments_told(n: int, thresholds: Thresholds) -> bool:
    """Whether comments may be shown, once somebody has reviewed them."""
    return n >= thresholds.statements_from


def same_answer(options: Sequence[int]) -> int | None:
    """The option (from 1) that at least 90% chose, or None. Meant for bases under `same_answer_below`."""
    most = max(options)
    return options.index(most) + 1 if most and most >= SAME_SHARE * sum(options) else None


def band(n: int, thresholds: Thresholds) -> tuple[int, int]:
    """The band that holds n, both ends included: 5-9, 10-14, 15-19, then tens."""
    if n < thresholds.compare_from:
        return thresholds.nothing_below, thresholds.compare_from - 1
    width = 5 if n < TENS_FROM else 10
    start = n // width * width
    return max(start, thresholds.compare_from), start + width - 1


@dataclass(frozen=True)
class Counts:
    """How the counts of one voice may be told: exactly, or as bands."""

    exact: bool
    thresholds: Thresholds

    def words(self, n: int) -> str:
        """How many people, in words that may be printed."""
        if n == 0:
            return "none"
        if n < self.thresholds.nothing_below:
            return f"fewer than {self.thresholds.nothing_below}"
        return str(n) if self.exact else "{} to {}".format(*band(n, self.thresholds))

    def missing(self, n: int) -> str:
        """How many people are left out of a base, in words that do not pin down a small group."""
        small = n < self.thresholds.nothing_below
        return "none or a few" if small and not self.exact else self.words(n)


def counts_of(people: int, invited: int | None, missing: Iterable[int], thresholds: Thresholds) -> Counts:
    """How the counts of one voice may be told.

    Bands where nearly everyone asked has answered or few were asked (METHOD 2.10), as it may be
    where nobody said how many; and wherever two exact counts would tell a group of 1 to 4 by
    subtraction: `missing` are the numbers of people left out of each base of this voice.
    """
    if invited is None:
        few_or_most = people < SMALL_ROUND
    else:
        few_or_most = invited < SMALL_ROUND or people >= HIGH_RESPONSE * invited
    by_subtraction = any(0 < left_out < thresholds.nothing_below for left_out in missing)
    return Counts(not few_or_most and not by_subtraction, thresholds)


def response(people: int, invited: int | None, counts: Counts) -> str | None:
    """The share of those asked who took part, in words; no finer than the count itself may be told."""
    if not invited or people < counts.thresholds.nothing_below:
        return None
    if people == invited and people >= counts.thresholds.compare_from:
        return "everyone who was asked"
    if counts.exact:
        share = Fraction(100 * people, invited)
        return f"{about_percent(honest(share, 5), share)} of those asked"
    low, high = (Fraction(100 * end, invited) for end in band(people, counts.thresholds))
    least, most = min(5 * floor(low / 5), 95), 5 * ceil(high / 5)
    if most >= 100:  # noqa: PLR2004 - the end of a percentage
        return f"{least}% or more of those asked"
    return f"{least}% to {most}% of those asked" if least else f"up to {most}% of those asked"
