"""Making accounts and signing people in by one-time link."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from mir.accounts.models import Account, SignInLink
from mir.accounts.queries import Person
from mir.db import Store
from mir.errors import GoneError

LINK_LASTS = timedelta(days=2)


def add_account(store: Store, email: str, name: str) -> str:
    """The id of the account with this address, made if there is none."""
    email = email.strip().lower()
    with store.writing() as session:
        account = session.scalar(select(Account).where(Account.email == email))
        if account is None:
            account = Account(email=email, name=name.strip())
            session.add(account)
            session.flush()  # the id is wanted now
        return account.id


def make_sign_in_link(store: Store, account_id: str, now: datetime) -> str:
    """The secret part of a link that signs this account in once."""
    secret = secrets.token_urlsafe(24)
    with store.writing() as session:
        session.execute(delete(SignInLink).where(SignInLink.expires < now))
        session.add(SignInLink(digest=_digest(secret), account_id=account_id, expires=now + LINK_LASTS))
    return secret


def use_sign_in_link(store: Store, secret: str, now: datetime) -> Person:
    """The person this link signs in; the link is used up. Raises GoneError for one that is used or old."""
    with store.writing() as session:
        account_id = session.scalar(
            delete(SignInLink)
            .where(SignInLink.digest == _digest(secret), SignInLink.expires >= now)
            .returning(SignInLink.account_id)
        )
        account = session.get(Account, account_id) if account_id else None
        if account is None:
            raise GoneError("This sign-in link has been used or is too old. Ask for a new one.")
        return Person(account.id, account.email, account.name)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
