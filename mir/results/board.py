"""A scorecard laid out for reading: one value for the page on screen and the pages on paper."""

from dataclasses import dataclass

from mir.pages import day
from mir.results import sentences
from mir.results.beside import NOTHING, Beside, Line, Result, beside, line
from mir.results.charts import Chart, Frame, chart_of, drawn
from mir.results.held import Held, held_back
from mir.results.looks import LOOKS, Look
from scoring.card.scorecard import (
    Before,
    Compared,
    Highlight,
    Score,
    Scorecard,
    StatementResult,
    ThemeCard,
    VoiceCard,
    Withheld,
)
from scoring.card.words import MANY_SKIPPED
from surveys.framework import Voice

SHORT = 12
"""Digits of an edition's hash that a page shows."""
GROUP = 8


@dataclass(frozen=True)
class Cell:
    """One voice's score of one theme, or of all of them, in words."""

    look: Look
    mean: str
    """Empty where there is no number to show."""
    coarse: bool
    """Whether the number is only about right."""
    bounds: str
    answered: str
    left_out: str
    some_left_out: bool
    """Whether more than a few left it out."""
    most_left_out: bool
    """Whether more did so than answered."""
    untold: str
    """What stands in the number's place."""
    reading: str
    beside: Beside = NOTHING


@dataclass(frozen=True)
class Panel:
    """One voice: who answered, and the overall score."""

    overall: Cell
    took_part: str
    response: str


@dataclass(frozen=True)
class Point:
    """A strength, or something to work on together."""

    look: Look
    sentence: str


@dataclass(frozen=True)
class StatementLine:
    """One statement in words: the share who agreed, or why it is not told."""

    code: str
    wording: str
    share: str
    bounds: str
    answered: str
    left_out: str
    untold: str


@dataclass(frozen=True)
class Statements:
    """One voice's statements of one theme."""

    look: Look
    lines: tuple[StatementLine, ...]


@dataclass(frozen=True)
class ThemeView:
    """One theme."""

    code: str
    name: str
    subtitle: str
    reading: str
    chart: Chart
    cells: tuple[Cell, ...]
    gaps: tuple[str, ...]
    statements: tuple[Statements, ...]


@dataclass(frozen=True)
class Board:
    """Everything that is shown of one round."""

    card: Scorecard
    dates: str
    edition: str
    """The beginning of the edition's hash."""
    edition_groups: str
    panels: tuple[Panel, ...]
    help: tuple[str, ...]
    """Who had help, a sentence each."""
    strengths: tuple[Point, ...]
    no_strengths: str
    together: tuple[Point, ...]
    no_together: str
    themes: tuple[ThemeView, ...]
    no_gaps: str
    compared: tuple[Line, ...]
    since: tuple[Line, ...]
    has_expected: bool
    """Whether any score stands beside an expected range."""
    has_last: bool
    """Whether any score stands beside one of last time."""
    key: str
    """What the marks of the charts mean."""
    table_key: str
    """What stands in each box of the table of all numbers."""
    held: tuple[Held, ...]
    nothing_held: str = sentences.NOTHING_HELD
    formula: str = sentences.FORMULA


def board_of(card: Scorecard, frame: Frame) -> Board:
    """The scorecard, laid out with charts of this frame."""
    facts, voices = card.facts, drawn(card)
    results: list[Result] = [*card.voices]
    results += [voice for theme in card.themes for voice in theme.voices]
    return Board(
        card=card,
        dates=f"{day(facts.opened)} to {day(facts.closed)}",
        edition=card.edition_hash[:SHORT],
        edition_groups=" ".join(
            card.edition_hash[at : at + GROUP] for at in range(0, len(card.edition_hash), GROUP)
        ),
        panels=tuple(_panel(voice) for voice in card.voices),
        help=tuple(line.words for voice in card.voices for line in voice.help),
        strengths=_points(card.strengths),
        no_strengths=sentences.no_strengths(card),
        together=_points(card.together),
        no_together=sentences.no_together(card),
        themes=tuple(_theme(theme, frame, voices) for theme in card.themes),
        no_gaps=sentences.no_gaps(card),
        compared=tuple(map(line, card.compared)),
        since=tuple(map(line, card.since)),
        has_expected=any(isinstance(one.comparison, Compared) for one in results),
        has_last=any(isinstance(one.before, Before) for one in results),
        key=sentences.key(card),
        table_key=sentences.table_key(card),
        held=held_back(card),
    )


def _points(highlights: tuple[Highlight, ...]) -> tuple[Point, ...]:
    return tuple(Point(LOOKS[one.voice], one.sentence) for one in highlights)


def _panel(voice: VoiceCard) -> Panel:
    return Panel(
        overall=cell_of(voice, voice.overall),
        took_part=sentences.took_part(voice),
        response=f"That is {voice.response}." if voice.response else "",
    )


def _theme(theme: ThemeCard, frame: Frame, voices: frozenset[Voice]) -> ThemeView:
    return ThemeView(
        code=theme.code,
        name=theme.name,
        subtitle=theme.subtitle,
        reading=sentences.reading(theme),
        chart=chart_of(theme, frame, voices),
        cells=tuple(cell_of(voice, voice.score) for voice in theme.voices),
        gaps=tuple(gap.sentence for gap in theme.gaps),
        statements=tuple(
            Statements(LOOKS[voice.voice], tuple(_line(one) for one in voice.statements))
            for voice in theme.voices
            if voice.statements
        ),
    )


def cell_of(of: Result, score: Score | Withheld) -> Cell:
    """One score in words, with what stands beside it."""
    look = LOOKS[of.voice]
    if isinstance(score, Withheld):
        return Cell(
            look, "", False, "", score.answered, "", False, False, sentences.first(score.why), score.why
        )
    return Cell(
        look=look,
        mean=str(score.mean),
        coarse=score.coarse,
        bounds=sentences.bounds(score.low, score.high),
        answered=score.answered,
        left_out=score.not_answered,
        some_left_out=not score.not_answered.startswith("none"),
        most_left_out=MANY_SKIPPED in score.reading,
        untold="",
        reading=score.reading,
        beside=beside(of),
    )


def _line(statement: StatementResult) -> StatementLine:
    told = statement.favourable
    if isinstance(told, Withheld):
        return StatementLine(
            statement.code, statement.wording, "", "", told.answered, "", sentences.first(told.why)
        )
    return StatementLine(
        code=statement.code,
        wording=statement.wording,
        share=sentences.capital(told.words),
        bounds="" if told.low is None or told.high is None else f"{told.low}% to {told.high}%",
        answered=told.answered,
        left_out=told.not_answered,
        untold="",
    )
