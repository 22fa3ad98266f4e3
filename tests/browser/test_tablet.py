"""One tablet, many people: each starts afresh and leaves nothing behind, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select

from mir.db import Store
from mir.respond.models import Draft
from mir.tablet.links import make_link
from surveys.framework import Voice
from tests.browser.conftest import Site
from tests.browser.handing import answer, begin, send, sets, whole

pytestmark = pytest.mark.browser

SMALL, WIDE = 320, 1280


def test_one_person_answers_and_the_next_starts_afresh(tablet: Page, site: Site, store: Store) -> None:
    whole(tablet, comment="The garden is lovely")
    expect(tablet.locator("#waiting")).to_have_text("")
    with store.reading() as session:
        draft = session.scalars(select(Draft)).one()
        code = site.edition.statements[0].code
        assert (draft.how, draft.sent, draft.voice) == ("tablet", True, Voice.PERSON)
        assert draft.answers == {code: "agree"}
        assert draft.comments == {code: "The garden is lovely"}
        assert (draft.help, draft.helper, draft.presentation) == ("none", None, "standard")
    begin(tablet)
    assert tablet.locator("input:checked").count() == 0
    assert "garden" not in tablet.content()


def test_the_check_page_says_what_was_answered(tablet: Page) -> None:
    begin(tablet)
    label = tablet.locator("label:has(input[value=agree]) span").inner_text()
    answer(tablet, comment="Tea at four")
    first = tablet.locator("dl.answers").nth(1).locator("> div").first
    expect(first).to_contain_text(label)
    expect(first.locator("q")).to_have_text("Tea at four")
    assert "four words" not in tablet.content()
    first.locator("a").click()
    expect(tablet.locator("input[value=agree]")).to_be_checked()
    tablet.click(".go button[value=next]")
    expect(tablet.locator("h1")).to_contain_text("Check")


def for_the_person(page: Page, help_: str = "answered_for_me") -> None:
    page.check(f"input[name=help][value={help_}]")
    page.check("input[name=helper][value=family]")
    page.click(".go button[value=next]")


def test_whoever_answers_for_a_person_reads_of_the_person_on_every_page(tablet: Page) -> None:
    tablet.click("button[value=person]")
    tablet.click("button[value=standard]")
    tablet.click("button[value=yes]")
    for_the_person(tablet)
    expect(tablet.locator("h1")).to_contain_text("The person ")
    answer(tablet, "does_not_apply")
    said = tablet.inner_text("main")
    assert "The person " in said
    assert "I do the things" not in said
    assert "This does not apply" in said
    assert "does not apply to me" not in said


def test_a_change_of_who_answers_asks_first_and_then_starts_again(tablet: Page, store: Store) -> None:
    begin(tablet)
    answer(tablet, comment="Mine")
    tablet.click("a[href^='/answer/help']")
    for_the_person(tablet)
    expect(tablet.locator("h1")).to_have_text("Whose answers are these?")
    expect(tablet.locator("#so-far")).to_have_text("Answers so far: 1")
    assert not Axe().run(tablet).response["violations"]
    tablet.click("main .pair a")
    expect(tablet.locator("h1")).to_contain_text("Check")
    assert "Mine" in tablet.inner_text("main")
    tablet.click("a[href^='/answer/help']")
    expect(tablet.locator("input[name=help][value=none]")).to_be_checked()
    for_the_person(tablet)
    tablet.click("main .pair button")
    expect(tablet.locator("h1")).to_contain_text("The person ")
    assert tablet.locator("input:checked").count() == 0
    answer(tablet, "disagree")
    assert "Mine" not in tablet.content()
    send(tablet)
    tablet.click("a[href='/tablet/']")
    expect(tablet.locator("#waiting")).to_have_text("")
    with store.reading() as session:
        draft = session.scalars(select(Draft)).one()
        assert (draft.help, draft.helper, draft.comments) == ("answered_for_me", "family", {})
        assert list(draft.answers.values()) == ["disagree"]


def test_back_forward_and_reload_show_nobody_elses_answers(tablet: Page) -> None:
    whole(tablet, comment="My secret")
    begin(tablet)
    answer(tablet, comment="Another secret")
    tablet.go_back()
    tablet.go_back()
    tablet.reload()
    expect(tablet.locator("h1")).to_have_text("Who is answering?")
    for turn in (tablet.go_back, tablet.go_forward, tablet.go_back, tablet.reload):
        turn()
        assert "secret" not in tablet.content()
        assert tablet.locator("input:checked").count() == 0
    kept = tablet.evaluate(
        "async () => JSON.stringify([await tabletKeeping.all(), {...localStorage}, {...sessionStorage}])"
    )
    assert "secret" not in kept


def test_nobody_is_hurried_and_an_empty_chair_is_forgotten(
    context: BrowserContext, site: Site, store: Store
) -> None:
    page = context.new_page()
    page.clock.install()
    page.goto(f"{site.url}/tablet/set-up/{make_link(store, site.round_id)}")
    page.click("main button")
    expect(page.locator("#state")).to_contain_text("now works", timeout=60_000)
    begin(page)
    page.check("input[value=agree]")
    page.clock.run_for("04:50")
    assert page.get_by_role("alertdialog").count() == 0
    page.clock.run_for("00:15")
    dialog = page.get_by_role("alertdialog", name="Are you still there?")
    expect(dialog).to_contain_text("There is no hurry.")
    assert Axe().run(page).response["violations"] == []
    page.clock.run_for("01:50")
    page.click("text=I am still here")
    expect(dialog).to_be_hidden()
    expect(page.locator("input[value=agree]")).to_be_checked()
    page.clock.run_for("05:05")
    expect(dialog).to_be_visible()
    page.clock.run_for("02:05")
    expect(page.locator("h1")).to_have_text("Who is answering?")
    assert sets(store) == 0


def test_stopping_says_what_happens_and_forgets(tablet: Page, store: Store) -> None:
    begin(tablet)
    tablet.check("input[value=agree]")
    tablet.click("button[value=stop]")
    expect(tablet.locator("main")).to_contain_text("If you stop without them, your answers are deleted.")
    tablet.click("button[value=on]")
    expect(tablet.locator("input[value=agree]")).to_be_checked()
    tablet.click("button[value=stop]")
    tablet.click("button[value=forget]")
    expect(tablet.locator("h1")).to_have_text("Who is answering?")
    assert sets(store) == 0


@pytest.mark.parametrize("width", [SMALL, WIDE])
def test_every_page_of_the_tablet_is_accessible(tablet: Page, width: int) -> None:
    tablet.set_viewport_size({"width": width, "height": 800})

    def look() -> None:
        assert [
            (one["id"], one["nodes"][0]["html"]) for one in Axe().run(tablet).response["violations"]
        ] == []
        assert tablet.evaluate("document.documentElement.scrollWidth") <= width

    look()
    tablet.click("button[value=person]")
    look()
    tablet.click("button[value=easy_read]")
    look()
    tablet.click("button[value=yes]")
    tablet.click(".go button[value=next]")
    expect(tablet.locator(".errors")).to_be_focused()
    look()
    tablet.check("input[value=none]")
    tablet.click(".go button[value=next]")
    tablet.click(".go button[value=next]")
    expect(tablet.locator(".errors")).to_be_focused()
    look()
    tablet.click("button[value=stop]")
    look()
    tablet.click("button[value=on]")
    answer(tablet)
    look()
    send(tablet)
    look()
