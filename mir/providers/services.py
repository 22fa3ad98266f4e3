"""The services of an organisation: adding, changing, closing and merging. Nothing that was said is lost."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session, aliased

from mir.audit.operations import Done, note
from mir.db import Store
from mir.errors import NotFoundError, RefusalError
from mir.providers.models import KIND_WORDS, Kind, MemberService, Merged, Service
from mir.providers.operations import take_turns

LONGEST_NAME, LONGEST_PEERS, LARGEST = 200, 60, 100_000
_INTO = aliased(Service)
LOCATION = re.compile(r"1-\d{6,12}")
REGIONS = (
    "East Midlands", "East of England", "London", "North East", "North West", "South East", "South West",
    "West Midlands", "Yorkshire and the Humber", "Wales", "Scotland", "Northern Ireland",
)  # fmt: skip


@dataclass(frozen=True)
class About:
    """What is known of a service."""

    name: str
    kind: Kind
    size: int | None = None
    region: str = ""
    location: str = ""
    """The number under which the regulator knows the place, such as 1-123456789."""
    peers: str = ""
    """Whom it wants to be compared with, in its own words."""


@dataclass(frozen=True)
class Kept:
    """A service as its organisation sees it."""

    id: str
    about: About
    closed_on: date | None
    into_id: str | None
    into: str
    """The name of the service that it went into."""

    @property
    def kind_words(self) -> str:
        """What a page calls its kind."""
        return KIND_WORDS[self.about.kind]


def kept_services(store: Store, organisation_id: str) -> tuple[Kept, ...]:
    """Every service of an organisation: those that run first, then by name."""
    with store.reading() as session:
        rows = session.execute(_with_into().where(Service.organisation_id == organisation_id))
        found = [_kept(row, into) for row, into in rows]
    return tuple(sorted(found, key=lambda one: (one.closed_on is not None, one.about.name.casefold())))


def kept_service(store: Store, service_id: str) -> Kept:
    """One service. Raises NotFoundError."""
    with store.reading() as session:
        found = session.execute(_with_into().where(Service.id == service_id)).one_or_none()
        if found is None:
            raise NotFoundError
        return _kept(*found)


def wrong(about: About) -> tuple[tuple[str, str], ...]:
    """What is wrong with what was typed: the field and a sentence each."""
    found = []
    if not about.name:
        found.append(("name", "Write the name of the service."))
    if len(about.name) > LONGEST_NAME:
        found.append(("name", f"Use at most {LONGEST_NAME} characters."))
    if about.size is not None and not 0 <= about.size <= LARGEST:
        found.append(("size", f"Write how many people it supports: a number up to {LARGEST:,}."))
    if about.region and about.region not in REGIONS:
        found.append(("region", "Choose one of the regions on the list."))
    if about.location and not LOCATION.fullmatch(about.location):
        found.append(
            ("location", "A location id looks like 1-123456789. You find it on the regulator’s page.")
        )
    if len(about.peers) > LONGEST_PEERS:
        found.append(("peers", f"Use at most {LONGEST_PEERS} characters."))
    return tuple(found)


def add(store: Store, organisation_id: str, about: About) -> str:
    """The id of a new service. Raises RefusalError for a name or location id that is there already."""
    with store.writing() as session:
        must_be_free(session, organisation_id, about, None)
        return add_row(session, organisation_id, about).id


def add_row(session: Session, organisation_id: str, about: About) -> Service:
    """A new service, whose name and location id are known to be free, in somebody's transaction."""
    row = Service(organisation_id=organisation_id)
    _write(row, about)
    session.add(row)
    note(session, Done("added a service", about.name, organisation_id))
    return row


def change(store: Store, service_id: str, about: About) -> None:
    """Keep what was typed about a service."""
    with store.writing() as session:
        row = _open(session, service_id)
        must_be_free(session, row.organisation_id, about, service_id)
        _write(row, about)
        note(session, Done("changed a service", about.name, row.organisation_id))


def close(store: Store, service_id: str, today: date) -> None:
    """No new rounds from now on. What people said before stays."""
    with store.writing() as session:
        row = _open(session, service_id)
        row.closed_on = today
        note(session, Done("closed a service", row.name, row.organisation_id))


def open_again(store: Store, service_id: str) -> None:
    """It was closed by mistake. One that was merged stays closed."""
    with store.writing() as session:
        row = session.get(Service, service_id)
        if row is None or session.get(Merged, service_id) is not None:
            raise NotFoundError
        row.closed_on = None
        note(session, Done("opened a service again", row.name, row.organisation_id))


def merge(store: Store, service_id: str, into_id: str, today: date) -> None:
    """Close a service that goes into another one of its organisation. Each keeps its own results."""
    with store.writing() as session:
        take_turns(session, _open(session, service_id).organisation_id)
        session.expire_all()  # what was read before the turn may have changed
        row, into = _open(session, service_id), session.get(Service, into_id)
        if into is None or into.organisation_id != row.organisation_id or into.closed_on or into is row:
            raise RefusalError("Choose another service of your organisation that runs.")
        row.closed_on = today
        # Whatever went into this one before goes with it.
        session.execute(update(Merged).where(Merged.into_id == service_id).values(into_id=into_id))
        session.add(Merged(service_id=service_id, into_id=into_id))
        for member in session.scalars(select(MemberService).where(MemberService.service_id == service_id)):
            session.merge(
                MemberService(
                    account_id=member.account_id,
                    organisation_id=member.organisation_id,
                    service_id=into_id,
                )
            )
        note(session, Done("merged a service", f"{row.name} into {into.name}", row.organisation_id))


def must_be_free(session: Session, organisation_id: str, about: About, mine: str | None) -> None:
    """Raises RefusalError where another service of the organisation has the name or the location id."""
    take_turns(session, organisation_id)
    rows = session.execute(
        select(Service.id, Service.name, Service.location).where(Service.organisation_id == organisation_id)
    )
    for service_id, name, location in rows:
        if service_id == mine:
            continue
        if name.casefold() == about.name.casefold():
            raise RefusalError(f"There is already a service called “{about.name}”. Choose another name.")
        if about.location and location == about.location:
            raise RefusalError(f"“{name}” has the location id {location} already. Check both.")


def _open(session: Session, service_id: str) -> Service:
    row = session.get(Service, service_id)
    if row is None:
        raise NotFoundError
    if row.closed_on:
        raise RefusalError("This service is closed. Nothing of it is changed any more.")
    return row


def _write(row: Service, about: About) -> None:
    row.name, row.kind, row.size = about.name, about.kind, about.size
    row.region, row.location = about.region or None, about.location or None
    row.peers = about.peers or None


def _with_into() -> Select[Service, Service | None]:
    """Services, each with the one that it went into."""
    return (
        select(Service, _INTO)
        .outerjoin(Merged, Merged.service_id == Service.id)
        .outerjoin(_INTO, _INTO.id == Merged.into_id)
    )


def _kept(row: Service, into: Service | None) -> Kept:
    about = About(row.name, Kind(row.kind), row.size, row.region or "", row.location or "", row.peers or "")
    return Kept(row.id, about, row.closed_on, into.id if into else None, into.name if into else "")
