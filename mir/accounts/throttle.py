"""Slowing guesses at one account. An address that nobody has is counted just the same."""

import hashlib
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mir.accounts.models import Tries
from mir.db import Store
from mir.errors import RefusalError

MOST = 10
WITHIN = timedelta(minutes=15)
SIGN_IN, RECOVER, SECOND = "sign-in", "recover", "second step"
INSTEAD = {
    SIGN_IN: (
        "There were too many tries with this email address. "
        "Wait 15 minutes, or ask for a link by email: that works at once."
    ),
    RECOVER: "We have sent many links to this email address already. Use the last one, or wait 15 minutes.",
}


class TooManyTriesError(RefusalError):
    """Too many guesses at one address."""

    status = 429
    heading = "Please wait a while"
    sentence = "There were too many tries. Wait 15 minutes, then try again."


def count(store: Store, kind: str, typed: str, now: datetime) -> None:
    """Count one try of this kind with what was typed. Raises TooManyTriesError after too many."""
    try:
        number = _one_more(store, _name(kind, typed), now)
    except IntegrityError:  # two first tries in the same moment
        number = _one_more(store, _name(kind, typed), now)
    if number > MOST:
        raise TooManyTriesError(INSTEAD.get(kind))


def _one_more(store: Store, name: str, now: datetime) -> int:
    with store.writing() as session:
        session.execute(delete(Tries).where(Tries.since < now - WITHIN))
        row = session.get(Tries, name, with_for_update=True)
        if row is None:
            row = Tries(name=name, number=0, since=now)
            session.add(row)
        row.number += 1
        return row.number


def spend(session: Session, what: bytes, now: datetime) -> bool:
    """Use up something that lets in once, within `WITHIN`; False where that was done before.

    Raises IntegrityError where two use it in the same moment.
    """
    name = hashlib.sha256(b"spent:" + what).hexdigest()
    if session.get(Tries, name) is not None:
        return False
    session.add(Tries(name=name, number=1, since=now))
    session.flush()  # of two in the same moment the second fails here
    return True


def forget(session: Session, kind: str, typed: str) -> None:
    """They got in: begin to count again."""
    session.execute(delete(Tries).where(Tries.name == _name(kind, typed)))


def aware(when: datetime) -> datetime:
    """A moment from the database, with its zone: SQLite keeps none."""
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _name(kind: str, typed: str) -> str:
    return hashlib.sha256(f"{kind}:{typed.strip().lower()}".encode()).hexdigest()
