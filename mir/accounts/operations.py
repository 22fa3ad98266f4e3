"""Making accounts, signing people in, and changing how they sign in."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mir.accounts import passwords, sessions, throttle
from mir.accounts.models import Account, SecondStep, SignInLink
from mir.accounts.queries import Person, person_of
from mir.accounts.throttle import RECOVER, SIGN_IN
from mir.audit.operations import Doer, Done, note
from mir.db import Store
from mir.errors import GoneError, NotFoundError
from mir.mail.operations import NewLetter, put_by, put_nothing_by

LINK_LASTS = timedelta(days=2)
RECOVERY_LASTS = timedelta(hours=1)


@dataclass(frozen=True)
class Credentials:
    """What was typed to sign in."""

    email: str
    password: str


def add_account(store: Store, email: str, name: str) -> str:
    """The id of the account with this address, made if there is none."""
    email = email.strip().lower()
    with store.writing() as session:
        return account_for(session, email, name).id


def account_for(session: Session, email: str, name: str) -> Account:
    """The account with this address, made if there is none."""
    account = session.scalar(select(Account).where(Account.email == email))
    if account is None:
        account = Account(email=email, name=name.strip())
        session.add(account)
        session.flush()  # the id is wanted now
        note(session, Done("added an account", email))
    return account


def make_owner(store: Store, account_id: str) -> None:
    """Let this account look after the whole site."""
    with store.writing() as session:
        account = session.get_one(Account, account_id)
        if not account.owner:
            account.owner = True
            note(session, Done("made somebody an owner of the site", account.email))


def make_sign_in_link(store: Store, account_id: str, now: datetime) -> str:
    """The secret part of a link that signs this account in once."""
    with store.writing() as session:
        return new_link(session, account_id, now, LINK_LASTS)


def new_link(session: Session, account_id: str, now: datetime, lasts: timedelta) -> str:
    """The secret part of a link that signs this account in once, within this time."""
    secret = secrets.token_urlsafe(24)
    _forget_old_links(session, now)
    session.add(SignInLink(digest=_digest(secret), account_id=account_id, expires=now + lasts))
    return secret


def _forget_old_links(session: Session, now: datetime) -> None:
    session.execute(delete(SignInLink).where(SignInLink.expires < now))


@dataclass(frozen=True)
class Halfway:
    """Somebody who has shown who they are once, and how. A second step may be wanted."""

    person: Person
    how: str
    second: bool


def use_sign_in_link(store: Store, secret: str, now: datetime) -> Halfway:
    """Whom this link lets in; the link is used up. Raises GoneError for one that is used or old."""
    with store.writing() as session:
        account_id = session.scalar(
            delete(SignInLink)
            .where(SignInLink.digest == _digest(secret), SignInLink.expires >= now)
            .returning(SignInLink.account_id)
        )
        account = session.get(Account, account_id) if account_id else None
        if account is None:
            raise GoneError("This sign-in link has been used or is too old. Ask for a new one.")
        return _halfway(session, account, "link")


def sign_in(store: Store, typed: Credentials, now: datetime) -> Halfway | None:
    """Who these let in; None for nobody. Raises TooManyTriesError after too many guesses at one address."""
    throttle.count(store, SIGN_IN, typed.email, now)
    with store.reading() as session:
        account = _by_email(session, typed.email)
        kept = account.password if account else None
    if not passwords.matches(kept, typed.password) or account is None or kept is None:
        return None
    with store.writing() as session:
        account = session.get_one(Account, account.id)
        if account.password != kept:
            return None  # it was changed in this very moment
        if passwords.is_dated(kept):
            account.password = passwords.hashed(typed.password)
        throttle.forget(session, SIGN_IN, typed.email)
        return _halfway(session, account, "password")


def known_elsewhere(store: Store, email: str) -> Halfway | None:
    """Whom an address lets in that somebody else has checked; None where nobody here has it."""
    with store.reading() as session:
        account = _by_email(session, email) if email else None
        return _halfway(session, account, "account elsewhere") if account else None


def enter(store: Store, account_id: str, how: str, agent: str, now: datetime) -> Person:
    """Sign this account in, in one browser: every step is done."""
    with store.writing() as session:
        account = session.get(Account, account_id)
        if account is None:
            raise NotFoundError
        note(session, Done(f"signed in by {how}"), Doer(account.id, account.email))
        return sessions.begin(session, account, agent, now)


def ask_for_link(store: Store, email: str, letter: NewLetter, now: datetime) -> None:
    """Put a letter by with a one-time link. Where there is no such account, as much is done.

    `letter` holds `{link}` in its body, in place of the secret part.
    """
    throttle.count(store, RECOVER, email, now)
    with store.writing() as session:
        account = _by_email(session, email)
        if account is None:
            # Just as many steps, so that the wait does not tell: old links go, and twice a row is added.
            _forget_old_links(session, now)
            put_nothing_by(session, now)
            put_nothing_by(session, now)
            return
        secret = new_link(session, account.id, now, RECOVERY_LASTS)
        body = letter.body.replace("{link}", secret)
        put_by(session, NewLetter(letter.about, account.email, letter.subject, body), now)


def set_password(store: Store, person: Person, password: str, letter: NewLetter, now: datetime) -> None:
    """Keep a new password, sign every other browser out, and tell its owner by letter."""
    with store.writing() as session:
        account = session.get_one(Account, person.id)
        account.password = passwords.hashed(password)
        sessions.end_others(session, account.id, person.token)
        session.execute(delete(SignInLink).where(SignInLink.account_id == account.id))
        throttle.forget(session, SIGN_IN, account.email)
        put_by(session, letter, now)
        note(session, Done("changed their password"))


def confirm(store: Store, person: Person, password: str, now: datetime) -> bool:
    """Whether this is the password of whoever is signed in: then they may change how they sign in."""
    throttle.count(store, SIGN_IN, person.email, now)
    with store.reading() as session:
        kept = session.get_one(Account, person.id).password
    if not passwords.matches(kept, password):
        return False
    with store.writing() as session:
        throttle.forget(session, SIGN_IN, person.email)
        sessions.make_sure(session, person.token, now)
    return True


def sign_out(store: Store, person: Person) -> None:
    """Sign this browser out."""
    with store.writing() as session:
        sessions.end_here(session, person)
        note(session, Done("signed out"))


def sign_out_elsewhere(store: Store, person: Person, digest: str = "") -> None:
    """Sign one other browser out, or all of them."""
    with store.writing() as session:
        if digest:
            sessions.end(session, person.id, digest)
        else:
            sessions.end_others(session, person.id, person.token)
        note(session, Done("signed out in another browser"))


def rename(store: Store, person: Person, name: str) -> None:
    """Change what somebody is called here."""
    with store.writing() as session:
        account = session.get(Account, person.id)
        if account is None:
            raise NotFoundError
        account.name = name
        note(session, Done("changed their name", name))


def _halfway(session: Session, account: Account, how: str) -> Halfway:
    return Halfway(
        person_of(account),
        how,
        session.scalar(select(SecondStep.account_id).where(SecondStep.account_id == account.id)) is not None,
    )


def _by_email(session: Session, email: str) -> Account | None:
    return session.scalar(select(Account).where(Account.email == email.strip().lower()))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
