"""A scorecard as plain text. Whatever is not in the scorecard must not be shown, and is not here either."""

import textwrap
from collections.abc import Iterable

from mir.commands.layout import table, wrapped
from mir.pages import day
from mir.rounds.cards import VOICE_WORDS
from scoring.card.scorecard import Remark, Score, Scorecard, VoiceCard, Withheld

_THEME_WIDTH = 30


def as_text(card: Scorecard) -> str:
    """The whole scorecard in lines for a terminal."""
    parts = (_heading(card), _took_part(card), _scores(card), _reasons(card), _words(card), _notes(card))
    return "\n\n".join(part for part in parts if part)


def _heading(card: Scorecard) -> str:
    facts = card.facts
    dates = f"{day(facts.opened)} to {day(facts.closed)}"
    return (
        f"{facts.service}, {facts.title}\n{facts.kind} of {facts.organisation}, {dates}\n{card.survey_title}"
    )


def _took_part(card: Scorecard) -> str:
    rows = [(VOICE_WORDS[one.voice], f"answered: {one.answered}", one.response or "") for one in card.voices]
    return "Who took part\n\n" + table(rows)


def _scores(card: Scorecard) -> str:
    """A row a theme, a column a voice: the mean out of 100 with the range it could plausibly have."""
    rows = [["", *(one.voice.capitalize() for one in card.voices)]]
    rows.append(["Overall", *(_cell(one.overall) for one in card.voices)])
    for theme in card.themes:
        name, *more = textwrap.wrap(theme.name, _THEME_WIDTH)
        by_voice = {one.voice: _cell(one.score) for one in theme.voices}
        rows.append([name, *(by_voice.get(one.voice, "") for one in card.voices)])
        rows += [[line, *("" for _ in card.voices)] for line in more]
    return "Scores out of 100, and the range each could plausibly have\n\n" + table(rows)


def _cell(score: Score | Withheld) -> str:
    return f"{score.mean} ({score.low} to {score.high})" if isinstance(score, Score) else "not shown"


def _reasons(card: Scorecard) -> str:
    """Why something is not shown, each reason once."""
    found = [one.overall for one in card.voices]
    found += [one.score for theme in card.themes for one in theme.voices]
    why = dict.fromkeys(one.why for one in found if isinstance(one, Withheld))
    return "Not shown\n\n" + _listed(why) if why else ""


def _words(card: Scorecard) -> str:
    parts = (
        ("What goes well", [one.sentence for one in card.strengths]),
        ("What to work on together", [one.sentence for one in card.together]),
        ("Compared with other services", [_remark(one) for one in card.compared]),
        ("Since last time", [_remark(one) for one in card.since]),
        ("Differences in view", [f"{one.theme_name}: {one.sentence}" for one in card.gaps]),
        ("Help to answer", [words for one in card.voices for words in _help(one)]),
    )
    return "\n\n".join(f"{heading}\n\n{_listed(lines)}" for heading, lines in parts if lines)


def _notes(card: Scorecard) -> str:
    return "How it was counted\n\n" + _listed(card.notes) if card.notes else ""


def _help(card: VoiceCard) -> list[str]:
    return [line.words for line in card.help]


def _remark(remark: Remark) -> str:
    return f"{remark.symbol} {remark.sentence}".strip()


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(wrapped(line, "    ", "  - ") for line in lines)
