"""Naming contacts, leaving a message, and dealing with it."""

import hashlib
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from mir.audit.operations import Done, note
from mir.concerns.models import Concern, SafetyContact
from mir.concerns.queries import OUTSIDE, SAFEGUARDING, Route
from mir.db import Store, new_id
from mir.errors import NotFoundError, RefusalError
from mir.providers.models import Service

LONGEST_MESSAGE, LONGEST_REACH = 4_000, 200


@dataclass(frozen=True)
class NewContact:
    """Somebody to turn to. `account_id` is who reads messages; without it there is only a number to call."""

    use: str
    name: str
    about: str
    phone: str
    account_id: str | None = None


@dataclass(frozen=True)
class Message:
    """What somebody wrote, and how to reach them if they want that."""

    text: str
    reach: str = ""
    once: str = ""
    """By chance, from the page it was written on: sent again from there, the same words are one message."""


def name_contact(store: Store, service_id: str, contact: NewContact) -> None:
    """Make this the contact of the service for its use, in place of the one before."""
    if contact.account_id and contact.use not in {SAFEGUARDING, OUTSIDE}:
        raise RefusalError("Only the safeguarding contact and the outside contact can be sent messages.")
    with store.writing() as session:
        service = session.get(Service, service_id)
        if service is None:
            raise NotFoundError
        about = f"{contact.use} contact of {service.name}: {contact.name.strip()}"
        note(session, Done("named a contact", about, service.organisation_id))
        session.merge(
            SafetyContact(
                service_id=service_id,
                use=contact.use,
                name=contact.name.strip(),
                about=contact.about.strip(),
                phone=contact.phone.strip(),
                account_id=contact.account_id,
            )
        )


def take_contact_away(store: Store, service_id: str, use: str) -> None:
    """The service has nobody for this use any more. Messages already left stay with whoever they were for."""
    with store.writing() as session:
        session.execute(
            delete(SafetyContact).where(SafetyContact.service_id == service_id, SafetyContact.use == use)
        )
        if service := session.get(Service, service_id):
            about = f"{use} contact of {service.name}"
            note(session, Done("took a contact away", about, service.organisation_id))


def leave_message(store: Store, route: Route, message: Message, today: date) -> None:
    """Keep a message for the one person it is for. It holds the day, and nothing of the survey."""
    text, reach = message.text.strip(), message.reach.strip()
    if not text or len(text) > LONGEST_MESSAGE or len(reach) > LONGEST_REACH:
        raise RefusalError("Go back and write your message again.")
    concern = Concern(
        id=_name(message),
        service_id=route.service_id,
        reader_id=route.reader_id,
        use=route.use,
        received_on=today,
        state="new",
        box={"text": text, "reach": reach},
    )
    try:
        with store.writing() as session:
            if session.get(Concern, concern.id) is None:
                session.add(concern)
    except IntegrityError:
        # Pressed twice at once: then it is there. Anything else must be heard of.
        with store.reading() as session:
            if session.get(Concern, concern.id) is None:
                raise


def _name(message: Message) -> str:
    """A name by chance; the same for the same words from the same page, and another for others."""
    if not message.once:
        return new_id()
    parts = (message.once, message.text, message.reach)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def mark_read(store: Store, account_id: str, concern_id: str) -> None:
    """The person it is for has opened it."""
    with store.writing() as session:
        concern = session.get(Concern, concern_id)
        if concern is None or concern.reader_id != account_id:
            raise NotFoundError
        if concern.state == "new":
            concern.state = "read"


def mark_done(store: Store, account_id: str, concern_id: str) -> None:
    """It is in the service's own safeguarding record: the words are deleted here, the day stays."""
    with store.writing() as session:
        concern = session.get(Concern, concern_id)
        if concern is None or concern.reader_id != account_id:
            raise NotFoundError
        concern.state, concern.box = "done", None
