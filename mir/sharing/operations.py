"""Sharing the results of a service, stopping, and writing down who read what."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mir.audit.operations import Done, note, tell_once_a_day
from mir.db import Store
from mir.errors import NotFoundError, RefusalError
from mir.providers.may import May, who_may
from mir.providers.models import Membership, Organisation, Service
from mir.sharing.models import Share, SharedRound
from mir.sharing.queries import Shared, closed_rounds

NOTHING = "Choose at least one result, or each one from now on."


@dataclass(frozen=True)
class Given:
    """What is shared: these closed rounds, and whether each round that closes later is too."""

    rounds: Collection[str]
    from_now: bool


def share(store: Store, service_id: str, reader_id: str, given: Given, today: date) -> None:
    """Share just this with an organisation from now on, whatever was shared with it before.

    A round that closed while somebody chose is not among those chosen, so it is kept back. Raises
    NotFoundError for an organisation that reads nothing and for a round that is no closed one of the
    service, RefusalError where nothing is chosen.
    """
    with store.writing() as session:
        service = session.get(Service, service_id, with_for_update=True)
        row = _row(session, service_id, reader_id)
        if service is None or (row is None and not _reads(session, reader_id)):
            raise NotFoundError
        closed, from_now = closed_rounds(session, service_id), given.from_now and service.closed_on is None
        if not set(given.rounds) <= set(closed):
            raise NotFoundError("Choose from the closed rounds of this service.")
        if not given.rounds and not from_now:
            raise RefusalError(NOTHING)
        if row is None:
            row = Share(service_id=service_id, organisation_id=reader_id, since=today)
            session.add(row)
        row.from_now = from_now
        session.flush()  # the rounds point at it
        session.execute(delete(SharedRound).where(SharedRound.share_id == row.id))
        session.add_all(
            SharedRound(share_id=row.id, round_id=one, shown=one in given.rounds) for one in closed
        )
        number = len(set(given.rounds))
        what = f"{number} closed round{'' if number == 1 else 's'}"
        _note(session, service, reader_id, "shared results", what + from_now * ", and each from now on")


def stop(store: Store, service_id: str, reader_id: str) -> None:
    """Nobody there reads anything of this service any more. What they read stays in the record."""
    with store.writing() as session:
        service, row = session.get(Service, service_id), _row(session, service_id, reader_id)
        if service is None or row is None:
            raise NotFoundError
        session.delete(row)
        _note(session, service, reader_id, "stopped sharing results", "everything")


def read_one(store: Store, shared: Shared, what: str) -> None:
    """Write down, for both sides, that somebody read a shared result."""
    with store.writing() as session:
        _both(session, "read a shared result", shared, f"{shared.service.name}: {what}")


def read_many(store: Store, several: Collection[Shared], what: str) -> None:
    """The same for many side by side: once a day, a row for each organisation with its services."""
    named: dict[str, list[str]] = {}
    for one in several:
        for organisation_id in {one.service.organisation_id, one.reader.id}:
            named.setdefault(organisation_id, []).append(one.service.name)
    tell_once_a_day(
        store,
        *(
            Done("compared shared results", f"{what}: {', '.join(dict.fromkeys(names))}", organisation_id)
            for organisation_id, names in sorted(named.items())
        ),
    )


def _both(session: Session, what: str, shared: Shared, about: str) -> None:
    note(session, Done(what, f"{about}, as {shared.reader.name}", shared.service.organisation_id))
    if shared.reader.id != shared.service.organisation_id:
        note(session, Done(what, f"{shared.service.organisation}, {about}", shared.reader.id))


def _note(session: Session, service: Service, reader_id: str, what: str, extent: str) -> None:
    owner = session.get_one(Organisation, service.organisation_id)
    reader = session.get_one(Organisation, reader_id)
    note(session, Done(what, f"{service.name} with {reader.name}: {extent}", owner.id))
    if reader is not owner:
        note(session, Done(what, f"{owner.name}, {service.name} with us: {extent}", reader.id))


def _row(session: Session, service_id: str, reader_id: str) -> Share | None:
    chosen = select(Share).where(Share.service_id == service_id, Share.organisation_id == reader_id)
    return session.scalars(chosen).one_or_none()


def _reads(session: Session, organisation_id: str) -> bool:
    chosen = select(Membership.account_id).where(
        Membership.organisation_id == organisation_id, Membership.role.in_(who_may(May.READ_SHARED))
    )
    return session.scalar(chosen.limit(1)) is not None
