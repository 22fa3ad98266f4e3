"""A tablet without the internet: with its service worker, a reply that is lost, and a round that closed."""

import json

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from sqlalchemy import func, select

from mir.db import Store
from mir.respond.models import Taken
from mir.respond.sealing import close_round
from mir.tablet.links import make_link, take_link_back
from tests.browser.conftest import Site
from tests.browser.handing import all_sent, answer, begin, send, sets, whole

pytestmark = pytest.mark.browser


def _start(page: Page) -> str:
    return page.url.split("/tablet/")[0] + "/tablet/"


def test_three_people_without_the_internet_count_as_three(
    tablet: Page, context: BrowserContext, store: Store
) -> None:
    context.set_offline(True)
    tablet.reload()
    for number, said in enumerate(
        ("1 person’s answers are", "2 people’s answers are", "3 people’s answers are")
    ):
        whole(tablet, comment=f"Something {number}")
        expect(tablet.locator("#waiting")).to_have_text(f"{said} waiting to be sent.")
    assert sets(store) == 0
    kept = tablet.evaluate("async () => JSON.stringify(await tabletKeeping.all())")
    assert "Something" not in kept
    assert len({len(one["envelope"]["box"]) for one in json.loads(kept)}) == 1
    context.set_offline(False)
    tablet.evaluate("window.dispatchEvent(new Event('online'))")
    expect(tablet.locator("#waiting")).to_have_text("")
    assert sets(store) == 3
    tablet.reload()
    expect(tablet.locator("#waiting")).to_have_text("")
    assert sets(store) == 3


def test_a_reply_that_is_lost_is_asked_for_again_and_counts_once(tablet: Page, store: Store) -> None:
    def lose(route: Route) -> None:
        route.fetch()  # the site takes it, and nobody hears
        route.abort()

    tablet.context.route("**/tablet/take", lose)
    with tablet.context.expect_event("requestfailed"):
        whole(tablet)
    expect(tablet.locator("#waiting")).to_have_text("1 person’s answers are waiting to be sent.")
    assert sets(store) == 1
    tablet.context.unroute("**/tablet/take")
    tablet.reload()
    all_sent(tablet)
    assert sets(store) == 1
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Taken)) == 1


def test_a_tablet_that_dies_after_sending_loses_nothing(
    tablet: Page, context: BrowserContext, store: Store
) -> None:
    context.set_offline(True)
    begin(tablet)
    answer(tablet)
    send(tablet)
    tablet.close(run_before_unload=False)
    again = context.new_page()
    context.set_offline(False)
    again.goto(_start(tablet))
    all_sent(again)
    assert sets(store) == 1


def test_help_for_the_worried_and_the_quick_way_out_work_without_the_internet(
    tablet: Page, context: BrowserContext
) -> None:
    context.set_offline(True)
    begin(tablet)
    tablet.check("input[value=agree]")
    tablet.click("button[value=worried]")
    expect(tablet.locator("main")).to_contain_text("Priya Shah")
    expect(tablet.locator("main")).to_contain_text("You cannot send a message from this tablet.")
    tablet.click("main a.button")
    expect(tablet.locator("input[value=agree]")).to_be_checked()
    tablet.click("a[href$='what-we-keep']")
    expect(tablet.locator("main")).to_contain_text("Answers sent from a shared tablet cannot be taken back.")
    tablet.click("main a.button")
    expect(tablet.locator("input[value=agree]")).to_be_checked()
    tablet.click("a[href='/leave']")
    expect(tablet.locator("h1")).to_have_text("Who is answering?")
    tablet.click("text=I am worried")
    expect(tablet.locator("main")).to_contain_text("Priya Shah")
    tablet.click("main a.button")
    expect(tablet.locator("h1")).to_have_text("Who is answering?")


def test_a_round_that_closed_meanwhile_is_said_and_nothing_goes_silently(
    tablet: Page, context: BrowserContext, site: Site, store: Store
) -> None:
    context.set_offline(True)
    whole(tablet)
    close_round(store, site.round_id)
    context.set_offline(False)
    tablet.reload()
    expect(tablet.locator("#refused")).to_contain_text(
        "1 person’s answers could not be sent. Please tell the manager."
    )
    expect(tablet.locator("#state")).to_contain_text("closed")
    expect(tablet.locator("#start button.way").first).to_be_hidden()
    assert sets(store) == 0


def test_a_link_that_was_taken_back_keeps_what_waits_until_there_is_a_new_one(
    tablet: Page, context: BrowserContext, site: Site, store: Store
) -> None:
    context.set_offline(True)
    whole(tablet)
    take_link_back(store, site.round_id)
    context.set_offline(False)
    tablet.reload()
    expect(tablet.locator("#waiting")).to_have_text("1 person’s answers are waiting to be sent.")
    expect(tablet.locator("#state")).to_contain_text("Ask the manager for a new link")
    assert sets(store) == 0
    tablet.goto(f"{site.url}/tablet/set-up/{make_link(store, site.round_id)}")
    tablet.click("main button")
    all_sent(tablet)
    assert sets(store) == 1
