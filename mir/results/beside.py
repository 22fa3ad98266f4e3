"""A score beside others and beside last time, in the words and marks of a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from mir.results.looks import LOOKS, Look
from scoring.card import beside_words as words
from scoring.card.scorecard import Before, Compared, NotBefore, NotCompared, Remark, VoiceCard, VoiceTheme
from scoring.comparison.compare import Barrier, Verdict
from scoring.comparison.words import NO_COMPARISON

MARKS: Mapping[str, str] = {"▲": "up", "▼": "down", "●": "same", "◌": "few"}
"""What a style sheet calls each symbol: not every typeface has them, so they are drawn."""
BRIEF: Mapping[str, str] = {
    NO_COMPARISON[Barrier.TOO_FEW_PEOPLE]: "too few answers",
    NO_COMPARISON[Barrier.TOO_FEW_SERVICES]: "too few services",
    NO_COMPARISON[Barrier.NO_OTHERS]: "no other services",
    words.TOO_FEW_THEN: "too few answers",
    words.QUESTIONS_CHANGED: "the questions changed",
    words.FIRST_ROUND: "the first round",
}
"""Why a box has no number, where there is little room; the lists say the whole sentence."""
Result = VoiceTheme | VoiceCard


@dataclass(frozen=True)
class Line:
    """A line of a list, with the shape of its voice and its marks."""

    look: Look | None
    marks: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class Beside:
    """What stands beside one score. Everything is empty beside a withheld one."""

    expected: str = ""
    """The expected range."""
    marks: tuple[str, ...] = ()
    outside: bool = False
    """Whether the score lies outside the expected range."""
    verdict: str = ""
    """A few words, or why there is no comparison."""
    last: str = ""
    """The score last time."""
    change: str = ""
    """A few words, or why there is no last time."""


NOTHING = Beside()


@dataclass(frozen=True)
class Striking:
    """Something that stands out: as few words as a chart has room for, and as a sentence says it."""

    brief: str
    words: str


def line(remark: Remark) -> Line:
    """The remark as a line of a list."""
    return Line(LOOKS[remark.voice] if remark.voice else None, marks(remark.symbol), remark.sentence)


def marks(symbol: str) -> tuple[str, ...]:
    """The names of the marks of a symbol."""
    return tuple(MARKS[each] for each in symbol)


def beside(result: Result) -> Beside:
    """What stands beside the score of a result."""
    comparison, before = result.comparison, result.before
    return Beside(
        expected=f"{comparison.low} to {comparison.high}" if isinstance(comparison, Compared) else "",
        marks=marks(comparison.symbol) if comparison else (),
        outside=isinstance(comparison, Compared) and comparison.verdict is not Verdict.SAME,
        verdict=_verdict(comparison),
        last=str(before.mean) if isinstance(before, Before) else "",
        change=_change(before),
    )


def _verdict(comparison: Compared | NotCompared | None) -> str:
    if comparison is None:
        return ""
    if isinstance(comparison, NotCompared):
        return BRIEF.get(comparison.why, comparison.why)
    unsure = comparison.symbol == words.TOO_FEW
    return "too few answers to compare" if unsure else words.SHORT[comparison.verdict]


def _change(before: Before | NotBefore | None) -> str:
    if before is None:
        return ""
    if isinstance(before, NotBefore):
        return BRIEF.get(before.why, before.why)
    if not before.clear:
        return "no clear change"
    ends = (before.low, before.high) if before.difference > 0 else (-before.high, -before.low)
    way = "up" if before.difference > 0 else "down"
    return f"{way} {abs(before.difference)} (range {ends[0]} to {ends[1]})"


def striking(result: Result) -> tuple[Striking, ...]:
    """What stands out of one score: a verdict that is not “the same”, and a clear change."""
    found = []
    if isinstance(result.comparison, Compared) and result.comparison.verdict is not Verdict.SAME:
        symbol = result.comparison.symbol
        brief = "above expected" if "▲" in symbol else "below expected"
        found.append(Striking(f"{symbol} {brief}", words.SHORT[result.comparison.verdict]))
    if isinstance(result.before, Before) and result.before.clear:
        symbol, way = ("▲", "up") if result.before.difference > 0 else ("▼", "down")
        size = abs(result.before.difference)
        found.append(Striking(f"{symbol} {way} {size}", f"{way} {size} since last time"))
    return tuple(found)


def spoken(result: Result) -> str:
    """The same for a listener, in sentences to follow the score."""
    said = []
    if isinstance(result.comparison, Compared):
        found = result.comparison
        said.append(f"Expected {found.low} to {found.high}: {_verdict(found)}.")
    if isinstance(result.before, Before):
        said.append(f"Last time {result.before.mean}: {_change(result.before)}.")
    return " ".join(said)
