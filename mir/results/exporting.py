"""The answers of one voice of a closed round, one by one, for an analyst: only what tells of nobody."""

import secrets
from collections import Counter
from collections.abc import Sequence

from mir.db import Store
from mir.errors import RefusalError
from mir.results.operations import must_be_closed
from mir.results.queries import OneSheet, one_by_one
from mir.rounds.queries import edition, round_card
from scoring.protection.disclosure import Thresholds
from surveys.exchange.exports.asked import LeftOut, going_out
from surveys.exchange.exports.tables import Export, Given
from surveys.framework import Voice

GROUPS = ("presentation", "language")
_LIMITS = Thresholds()
_SMALL = "One group, or a group of both together, has fewer than {least} people."
ALWAYS_OUT = (
    LeftOut("help and helper", "Who needed help, and whose, could point at a person."),
    LeftOut("how", "Who answered on paper, a tablet or the web could point at a person."),
    LeftOut("comments", "People write freely there, and may name somebody."),
)
"""What is kept of a sheet and never goes out one by one."""


class TooFewError(RefusalError):
    """Too few sets of answers to give out one by one."""

    status = 409
    heading = "There are too few answers"


def export_of(store: Store, round_id: str, voice: Voice) -> Export:
    """The answers of this voice in an order drawn anew each time, with what was left out and why.

    Raises NotFoundError, StillOpenError for an open round, RefusalError for a voice
    that was not asked, and TooFewError below ten sets of answers.
    """
    card = round_card(store, round_id)
    must_be_closed(card)
    asked = edition(store, card.edition_hash)
    if voice not in asked.voices:
        raise RefusalError(f"This round did not ask {voice.value}. It asked: {', '.join(asked.voices)}.")
    sheets = one_by_one(store, round_id, voice)
    if len(sheets) < _LIMITS.statements_from:
        raise TooFewError(
            f"Answers go out one by one only from {_LIMITS.statements_from} people up, so that nobody can "
            "be picked out. Fewer than that answered here. Use the scorecard: mir report --help"
        )
    secrets.SystemRandom().shuffle(sheets)
    groups = _told(sheets)
    steps, left = going_out(asked, voice, frozenset(GROUPS) - set(groups))
    given = tuple(
        Given(
            {step.code: one.answers[step.code] for step in steps},
            {name: getattr(one, name) for name in groups},
        )
        for one in sheets
    )
    small = tuple(
        LeftOut(name, _SMALL.format(least=_LIMITS.statements_from)) for name in GROUPS if name not in groups
    )
    return Export(asked, voice, steps, groups, given, (*left, *small, *ALWAYS_OUT))


def _told(sheets: Sequence[OneSheet]) -> tuple[str, ...]:
    """The groups that may be told side by side: each, and each pair, holds enough people."""
    told: tuple[str, ...] = ()
    for name in GROUPS:
        wanted = (*told, name)
        sizes = Counter(tuple(getattr(one, part) for part in wanted) for one in sheets)
        if min(sizes.values()) >= _LIMITS.statements_from:
            told = wanted
    return told
