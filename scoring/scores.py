"""One person's scores, exactly: an answer, a theme, all themes. The definition the fast count must meet."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from scoring.faults import NoAnswersError, OutOfRangeError


def turned(value: int, options: int) -> int:
    """The answer to a backwards statement, turned round: K+1-x."""
    return options + 1 - value


def item_score(value: int, options: int) -> Fraction:
    """100(x-1)/(K-1): 0 for the least favourable answer, 100 for the most. Raises OutOfRangeError."""
    if options < 2 or not 1 <= value <= options:  # noqa: PLR2004 - a scale has two ends
        raise OutOfRangeError(f"{value} is not an answer on a scale of 1 to {options}.")
    return Fraction(100, options - 1) * (value - 1)


def theme_score(values: Sequence[int | None], options: int) -> Fraction | None:
    """The mean of a person's answered statements, or None when fewer than half were answered.

    `values` has one place for each statement asked, None where there is no
    answer, and runs in the favourable direction. Half-scale rule: METHOD 2.1.
    """
    scores = [item_score(value, options) for value in values if value is not None]
    if not scores or 2 * len(scores) < len(values):
        return None
    return sum(scores, Fraction()) / len(scores)


def overall_score(themes: Sequence[Fraction | None]) -> Fraction | None:
    """The mean of a person's theme scores, or None with fewer than four of seven (or that share)."""
    known = [score for score in themes if score is not None]
    if not known or 7 * len(known) < 4 * len(themes):
        return None
    return sum(known, Fraction()) / len(known)


def positive_percent(counts: Sequence[int], positive: Iterable[int]) -> Fraction:
    """The percentage of all the counts that lies in the `positive` places. Raises NoAnswersError for none."""
    everyone = sum(counts)
    if any(count < 0 for count in counts):
        raise OutOfRangeError("A count is below 0.")
    if everyone <= 0:
        raise NoAnswersError("Nobody answered, so there is no percentage.")
    return Fraction(100 * sum(counts[place] for place in positive), everyone)
