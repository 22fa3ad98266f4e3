"""Every organisation and every service there is, for the operator."""

from dataclasses import dataclass

from sqlalchemy import select

from mir.db import Store
from mir.providers.models import Organisation, Service
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
