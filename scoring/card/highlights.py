"""The lists at the head of a scorecard: what goes well, what to work on, the differences in view."""

from collections.abc import Mapping, Sequence

from scoring.card import words
from scoring.card.gate import Shown
from scoring.card.scorecard import Gap, Highlight, Score
from scoring.gap import difference_of_scores
from scoring.rounding import outward
from surveys.framework import Voice

MOST = 3
HIGH, HIGH_LOW = 70, 60
"""A strength scores at least 70 and its range stays at 60 or above: clear of the middle of the scale."""
LEAST_TO_WORK_ON = 2
GOOD_ENOUGH = 85
"""From here a theme is never named as one to work on, even where it is the lowest."""
SPEAKERS = (Voice.PERSON, Voice.FAMILY, Voice.STAFF)
"""Whose view of what goes well is told: the first of these that may be compared."""
PLANNED = ((Voice.PERSON, Voice.STAFF), (Voice.PERSON, Voice.LEADER))
"""The gaps decided on before anyone answered (METHOD 2.7)."""

Ranked = tuple[str, str, Score]
"""Code and name of a theme, and a score that may be compared."""


def speaker(themes: Mapping[Voice, Sequence[Ranked]]) -> Voice | None:
    """Whose view the lists show, or None where no voice may be compared."""
    return next((voice for voice in SPEAKERS if themes.get(voice)), None)


def strengths(voice: Voice, themes: Sequence[Ranked]) -> tuple[Highlight, ...]:
    """At most three themes that go well, the surest first (by the lower end of the range)."""
    high = [theme for theme in themes if theme[2].mean >= HIGH and theme[2].low >= HIGH_LOW]
    best = sorted(high, key=lambda theme: -theme[2].low)[:MOST]
    return tuple(_highlight(voice, theme, words.strength) for theme in best)


def together(voice: Voice, themes: Sequence[Ranked], done: Sequence[Highlight]) -> tuple[Highlight, ...]:
    """At most three themes to work on, the surest first (by the upper end of the range).

    Themes under 70; at least the two lowest, unless they are among the strengths in `done` or score 85.
    """
    strong = {highlight.theme for highlight in done}
    left = [theme for theme in themes if theme[0] not in strong and theme[2].mean < GOOD_ENOUGH]
    lowest = sorted(left, key=lambda theme: theme[2].high)
    wanted = [theme for place, theme in enumerate(lowest) if place < LEAST_TO_WORK_ON or theme[2].mean < HIGH]
    return tuple(_highlight(voice, theme, words.to_work_on) for theme in wanted[:MOST])


def _highlight(voice: Voice, theme: Ranked, say: words.Naming) -> Highlight:
    code, name, score = theme
    return Highlight(code, name, voice, say(voice, name, score.mean, (score.low, score.high)))


def gaps(theme: str, name: str, shown: Mapping[Voice, Shown]) -> tuple[Gap, ...]:
    """The planned gaps on one theme, where both scores may be compared."""
    found = (_gap(theme, name, pair, shown) for pair in PLANNED if all(voice in shown for voice in pair))
    return tuple(gap for gap in found if gap is not None)


def _gap(theme: str, name: str, pair: tuple[Voice, Voice], shown: Mapping[Voice, Shown]) -> Gap | None:
    """The difference of the scores as printed, with the range of the exact ones."""
    one, other = (shown[voice].comparable for voice in pair)
    if one is None or other is None:
        return None
    difference = one[0].mean - other[0].mean
    exact = difference_of_scores(one[1], other[1])
    low, high = outward(exact.low, exact.high)
    low, high = min(low, difference), max(high, difference)
    return Gap(
        theme=theme,
        theme_name=name,
        first=pair[0],
        second=pair[1],
        difference=difference,
        low=low,
        high=high,
        clear=not low <= 0 <= high,
        sentence=words.difference_in_view((pair[0], one[0].mean), (pair[1], other[0].mean), (low, high)),
    )


def first_to_read(found: Sequence[Gap]) -> tuple[Gap, ...]:
    """The clear gaps, the largest first."""
    return tuple(sorted((gap for gap in found if gap.clear), key=lambda gap: -abs(gap.difference)))
