"""A server that dies when it has kept what a tablet sent, and before the tablet hears of it: kept once."""

import time
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from threading import Thread
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import BrowserContext, Route, expect
from sqlalchemy import func, select

from mir import clock
from mir.db import Store
from mir.migrate import upgrade
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.respond.models import Taken
from mir.rounds.operations import NewRound, open_round
from mir.tablet.links import make_link
from surveys.load import shipped_edition
from tests.browser.dying import READY
from tests.browser.handing import all_sent, sets, whole
from tests.conftest import SECRET
from tests.journeys.test_crash import Server
from tests.mir.test_server import free_port

pytestmark = pytest.mark.browser


@pytest.fixture
def own_store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'mir.db'}", SECRET)
    upgrade(store)
    yield store
    store.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(f"sqlite:///{tmp_path / 'mir.db'}", tmp_path, free_port())
    yield made
    made.kill()


def test_a_server_that_dies_after_it_has_kept_them_keeps_them_once(
    server: Server, own_store: Store, context: BrowserContext
) -> None:
    def die(route: Route) -> None:
        """Hand it on, and kill the server as soon as the answers are in the database: nobody hears."""
        asked = route.request
        Thread(target=hand_on, args=(asked.url, asked.post_data_buffer, asked.all_headers())).start()
        while not taken(own_store):
            time.sleep(0.001)
        server.kill()
        route.abort()

    page = context.new_page()
    context.route("**/tablet/take", die)
    page.goto(f"{started(server)}/tablet/set-up/{make_link(own_store, opened(own_store))}")
    page.click("main button")
    expect(page.locator("#state")).to_have_text(READY, timeout=60_000)
    with context.expect_event("requestfailed"):
        whole(page)
    expect(page.locator("#waiting")).to_have_text("1 person’s answers are waiting to be sent.")
    context.unroute("**/tablet/take")
    started(server)
    page.reload()
    all_sent(page)
    assert (sets(own_store), taken(own_store)) == (1, 1)


def opened(store: Store) -> str:
    service = add_service(store, add_organisation(store, "Hazel Care"), "Rose House", Kind.CARE_HOME)
    today = clock.today()
    return open_round(store, NewRound(service, shipped_edition("core"), "Crash", today, today))


def started(server: Server) -> str:
    """Its address, once it answers."""
    server.start()
    address = f"http://127.0.0.1:{server.port}"
    while True:
        with suppress(OSError, HTTPException):
            urlopen(f"{address}/sign-in").read()  # noqa: S310 - our own server
            return address
        time.sleep(0.1)


def hand_on(address: str, body: bytes, headers: dict[str, str]) -> None:
    asked = Request(address, body, headers)  # noqa: S310 - our own server
    with suppress(OSError, HTTPException):
        urlopen(asked).read()  # noqa: S310 - likewise


def taken(store: Store) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(Taken)) or 0
