"""What is said of a score beside others and beside last time. Numbers in, plain English out."""

from collections.abc import Mapping, Sequence

from scoring.card.words import NOUNS, sentence
from scoring.comparison.compare import Comparison, Peers, Verdict
from scoring.comparison.words import ALIKE, SMALL
from surveys.framework import Voice

SYMBOLS: Mapping[Verdict, str] = {
    Verdict.MUCH_LOWER: "▼▼",
    Verdict.LOWER: "▼",
    Verdict.SAME: "●",
    Verdict.HIGHER: "▲",
    Verdict.MUCH_HIGHER: "▲▲",
}
TOO_FEW = "◌"
SHORT: Mapping[Verdict, str] = {
    Verdict.MUCH_LOWER: "much lower than expected",
    Verdict.LOWER: "lower than expected",
    Verdict.SAME: "about the same",
    Verdict.HIGHER: "higher than expected",
    Verdict.MUCH_HIGHER: "much higher than expected",
}
BY_CHANCE = "About 1 in 20 scores are this far out by chance."
AS_EXPECTED = "About the same as expected"
NO_CLEAR_CHANGE = "No clear change"
WITHIN = "Within the expected range, but too few answers to compare"
CAUTION = "Compare with caution."
WAYS: Mapping[str, str] = {"▲": "higher than last time", "▼": "lower than last time"}
FIRST_ROUND = "This is the first round, so there is no last time."
QUESTIONS_CHANGED = "The questions changed, so we do not compare with last time."
WITH_CARE = "Some words have changed since, so compare with care."
TOO_FEW_THEN = "Too few answers, now or last time, to tell a change."
CLEAR_BUT_SMALL = "Clear but small."
LEAST_POINTS = 3
"""A smaller change is small in practice (METHOD 2.6, 2.11)."""


def peers(found: Comparison) -> str:
    """Whom a service is compared with, itself among them."""
    if found.peers is Peers.KIND:
        return f"{found.services} similar services"
    return f"{found.services} services of every kind"


def compared(found: Comparison, bounds: tuple[int, int]) -> str:
    """A score beside the expected range, as it is printed."""
    expected = f"{bounds[0]} to {bounds[1]}"
    if found.verdict is Verdict.SAME:
        others = "similar" if found.peers is Peers.KIND else "other"
        said = [f"About the same as {others} services ({expected} is expected)."]
        return " ".join([*said, ALIKE] if found.alike else said)
    said = [f"{sentence(SHORT[found.verdict])} ({expected})."]
    if found.verdict in {Verdict.HIGHER, Verdict.LOWER}:
        said.append(BY_CHANCE)
    return " ".join([*said, SMALL] if found.small else said)


def unsure(bounds: tuple[int, int]) -> str:
    """A score within the expected range, of so few people that it could hardly have been outside."""
    return f"{WITHIN} ({bounds[0]} to {bounds[1]} is expected)."


def changed(mean: int, difference: int, bounds: tuple[int, int]) -> str:
    """The change since last time, when the score was `mean`."""
    low, high = bounds
    if low <= 0 <= high:
        return f"No clear change since last time, when it was {mean}."
    size = abs(difference)
    low, high, way = (low, high, "higher") if low > 0 else (-high, -low, "lower")
    said = f"{points(size)} {way} than last time, when it was {mean} (range {low} to {high})."
    return f"{said} {CLEAR_BUT_SMALL}" if size < LEAST_POINTS else said


def points(size: int) -> str:
    """So many points."""
    return f"{size} point{'' if size == 1 else 's'}"


# Lines of the two lists.


def named(voice: Voice, said: str, themes: Sequence[str]) -> str:
    """What stands out, and where."""
    return f"{sentence(NOUNS[voice])}: {said} {listed(themes)}."


def outside(theme: str | None, numbers: tuple[int, int, int] | None) -> str:
    """A score outside the expected range, where there is room with the score and the range.

    No theme stands for all of them together.
    """
    if numbers is None:
        return _place(theme)
    mean, low, high = numbers
    return f"{_place(theme)} ({mean}; expected {low} to {high})"


def moved(theme: str | None, means: tuple[int, int], bounds: tuple[int, int]) -> str:
    """A clear change, from the score then to the score now, with its range."""
    then, now = means
    way, ends = ("up", bounds) if now > then else ("down", (-bounds[1], -bounds[0]))
    size = abs(now - then)
    small = f"; {CLEAR_BUT_SMALL.lower().rstrip('.')}" if size < LEAST_POINTS else ""
    return f"{_place(theme)} ({now}, {way} {size} from {then}; range {ends[0]} to {ends[1]}{small})"


def _place(theme: str | None) -> str:
    return "overall" if theme is None else f"in “{theme}”"


def arrow(difference: int) -> str:
    """Up or down."""
    return SYMBOLS[Verdict.HIGHER if difference > 0 else Verdict.LOWER]


def beside(others: str) -> str:
    """Whom scores are compared with, at the end of a line."""
    return f", beside {others}"


def from_round(title: str) -> str:
    """The round before, at the end of a line."""
    return f" since {title}"


def in_themes(voice: Voice, said: str, themes: int, tail: str = "") -> str:
    """What is so of some themes of a voice."""
    number = f"{themes} theme{'' if themes == 1 else 's'}"
    return f"{sentence(NOUNS[voice])}: {lowered(said).rstrip('.')} in {number}{tail}."


def of_voices(voices: Sequence[Voice], why: str) -> str:
    """What is so of everything these voices say."""
    return f"{sentence(listed([NOUNS[voice] for voice in voices]))}: {lowered(why)}"


def listed(parts: Sequence[str]) -> str:
    """one; one and two; one, two and three."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def lowered(said: str) -> str:
    """The words to follow a colon."""
    return said[0].lower() + said[1:]
