"""Whom the people of a service can turn to, and the messages for one reader."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from mir.concerns.models import Concern, SafetyContact
from mir.concerns.national import WORKERS
from mir.db import Store
from mir.errors import NotFoundError
from mir.providers.models import Service
from surveys.framework import Voice

SAFEGUARDING, OUTSIDE, COUNCIL = USES = "safeguarding", "outside", "council"


@dataclass(frozen=True)
class Contact:
    """Somebody to call."""

    use: str
    name: str
    about: str
    phone: str
    account_id: str | None


@dataclass(frozen=True)
class Route:
    """Where a message of this voice about this service goes: to one person."""

    service_id: str
    use: str
    reader_id: str
    name: str
    about: str


@dataclass(frozen=True)
class ConcernCard:
    """A message in a list: the day and the service, and no word of it."""

    id: str
    service: str
    use: str
    received_on: date
    state: str


@dataclass(frozen=True)
class Opened:
    """A message as its reader sees it. Without words once it is dealt with."""

    card: ConcernCard
    text: str
    reach: str


def contacts(store: Store, service_id: str) -> tuple[Contact, ...]:
    """Everybody this service has named, the nearest first."""
    with store.reading() as session:
        rows = sorted(
            session.scalars(select(SafetyContact).where(SafetyContact.service_id == service_id)),
            key=lambda row: USES.index(row.use),
        )
        return tuple(Contact(row.use, row.name, row.about, row.phone, row.account_id) for row in rows)


def to_call(found: tuple[Contact, ...], voice: Voice | None) -> tuple[Contact, ...]:
    """Those whom this voice can call: an outside contact is for workers, and for whoever may be one."""
    worker = voice is None or voice in WORKERS
    return tuple(one for one in found if one.phone and (one.use != OUTSIDE or worker))


def names_council(found: tuple[Contact, ...]) -> bool:
    """Whether the council's own number is among them."""
    return any(one.use == COUNCIL for one in found)


def route(found: tuple[Contact, ...], service_id: str, voice: Voice) -> Route | None:
    """Where a message goes. What workers write never goes to the service's own safeguarding lead."""
    use = OUTSIDE if voice in WORKERS else SAFEGUARDING
    for contact in found:
        if contact.use == use and contact.account_id:
            return Route(service_id, use, contact.account_id, contact.name, contact.about)
    return None


def waiting(store: Store, account_id: str) -> int | None:
    """How many messages for this account nobody has opened yet; None for somebody who reads none here."""
    with store.reading() as session:
        counted = select(func.count()).where(Concern.reader_id == account_id, Concern.state == "new")
        number = session.scalar(counted) or 0
        named = select(SafetyContact.use).where(SafetyContact.account_id == account_id).limit(1)
        had = select(Concern.id).where(Concern.reader_id == account_id).limit(1)
        reads = number or session.scalar(named) or session.scalar(had)
        return number if reads else None


def concerns_for(store: Store, account_id: str) -> tuple[ConcernCard, ...]:
    """The messages for this account: those still to be dealt with first, the latest day first."""
    with store.reading() as session:
        rows = session.execute(
            select(Concern, Service)
            .join(Service, Service.id == Concern.service_id)
            .where(Concern.reader_id == account_id)
            .order_by(Concern.state == "done", Concern.received_on.desc(), Concern.id)
        )
        return tuple(_card(concern, service) for concern, service in rows)


def concern(store: Store, account_id: str, concern_id: str) -> Opened:
    """One message. Raises NotFoundError alike for one that is not there and one for somebody else."""
    with store.reading() as session:
        found = session.get(Concern, concern_id)
        if found is None or found.reader_id != account_id:
            raise NotFoundError
        service = session.get_one(Service, found.service_id)
        box = found.box or {}
        return Opened(_card(found, service), str(box.get("text", "")), str(box.get("reach", "")))


def _card(row: Concern, service: Service) -> ConcernCard:
    return ConcernCard(row.id, service.name, row.use, row.received_on, row.state)
