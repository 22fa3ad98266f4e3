"""The site changes while a tablet is in use: it takes the new pages, drops the old ones, and stops nobody."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from mir.concerns.operations import NewContact, name_contact
from mir.concerns.queries import COUNCIL
from mir.db import Store
from mir.providers.models import Service
from mir.tablet import keeping
from tests.browser.handing import all_sent, answer, begin, send, sets, whole

pytestmark = pytest.mark.browser


def marks(page: Page) -> set[str]:
    """The marks of the pages that this tablet keeps."""
    kept = page.evaluate("async () => (await (await caches.open('mir-tablet')).keys()).map((one) => one.url)")
    return {parse_qs(urlsplit(one).query)["v"][0] for one in kept if "/pages.json" in one}


def online(page: Page) -> None:
    page.evaluate("window.dispatchEvent(new Event('online'))")


def test_new_pages_come_and_old_ones_go_and_nobody_is_interrupted(
    tablet: Page, context: BrowserContext, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (old,) = marks(tablet)
    begin(tablet)
    tablet.check("input[value=agree]")
    monkeypatch.setattr(keeping, "drawn_by", lambda: "another version of the site")
    online(tablet)
    while old in marks(tablet):
        tablet.wait_for_timeout(100)
    (new,) = marks(tablet)
    assert tablet.locator("input[value=agree]").is_checked()
    answer(tablet)
    tablet.click("#looks summary")
    tablet.click("#looks button[value=language-cy]")
    expect(tablet.locator("html")).to_have_attribute("lang", "cy")
    send_in_welsh(tablet)
    tablet.click("a[href='/tablet/']")
    expect(tablet.locator(f"#start[data-version='{new}']")).to_be_visible()
    all_sent(tablet)
    assert sets(store) == 1
    context.set_offline(True)
    tablet.reload()
    whole(tablet)
    expect(tablet.locator("#waiting")).to_have_text("1 person’s answers are waiting to be sent.")


def send_in_welsh(page: Page) -> None:
    page.locator("main form button.main").last.click()
    expect(page.locator("a[href='/tablet/']")).to_be_visible()


def test_pages_that_cannot_all_be_fetched_leave_the_old_ones(
    tablet: Page, context: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    (old,) = marks(tablet)
    monkeypatch.setattr(keeping, "drawn_by", lambda: "another version of the site")
    context.route("**/pages.json*voice=staff*", lambda route: route.abort())
    with context.expect_event("requestfailed"):
        online(tablet)
    assert old in marks(tablet)
    context.set_offline(True)
    begin(tablet)
    answer(tablet)
    send(tablet)


def test_a_new_name_to_call_comes_to_the_tablet(tablet: Page, store: Store) -> None:
    (old,) = marks(tablet)
    with store.reading() as session:
        service_id = session.query(Service).one().id
    name_contact(
        store, service_id, NewContact(COUNCIL, "Nia Newcome", "at the council", "01632 960002", None)
    )
    tablet.reload()
    all_sent(tablet)
    assert old not in marks(tablet)
    tablet.context.set_offline(True)
    begin(tablet)
    tablet.click("button[value=worried]")
    expect(tablet.locator("main")).to_contain_text("Nia Newcome")
