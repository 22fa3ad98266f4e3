"""Every organisation and every service there is, for the operator."""

from dataclasses import dataclass

from sqlalchemy import select

from mir.db import Store
from mir.errors import NotFoundError
from mir.providers.may import May, who_may
from mir.providers.models import Membership, Organisation, Service
from mir.providers.queries import ServiceCard, service_card


@dataclass(frozen=True)
class OrganisationCard:
    """An organisation by its name."""

    id: str
    name: str


def organisations(store: Store) -> tuple[OrganisationCard, ...]:
    """Every organisation, by name."""
    with store.reading() as session:
        rows = session.scalars(select(Organisation).order_by(Organisation.name))
        return tuple(OrganisationCard(row.id, row.name) for row in rows)


def services(store: Store) -> tuple[ServiceCard, ...]:
    """Every service, by name."""
    with store.reading() as session:
        rows = session.execute(
            select(Service, Organisation)
            .join(Organisation, Organisation.id == Service.organisation_id)
            .order_by(Service.name, Organisation.name)
        )
        return tuple(service_card(service, organisation) for service, organisation in rows)


def organisation_card(store: Store, organisation_id: str) -> OrganisationCard:
    """One organisation. Raises NotFoundError."""
    with store.reading() as session:
        row = session.get(Organisation, organisation_id)
        if row is None:
            raise NotFoundError
        return OrganisationCard(row.id, row.name)


def organisations_where(store: Store, account_id: str, what: May) -> tuple[OrganisationCard, ...]:
    """The organisations in which this account may do this, by name."""
    with store.reading() as session:
        rows = session.scalars(
            select(Organisation)
            .join(Membership, Membership.organisation_id == Organisation.id)
            .where(Membership.account_id == account_id, Membership.role.in_(who_may(what)))
            .order_by(Organisation.name)
        )
        return tuple(OrganisationCard(row.id, row.name) for row in rows)


def organisation_of(store: Store, service_id: str) -> str:
    """The id of the organisation of a service. Raises NotFoundError."""
    with store.reading() as session:
        row = session.get(Service, service_id)
        if row is None:
            raise NotFoundError
        return row.organisation_id
