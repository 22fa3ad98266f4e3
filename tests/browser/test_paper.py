"""Typing in a booklet in a real browser: by number keys alone, without script, and without an axe fault."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from sqlalchemy import select

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member
from mir.respond.models import Draft
from mir.rounds.queries import round_card
from tests.browser.conftest import Site, Visit
from tests.browser.walk import leave

pytestmark = pytest.mark.browser


def signed_in(page: Page, site: Site, store: Store) -> Page:
    account = add_account(store, "lead@example.org", "Lee Lead")
    add_member(store, account, round_card(store, site.round_id).service.organisation_id, Role.LEAD)
    page.goto(f"{site.url}/sign-in/{make_sign_in_link(store, account, clock.now())}")
    leave(page, "form button")
    return page


def key_page(site: Site) -> str:
    return f"{site.url}/rounds/{site.round_id}/paper/key?voice=person&presentation=standard&language=en"


def answers(store: Store) -> list[dict[str, str]]:
    with store.reading() as session:
        return [dict(draft.answers) for draft in session.scalars(select(Draft))]


def test_number_keys_alone_type_in_a_whole_booklet(visit: Visit, site: Site, store: Store) -> None:
    page = signed_in(visit(), site, store)
    page.goto(key_page(site))
    page.focus("#help")
    page.keyboard.type("1" + "0" + "4", delay=5)  # help, helper, the first question
    assert page.evaluate("document.activeElement.id") == "a-wi2"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "a-wi1"
    page.keyboard.type("5")  # what stood there was selected, so it is replaced
    for statement in site.edition.statements[1:]:
        page.focus(f"#a-{statement.code}")
        page.keyboard.type("2")
    page.keyboard.press("Enter")
    with page.expect_navigation():
        page.click("form#keying button")
    assert "The booklet is saved." in page.inner_text("main")
    (found,) = answers(store)
    assert found["wi1"] == "agree_a_lot"
    assert set(found.values()) == {"agree_a_lot", "disagree"}
    assert len(found) == len(site.edition.statements)


def test_it_works_without_script_with_the_tab_key(visit: Visit, site: Site, store: Store) -> None:
    page = signed_in(visit(script=False), site, store)
    page.goto(key_page(site))
    page.focus("#help")
    for _ in range(2 + len(site.edition.statements) + len(site.edition.themes)):
        field = page.locator(":focus")
        if field.evaluate("one => one.tagName") == "INPUT":
            page.keyboard.type("3" if field.get_attribute("id") != "helper" else "1")
        page.keyboard.press("Tab")
    leave(page, "form#keying button")
    (found,) = answers(store)
    assert set(found.values()) == {"in_the_middle"}


def states(page: Page, site: Site) -> Iterator[str]:
    page.goto(f"{site.url}/rounds/{site.round_id}/paper")
    yield "paper"
    page.goto(key_page(site))
    yield "first"
    page.fill("#a-wi1", "6")
    leave(page, "form#keying button")
    yield "problems"
    for one in page.locator("input[data-keys]").all():
        one.fill("4")
    page.check("#twice")
    leave(page, "form#keying button")
    yield "second"
    for one in page.locator("input[data-keys]").all():
        one.fill("4")
    page.fill("#a-wi2", "0")
    leave(page, "form#keying button")
    yield "settle"
    page.fill("#a-wi2", "4")
    leave(page, "form#keying button")
    yield "saved"


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_for_paper_has_an_axe_fault_or_scrolls_sideways(
    visit: Visit, site: Site, store: Store, width: int
) -> None:
    page = signed_in(visit(width, 900), site, store)
    for state in states(page, site):
        faults = Axe().run(page).response["violations"]
        assert not faults, f"{state}: {[(one['id'], one['nodes'][0]['html']) for one in faults]}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state
