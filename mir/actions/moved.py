"""Whether what an action is measured by has moved since: through the gate, with its range, or why not yet."""

from dataclasses import dataclass

from mir.actions import queries
from mir.actions.queries import ActionView
from mir.db import Store
from mir.results.looks import LOOKS
from mir.results.scorecard import scorecard_of
from mir.rounds.queries import RoundCard
from scoring.card.scorecard import Before, NotBefore, Percent, Scorecard, VoiceTheme, Withheld
from surveys.framework import Voice


@dataclass(frozen=True)
class Line:
    """One voice: its name, and how it was then and is now, in words."""

    voice: str
    name: str
    sentence: str


@dataclass(frozen=True)
class Moved:
    """What the next round says."""

    title: str
    """What that round is called; empty while there is none."""
    lines: tuple[Line, ...]


NOT_YET = Moved("", ())


def moved(store: Store, action: ActionView) -> Moved:
    """What the next closed round of the service says of the theme or statement."""
    later = queries.round_after(store, action.round)
    if later is None:
        return NOT_YET
    now = scorecard_of(store, later.id)
    theme = next((one for one in now.themes if one.code == action.measure), None)
    if theme is not None:
        return Moved(later.title, tuple(_of_theme(one) for one in theme.voices))
    then = scorecard_of(store, action.round.id)
    return Moved(later.title, tuple(_of_statement(then, now, action.measure, action.round)))


def _of_theme(one: VoiceTheme) -> Line:
    if isinstance(one.score, Withheld):
        return _line(one.voice, one.score.why)
    if isinstance(one.before, Before | NotBefore):
        said = one.before.sentence if isinstance(one.before, Before) else one.before.why
        return _line(one.voice, f"Now {one.score.mean} of 100. {said}")
    return _line(one.voice, f"Now {one.score.mean} of 100. There is nothing to compare it with.")


def _of_statement(then: Scorecard, now: Scorecard, code: str, before: RoundCard) -> list[Line]:
    was = dict(_found(then, code))
    return [
        _line(voice, f"{before.title}: {_share(was.get(voice))} Now: {_share(found)}")
        for voice, found in _found(now, code)
    ]


def _found(card: Scorecard, code: str) -> list[tuple[Voice, Percent | Withheld]]:
    return [
        (one.voice, statement.favourable)
        for theme in card.themes
        for one in theme.voices
        for statement in one.statements
        if statement.code == code
    ]


def _share(found: Percent | Withheld | None) -> str:
    if found is None:
        return "not asked, or not told."
    if isinstance(found, Withheld):
        return found.why
    if found.low is None or found.high is None:
        return f"{found.words}."
    return f"{found.words} (could be {found.low} to {found.high}%)."


def _line(voice: Voice, sentence: str) -> Line:
    look = LOOKS[voice]
    return Line(look.code, look.name, sentence)
