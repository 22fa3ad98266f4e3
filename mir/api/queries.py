"""What a program may read, as values, and the keys that there are."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from mir.api.models import ProgramKey
from mir.api.operations import Holder, Scope
from mir.api.shapes import RoundRow, ServiceRow
from mir.db import Store
from mir.errors import NotFoundError
from mir.providers.models import Service
from mir.providers.queries import Place, services_of
from mir.rounds.models import Round
from mir.rounds.queries import RoundCard, place_of_round, round_card, rounds_for


@dataclass(frozen=True)
class Key:
    """A key as its page lists it."""

    id: str
    name: str
    scopes: tuple[Scope, ...]
    made_on: date
    ends_on: date
    used_on: date | None


def keys_of(store: Store, organisation_id: str) -> tuple[Key, ...]:
    """The keys of an organisation, the newest first."""
    with store.reading() as session:
        rows = session.scalars(
            select(ProgramKey)
            .where(ProgramKey.organisation_id == organisation_id)
            .order_by(ProgramKey.made_on.desc(), ProgramKey.name)
        )
        return tuple(
            Key(
                row.id, row.name, tuple(map(Scope, row.scopes.split())), row.made_on, row.ends_on, row.used_on
            )
            for row in rows
        )


def key_of(store: Store, organisation_id: str, key_id: str) -> Key:
    """One key of an organisation. Raises NotFoundError."""
    found = next((one for one in keys_of(store, organisation_id) if one.id == key_id), None)
    if found is None:
        raise NotFoundError
    return found


def services(store: Store, holder: Holder) -> tuple[ServiceRow, ...]:
    """The services of the holder's organisation, by name."""
    return tuple(
        ServiceRow(one.id, one.name, one.kind, one.size)
        for one in services_of(store, holder.account_id)
        if one.organisation_id == holder.organisation_id
    )


def rounds(store: Store, holder: Holder, service_id: str | None) -> tuple[RoundRow, ...]:
    """The rounds of the holder's organisation, or of one service: by service, the latest first."""
    return tuple(
        RoundRow.of(card)
        for card in rounds_for(store, holder.account_id)
        if card.service.organisation_id == holder.organisation_id and service_id in {None, card.service.id}
    )


def one_round(store: Store, holder: Holder, round_id: str) -> RoundCard:
    """The round. Raises NotFoundError alike for one that is not there and one of somebody else's."""
    with store.reading() as session:
        place: Place | None = place_of_round(session, round_id)
    if place is None or place.organisation_id != holder.organisation_id:
        raise NotFoundError("There is no such round.")
    return round_card(store, round_id)


def asked_here(store: Store, holder: Holder, edition_hash: str) -> None:
    """Raises NotFoundError unless a round of the holder's organisation asks this edition."""
    asking = (
        select(Round.id)
        .join(Service, Service.id == Round.service_id)
        .where(Round.edition_hash == edition_hash, Service.organisation_id == holder.organisation_id)
    )
    with store.reading() as session:
        if session.scalar(asking.limit(1)) is None:
            raise NotFoundError("No round of yours asks such an edition.")
