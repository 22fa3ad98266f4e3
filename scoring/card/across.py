"""The same score of many services beside one another: what stands out although there are so many."""

from collections.abc import Sequence

from scoring.card.scorecard import Compared, NotCompared
from scoring.comparison.compare import Verdict
from scoring.comparison.many import FALSE_SHARE, benjamini_hochberg

MAY_BE_CHANCE = "Among so many services this may be chance."
NOT_RANKED = (
    "Services stand in the order of their names. Each is compared with what is expected of its size, "
    "so look at the words beside a score and not at the score alone. We do not rank services."
)


def stand_out(found: Sequence[Compared | NotCompared | None]) -> tuple[bool, ...]:
    """Which of these stand out of a list: not as expected, and not only because there are so many.

    `found` is one score (a theme of one voice) of several services, in any
    order; the answer is in the same order. Benjamini-Hochberg over those that
    are compared (METHOD 2.6): of the services named, at most 1 in 20 are
    expected to be there by chance.
    """
    compared = [one for one in found if isinstance(one, Compared)]
    if not compared:
        return (False,) * len(found)
    adjusted = iter(benjamini_hochberg([1 / one.one_in for one in compared]))
    return tuple(
        isinstance(one, Compared) and bool(next(adjusted) <= FALSE_SHARE) and one.verdict is not Verdict.SAME
        for one in found
    )
