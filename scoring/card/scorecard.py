"""The scorecard: one service's scores and words as frozen values, already through the disclosure gate.

Everything here may be printed. A number that may not be shown does not exist in
these values: its place is taken by a `Withheld` with the sentence to print.
Scores run 0-100; `low` and `high` bound the 95% interval. Bases are words
("12", "10 to 14"), because sometimes only a band may be shown.
"""

from dataclasses import dataclass, field
from datetime import date

from scoring.comparison.compare import Verdict
from surveys.framework import Voice


@dataclass(frozen=True)
class Score:
    """A mean score that may be shown, with its 95% interval, all whole numbers 0-100."""

    mean: int
    low: int
    high: int
    answered: str
    """How many answered, in words: "12" or "10 to 14"."""
    not_answered: str
    """How many of those who took part did not answer this, in words."""
    coarse: bool
    """True when the mean is to the nearest 5 because only 5 to 9 people answered."""
    provisional: bool
    """True when the interval rests on the default spread rather than this round's own."""
    reading: str
    """One plain sentence."""


@dataclass(frozen=True)
class Withheld:
    """The place of a number that must not or cannot be shown."""

    answered: str
    """"none", "fewer than 5", or a count that may be told."""
    why: str
    """One plain sentence."""


@dataclass(frozen=True)
class Percent:
    """The share of favourable answers to one statement. `percent` is None where only words are safe."""

    percent: int | None
    low: int | None
    high: int | None
    words: str
    """"about 70%", "everyone", or where only words are safe "nearly everyone agreed".

    Of a backwards statement the favourable answers are those that disagree.
    """
    answered: str
    not_answered: str


@dataclass(frozen=True)
class StatementResult:
    """One statement as one voice answered it, in that voice's own standard wording."""

    code: str
    wording: str
    favourable: Percent | Withheld


@dataclass(frozen=True)
class Compared:
    """A score beside similar services. `low` and `high`, whole numbers 0-100, bound the expected range."""

    verdict: Verdict
    symbol: str
    """▲ higher, ▼ lower, doubled for much; ● about the same; ◌ within the range, but of too few answers."""
    low: int
    high: int
    peers: str
    """"12 similar services" or "12 services of every kind", this one among them."""
    sentence: str
    one_in: int = field(default=1, compare=False)
    """Of so many scores at most one is as far out by chance (1, 2, 5, 10, 20, 50 and so on); 1 beside “same”.

    For lists over many services (`scoring.card.across`). Steps this coarse tell no more than the range does.
    """


@dataclass(frozen=True)
class NotCompared:
    """Why a score that may be shown stands beside no others."""

    why: str
    symbol: str = "◌"


@dataclass(frozen=True)
class Before:
    """The same score last time, as it was told then, and the change since: now less then, in points."""

    title: str
    """What that round was called."""
    mean: int
    difference: int
    low: int
    high: int
    clear: bool
    """True when the range of the change leaves out nought."""
    sentence: str


@dataclass(frozen=True)
class NotBefore:
    """Why a score that may be shown stands beside none of last time."""

    why: str


@dataclass(frozen=True)
class VoiceTheme:
    """One theme as one voice sees it. Beside a withheld score there is nothing."""

    voice: Voice
    score: Score | Withheld
    statements: tuple[StatementResult, ...]
    comparison: Compared | NotCompared | None = None
    before: Before | NotBefore | None = None
    reliability: str = ""
    """How far the score tells this service from others; empty where that cannot be known (METHOD 2.5)."""


@dataclass(frozen=True)
class Gap:
    """The difference in view between two voices on one theme: `first` minus `second`, in points."""

    theme: str
    theme_name: str
    first: Voice
    second: Voice
    difference: int
    low: int
    high: int
    clear: bool
    """True when the interval leaves out nought."""
    sentence: str


@dataclass(frozen=True)
class ThemeCard:
    """One theme, all voices."""

    code: str
    name: str
    subtitle: str
    symbol: str
    voices: tuple[VoiceTheme, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class HelpLine:
    """How many answered with one kind of help, in words that may be shown."""

    kind: str
    words: str


@dataclass(frozen=True)
class VoiceCard:
    """One voice: how many took part, with what help, and the overall score."""

    voice: Voice
    answered: str
    invited: int | None
    response: str | None
    """"about 60% of those asked", where it may be told."""
    overall: Score | Withheld
    help: tuple[HelpLine, ...]
    comparison: Compared | NotCompared | None = None
    """Of the overall score, as in `VoiceTheme`."""
    before: Before | NotBefore | None = None
    reliability: str = ""


@dataclass(frozen=True)
class Highlight:
    """A theme worth naming, as a strength or as something to work on together."""

    theme: str
    theme_name: str
    voice: Voice
    sentence: str


@dataclass(frozen=True)
class Remark:
    """A line of a list, of one voice or of the whole round, with its symbol where it has one."""

    voice: Voice | None
    symbol: str
    sentence: str


@dataclass(frozen=True)
class RoundFacts:
    """What the scorecard says of the round itself."""

    service: str
    organisation: str
    kind: str
    title: str
    opened: date
    closed: date


@dataclass(frozen=True)
class Scorecard:
    """One service, one round. Same input, same value, bit for bit."""

    facts: RoundFacts
    survey_title: str
    edition_hash: str
    method: str
    """Version of the method, such as "1.0"."""
    voices: tuple[VoiceCard, ...]
    themes: tuple[ThemeCard, ...]
    strengths: tuple[Highlight, ...]
    together: tuple[Highlight, ...]
    """What to work on together."""
    gaps: tuple[Gap, ...]
    """The differences in view worth reading first, the largest first."""
    notes: tuple[str, ...]
    """How it was counted, a sentence each."""
    compared: tuple[Remark, ...] = ()
    """Beside other services: the people first, what stands out first."""
    since: tuple[Remark, ...] = ()
    """Since last time, in the same order."""
