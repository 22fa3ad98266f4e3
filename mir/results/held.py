"""The ledger: what is not shown, and why."""

from dataclasses import dataclass

from mir.results import sentences
from mir.results.looks import LOOKS, Look
from scoring.card.scorecard import Scorecard, StatementResult, ThemeCard, Withheld
from surveys.framework import Voice

TOO_FEW_STATEMENTS = "Too few answered for single statements, or most people passed over them."


@dataclass(frozen=True)
class Held:
    """Some results of one voice that are not shown, for one reason."""

    look: Look
    what: str
    why: str


def held_back(card: Scorecard) -> tuple[Held, ...]:
    """Everything that is not shown, the voices in order, a line for each reason."""
    return tuple(line for voice in card.voices for line in _of_voice(card, voice.voice, voice.overall))


def _of_voice(card: Scorecard, voice: Voice, overall: object) -> list[Held]:
    scores: dict[str, list[str]] = {}
    if isinstance(overall, Withheld):
        scores.setdefault(overall.why, []).append("the overall score")
    for theme in card.themes:
        for one in theme.voices:
            if one.voice is voice and isinstance(one.score, Withheld):
                scores.setdefault(one.score.why, []).append(f"“{theme.name}”")
    look, everything = LOOKS[voice], len(card.themes) + 1
    lines = [
        Held(look, "every score" if len(what) == everything else sentences.listed(what), why)
        for why, what in scores.items()
    ]
    return lines + [Held(look, what, why) for why, what in _statements(card.themes, voice)]


def _statements(themes: tuple[ThemeCard, ...], voice: Voice) -> list[tuple[str, str]]:
    """Reasons and how many statements, for themes of which the score itself is shown."""
    reasons: dict[str, int] = {}
    whole: list[str] = []
    for theme in themes:
        for one in theme.voices:
            if one.voice is not voice or isinstance(one.score, Withheld):
                continue
            if not one.statements:
                whole.append(f"“{theme.name}”")
            for statement in filter(_withheld, one.statements):
                why = getattr(statement.favourable, "why", "")
                reasons[why] = reasons.get(why, 0) + 1
    lines = [(why, f"{number} statement{'s' if number > 1 else ''}") for why, number in reasons.items()]
    if whole:
        every = len(whole) == len(themes)
        what = "the statements one by one" if every else f"the statements of {sentences.listed(whole)}"
        lines.append((TOO_FEW_STATEMENTS, what))
    return lines


def _withheld(statement: StatementResult) -> bool:
    return isinstance(statement.favourable, Withheld)
