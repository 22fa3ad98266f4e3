"""Adding to the record, in the same transaction as the thing that is recorded."""

import hashlib
import json
from dataclasses import astuple, dataclass

from flask import has_request_context
from flask_login import current_user
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from mir import clock
from mir.audit.models import Deed
from mir.db import Store

OPERATOR = "the operator, on the server"
_LOCK = 7_401_996
"""The number under which PostgreSQL lets one writer at a time add to the chain."""


@dataclass(frozen=True)
class Done:
    """What was done, in a few words, and to what."""

    what: str
    about: str = ""
    organisation_id: str = ""


@dataclass(frozen=True)
class Doer:
    """Who did it."""

    account_id: str
    who: str


@dataclass(frozen=True)
class Row:
    """Everything in a row that its sum is made of, in this order."""

    number: int
    at: str
    account_id: str
    who: str
    organisation_id: str
    what: str
    about: str
    before: str

    @property
    def sum(self) -> str:
        """SHA-256 of the row as a JSON list."""
        written = json.dumps(astuple(self), ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()


def note(session: Session, done: Done, by: Doer | None = None) -> None:
    """Add a row: by whoever has signed in, or by the operator where a command is typed."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    session.flush()
    last = session.execute(select(Deed.number, Deed.sum).order_by(Deed.number.desc()).limit(1)).one_or_none()
    by = by or _by()
    row = Row(
        number=last.number + 1 if last else 1,
        at=clock.now().isoformat(timespec="seconds"),
        account_id=by.account_id,
        who=by.who,
        organisation_id=done.organisation_id,
        what=done.what,
        about=done.about,
        before=last.sum if last else "",
    )
    session.add(Deed(**vars(row), sum=row.sum))
    session.flush()  # the next row of this transaction points at it


def tell(store: Store, done: Done, by: Doer | None = None) -> None:
    """Add a row for something that changes nothing else, such as reading results."""
    with store.writing() as session:
        note(session, done, by)


def tell_once_a_day(store: Store, *things: Done) -> None:
    """The same for a page that comes again at every press: one row a day for each person and thing."""
    with store.reading() as session:
        new = [done for done in things if not _told_today(session, done)]
    if not new:
        return  # looking again locks nothing
    with store.writing() as session:
        for done in new:
            if not _told_today(session, done):
                note(session, done)


def _told_today(session: Session, done: Done) -> bool:
    same = select(Deed.number).where(
        Deed.organisation_id == done.organisation_id,
        Deed.account_id == _by().account_id,
        Deed.what == done.what,
        Deed.about == done.about,
        Deed.at >= clock.now().date().isoformat(),
    )
    return session.scalar(same.limit(1)) is not None


def _by() -> Doer:
    if has_request_context() and current_user and current_user.is_authenticated:
        return Doer(current_user.id, current_user.email)
    return Doer("", OPERATOR)
