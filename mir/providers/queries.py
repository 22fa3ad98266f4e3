"""Which services an account may see."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from mir.db import Store
from mir.providers.may import May, who_may
from mir.providers.models import KIND_WORDS, Kind, MemberService, Membership, Organisation, Role, Service


@dataclass(frozen=True)
class ServiceCard:
    """A service as a page names it."""

    id: str
    name: str
    kind: Kind
    organisation: str
    organisation_id: str
    size: int | None
    closed: bool = False
    """Whether it takes no new rounds any more."""

    @property
    def kind_words(self) -> str:
        """What a page calls its kind: Care home."""
        return KIND_WORDS[self.kind]


def service_card(service: Service, organisation: Organisation) -> ServiceCard:
    """The card of these two rows."""
    return ServiceCard(
        service.id,
        service.name,
        Kind(service.kind),
        organisation.name,
        organisation.id,
        service.size,
        service.closed_on is not None,
    )


@dataclass(frozen=True)
class Place:
    """Where a thing belongs: an organisation, and one of its services where it is of one alone."""

    organisation_id: str
    service_id: str | None = None


def within_reach(account_id: str) -> ColumnElement[bool]:
    """The condition on a membership joined to a service: it is this account's and reaches the service."""
    named = select(MemberService.service_id).where(MemberService.account_id == account_id)
    return and_(Membership.account_id == account_id, or_(Membership.every_service, Service.id.in_(named)))


def services_of(store: Store, account_id: str, what: May = May.SEE_ROUNDS) -> tuple[ServiceCard, ...]:
    """The services where the account may do this, by name."""
    with store.reading() as session:
        rows = session.execute(
            select(Service, Organisation)
            .join(Organisation, Organisation.id == Service.organisation_id)
            .join(Membership, Membership.organisation_id == Organisation.id)
            .where(within_reach(account_id), Membership.role.in_(who_may(what)))
            .order_by(Organisation.name, Service.name)
        )
        return tuple(service_card(service, organisation) for service, organisation in rows)


def role_in(session: Session, account_id: str, organisation_id: str) -> Role | None:
    """The account's role in the organisation, or None."""
    membership = session.get(Membership, (account_id, organisation_id))
    return Role(membership.role) if membership else None


def role_at(session: Session, account_id: str, place: Place) -> Role | None:
    """The account's role at this place; None too where it works for other services than this one."""
    membership = session.get(Membership, (account_id, place.organisation_id))
    if membership is None:
        return None
    reached = membership.every_service or place.service_id is None
    named = (account_id, place.organisation_id, place.service_id)
    if not reached and session.get(MemberService, named) is None:
        return None
    return Role(membership.role)


def roles_of(session: Session, account_id: str) -> frozenset[Role]:
    """Every role that the account has anywhere."""
    found = session.scalars(select(Membership.role).where(Membership.account_id == account_id))
    return frozenset(map(Role, found))


def place_of_service(session: Session, service_id: str) -> Place | None:
    """Where a service is, for the guard."""
    service = session.get(Service, service_id)
    return Place(service.organisation_id, service.id) if service else None


def place_of_its_service(session: Session, its_service: Select[str]) -> Place | None:
    """Where something of a service is, for the guard: by one look, whether it is there or not."""
    chosen = Service.id == its_service.scalar_subquery()
    found = session.execute(select(Service.organisation_id, Service.id).where(chosen)).one_or_none()
    return Place(*found) if found else None


def place_of_organisation(session: Session, organisation_id: str) -> Place | None:
    """The organisation as a place, for the guard."""
    found = session.get(Organisation, organisation_id)
    return Place(found.id) if found else None
