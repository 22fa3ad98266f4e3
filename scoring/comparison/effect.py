"""How much two groups of people differ: pairs that agree or not, and how often chance would do as much."""

from dataclasses import dataclass
from itertools import chain, combinations
from math import comb, floor

import numpy as np
from numpy.typing import ArrayLike

from scoring.faults import OutOfRangeError
from scoring.given import Floats, numbers

MOST_SPLITS = 200_000
"""Up to here every way to deal the scores to the two groups is tried."""
FUZZ = 1e-9
"""Differences this close, beside the largest score, are one but for a float’s last bits."""


@dataclass(frozen=True)
class Pairs:
    """Of all pairs of one person from each group: how often the first is higher, lower, the same."""

    higher: float
    lower: float
    same: float

    @property
    def delta(self) -> float:
        """Cliff's delta, -1 to 1 (Cliff 1993)."""
        return self.higher - self.lower

    def of_100(self) -> tuple[int, int, int]:
        """Higher, lower and same of 100 pairs: they add up to 100, and 0 and 100 only when exactly so."""
        shares = [100 * share for share in (self.higher, self.lower, self.same)]
        counts = [max(floor(share + FUZZ), 1 if share > 0 else 0) for share in shares]
        # The largest rest gets the next one; where rests are equal, “the same” does.
        by_rest = sorted((2, 0, 1), key=lambda place: round(counts[place] - shares[place], 9))
        for place in by_rest[: max(100 - sum(counts), 0)]:
            counts[place] += 1
        counts[counts.index(max(counts))] -= sum(counts) - 100
        return counts[0], counts[1], counts[2]


@dataclass(frozen=True)
class Chance:
    """How often chance alone would make a difference as large as this."""

    p: float
    exact: bool
    """True where every way to deal the scores was tried."""


@dataclass(frozen=True)
class RankSum:
    """Mann and Whitney's U of the first group, and its two-sided p-value."""

    u: float
    p: float


def pairs(first: ArrayLike, second: ArrayLike) -> Pairs:
    """All pairs of the two groups. Raises NoAnswersError for an empty one, OutOfRangeError for no number."""
    one, other = numbers(first, "scores"), np.sort(numbers(second, "scores"))
    below = int(np.searchsorted(other, one, side="left").sum())
    above = one.size * other.size - int(np.searchsorted(other, one, side="right").sum())
    whole = one.size * other.size
    return Pairs(below / whole, above / whole, (whole - below - above) / whole)


def pairs_words(found: Pairs, first: str, second: str) -> str:
    """The sentence about pairs; `first` and `second` name one of each group: “the person”, “staff”."""
    higher, lower, same = found.of_100()
    return (
        f"Of 100 random pairs, {first} scored higher in {higher}, {second} in {lower}, "
        f"and they scored the same in {same}."
    )


def permutation(first: ArrayLike, second: ArrayLike) -> Chance:
    """The exact chance of a difference of means at least as large, in either direction (METHOD 2.7).

    Two-sided by |difference|, as in R's coin; doubling the smaller tail gives
    another number. Raises OutOfRangeError above 200,000 ways to deal the scores.
    """
    one, other = numbers(first, "scores"), numbers(second, "scores")
    if comb(one.size + other.size, one.size) > MOST_SPLITS:
        raise OutOfRangeError(
            f"There are too many ways to deal {one.size} and {other.size} scores to try all."
        )
    small, large = sorted((one, other), key=len)
    every = np.concatenate((small, large))
    sums = _sums_of_all(every, small.size)
    middle = every.mean() * small.size
    reach = abs(small.sum() - middle)
    as_far = np.abs(sums - middle) >= reach - FUZZ * max(float(np.abs(every).max()), 1e-300)
    return Chance(float(as_far.mean()), exact=True)


def _sums_of_all(values: Floats, size: int) -> Floats:
    """The sum of every choice of `size` of the values."""
    ways = comb(values.size, size)
    places = np.fromiter(chain.from_iterable(combinations(range(values.size), size)), np.intp, ways * size)
    sums: Floats = values[places.reshape(ways, size)].sum(axis=1)
    return sums


def mann_whitney(first: ArrayLike, second: ArrayLike) -> RankSum:
    """Mann and Whitney's test with ties and no continuity correction; exact for 8 or fewer without ties.

    Where all scores are the same, p is 1. Raises as `pairs` does.
    """
    from scipy.stats import mannwhitneyu

    one, other = numbers(first, "scores"), numbers(second, "scores")
    if np.ptp(np.concatenate((one, other))) == 0:
        return RankSum(one.size * other.size / 2, 1.0)
    u, p = mannwhitneyu(one, other, use_continuity=False, method="auto")
    return RankSum(float(u), float(p))


def chance_of(first: ArrayLike, second: ArrayLike) -> Chance:
    """The chance of a difference this large: by trying every deal where there are few, else by ranks."""
    one, other = numbers(first, "scores"), numbers(second, "scores")
    if comb(one.size + other.size, one.size) <= MOST_SPLITS:
        return permutation(one, other)
    return Chance(mann_whitney(one, other).p, exact=False)
