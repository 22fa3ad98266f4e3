"""Who an account is."""

from dataclasses import dataclass

from sqlalchemy import select

from mir.accounts.models import Account
from mir.db import Store


@dataclass(frozen=True)
class Person:
    """Somebody who may sign in. Flask-Login reads the three `is_…` and `get_id`."""

    id: str
    email: str
    name: str
    owner: bool = False
    has_password: bool = False
    token: str = ""
    """What the cookie of this browser holds, for somebody who is signed in."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """What the cookie keeps: not who they are, but that this browser is signed in."""
        return self.token


def person(store: Store, account_id: str) -> Person | None:
    """The person with this account id."""
    with store.reading() as session:
        account = session.get(Account, account_id)
        return person_of(account) if account else None


def person_by_email(store: Store, email: str) -> Person | None:
    """The person with this address, however it is capitalised."""
    with store.reading() as session:
        account = session.scalar(select(Account).where(Account.email == email.strip().lower()))
        return person_of(account) if account else None


def person_of(account: Account, token: str = "") -> Person:
    """The person of this row."""
    return Person(account.id, account.email, account.name, account.owner, account.password is not None, token)
