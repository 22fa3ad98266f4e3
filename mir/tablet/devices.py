"""The tablets of a round as the desk sees them: by name, how many wait in bands, and days without hours."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from mir.db import Store
from mir.errors import NotFoundError
from mir.respond.drafts import digest
from mir.respond.models import Device, Tablet
from mir.tablet.links import Lock, TakenBackError

MANY = 5
"""From so many on an exact number tells nobody more; below it the desk is told “a few”."""
LONGEST_NAME = 40
NAMELESS = "A tablet without a name"
BANDS: Mapping[str, str] = {"none": "None", "few": "Fewer than 5", "many": "5 or more"}


@dataclass(frozen=True)
class DeviceCard:
    """One tablet, as it was when the site heard of it last."""

    id: str
    name: str
    waits: str
    unfinished: str
    heard_on: date
    sent_on: date | None
    state: str
    """“works”, “old link” where a new link was made since, or “away”."""


def band(number: int) -> str:
    """How many, as it may be told: none, few or many."""
    return "none" if number <= 0 else "few" if number < MANY else "many"


def set_up(store: Store, lock: Lock, secret: str, name: str, today: date) -> str:
    """Note a tablet that was set up with this link; its id, which it keeps in its cookie."""
    made = secrets.token_hex(16)
    tidy = " ".join(name.replace("\x00", "").split())[:LONGEST_NAME] or NAMELESS
    with store.writing() as session:
        session.add(Device(id=made, round_id=lock.round_id, name=tidy, link=digest(secret), heard_on=today))
    return made


def set_up_again(store: Store, device_id: str, lock: Lock, secret: str) -> bool:
    """The same tablet with a new link; whether it is one of this round."""
    with store.writing() as session:
        row = session.get(Device, device_id)
        if row is None or row.round_id != lock.round_id:
            return False
        row.link, row.away = digest(secret), False
        return True


def heard(store: Store, device_id: str, told: tuple[int, int], today: date, *, sent: bool) -> None:
    """Keep what a tablet says of itself: how many wait, and of these how many are unfinished.

    In a transaction of its own, and only where a band or a day has changed: so nothing
    here tells when or in which order answers came.
    """
    now = {"waits": band(told[0]), "unfinished": band(told[1]), "heard_on": today}
    if sent:
        now["sent_on"] = today
    with store.writing() as session:
        row = session.get(Device, device_id)
        for name, value in now.items() if row else ():
            if getattr(row, name) != value:
                setattr(row, name, value)


def take_away(store: Store, round_id: str, device_id: str) -> str:
    """This tablet takes and sends nothing any more; its name. Raises NotFoundError."""
    with store.writing() as session:
        row = session.get(Device, device_id)
        if row is None or row.round_id != round_id:
            raise NotFoundError
        row.away = True
        return row.name


def must_not_be_away(store: Store, device_id: str) -> None:
    """Raises TakenBackError for a tablet that was taken away."""
    with store.reading() as session:
        if session.scalar(select(Device.away).where(Device.id == device_id)):
            raise TakenBackError


def devices(store: Store, round_id: str) -> tuple[DeviceCard, ...]:
    """Every tablet of the round, by name; those taken away last."""
    with store.reading() as session:
        link = session.scalar(select(Tablet.digest).where(Tablet.round_id == round_id))
        rows = session.scalars(select(Device).where(Device.round_id == round_id))
        cards = [_card(row, link) for row in rows]
    return tuple(sorted(cards, key=lambda one: (one.state == "away", one.name.casefold(), one.id)))


def _card(row: Device, link: str | None) -> DeviceCard:
    state = "away" if row.away else "works" if row.link == link else "old link"
    return DeviceCard(
        row.id, row.name, BANDS[row.waits], BANDS[row.unfinished], row.heard_on, row.sent_on, state
    )
