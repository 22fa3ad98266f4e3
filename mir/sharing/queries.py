"""With whom a service shares what, and what is shared with those who sign in."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session, aliased

from mir.db import Store
from mir.errors import NotFoundError
from mir.providers.may import May, who_may
from mir.providers.models import Membership, Organisation, Service
from mir.providers.queries import Place, ServiceCard, service_card
from mir.providers.register import OrganisationCard
from mir.rounds.models import Round, RoundState
from mir.rounds.queries import FACTS, RoundCard, card_of_facts, round_card
from mir.sharing.models import Share, SharedRound

_READS = tuple(who_may(May.READ_SHARED))


@dataclass(frozen=True)
class Shared:
    """What one service shares with one organisation."""

    id: str
    service: ServiceCard
    region: str
    closed_on: date | None
    """When the service itself closed."""
    reader: OrganisationCard
    """With whom it is shared."""
    from_now: bool
    since: date
    rounds: tuple[RoundCard, ...]
    """The closed rounds that are read now, the latest first."""

    def round(self, round_id: str) -> RoundCard:
        """One of them. Raises NotFoundError for every other round."""
        found = next((one for one in self.rounds if one.id == round_id), None)
        if found is None:
            raise NotFoundError
        return found


def readers(store: Store) -> tuple[OrganisationCard, ...]:
    """The organisations in which somebody is a commissioner, by name: with these results can be shared."""
    chosen = (
        select(Organisation)
        .where(
            Organisation.id.in_(select(Membership.organisation_id).where(Membership.role.in_(_READS))),
        )
        .order_by(Organisation.name)
    )
    with store.reading() as session:
        return tuple(OrganisationCard(row.id, row.name) for row in session.scalars(chosen))


def reader(store: Store, organisation_id: str) -> OrganisationCard:
    """One of them. Raises NotFoundError for an organisation that is not there or reads nothing."""
    found = next((one for one in readers(store) if one.id == organisation_id), None)
    if found is None:
        raise NotFoundError
    return found


def by_service(store: Store, service_id: str) -> tuple[Shared, ...]:
    """With whom a service shares, by name."""
    return _several(store, Share.service_id == service_id)


def by_organisation(store: Store, organisation_id: str) -> tuple[Shared, ...]:
    """Everything that the services of an organisation share, by service."""
    return _several(store, Service.organisation_id == organisation_id)


def with_me(store: Store, account_id: str) -> tuple[Shared, ...]:
    """What is shared with the organisations in which this account is a commissioner, by service.

    A service of which no round is read yet is among them.
    """
    mine = select(Membership.organisation_id).where(
        Membership.account_id == account_id, Membership.role.in_(_READS)
    )
    return _several(store, Share.organisation_id.in_(mine))


def one(store: Store, share_id: str) -> Shared:
    """One of them. Raises NotFoundError."""
    found = _several(store, Share.id == share_id)
    if not found:
        raise NotFoundError
    return found[0]


def place_of_share(session: Session, share_id: str) -> Place | None:
    """Where it is read, for the guard: in the organisation with which it is shared."""
    row = session.get(Share, share_id)
    return Place(row.organisation_id) if row else None


def closed_rounds(session: Session, service_id: str) -> tuple[str, ...]:
    """The ids of the closed rounds of a service, the latest first."""
    chosen = select(Round.id).where(Round.service_id == service_id, Round.state == RoundState.CLOSED)
    return tuple(session.scalars(chosen.order_by(Round.closes_on.desc(), Round.id.desc())))


def closed_cards(store: Store, service_id: str) -> tuple[RoundCard, ...]:
    """The closed rounds of a service, the latest first. Raises NotFoundError where one went meanwhile."""
    with store.reading() as session:
        ids = closed_rounds(session, service_id)
    return tuple(round_card(store, one) for one in ids)


def _several(store: Store, condition: ColumnElement[bool]) -> tuple[Shared, ...]:
    readers_ = aliased(Organisation)
    chosen = (
        select(Share, Service, Organisation, readers_.name)
        .join(Service, Service.id == Share.service_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
        .join(readers_, readers_.id == Share.organisation_id)
        .where(condition)
    )
    with store.reading() as session:
        rounds: dict[str, list[RoundCard]] = {}
        for share_id, *facts in session.execute(_read().where(condition)):
            rounds.setdefault(share_id, []).append(card_of_facts(facts))
        found = [
            Shared(
                share.id,
                service_card(service, organisation),
                service.region or "",
                service.closed_on,
                OrganisationCard(share.organisation_id, name),
                share.from_now,
                share.since,
                tuple(rounds.get(share.id, ())),
            )
            for share, service, organisation, name in session.execute(chosen)
        ]
    return tuple(
        sorted(found, key=lambda one: (one.service.name.casefold(), one.service.id, one.reader.name))
    )


def _read() -> Select[*tuple[Any, ...]]:
    """The closed rounds that are read: those chosen, and those closed since where later ones are shared."""
    chosen = and_(SharedRound.round_id == Round.id, SharedRound.share_id == Share.id)
    return (
        select(Share.id, *FACTS)
        .join(Service, Service.id == Share.service_id)
        .join(Organisation, Organisation.id == Service.organisation_id)
        .join(Round, Round.service_id == Service.id)
        .outerjoin(SharedRound, chosen)
        .where(
            Round.state == RoundState.CLOSED,
            or_(SharedRound.shown, and_(Share.from_now, SharedRound.share_id.is_(None))),
        )
        .order_by(Round.closes_on.desc(), Round.id.desc())
    )
