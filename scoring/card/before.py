"""A score beside the same score last time, as it was told then."""

from dataclasses import replace

from scoring.card import beside_words as words
from scoring.card.around import Earlier
from scoring.card.gate import Shown
from scoring.card.scorecard import Before, NotBefore, Withheld
from scoring.card.view import Round, View, VoiceInput, view_of
from scoring.change.trend import change
from scoring.measure import measure_of
from scoring.rounding import outward
from scoring.tally import Tally
from surveys.editions.changes import Effect
from surveys.editions.diff import comparable
from surveys.framework import Voice


def befores(now: View, earlier: Earlier | None, about: Round) -> tuple[Before | NotBefore | None, ...]:
    """Each score last time: themes in edition order, then all themes together. None beside a withheld score.

    What changed in the questions since decides, score by score (`surveys.editions`): other
    words are compared with care, another set of statements is not. Raises UnlikeTalliesError
    when the earlier tally is not of the edition it names.
    """
    if earlier is None:
        return tuple(_unless_withheld(shown, words.FIRST_ROUND) for shown in now.shown)
    voice, then = now.card.voice, _then(now.card.voice, earlier, about)
    codes = (*(theme.code for theme in about.edition.themes), None)
    return tuple(
        _between(shown, then.get(code), (earlier.title, effect))
        for shown, code, effect in zip(now.shown, codes, _effects(earlier, about, voice), strict=True)
    )


def _effects(earlier: Earlier, about: Round, voice: Voice) -> tuple[Effect, ...]:
    """What changed since for each theme of this voice, then for all of them together."""
    themes = about.edition.themes
    if earlier.edition.hash == about.edition.hash:
        return (Effect.NONE,) * (len(themes) + 1)
    found = comparable(earlier.edition, about.edition)
    each = (found.theme(theme.code, voice) for theme in themes)
    return (*each, found.overall(voice))


def _then(voice: Voice, earlier: Earlier, about: Round) -> dict[str | None, Shown]:
    """What the gate let through of this voice last time, by theme; all themes together under None."""
    measure = measure_of(earlier.edition)
    given = VoiceInput(voice, dict(earlier.tallies).get(voice, Tally.zero(measure)))
    asked = Round(earlier.edition, about.thresholds, heard=about.heard)
    view = view_of(given, earlier.spreads.of(voice), asked)
    codes = (theme.code for theme in earlier.edition.themes)
    return {**dict(zip(codes, view.themes, strict=True)), None: view.overall}


def _between(now: Shown, last: Shown | None, about: tuple[str, Effect]) -> Before | NotBefore | None:
    title, effect = about
    if last is None or effect is Effect.BREAK:
        return _unless_withheld(now, words.QUESTIONS_CHANGED)
    found = _before(now, last, title)
    if isinstance(found, Before) and effect is Effect.CARE:
        return replace(found, sentence=f"{found.sentence} {words.WITH_CARE}")
    return found


def _unless_withheld(shown: Shown, why: str) -> NotBefore | None:
    return None if isinstance(shown.score, Withheld) else NotBefore(why)


def _before(now: Shown, last: Shown, title: str) -> Before | NotBefore | None:
    """The difference of the scores as printed, with the range of the exact ones (MOVER)."""
    if isinstance(now.score, Withheld):
        return None
    if now.comparable is None or last.comparable is None:
        return NotBefore(words.TOO_FEW_THEN)
    (score, exact), (score_then, exact_then) = now.comparable, last.comparable
    difference = score.mean - score_then.mean
    found = change(exact, exact_then).points
    low, high = outward(found.low, found.high)
    low, high = min(low, difference), max(high, difference)
    return Before(
        title=title,
        mean=score_then.mean,
        difference=difference,
        low=low,
        high=high,
        clear=not low <= 0 <= high,
        sentence=words.changed(score_then.mean, difference, (low, high)),
    )
