"""A leaders' return beside what people and staff say: only what a scorecard may show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mir.db import Store
from mir.results import sentences
from mir.results.differing import Difference, difference
from mir.results.looks import LOOKS, Look
from mir.results.scorecard import scorecard_of
from mir.returns.asks import Asked, Line
from mir.returns.pages import LineView, line_view
from mir.returns.queries import Whole
from mir.rounds.queries import RoundCard, edition, rounds_for
from scoring.card.scorecard import Percent, Score, Scorecard, StatementResult, ThemeCard, Withheld
from surveys.edition import Edition
from surveys.framework import Voice

VOICES = (Voice.PERSON, Voice.STAFF)
OURS = "making-it-real"
"""Our own scheme has the themes themselves as its lines."""


@dataclass(frozen=True)
class Told:
    """One voice in words."""

    look: Look
    words: str


@dataclass(frozen=True)
class ThemeTold:
    """A theme as people and staff score it."""

    name: str
    voices: tuple[Told, ...]


@dataclass(frozen=True)
class Share:
    """One statement of the survey as one voice answered it."""

    look: Look
    wording: str
    words: str


@dataclass(frozen=True)
class LineBeside:
    """One line of the return beside what people and staff say."""

    standing: LineView
    themes: tuple[ThemeTold, ...]
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class BesidePage:
    """The whole return beside one round."""

    round: RoundCard
    differences: tuple[Difference, ...]
    parts: tuple[tuple[str, tuple[LineBeside, ...]], ...]


Speaks = Mapping[str, Mapping[str, frozenset[str]]]
"""Of each statement of a scheme: the themes that speak to it, and which of their statements do."""


def closed_rounds(store: Store, account_id: str, service_id: str) -> tuple[RoundCard, ...]:
    """The closed rounds of a service that this account may see, the latest first."""
    every = rounds_for(store, account_id)
    return tuple(one for one in every if one.service.id == service_id and not one.is_open)


def beside(store: Store, whole: Whole, round_: RoundCard) -> BesidePage:
    """The return beside this closed round."""
    asked, card = whole.card.asked, scorecard_of(store, round_.id)
    speaks = speaking(asked, edition(store, round_.edition_hash))
    return BesidePage(
        round_,
        tuple(_differences(whole, card, speaks)),
        tuple(
            (part.name, tuple(_line(whole, card, speaks, line) for line in part.lines))
            for part in asked.parts
        ),
    )


def speaking(asked: Asked, of: Edition) -> Speaks:
    """What this edition asks that speaks to each statement of the scheme."""
    scheme, found = asked.scheme, dict[str, dict[str, set[str]]]()
    for theme in of.themes:
        for one in theme.statements:
            codes = (theme.code,) if scheme.scheme == OURS else one.crosswalk.get(scheme.scheme, ())
            for code in codes:
                found.setdefault(code, {}).setdefault(theme.code, set()).add(one.code)
    return {code: {theme: frozenset(of) for theme, of in themes.items()} for code, themes in found.items()}


def spoken_to(asked: Asked, speaks: Speaks, line: Line) -> dict[str, frozenset[str]]:
    """The themes that speak to a line, and with which statements; to a whole group those of its lines."""
    codes = [line.code]
    if line.whole:
        codes = [one.code for one in asked.lines if one.group == line.group and not one.whole]
    found: dict[str, frozenset[str]] = {}
    for code in codes:
        for theme, statements in speaks.get(code, {}).items():
            found[theme] = found.get(theme, frozenset()) | statements
    return found


def _line(whole: Whole, card: Scorecard, speaks: Speaks, line: Line) -> LineBeside:
    spoken = spoken_to(whole.card.asked, speaks, line)
    themes = [theme for theme in card.themes if theme.code in spoken]
    return LineBeside(
        line_view(whole, line),
        tuple(ThemeTold(theme.name, tuple(_told(theme))) for theme in themes),
        tuple(share for theme in themes for share in _shares(theme, spoken[theme.code])),
    )


def _told(theme: ThemeCard) -> Iterator[Told]:
    for voice in theme.voices:
        if voice.voice in VOICES:
            yield Told(LOOKS[voice.voice], scored(voice.score))


def scored(score: Score | Withheld) -> str:
    """A score with its range and its base, or why there is none."""
    if isinstance(score, Withheld):
        return sentences.first(score.why)
    mean = sentences.mean(score.mean, coarse=score.coarse)
    counts = sentences.base(score.answered, score.not_answered)
    return f"{mean} out of 100 (range {sentences.bounds(score.low, score.high)}; {counts})"


def _shares(theme: ThemeCard, wanted: frozenset[str]) -> Iterator[Share]:
    for voice in theme.voices:
        if voice.voice in VOICES:
            for one in voice.statements:
                if one.code in wanted:
                    yield Share(LOOKS[voice.voice], one.wording, shared(one))


def shared(one: StatementResult) -> str:
    """The share that answered a statement well, with its range and base, or why it is not told."""
    found = one.favourable
    if isinstance(found, Withheld):
        return sentences.first(found.why)
    return f"{sentences.capital(found.words)} ({_counts(found)})"


def _counts(found: Percent) -> str:
    counts = sentences.base(found.answered, found.not_answered)
    return counts if found.low is None or found.high is None else f"{found.low}% to {found.high}%; {counts}"


def _differences(whole: Whole, card: Scorecard, speaks: Speaks) -> Iterator[Difference]:
    """For each theme that speaks to the scheme: people's score beside the leaders' views."""
    for theme in card.themes:
        judging = _judging(whole.card.asked, speaks, theme.code)
        people = next((one.score for one in theme.voices if one.voice is Voice.PERSON), None)
        if judging and people is not None:
            yield difference(theme.name, people, _views(whole, judging), len(judging))


def _judging(asked: Asked, speaks: Speaks, theme: str) -> list[Line]:
    """The lines whose view is taken of what this theme speaks to, each once."""
    found = [
        asked.judged_by(statement.code)
        for statement in asked.scheme.statements
        if theme in speaks.get(statement.code, {})
    ]
    return list(dict.fromkeys(line for line in found if line is not None and line.choices))


def _views(whole: Whole, lines: Sequence[Line]) -> list[float]:
    chosen = [line.choice(whole.answer(line.code).view) for line in lines]
    return [choice.place for choice in chosen if choice is not None]
