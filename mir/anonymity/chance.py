"""How likely it is that an attacker who only guesses does as well as this one did."""

from collections.abc import Sequence
from functools import cache
from math import comb, factorial

from scipy import stats

Group = Sequence[tuple[float, float]]
"""For each of the people among whom the attacker must choose: what is known of them, what was found."""


def hits(groups: Sequence[Group]) -> int:
    """How many people are found by putting both lists of each group in order, side by side."""
    found = 0
    for group in groups:
        known = sorted(range(len(group)), key=lambda one: group[one][0])
        seen = sorted(range(len(group)), key=lambda one: group[one][1])
        found += sum(one == other for one, other in zip(known, seen, strict=True))
    return found


def hits_or_more(found: int, sizes: Sequence[int]) -> float:
    """The probability of at least so many by chance: each group is a shuffled hand, counted exactly."""
    odds = [1.0]
    for size in sizes:
        one = [comb(size, fixed) * _none_fixed(size - fixed) / factorial(size) for fixed in range(size + 1)]
        odds = [
            sum(odds[place - k] * one[k] for k in range(len(one)) if 0 <= place - k < len(odds))
            for place in range(len(odds) + size)
        ]
    return min(1.0, sum(odds[found:]))


def same_order(groups: Sequence[Group]) -> float:
    """The probability of an order as alike, or opposite, by chance: Kendall’s tau, and Fisher over groups."""
    values = [_tau(group) for group in groups if len(group) > 1]
    return float(stats.combine_pvalues(values, method="fisher").pvalue) if values else 1.0


def both(groups: Sequence[Group]) -> float:
    """The smaller of the two probabilities, doubled because there were two tries."""
    sizes = [len(group) for group in groups]
    return min(1.0, 2 * min(hits_or_more(hits(groups), sizes), same_order(groups)))


def holm(values: Sequence[float], level: float) -> tuple[bool, ...]:
    """Which of these are more than chance at this level, when so many were tried (Holm 1979)."""
    refused = [False] * len(values)
    for step, place in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        if values[place] > level / (len(values) - step):
            break
        refused[place] = True
    return tuple(refused)


def _tau(group: Group) -> float:
    known, seen = zip(*group, strict=True)
    if len(set(seen)) == 1:
        return 1.0
    return float(stats.kendalltau(known, seen).pvalue)


@cache
def _none_fixed(size: int) -> int:
    """In how many orders nothing stands in its own place: 1, 0, 1, 2, 9, 44 and so on."""
    if size < 2:  # noqa: PLR2004 - the two that begin the row
        return 1 - size
    return (size - 1) * (_none_fixed(size - 1) + _none_fixed(size - 2))


def together(values: Sequence[float]) -> float:
    """One probability for the same attack tried on several rounds (Fisher)."""
    if len(values) == 1 or min(values) == 0:
        return min(values)
    return float(stats.combine_pvalues(values, method="fisher").pvalue)
