"""A shared tablet whose browser runs no scripts: it asks whether somebody is there, and forgets."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from mir.db import Store
from mir.respond.models import Draft
from mir.tablet import patience
from mir.tablet.links import make_link
from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser

NEVER, AT_ONCE = 3_600, 1


def begun(page: Page, site: Site, store: Store) -> None:
    """A tablet that is set up, and somebody at the first question."""
    page.goto(f"{site.url}/tablet/set-up/{make_link(store, site.round_id)}")
    page.click("main button")
    page.click("button[value=person]")
    page.click("button[value=standard]")
    page.click("button[value=yes]")
    page.check("input[value=none]")
    page.click(".go button[value=next]")
    expect(page.locator(".where")).to_contain_text("Question 1 of")


def number(store: Store) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(Draft)) or 0


def test_without_script_it_works_online_and_starts_afresh(visit: Visit, site: Site, store: Store) -> None:
    page = visit(script=False)
    begun(page, site, store)
    page.check("input[value=agree]")
    page.click(".go button[value=next]")
    page.goto(f"{site.url}/answer/check")
    page.click("form[action$=send] button")
    with store.reading() as session:
        assert session.scalars(select(Draft)).one().how == "tablet"
    page.click("a[href='/tablet/']")
    page.click("button[value=person]")
    expect(page.locator("form[action$=carry-on]")).to_have_count(0)
    page.goto(f"{site.url}/thanks")
    assert "/thanks" not in page.url


@pytest.mark.parametrize("width", [320, 1280])
def test_it_asks_whether_somebody_is_there_and_loses_nothing_of_whoever_is(
    visit: Visit, site: Site, store: Store, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(patience, "asks_after", lambda: NEVER)
    page = visit(width, 800, script=False)
    begun(page, site, store)
    asked = page.get_by_role("heading", name="Are you still there?")
    expect(asked).to_be_hidden()
    monkeypatch.setattr(patience, "asks_after", lambda: AT_ONCE)
    monkeypatch.setattr(patience, "forgets_after", lambda: NEVER)
    page.click(".go button[value=skip]")
    page.click("main summary")
    page.fill("#comment", "Half a senten")
    page.check("input[value=agree]")
    expect(asked).to_be_visible()
    panel = page.locator(".still")
    expect(panel).to_contain_text("There is no hurry. If nobody presses the button in 2 minutes, the answers")
    page.click("text=I am still here")
    expect(page.locator(".where")).to_contain_text("Question 2 of")
    expect(page.locator("#comment")).to_have_value("Half a senten")
    expect(page.locator("input[name=answer][value=agree]")).to_be_checked()
    assert page.locator("#looks[open]").count() == 0
    assert "look" not in page.url


def test_what_is_not_understood_yet_is_still_there_too(
    visit: Visit, site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "asks_after", lambda: AT_ONCE)
    monkeypatch.setattr(patience, "forgets_after", lambda: NEVER)
    page = visit(script=False)
    begun(page, site, store)
    page.goto(f"{site.url}/answer/help")
    page.check("input[value=read_to_me]")
    page.click("text=I am still here")
    expect(page.locator("input[value=read_to_me]")).to_be_checked()


def test_when_nobody_presses_it_goes_back_and_forgets(
    visit: Visit, site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visit(script=False)
    begun(page, site, store)
    page.check("input[value=agree]")
    monkeypatch.setattr(patience, "asks_after", lambda: AT_ONCE)
    monkeypatch.setattr(patience, "forgets_after", lambda: AT_ONCE)
    page.click(".go button[value=next]")
    assert number(store) == 1
    expect(page.locator("h1")).to_have_text("Who is answering?")
    assert number(store) == 0
    page.go_back()
    assert page.locator("input:checked").count() == 0
    assert "Question" not in page.locator("main").inner_text()


def test_whoever_has_four_words_can_come_back_to_the_same_tablet(
    visit: Visit, site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visit(script=False)
    begun(page, site, store)
    page.check("input[value=agree]")
    page.click("button[value=stop]")
    page.click("main form button.main")
    words = " ".join(page.locator(".four-words li").all_inner_texts())
    monkeypatch.setattr(patience, "asks_after", lambda: AT_ONCE)
    page.click("main a.button")
    expect(page.locator(".still")).to_contain_text("only your four words lead to your answers")
    page.goto(f"{site.url}/tablet/")
    monkeypatch.setattr(patience, "asks_after", lambda: NEVER)
    page.click("text=I have four words")
    page.fill("#words", words)
    page.click("main form button.main")
    expect(page.locator(".where")).to_contain_text("Question 2 of")
    page.click(".go button[value=back]")
    expect(page.locator("input[name=answer][value=agree]")).to_be_checked()


def test_the_question_is_accessible(
    visit: Visit, site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "asks_after", lambda: AT_ONCE)
    monkeypatch.setattr(patience, "forgets_after", lambda: NEVER)
    page = visit(320, 800)
    without = visit(script=False)
    begun(without, site, store)
    cookie = without.context.cookies()[0]
    page.context.add_cookies(
        [{"name": cookie["name"], "value": cookie["value"], "url": site.url}]
    )  # axe is a script
    page.goto(without.url)
    expect(page.locator(".still")).to_be_visible()
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
