"""Making keys for other programs, using them, and taking them back."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import func, select

from mir.api.models import ProgramKey
from mir.audit.operations import Doer, Done, note
from mir.db import Store
from mir.errors import NotFoundError, RefusalError
from mir.providers.may import May, may
from mir.providers.queries import role_in

PREFIX = "mir_"
"""How every key begins, so that a search of other people's files finds one that was left lying about."""
LASTS = timedelta(days=365)
MOST_KEYS = 20
LONGEST_NAME = 60


class Scope(StrEnum):
    """What a key may read."""

    ROUNDS = "rounds"
    """Services, their rounds, and what was asked."""
    RESULTS = "results"
    """The scorecards of closed rounds."""


class NoKeyError(RefusalError):
    """A program came without a key, or with one that opens nothing."""

    status = 401
    heading = "A key is needed"
    sentence = "Send a key in the header “Authorization: Bearer”. An organisation’s lead makes keys."


class OtherScopeError(RefusalError):
    """A key that may not read this."""

    status = 403
    heading = "This key may not read that"


@dataclass(frozen=True)
class NewKey:
    """A key to be made."""

    name: str
    scopes: frozenset[Scope]


@dataclass(frozen=True)
class Holder:
    """For whom a program reads."""

    account_id: str
    organisation_id: str
    name: str
    scopes: frozenset[Scope]

    def must_read(self, scope: Scope) -> None:
        """Raises OtherScopeError unless the key may read this."""
        if scope not in self.scopes:
            raise OtherScopeError(f"This key may not read {scope}. Make a key that may, at the desk.")


def make_key(store: Store, account_id: str, organisation_id: str, new: NewKey, today: date) -> str:
    """The key. It is shown once: only its digest is kept. Raises RefusalError where there are too many."""
    secret = PREFIX + secrets.token_urlsafe(32)
    with store.writing() as session:
        number = session.scalar(
            select(func.count()).where(
                ProgramKey.organisation_id == organisation_id, ProgramKey.ends_on >= today
            )
        )
        if (number or 0) >= MOST_KEYS:
            raise RefusalError(f"There are {MOST_KEYS} keys already. Take one back first.")
        session.add(
            ProgramKey(
                digest=_digest(secret),
                organisation_id=organisation_id,
                account_id=account_id,
                name=new.name,
                scopes=" ".join(sorted(new.scopes)),
                made_on=today,
                ends_on=today + LASTS,
            )
        )
        note(session, Done("made a key for a program", new.name, organisation_id))
    return secret


def take_back(store: Store, organisation_id: str, key_id: str) -> None:
    """Make the key worthless. Raises NotFoundError for one that is not of this organisation."""
    with store.writing() as session:
        key = session.get(ProgramKey, key_id)
        if key is None or key.organisation_id != organisation_id:
            raise NotFoundError
        note(session, Done("took back a key of a program", key.name, organisation_id))
        session.delete(key)


def holder_of(store: Store, secret: str, today: date) -> Holder:
    """For whom a program with this key reads. Raises NoKeyError for one that opens nothing.

    A key opens nothing once it has ended, or once whoever made it may no longer make one.
    """
    with store.reading() as session:
        key = session.scalar(select(ProgramKey).where(ProgramKey.digest == _digest(secret)))
        role = role_in(session, key.account_id, key.organisation_id) if key else None
    if key is None or key.ends_on < today or role is None or not may(role, May.KEEP_KEYS):
        raise NoKeyError(NoKeyError.sentence if not secret else "This key opens nothing, or no longer does.")
    if key.used_on != today:
        _used(store, key.id, today)
    return Holder(key.account_id, key.organisation_id, key.name, frozenset(map(Scope, key.scopes.split())))


def note_reading(store: Store, holder: Holder, what: str) -> None:
    """Put into the record that a program read results."""
    with store.writing() as session:
        by = Doer(holder.account_id, f"the program “{holder.name}”")
        note(session, Done("read results", what, holder.organisation_id), by)


def _used(store: Store, key_id: str, today: date) -> None:
    with store.writing() as session:
        key = session.get(ProgramKey, key_id)
        if key is not None:
            key.used_on = today


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
