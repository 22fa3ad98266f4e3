"""One round's scorecard, from kept tallies through the disclosure gate."""

from functools import lru_cache

from mir.db import Store
from mir.results import operations, queries
from mir.results.queries import Kept
from mir.rounds.queries import RoundCard, edition, invited, round_card
from scoring.card import words
from scoring.card.build import build
from scoring.card.scorecard import RoundFacts, Scorecard
from scoring.card.view import VoiceInput
from scoring.measure import measure_of
from scoring.spread import Spreads, pooled_spreads
from scoring.tally import Tally
from surveys.framework import Voice


def scorecard_of(store: Store, round_id: str) -> Scorecard:
    """The scorecard of a closed round. Raises NotFoundError, and StillOpenError for an open round."""
    card = round_card(store, round_id)
    counted = operations.tallies(store, round_id)
    asked = invited(store, round_id)
    return build(
        facts(card),
        edition(store, card.edition_hash),
        [_input(one, asked.get(one.voice)) for one in counted],
        _spreads(store, card.edition_hash, queries.pooled_with(store, card)),
    )


def facts(card: RoundCard) -> RoundFacts:
    """What the scorecard says of the round itself."""
    return RoundFacts(
        service=card.service.name,
        organisation=card.service.organisation,
        kind=card.service.kind_words,
        title=card.title,
        opened=card.opens_on,
        closed=card.closes_on,
    )


def _input(one: Kept, asked: int | None) -> VoiceInput:
    # Both lists hold those without help, so that those who did not say can be told apart.
    kinds = tuple((code, one.help[code]) for code in words.HELP if one.help.get(code))
    helpers = tuple((code, one.help[code]) for code in words.HELPERS if one.help.get(code))
    return VoiceInput(one.voice, one.tally, asked, kinds, helpers, one.on_behalf)


@lru_cache(maxsize=8)
def _spreads(store: Store, edition_hash: str, round_ids: tuple[str, ...]) -> Spreads:
    """How much people differ, pooled over these rounds. They are closed, so the answer may be remembered."""
    services: dict[Voice, list[Tally]] = {}
    for round_id in round_ids:
        for one in operations.tallies(store, round_id):
            services.setdefault(one.voice, []).append(one.tally)
    return pooled_spreads(services, measure_of(edition(store, edition_hash)))
