"""Where each mark of a chart stands, on a fixed scale of 0 to 100 that is drawn whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mir.results import sentences
from mir.results.beside import striking
from mir.results.looks import LOOKS, Look
from scoring.card.scorecard import Before, Compared, Score, Scorecard, ThemeCard, VoiceTheme, Withheld
from surveys.framework import Voice

TICKS = (0, 25, 50, 75, 100)
LONGEST_NAME = 30
"""Letters of a service’s name that a line has room for; the table has the whole name."""


@dataclass(frozen=True)
class Place:
    """Where a piece of text begins or ends: `x` as SVG takes it, `dx` and `dy` in pixels from there."""

    x: str
    dx: float
    dy: float
    anchor: str = "start"


@dataclass(frozen=True)
class Frame:
    """The measures of a chart: pixels down, per cent across, so that it is as wide as the page allows."""

    row: int
    top: int
    bottom: int
    size: float
    """Of the text, in pixels."""
    plot_x: str
    plot_width: str
    mark_dy: int
    band_dy: int
    """Where a line's piece of the scale begins, and how high it is."""
    band: int
    name: Place
    value: Place
    beside: Place
    untold: Place
    """What stands in the place of a number."""
    expected: int
    """How high the band of the expected range is."""
    note: Place
    """What stands out of a score, in the free part of its line. It begins or ends so far from the edge."""
    note_size: float
    letter: float
    """How wide a letter of a note is, in per cent of the scale."""
    font: str


SCREEN = Frame(
    row=52,
    top=26,
    bottom=6,
    size=15,
    plot_x="3.5%",
    plot_width="93%",
    mark_dy=35,
    band_dy=25,
    band=20,
    name=Place("0", 0, 17),
    value=Place("100%", 0, 17, "end"),
    beside=Place("100%", -34, 17, "end"),
    untold=Place("100%", 0, 17, "end"),
    expected=16,
    note=Place("1.5%", 0, 39),
    note_size=13,
    letter=2.1,
    font="system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif",
)
PRINT = Frame(
    row=16,
    top=0,
    bottom=0,
    size=11,
    plot_x="13%",
    plot_width="50%",
    mark_dy=8,
    band_dy=0,
    band=16,
    name=Place("0", 0, 12),
    value=Place("69.5%", 0, 12, "end"),
    beside=Place("71%", 0, 12),
    untold=Place("71%", 0, 12),
    expected=10,
    note=Place("1.5%", 0, 11.5),
    note_size=10,
    letter=1.85,
    font="Source Sans",
)
PRINT_CLOSE = replace(PRINT, row=15, band=15)
PRINT_TIGHT = replace(PRINT, row=14, band=14)
"""For four voices and more on one page."""


@dataclass(frozen=True)
class Row:
    """One voice's line of a chart."""

    look: Look
    y: int
    score: Score | None
    beside: str
    """The range and the base, beside the number."""
    untold: str
    """What stands in the number's place."""
    band: tuple[int, int] | None = None
    """The expected range."""
    before: int | None = None
    """The score last time."""
    note: str = ""
    note_at: Place | None = None


@dataclass(frozen=True)
class Chart:
    """One theme, a line for each voice."""

    code: str
    title: str
    frame: Frame
    rows: tuple[Row, ...]
    height: int
    ticks: tuple[int, ...] = TICKS


@dataclass(frozen=True)
class Across:
    """One service's line of a chart across services, and whether to say that it stands out."""

    name: str
    result: VoiceTheme
    stands_out: bool


def drawn(card: Scorecard) -> frozenset[Voice]:
    """The voices that have a line in the charts: those with a score anywhere, or all where none has."""
    told = {voice.voice for theme in card.themes for voice in theme.voices if isinstance(voice.score, Score)}
    return frozenset(told or {voice.voice for voice in card.voices})


def chart_of(theme: ThemeCard, frame: Frame, voices: frozenset[Voice]) -> Chart:
    """The chart of one theme, with a line for each of these voices."""
    lines = [voice for voice in theme.voices if voice.voice in voices]
    rows = tuple(_row(voice, frame.top + frame.row * place, frame) for place, voice in enumerate(lines))
    height = frame.top + frame.row * len(rows) + frame.bottom
    return Chart(theme.code, sentences.alternative(theme), frame, rows, height)


def chart_across(code: str, title: str, lines: Sequence[Across], frame: Frame) -> Chart:
    """The chart of one score of several services, with a line for each of them."""
    rows = []
    for place, one in enumerate(lines):
        row = _row(one.result, frame.top + frame.row * place, frame)
        row = replace(row, look=replace(row.look, name=_clipped(one.name)), beside="")
        rows.append(row if one.stands_out else replace(row, note="", note_at=None))
    return Chart(code, title, frame, tuple(rows), frame.top + frame.row * len(rows) + frame.bottom)


def _clipped(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _row(voice: VoiceTheme, y: int, frame: Frame) -> Row:
    look, score = LOOKS[voice.voice], voice.score
    if isinstance(score, Withheld):
        return Row(look, y, None, "", sentences.brief(score))
    opening = "range " if frame is SCREEN else ""
    beside = f"{opening}{sentences.bounds(score.low, score.high)}, {score.answered} answered"
    comparison = voice.comparison if isinstance(voice.comparison, Compared) else None
    before = voice.before if isinstance(voice.before, Before) else None
    band = (comparison.low, comparison.high) if comparison else None
    marks = [score.low, score.high, *(band or ()), *((before.mean,) if before else ())]
    note = ", ".join(one.brief for one in striking(voice))
    at = _free(note, min(marks), max(marks), frame)
    return Row(look, y, score, beside, "", band, before.mean if before else None, note if at else "", at)


def _free(note: str, low: int, high: int, frame: Frame) -> Place | None:
    """Where a note has room beside all that is drawn from `low` to `high`, the left side first."""
    marks = note.count("▲") + note.count("▼")
    wide = frame.letter * (len(note) + marks) + 4
    if note and wide <= low:
        return frame.note
    if note and wide <= 100 - high:
        return replace(frame.note, x="98.5%", anchor="end")
    return None
