"""What a rating is worked out from, and whether it is all there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.card.scorecard import Score, Scorecard
from scoring.faults import OutOfRangeError, ScoringError
from scoring.rating.scheme import Scheme
from surveys.framework import Voice


class IncompleteError(ScoringError):
    """A rating asked for without all that it needs. The sentence names what is missing or strange."""


@dataclass(frozen=True)
class Evidence:
    """What a rating is worked out from. Numbers are those that may be printed."""

    scores: tuple[tuple[str, int], ...] = ()
    """Statement code and score. A statement without a score is left out."""
    judgements: tuple[tuple[str, str], ...] = ()
    """Group code and level code, in a scheme without a scale."""
    facts: frozenset[str] = frozenset()
    """The codes of the conditions that hold."""
    voices: tuple[tuple[Voice, int], ...] = ()
    """How many of each voice answered, where the scheme needs to know."""


def evidence_of(card: Scorecard) -> Evidence:
    """What a scorecard says of its themes through the people who draw on support.

    Only scores that may be compared count. Where a count is told as a band its
    lower end counts, so nothing is used that is not printed.
    """
    scores = (
        (theme.code, shown.score.mean)
        for theme in card.themes
        for shown in theme.voices
        if shown.voice is Voice.PERSON and isinstance(shown.score, Score) and not shown.score.coarse
    )
    return Evidence(
        tuple(scores), voices=tuple((voice.voice, _least(voice.answered)) for voice in card.voices)
    )


def _least(answered: str) -> int:
    """The least number of people that "12", "10 to 14", "fewer than 5" or "none" can mean."""
    first = answered.partition(" ")[0]
    return int(first) if first.isdigit() else 0


def check(scheme: Scheme, evidence: Evidence) -> None:
    """Raises IncompleteError or OutOfRangeError for evidence that this scheme cannot be applied to.

    In a scheme that needs voices a missing score is no error: it was withheld.
    """
    scored = scheme.scale is not None
    statements = {each.code: each.name for each in scheme.statements} if scored else {}
    groups = {} if scored else {each.code: each.name for each in scheme.groups}
    complete = not scheme.needs
    _codes("score", statements, [code for code, _ in evidence.scores], complete=complete)
    _codes("judgement", groups, [code for code, _ in evidence.judgements], complete=complete)
    unknown = evidence.facts - {condition.code for condition in scheme.conditions}
    if unknown:
        raise IncompleteError(f"“{min(unknown)}” is not one of the conditions of this scheme.")
    levels = [level.code for level in scheme.levels]
    for code, level in evidence.judgements:
        if level not in levels:
            raise IncompleteError(f"“{groups[code]}”: “{level}” is not one of {', '.join(levels)}.")
    for code, score in evidence.scores:
        if scheme.scale is not None and not scheme.scale.least <= score <= scheme.scale.most:
            ends = f"{scheme.scale.least} to {scheme.scale.most}"
            raise OutOfRangeError(f"“{statements[code]}” has {score}. Scores run from {ends}.")


def _codes(kind: str, names: Mapping[str, str], given: Sequence[str], *, complete: bool) -> None:
    for code in given:
        if code not in names:
            raise IncompleteError(f"A {kind} for “{code}” has no place in this scheme.")
        if given.count(code) > 1:
            raise IncompleteError(f"“{names[code]}” has more than one {kind}.")
    missing = [name for code, name in names.items() if code not in given]
    if missing and complete:
        raise IncompleteError(f"There is no {kind} yet for: {'; '.join(missing)}. Add it to see a rating.")
