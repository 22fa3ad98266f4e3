"""Which services an account may see."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mir.db import Store
from mir.providers.models import KIND_WORDS, Kind, Membership, Organisation, Role, Service


@dataclass(frozen=True)
class ServiceCard:
    """A service as a page names it."""

    id: str
    name: str
    kind: Kind
    organisation: str
    organisation_id: str
    size: int | None

    @property
    def kind_words(self) -> str:
        """What a page calls its kind: Care home."""
        return KIND_WORDS[self.kind]


def service_card(service: Service, organisation: Organisation) -> ServiceCard:
    """The card of these two rows."""
    return ServiceCard(
        service.id, service.name, Kind(service.kind), organisation.name, organisation.id, service.size
    )


def services_of(store: Store, account_id: str) -> tuple[ServiceCard, ...]:
    """The services of every organisation the account belongs to, by name."""
    with store.reading() as session:
        rows = session.execute(
            select(Service, Organisation)
            .join(Organisation, Organisation.id == Service.organisation_id)
            .join(Membership, Membership.organisation_id == Organisation.id)
            .where(Membership.account_id == account_id)
            .order_by(Organisation.name, Service.name)
        )
        return tuple(service_card(service, organisation) for service, organisation in rows)


def role_in(session: Session, account_id: str, organisation_id: str) -> Role | None:
    """The account's role in the organisation, or None."""
    membership = session.get(Membership, (account_id, organisation_id))
    return Role(membership.role) if membership else None
