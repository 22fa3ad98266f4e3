"""A service that has named whom people can turn to, and somebody answering there."""

from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.concerns.models import Concern
from mir.concerns.operations import NewContact, name_contact
from mir.concerns.queries import OUTSIDE, SAFEGUARDING
from mir.db import Store
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.conftest import Somebody


@dataclass(frozen=True)
class Place:
    """The service, somebody answering about it, and Priya Shah, who leads safeguarding and is no member."""

    store: Store
    world: World
    somebody: Somebody
    priya: str

    def code(self, voice: Voice = Voice.PERSON) -> str:
        """The shared code of a voice."""
        return self.world.shared[voice]

    def name_outside(self) -> str:
        """The account of Ade Cole, a trustee who does not manage the service."""
        account = add_account(self.store, "ade@example.net", "Ade Cole")
        contact = NewContact(OUTSIDE, "Ade Cole", "trustee", "01632 960002", account)
        name_contact(self.store, self.world.service_id, contact)
        return account

    def concerns(self) -> list[Concern]:
        """Every message that was left."""
        with self.store.reading() as session:
            return list(session.scalars(select(Concern)))

    def signed_in(self, account: str) -> FlaskClient:
        """A browser of its own in which this account has signed in."""
        client = self.somebody.client.application.test_client()
        secret = make_sign_in_link(self.store, account, clock.now())
        assert client.post(f"/sign-in/{secret}").status_code == 302
        return client


@pytest.fixture
def place(store: Store, world: World, client: FlaskClient) -> Place:
    account = add_account(store, "priya@example.org", "Priya Shah")
    contact = NewContact(SAFEGUARDING, "Priya Shah", "safeguarding lead", "01632 960001", account)
    name_contact(store, world.service_id, contact)
    return Place(store, world, Somebody(client), account)
