"""Rounds, editions and codes as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mir.db import Store
from mir.errors import NotFoundError
from mir.providers.may import May, who_may
from mir.providers.models import Kind, Membership, Organisation, Role, Service
from mir.providers.queries import (
    Place,
    ServiceCard,
    place_of_its_service,
    role_at,
    service_card,
    within_reach,
)
from mir.rounds.models import Code, Invited, Round, RoundState, StoredEdition
from surveys.edition import Edition
from surveys.framework import Voice

_Cards = Select[Round, Service, Organisation]


@dataclass(frozen=True)
class RoundCard:
    """A round as a page names it."""

    id: str
    title: str
    service: ServiceCard
    edition_hash: str
    opens_on: date
    closes_on: date
    state: RoundState

    @property
    def is_open(self) -> bool:
        """Whether answers are still taken."""
        return self.state == RoundState.OPEN


@dataclass(frozen=True)
class Door:
    """What a code opens: a round, for one voice."""

    code: str
    round: RoundCard
    voice: Voice
    shared: bool
    used: bool


@dataclass(frozen=True)
class CodeList:
    """The codes of one voice of a round. Which of them were used is told to nobody."""

    voice: Voice
    shared: str
    single: tuple[str, ...]


def edition(store: Store, edition_hash: str) -> Edition:
    """The edition of this hash. Raises NotFoundError."""
    found = _editions().get(edition_hash)
    if found is None:
        with store.reading() as session:
            row = session.get(StoredEdition, edition_hash)
            if row is None:
                raise NotFoundError
            found = _editions().setdefault(edition_hash, Edition.model_validate_json(row.definition))
    return found


@lru_cache(maxsize=1)
def _editions() -> dict[str, Edition]:
    # An edition is named by its own content, so it may be remembered for ever.
    return {}


def round_card(store: Store, round_id: str) -> RoundCard:
    """The round. Raises NotFoundError."""
    with store.reading() as session:
        return _one(session, _cards().where(Round.id == round_id))


def round_for(store: Store, account_id: str, round_id: str) -> tuple[RoundCard, Role]:
    """The round and the account's role in its organisation.

    Raises NotFoundError alike for a round that is not there and for one of
    another organisation or service, so that nothing can be inferred from the answer.
    """
    with store.reading() as session:
        card = _one(session, _cards().where(Round.id == round_id))
        role = role_at(session, account_id, Place(card.service.organisation_id, card.service.id))
        if role is None:
            raise NotFoundError
        return card, role


def place_of_round(session: Session, round_id: str) -> Place | None:
    """Where a round is, for the guard."""
    return place_of_its_service(session, select(Round.service_id).where(Round.id == round_id))


def rounds_for(store: Store, account_id: str) -> tuple[RoundCard, ...]:
    """Every round the account may see: by service, the latest first."""
    with store.reading() as session:
        chosen = (
            _cards()
            .join(Membership, Membership.organisation_id == Organisation.id)
            .where(within_reach(account_id), Membership.role.in_(who_may(May.SEE_ROUNDS)))
            .order_by(Service.name, Round.closes_on.desc(), Round.id)
        )
        return tuple(_card(*row) for row in session.execute(chosen))


def all_rounds(store: Store) -> tuple[RoundCard, ...]:
    """Every round there is, for the operator: by service, the latest first."""
    with store.reading() as session:
        chosen = _cards().order_by(Service.name, Round.closes_on.desc(), Round.id)
        return tuple(_card(*row) for row in session.execute(chosen))


def door(store: Store, code: str) -> Door:
    """What this code opens. Raises NotFoundError."""
    with store.reading() as session:
        row = session.get(Code, code)
        if row is None:
            raise NotFoundError("We do not know that code. Check each letter and number.")
        card = _one(session, _cards().where(Round.id == row.round_id))
        return Door(row.text, card, Voice(row.voice), row.shared, row.used)


def invited(store: Store, round_id: str) -> dict[Voice, int]:
    """How many of each voice were asked, where it was written down."""
    with store.reading() as session:
        rows = session.execute(select(Invited.voice, Invited.number).where(Invited.round_id == round_id))
        return {Voice(voice): number for voice, number in rows}


def code_lists(store: Store, round_id: str) -> tuple[CodeList, ...]:
    """The codes of each voice of the round."""
    card = round_card(store, round_id)
    with store.reading() as session:
        return tuple(
            _code_list(session, round_id, voice) for voice in edition(store, card.edition_hash).voices
        )


def _code_list(session: Session, round_id: str, voice: Voice) -> CodeList:
    mine = select(Code).where(Code.round_id == round_id, Code.voice == voice)
    shared = session.scalars(mine.where(Code.shared)).first()
    single = session.scalars(mine.where(~Code.shared).order_by(Code.text)).all()
    return CodeList(voice, shared.text if shared else "", tuple(code.text for code in single))


def _cards() -> _Cards:
    return (
        select(Round, Service, Organisation)
        .join(Service, Service.id == Round.service_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
    )


FACTS = (
    Round.id, Round.title, Round.edition_hash, Round.opens_on, Round.closes_on, Round.state,
    Service.id, Service.name, Service.kind, Service.size, Service.closed_on,
    Organisation.name, Organisation.id,
)  # fmt: skip
"""The columns of a round's card, for a query that wants more beside it; `card_of_facts` reads them."""


def card_of_facts(facts: Sequence[Any]) -> RoundCard:
    """The card of these columns."""
    round_id, title, edition_hash, opens_on, closes_on, state, *of = facts
    service_id, name, kind, size, closed_on, organisation, organisation_id = of
    service = ServiceCard(
        service_id, name, Kind(kind), organisation, organisation_id, size, closed_on is not None
    )
    return RoundCard(round_id, title, service, edition_hash, opens_on, closes_on, RoundState(state))


def _one(session: Session, chosen: _Cards) -> RoundCard:
    row = session.execute(chosen).first()
    if row is None:
        raise NotFoundError
    return _card(*row)


def _card(round_: Round, service: Service, organisation: Organisation) -> RoundCard:
    return RoundCard(
        id=round_.id,
        title=round_.title,
        service=service_card(service, organisation),
        edition_hash=round_.edition_hash,
        opens_on=round_.opens_on,
        closes_on=round_.closes_on,
        state=RoundState(round_.state),
    )
