"""One round's scorecard, from kept tallies through the disclosure gate."""

from dataclasses import dataclass, replace
from functools import lru_cache

from mir.db import Store
from mir.results import operations, queries
from mir.results.queries import Kept
from mir.rounds.queries import RoundCard, edition, invited, round_card
from scoring.card import words
from scoring.card.around import USUAL_THRESHOLDS, Around, Earlier, Peer, Peers
from scoring.card.build import build
from scoring.card.scorecard import RoundFacts, Scorecard
from scoring.card.view import VoiceInput
from scoring.measure import measure_of
from scoring.protection.disclosure import Thresholds
from scoring.spread import Spreads, pooled_spreads
from scoring.tally import Tally
from surveys.framework import Voice

PUBLIC = Thresholds(nothing_below=10, statements_from=30)
"""From how many people what is told outside the organisation (METHOD 2.10, the public column)."""


@dataclass(frozen=True)
class _Season:
    """What the services that asked the same questions within a year have in common."""

    spreads: Spreads
    peers: tuple[tuple[str, Peer], ...]
    """The id of each round, with what may be compared of it."""


def scorecard_of(store: Store, round_id: str) -> Scorecard:
    """The scorecard of a closed round. Raises NotFoundError, and StillOpenError for an open round."""
    card = round_card(store, round_id)
    return _built(store, card, _earlier(store, card), USUAL_THRESHOLDS)


def scorecard_outside(store: Store, round_id: str) -> Scorecard:
    """The same for readers outside the organisation: scores and how they compare, of ten people or more.

    Nothing of the round before, of single statements, of who had help or of differences in view. The
    comparisons are those of the service's own scorecard, whoever else shares. Raises as `scorecard_of`.
    """
    built = _built(store, round_card(store, round_id), None, PUBLIC)
    return replace(
        built,
        voices=tuple(replace(one, help=(), before=None) for one in built.voices),
        themes=tuple(
            replace(
                theme, gaps=(), voices=tuple(replace(one, statements=(), before=None) for one in theme.voices)
            )
            for theme in built.themes
        ),
        gaps=(),
        since=(),
    )


def _built(store: Store, card: RoundCard, earlier: Earlier | None, thresholds: Thresholds) -> Scorecard:
    counted = operations.tallies(store, card.id)
    asked = invited(store, card.id)
    season = _season_of(store, card)
    peers = Peers(card.service.kind, tuple(peer for of, peer in season.peers if of != card.id))
    return build(
        facts(card),
        edition(store, card.edition_hash),
        [_input(one, asked.get(one.voice)) for one in counted],
        season.spreads,
        Around(peers, earlier, thresholds),
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


def _earlier(store: Store, card: RoundCard) -> Earlier | None:
    """The same service's round before this one, with the spreads that its own scorecard rests on."""
    before = queries.round_before(store, card)
    if before is None:
        return None
    return Earlier(
        before.title,
        edition(store, before.edition_hash),
        tuple((one.voice, one.tally) for one in operations.tallies(store, before.id)),
        _season_of(store, before).spreads,
    )


def _season_of(store: Store, card: RoundCard) -> _Season:
    return _season(store, card.edition_hash, queries.pooled_with(store, card))


@lru_cache(maxsize=16)
def _season(store: Store, edition_hash: str, round_ids: tuple[str, ...]) -> _Season:
    """What these rounds have in common. They are closed, so the answer may be remembered."""
    services: dict[Voice, list[Tally]] = {}
    kinds = queries.kinds_of(store, edition_hash)
    peers = []
    for round_id in round_ids:
        tallies = {one.voice: one.tally for one in operations.tallies(store, round_id)}
        for voice, tally in tallies.items():
            services.setdefault(voice, []).append(tally)
        peers.append((round_id, Peer.of(kinds[round_id], tallies)))
    return _Season(pooled_spreads(services, measure_of(edition(store, edition_hash))), tuple(peers))
