"""Pages of an organisation ask the database as often for many services and people as for few."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from mir import clock
from mir.accounts.operations import add_account
from mir.db import Store
from mir.providers import services
from mir.providers.models import Kind, Role
from mir.providers.operations import add_member, add_service
from mir.returns.adding import Hand
from mir.returns.operations import start
from tests.conftest import World

Asked = Callable[[str], int]


@pytest.fixture
def asked(lead: FlaskClient, store: Store) -> Asked:
    """How many statements the page at an address sends to the database."""
    sent: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *given: sent.append(given[2]))

    def number(address: str) -> int:
        lead.get(address)  # what is worked out once is worked out now
        sent.clear()
        assert lead.get(address).status_code == 200
        return len(sent)

    return number


def grow(store: Store, world: World, number: int) -> None:
    """Add so many services, each with a return, a colleague who works there, and one that went into it."""
    for place in range(number):
        new = add_service(store, world.organisation_id, f"Oak {number} {place}", Kind.HOME_CARE)
        old = add_service(store, world.organisation_id, f"Elm {number} {place}", Kind.HOME_CARE)
        services.merge(store, old, new, clock.today())
        start(store, Hand(world.lead_id, clock.now()), new, "cqc-saf-2024")
        colleague = add_account(store, f"p{number}.{place}@example.org", "Pat")
        add_member(store, colleague, world.organisation_id, Role.MANAGER, (new,))


def test_a_page_asks_as_often_for_many_as_for_few(asked: Asked, store: Store, world: World) -> None:
    at = f"/organisations/{world.organisation_id}"
    one = f"/services/{world.service_id}/close"
    pages = ("/desk", f"{at}/services", f"{at}/people", f"{at}/people/invite", one, "/returns")
    grow(store, world, 1)
    few = {page: asked(page) for page in pages}
    grow(store, world, 12)
    assert {page: asked(page) for page in pages} == few
