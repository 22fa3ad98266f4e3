"""One score of every service that shares it, side by side, each beside what is expected of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mir.db import Store
from mir.providers.forms import Choice
from mir.results.board import Cell, cell_of
from mir.results.charts import SCREEN, Across, Chart, chart_across
from mir.results.looks import LOOKS
from mir.results.scorecard import scorecard_outside
from mir.rounds.queries import RoundCard, edition
from mir.sharing.queries import Shared
from scoring.card.across import stand_out
from scoring.card.scorecard import Compared, Scorecard, VoiceTheme
from scoring.comparison.compare import Verdict
from surveys.framework import SOURCE_LANGUAGE, Voice

MOST = 60
"""Services on one page."""
ALL = "all"
"""What stands in the place of a theme for all themes together."""


@dataclass(frozen=True)
class Asked:
    """What is looked at: a survey by the hash of its edition, a voice and a theme; empty for the usual."""

    survey: str = ""
    voice: str = ""
    theme: str = ""


@dataclass(frozen=True)
class Line:
    """One service: whose, which round, its score in words, and whether it stands out of so many."""

    shared: Shared
    round: RoundCard
    cell: Cell
    outside: bool
    """Whether the score by itself is not as expected."""
    stands_out: bool


@dataclass(frozen=True)
class SideBySide:
    """One score of several services, in the order of their names."""

    surveys: tuple[Choice, ...]
    survey: str
    voices: tuple[Choice, ...]
    voice: str
    themes: tuple[Choice, ...]
    theme: str
    heading: str
    lines: tuple[Line, ...]
    chart: Chart
    reading: str
    more: int
    """Services for which there is no room."""


def side_by_side(store: Store, several: Sequence[Shared], asked: Asked) -> SideBySide | None:
    """The latest shared result of each service, of those that were asked the same; None where there is none.

    Each score, range and verdict is that of the service's own scorecard. So no number here depends on
    which other services share, and one more or one fewer tells nothing of those that are hidden.
    """
    latest = {one.service.id: one for one in several if one.rounds}
    groups = Counter(one.rounds[0].edition_hash for one in latest.values())
    if not groups:
        return None
    hashes = [of for of, _ in groups.most_common()]
    survey = asked.survey if asked.survey in groups else hashes[0]
    of_survey = [one for one in latest.values() if one.rounds[0].edition_hash == survey]
    cards = [(one, scorecard_outside(store, one.rounds[0].id)) for one in of_survey[:MOST]]
    voices, themes = _voices(cards[0][1]), _themes(cards[0][1])
    voice = asked.voice if asked.voice in dict(voices) else voices[0][0]
    theme = asked.theme if asked.theme in dict(themes) else ALL
    surveys = [(of, f"{_title(store, of)} ({_services(groups[of])})") for of in hashes]
    heading = f"{dict(themes)[theme]}: {dict(voices)[voice].lower()}"
    lines, chart, reading = _lines(cards, Voice(voice), theme, heading)
    return SideBySide(
        surveys=_choices(surveys),
        survey=survey,
        voices=_choices(voices),
        voice=voice,
        themes=_choices(themes),
        theme=theme,
        heading=heading,
        lines=lines,
        chart=chart,
        reading=reading,
        more=len(of_survey) - len(cards),
    )


def _lines(
    cards: Sequence[tuple[Shared, Scorecard]], voice: Voice, theme: str, heading: str
) -> tuple[tuple[Line, ...], Chart, str]:
    results = [_result(card, voice, theme) for _, card in cards]
    out = stand_out([one.comparison for one in results])
    lines = tuple(
        Line(shared, shared.rounds[0], cell_of(one, one.score), _outside(one), stands)
        for (shared, _), one, stands in zip(cards, results, out, strict=True)
    )
    reading = _reading(lines, results)
    across = [
        Across(line.shared.service.name, one, line.stands_out)
        for line, one in zip(lines, results, strict=True)
    ]
    title = f"{heading}, service by service. {reading}"
    return lines, chart_across(theme, title, across, SCREEN), reading


def _result(card: Scorecard, voice: Voice, theme: str) -> VoiceTheme:
    """The score of this voice for one theme, or for all of them in the same shape."""
    if theme == ALL:
        whole = next(one for one in card.voices if one.voice is voice)
        return VoiceTheme(voice, whole.overall, (), whole.comparison)
    of = next(one for one in card.themes if one.code == theme)
    return next(one for one in of.voices if one.voice is voice)


def _outside(one: VoiceTheme) -> bool:
    return isinstance(one.comparison, Compared) and one.comparison.verdict is not Verdict.SAME


def _reading(lines: Sequence[Line], results: Sequence[VoiceTheme]) -> str:
    """One sentence that says what is to be seen."""
    compared = [one.comparison for one in results if isinstance(one.comparison, Compared)]
    if not compared:
        return f"{_services(len(lines))}. None can be compared with others."
    high = sum("up" in line.cell.beside.marks for line in lines if line.stands_out)
    low = sum("down" in line.cell.beside.marks for line in lines if line.stands_out)
    said = f"{_services(len(lines))}, of which {len(compared)} can be compared."
    if not high and not low:
        return f"{said} None of these stands out."
    parts = [f"{number} {way} than expected" for number, way in ((high, "higher"), (low, "lower")) if number]
    return f"{said} {' and '.join(parts)}, the others as expected or too close to tell."


def _services(number: int) -> str:
    return f"{number} service{'' if number == 1 else 's'}"


def _voices(card: Scorecard) -> list[tuple[str, str]]:
    return [(one.voice.value, LOOKS[one.voice].name) for one in card.voices]


def _themes(card: Scorecard) -> list[tuple[str, str]]:
    return [(ALL, "All themes together"), *((theme.code, theme.name) for theme in card.themes)]


def _title(store: Store, edition_hash: str) -> str:
    title = edition(store, edition_hash).title
    return title.get(SOURCE_LANGUAGE) or next(iter(title.values()))


def _choices(known: Sequence[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(value, words) for value, words in known)
