"""Who an account is."""

from dataclasses import dataclass

from sqlalchemy import select

from mir.accounts.models import Account
from mir.db import Store


@dataclass(frozen=True)
class Person:
    """Somebody who may sign in. Flask-Login reads the four `is_…` and `get_id`."""

    id: str
    email: str
    name: str

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """The id that the session keeps."""
        return self.id


def person(store: Store, account_id: str) -> Person | None:
    """The person with this account id."""
    with store.reading() as session:
        account = session.get(Account, account_id)
        return Person(account.id, account.email, account.name) if account else None


def person_by_email(store: Store, email: str) -> Person | None:
    """The person with this address, however it is capitalised."""
    with store.reading() as session:
        account = session.scalar(select(Account).where(Account.email == email.strip().lower()))
        return Person(account.id, account.email, account.name) if account else None
