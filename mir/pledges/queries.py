"""What has been let out, for the people who said it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mir.db import Store
from mir.errors import NotFoundError
from mir.pledges.models import ChangedPage, Pledge
from mir.providers.models import Organisation, Service
from mir.providers.queries import ServiceCard, service_card


@dataclass(frozen=True)
class Told:
    """A released pledge, as somebody reads it."""

    said: str
    did: str


@dataclass(frozen=True)
class Changed:
    """What changed at a service: its public address, and the released pledges, the latest first."""

    address: str
    told: tuple[Told, ...]


NOTHING = Changed("", ())


def changed_at(store: Store, service_id: str, *, easy: bool) -> Changed:
    """What was let out of this service, in these words; NOTHING where nothing was."""
    with store.reading() as session:
        return _changed(session, service_id, easy=easy)


def page_at(store: Store, address: str, *, easy: bool) -> tuple[ServiceCard, Changed]:
    """The service with this public address, and what was let out of it. Raises NotFoundError."""
    with store.reading() as session:
        found = session.execute(
            select(Service, Organisation)
            .join(Organisation, Organisation.id == Service.organisation_id)
            .join(ChangedPage, ChangedPage.service_id == Service.id)
            .where(ChangedPage.address == address)
        ).one_or_none()
        if found is None:
            raise NotFoundError
        service, organisation = found
        return service_card(service, organisation), _changed(session, service.id, easy=easy)


def _changed(session: Session, service_id: str, *, easy: bool) -> Changed:
    rows = session.execute(
        select(Pledge, ChangedPage.address)
        .join(ChangedPage, ChangedPage.service_id == Pledge.service_id)
        .where(Pledge.service_id == service_id, Pledge.released_on.is_not(None))
        .order_by(Pledge.released_on.desc(), Pledge.id)
    ).all()
    if not rows:
        return NOTHING
    told = (Told(row.said_easy, row.did_easy) if easy else Told(row.said, row.did) for row, _ in rows)
    return Changed(rows[0][1], tuple(told))
