"""A score beside the same score last time, as it was told then."""

from scoring.card import beside_words as words
from scoring.card.around import Earlier
from scoring.card.gate import Shown
from scoring.card.scorecard import Before, NotBefore, Withheld
from scoring.card.view import Round, View, VoiceInput, view_of
from scoring.change.trend import change
from scoring.measure import measure_of
from scoring.rounding import outward
from scoring.tally import Tally
from surveys.framework import Voice


def barrier(earlier: Earlier | None, edition_hash: str) -> NotBefore | None:
    """Why nothing at all can be compared with last time, if so."""
    if earlier is None:
        return NotBefore(words.FIRST_ROUND)
    if earlier.edition_hash != edition_hash:
        return NotBefore(words.QUESTIONS_CHANGED)
    return None


def befores(now: View, earlier: Earlier | None, about: Round) -> tuple[Before | NotBefore | None, ...]:
    """Each score last time: themes in edition order, then all themes together. None beside a withheld score.

    Raises UnlikeTalliesError when the earlier tally is not of the edition it names.
    """
    whole = barrier(earlier, about.edition.hash)
    if earlier is None or whole is not None:
        return tuple(None if isinstance(shown.score, Withheld) else whole for shown in now.shown)
    then = _then(now.card.voice, earlier, about)
    return tuple(
        _before(shown, last, earlier.title) for shown, last in zip(now.shown, then.shown, strict=True)
    )


def _then(voice: Voice, earlier: Earlier, about: Round) -> View:
    """What the gate let through of this voice last time."""
    nobody = Tally.zero(measure_of(about.edition))
    given = VoiceInput(voice, dict(earlier.tallies).get(voice, nobody))
    return view_of(given, earlier.spreads.of(voice), about)


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
