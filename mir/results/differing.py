"""Where the leaders' own view and people's view differ: the number, its range and the words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from scoring.card import words
from scoring.card.scorecard import Score, Withheld
from scoring.rounding import nearest
from surveys.framework import Voice

HALF_A_STEP = 17
"""Points. An answer on four steps cannot be read finer than half of one: 100 ÷ 3 ÷ 2, rounded up."""
TOO_FEW = "Too few people answered to compare it with your own view."
NO_VIEW = "You have not given your own view of any line that this theme speaks to."


class Way(StrEnum):
    """How the two views lie to one another, what is strong first."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNTOLD = "untold"


WAY_WORDS: Mapping[Way, str] = {
    Way.BETTER: "People see it better than you do",
    Way.WORSE: "People see it less well than you do",
    Way.SAME: "No clear difference",
    Way.UNTOLD: "What cannot be compared",
}
RULE = (
    "Your own view of a line is put on the same 0 to 100 as people’s scores: the lowest answer is 0, "
    "the highest 100. For a theme it is the mean of your views of the lines that the theme speaks to. "
    "The range of a difference is that of people’s score; your own view is one answer and has none. "
    f"A difference is called clear when its range leaves out nought and it is over {HALF_A_STEP} points, "
    "half a step of your own answers. You and people answer different words, so part of any difference is "
    "wording. Nothing here is read against the regulator’s percentages."
)


@dataclass(frozen=True)
class Difference:
    """One theme: how the two views lie to one another."""

    theme: str
    way: Way
    size: int
    sentence: str
    rests_on: str


def difference(theme: str, people: Score | Withheld, views: Sequence[float], lines: int) -> Difference:
    """People's score of a theme beside the leaders' views, each from 0 to 100, of so many lines."""
    rests_on = f"Your view of {len(views)} of {lines} line{'' if lines == 1 else 's'}"
    if isinstance(people, Withheld):
        return Difference(theme, Way.UNTOLD, 0, people.why, "")
    if people.coarse:
        return Difference(theme, Way.UNTOLD, 0, TOO_FEW, "")
    if not views:
        return Difference(theme, Way.UNTOLD, 0, NO_VIEW, "")
    own = nearest(Fraction(sum(views)) / len(views))
    found = people.mean - own
    low, high = people.low - own, people.high - own
    clear = not low <= 0 <= high and abs(found) > HALF_A_STEP
    shown = (low, high) if clear else (min(low, 0), max(high, 0))
    sentence = words.difference_in_view((Voice.PERSON, people.mean), (Voice.LEADER, own), shown)
    rests = f"{rests_on}. People: {people.answered} answered, range {people.low} to {people.high}."
    if not clear:
        rests = f"{rests} The difference is {_signed(found)} (range {_signed(low)} to {_signed(high)})."
    way = Way.SAME if not clear else Way.BETTER if found > 0 else Way.WORSE
    return Difference(theme, way, abs(found), sentence, rests)


def grouped(found: Sequence[Difference]) -> tuple[tuple[str, tuple[Difference, ...]], ...]:
    """The differences under their headings, what is strong first, the largest first."""
    return tuple(
        (WAY_WORDS[way], tuple(sorted(of, key=lambda one: -one.size)))
        for way in Way
        if (of := [one for one in found if one.way is way])
    )


def _signed(points: int) -> str:
    return f"−{-points}" if points < 0 else str(points)
