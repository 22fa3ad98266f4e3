"""Messages about safety, at the desk of the one person who reads them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from mir import clock
from mir.accounts.models import Account
from mir.concerns.operations import Message, leave_message
from mir.concerns.queries import SAFEGUARDING, Route
from mir.db import Store
from mir.providers.register import services
from tests.browser.conftest import Site, Visit
from tests.browser.desk import enter, faults, follow, press, write

pytestmark = pytest.mark.browser


def priya(store: Store) -> str:
    """The account of whoever reads what people write about safety at Rose House."""
    with store.reading() as session:
        return session.scalars(select(Account.id).where(Account.email == "priya@example.org")).one()


def _leave(store: Store, text: str) -> None:
    route = Route(services(store)[0].id, SAFEGUARDING, priya(store), "Priya Shah", "safeguarding lead")
    leave_message(store, route, Message(text), clock.today())


def test_a_message_is_read_and_put_away_by_keyboard_alone(visit: Visit, site: Site, store: Store) -> None:
    _leave(store, "Somebody shouts at me.")
    page = visit(script=False)
    enter(page, site, store, priya(store))
    assert page.inner_text(".places .new") == "1 new"
    follow(page, "a[href='/messages']")
    follow(page, "td a")
    assert "Somebody shouts at me." in page.inner_text("blockquote")
    follow(page, "form[action$=read] button")
    write(page, "#name", "Rose House")
    follow(page, "form[action$=done] button")
    assert "Somebody shouts at me." not in page.content()
    assert page.inner_text("td:nth-of-type(3)") == "In your record; deleted here"


def messages(page: Page, site: Site, store: Store) -> Iterator[str]:
    """The messages of their reader: none, new, read and put away."""
    enter(page, site, store, priya(store))
    page.goto(f"{site.url}/messages")
    yield "no messages"
    _leave(store, "خائف " * 20 + "shout" * 60)
    page.reload()
    yield "a new message"
    press(page, "td a")
    yield "one message"
    press(page, "form[action$=read] button")
    yield "one message, read"
    press(page, "form[action$=done] button")
    yield "without the name"
    page.fill("#name", "Rose House")
    press(page, "form[action$=done] button")
    yield "put away"


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_messages_are_for_everybody(visit: Visit, site: Site, store: Store, width: int) -> None:
    page = visit(width, 900)
    found = faults(page, messages(page, site, store))
    assert not found, "\n".join(found)
