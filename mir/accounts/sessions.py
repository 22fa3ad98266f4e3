"""Where somebody is signed in: begun with a new secret each time, listed, and ended."""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mir.accounts.models import Account, SignedIn
from mir.accounts.queries import Person, person_of
from mir.accounts.throttle import aware
from mir.db import Store

UNUSED = timedelta(days=7)
LONGEST = timedelta(days=30)
STAYS_SURE = timedelta(minutes=15)
"""How long after showing who they are somebody may change how they sign in."""
_SEEN_EVERY = timedelta(hours=1)
_BROWSERS = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_MACHINES = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Mac OS", "a Mac"), ("Linux", "Linux"),
)  # fmt: skip


@dataclass(frozen=True)
class Browser:
    """A browser in which somebody is signed in."""

    id: str
    words: str
    began: datetime
    seen: datetime
    here: bool


def begin(session: Session, account: Account, agent: str, now: datetime) -> Person:
    """Sign this account in, in a browser that says of itself what stands in `agent`."""
    token = secrets.token_urlsafe(32)
    session.add(
        SignedIn(
            digest=_digest(token),
            account_id=account.id,
            browser=words_of(agent),
            began=now,
            seen=now,
            sure=now,
        )
    )
    return person_of(account, token)


def whose(store: Store, token: str, now: datetime) -> Person | None:
    """Who is signed in with this cookie; nobody where it was ended or lay unused."""
    with store.reading() as session:
        row = session.get(SignedIn, _digest(token))
        if row is None or aware(row.seen) < now - UNUSED or aware(row.began) < now - LONGEST:
            return None
        account = session.get_one(Account, row.account_id)
        found, seen = person_of(account, token), aware(row.seen)
    if seen < now - _SEEN_EVERY:
        with store.writing() as session:
            if again := session.get(SignedIn, _digest(token)):
                again.seen = now
    return found


def is_sure(store: Store, token: str, now: datetime) -> bool:
    """Whether they showed a short while ago that it is they."""
    with store.reading() as session:
        row = session.get(SignedIn, _digest(token))
        return row is not None and aware(row.sure) >= now - STAYS_SURE


def make_sure(session: Session, token: str, now: datetime) -> None:
    """They showed again that it is they."""
    if row := session.get(SignedIn, _digest(token)):
        row.sure = now


def browsers(store: Store, person: Person, now: datetime) -> tuple[Browser, ...]:
    """Where this person is signed in, this browser first."""
    with store.reading() as session:
        rows = session.scalars(
            select(SignedIn)
            .where(SignedIn.account_id == person.id, SignedIn.seen >= now - UNUSED)
            .order_by(SignedIn.seen.desc())
        )
        here = _digest(person.token)
        found = [
            Browser(row.digest, row.browser, aware(row.began), aware(row.seen), row.digest == here)
            for row in rows
        ]
    return tuple(sorted(found, key=lambda one: not one.here))


def end(session: Session, account_id: str, digest: str) -> None:
    """Sign this browser of the account out."""
    session.execute(delete(SignedIn).where(SignedIn.account_id == account_id, SignedIn.digest == digest))


def end_here(session: Session, person: Person) -> None:
    """Sign this browser out, and forget those that nobody used for long."""
    end(session, person.id, _digest(person.token))


def end_others(session: Session, account_id: str, token: str = "") -> None:
    """Sign the account out everywhere but here."""
    session.execute(
        delete(SignedIn).where(SignedIn.account_id == account_id, SignedIn.digest != _digest(token))
    )


def words_of(agent: str) -> str:
    """A browser in a few words: Firefox on Windows."""
    browser = next((words for sign, words in _BROWSERS if re.search(rf"\b{sign}", agent)), "A browser")
    machine = next((words for sign, words in _MACHINES if sign in agent), "")
    return f"{browser} on {machine}" if machine else browser


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
