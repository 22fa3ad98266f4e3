"""Where each mark of a chart stands, on a fixed scale of 0 to 100 that is drawn whole."""

from dataclasses import dataclass, replace

from mir.results import sentences
from mir.results.looks import LOOKS, Look
from scoring.card.scorecard import Score, ThemeCard, VoiceTheme, Withheld

TICKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Place:
    """Where a piece of text begins or ends: `x` as SVG takes it, `dx` and `dy` in pixels from there."""

    x: str
    dx: int
    dy: int
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


@dataclass(frozen=True)
class Chart:
    """One theme, a line for each voice."""

    code: str
    title: str
    frame: Frame
    rows: tuple[Row, ...]
    height: int
    ticks: tuple[int, ...] = TICKS


def chart_of(theme: ThemeCard, frame: Frame) -> Chart:
    """The chart of one theme."""
    rows = tuple(
        _row(voice, frame.top + frame.row * place, frame) for place, voice in enumerate(theme.voices)
    )
    height = frame.top + frame.row * len(rows) + frame.bottom
    return Chart(theme.code, sentences.alternative(theme), frame, rows, height)


def _row(voice: VoiceTheme, y: int, frame: Frame) -> Row:
    look, score = LOOKS[voice.voice], voice.score
    if isinstance(score, Withheld):
        return Row(look, y, None, "", sentences.brief(score))
    opening = "range " if frame is SCREEN else ""
    beside = f"{opening}{sentences.bounds(score.low, score.high)}, {score.answered} answered"
    return Row(look, y, score, beside, "")
