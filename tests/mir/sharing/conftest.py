"""Rose House after a closed round, two councils with a commissioner each, and everybody's browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from mir.providers.models import Kind, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from mir.sharing.operations import Given, share
from mir.sharing.queries import by_service
from surveys.edition import Edition
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.results.answering import answer

TWELVE = [(5, 4, 2), (4, 4, 3)] * 6
SEVEN = [(1, 2, 1)] * 7


@dataclass(frozen=True)
class Shire:
    """Hazel Care, which provides, and two councils that look on."""

    app: Flask
    store: Store
    world: World
    edition: Edition
    north: str
    south: str
    ada: FlaskClient
    """A commissioner of the north."""
    sol: FlaskClient
    """A commissioner of the south."""

    def browser(self, email: str, organisation_id: str, role: Role) -> FlaskClient:
        """A browser in which somebody of this organisation has signed in."""
        return _browser(self.app, self.store, email, organisation_id, role)

    def share(self, *rounds: str, from_now: bool = False, reader: str = "", service: str = "") -> str:
        """Share these with the north; the id of what is shared."""
        service_id, reader_id = service or self.world.service_id, reader or self.north
        share(self.store, service_id, reader_id, Given(rounds, from_now), clock.today())
        return next(one.id for one in by_service(self.store, service_id) if one.reader.id == reader_id)

    def closed(self, title: str, people: Sequence[Sequence[int]] = TWELVE, service: str = "") -> str:
        """A round that these people answered, and that is closed."""
        round_id = self.open(title, people, service)
        close_round(self.store, round_id)
        return round_id

    def open(self, title: str, people: Sequence[Sequence[int]] = TWELVE, service: str = "") -> str:
        """A round that these people answered so far."""
        today = clock.today()
        new = NewRound(
            service or self.world.service_id, self.edition, title, today - timedelta(days=7), today
        )
        round_id = open_round(self.store, new)
        answer(self.store, round_id, Voice.PERSON, people)
        return round_id

    def service(self, name: str, kind: Kind = Kind.CARE_HOME) -> str:
        """Another service of Hazel Care."""
        return add_service(self.store, self.world.organisation_id, name, kind)


@pytest.fixture
def shire(app: Flask, store: Store, world: World, edition: Edition) -> Shire:
    """Twelve people and seven relatives of Rose House answered, and its round is closed."""
    answer(store, world.round_id, Voice.PERSON, TWELVE)
    answer(store, world.round_id, Voice.FAMILY, SEVEN)
    close_round(store, world.round_id)
    north, south = (add_organisation(store, f"{name} Council") for name in ("Northshire", "Southshire"))
    ada = _browser(app, store, "ada@north.example", north, Role.COMMISSIONER)
    sol = _browser(app, store, "sol@south.example", south, Role.COMMISSIONER)
    return Shire(app, store, world, edition, north, south, ada, sol)


def _browser(app: Flask, store: Store, email: str, organisation_id: str, role: Role) -> FlaskClient:
    account_id = add_account(store, email, email.partition("@")[0].title())
    add_member(store, account_id, organisation_id, role)
    client = app.test_client()
    assert client.post(f"/sign-in/{make_sign_in_link(store, account_id, clock.now())}").status_code == 302
    return client
