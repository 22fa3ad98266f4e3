"""Counting a closed round, once."""

import json

from sqlalchemy.exc import IntegrityError

from mir.db import Store
from mir.errors import RefusalError
from mir.pages import day
from mir.results import queries
from mir.results.models import KeptTally
from mir.results.queries import FOR_ME, Kept
from mir.rounds.queries import RoundCard, edition, round_card
from scoring.count import tally
from scoring.measure import measure_of
from surveys.framework import Voice


class StillOpenError(RefusalError):
    """Results of a round that still takes answers."""

    status = 409
    heading = "The results are not ready yet"


def must_be_closed(card: RoundCard) -> None:
    """Raises StillOpenError while the round takes answers."""
    if card.is_open:
        raise StillOpenError(
            f"This round is still open. Results are shown when it closes on {day(card.closes_on)}, "
            "so that nobody can be picked out by watching numbers change."
        )


def tallies(store: Store, round_id: str) -> tuple[Kept, ...]:
    """The tallies of a closed round, a voice of its edition each; counted the first time and kept.

    Raises NotFoundError, and StillOpenError for an open round. A closed round
    takes no more sheets, so whoever counts it gets the same, and the first is kept.
    """
    card = round_card(store, round_id)
    must_be_closed(card)
    voices = edition(store, card.edition_hash).voices
    found = queries.kept(store, round_id)
    if not found.keys() >= set(voices):
        _keep(store, round_id, [_counted(store, card, voice) for voice in voices if voice not in found])
        found = queries.kept(store, round_id)
    return tuple(found[voice] for voice in voices)


def _counted(store: Store, card: RoundCard, voice: Voice) -> Kept:
    measure = measure_of(edition(store, card.edition_hash))
    help_given = queries.help_given(store, card.id, voice)
    on_behalf = help_given.pop(FOR_ME, 0) if voice is Voice.PERSON else 0
    return Kept(voice, tally(queries.sheets(store, card.id, voice), measure), help_given, on_behalf)


def _keep(store: Store, round_id: str, counted: list[Kept]) -> None:
    try:
        with store.writing() as session:
            session.add_all(
                KeptTally(
                    round_id=round_id,
                    voice=one.voice,
                    tally=json.loads(one.tally.to_json()),
                    help=dict(one.help),
                    on_behalf=one.on_behalf,
                )
                for one in counted
            )
    except IntegrityError:
        # Somebody else counted the same round at the same moment, and theirs is kept.
        return
