"""A tablet whose browser is killed: what was sent counts once, and nothing of anybody shows."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from mir.db import Store
from mir.respond.models import Draft
from mir.tablet.links import make_link
from tests.browser.conftest import Site, Visit
from tests.browser.dying import Device, device, set_up
from tests.browser.handing import all_sent, answer, begin, four_words, send, sets

pytestmark = pytest.mark.browser
__all__ = ["device"]


def test_what_was_sent_outlives_a_browser_that_is_killed_and_counts_once(
    device: Device, site: Site, store: Store
) -> None:
    page = set_up(device, site, make_link(store, site.round_id))
    page.context.set_offline(True)
    begin(page)
    answer(page, comment="Tea at four")
    send(page)
    device.kill()
    assert sets(store) == 0
    for _ in range(2):  # and once more, to see that nothing is sent again
        page = device.start()
        page.goto(f"{site.url}/tablet/")
        all_sent(page)
        assert sets(store) == 1
        device.kill()
    with store.reading() as session:
        draft = session.scalars(select(Draft)).one()
    assert draft.comments == {site.edition.statements[0].code: "Tea at four"}


def test_a_browser_that_opens_its_windows_again_shows_nothing_of_the_person_before(
    device: Device, site: Site, store: Store
) -> None:
    page = set_up(device, site, make_link(store, site.round_id))
    begin(page)
    answer(page, comment="My secret")
    page.locator("dl.answers a").nth(1).click()
    expect(page.locator("#comment")).to_have_value("My secret")
    while not device.windows_written():
        page.wait_for_timeout(200)
    device.kill()
    page = device.start()
    while not any("/tablet/" in one.url for one in page.context.pages):
        page.wait_for_timeout(200)
    windows = [one for one in page.context.pages if "/tablet/" in one.url]
    for one in windows:
        expect(one.locator("h1")).to_have_text("Who is answering?")
        for turn in (one.go_back, one.go_forward, one.reload):
            turn()  # the start page may open itself once more meanwhile, so each is waited for
            expect(one.locator("h1")).to_have_count(1)
            expect(one.locator("body")).not_to_contain_text("secret")
            expect(one.locator("input:checked, #comment")).to_have_count(0)
    device.kill()
    assert not found_in(device.profile, "My secret")
    assert sets(store) == 0


def test_whoever_has_four_words_loses_nothing_when_the_tablet_dies(
    device: Device, visit: Visit, site: Site, store: Store
) -> None:
    first, second = (one.code for one in site.edition.statements[:2])
    page = set_up(device, site, make_link(store, site.round_id))
    page.context.set_offline(True)
    begin(page)
    page.check("input[value=agree]")
    words = four_words(page)
    page.click(".go button[value=next]")
    page.check("input[value=disagree]")
    page.click(".go button[value=next]")
    expect(page.locator(".where")).to_contain_text("Question 3 of")
    device.kill()
    page = device.start()
    page.goto(f"{site.url}/tablet/")
    all_sent(page)
    expect(page.locator("#unfinished")).to_have_text("")
    assert sets(store) == 0  # nobody has sent them
    with store.reading() as session:
        draft = session.scalars(select(Draft)).one()
        assert (draft.answers, draft.how, draft.sent) == (
            {first: "agree", second: "disagree"},
            "tablet",
            False,
        )
    elsewhere = visit()
    elsewhere.goto(f"{site.url}/back")
    elsewhere.fill("#words", words)
    elsewhere.click("main form button.main")
    expect(elsewhere.locator(".where")).to_contain_text("Question 3 of")
    elsewhere.goto(f"{site.url}/answer/check")
    elsewhere.click("form[action$=send] button.main")
    expect(elsewhere.locator("h1")).to_contain_text("Thank you")
    assert sets(store) == 1


def found_in(profile: Path, text: str) -> list[Path]:
    """The files of the browser in which this stands as it was typed."""
    coded = (text.encode(), text.encode("utf-16-le"))
    return [
        one
        for one in profile.rglob("*")
        if one.is_file() and not one.is_symlink() and any(part in one.read_bytes() for part in coded)
    ]
