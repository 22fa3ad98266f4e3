"""One tablet, many people, with and without the internet: in a real browser, with its service worker."""

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from sqlalchemy import func, select

from mir.db import Store
from mir.respond.models import Draft, Sheet, Taken
from mir.respond.sealing import close_round
from mir.tablet.links import make_link, take_link_back
from surveys.framework import Voice
from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

SMALL, WIDE = 320, 1280


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": WIDE, "height": 900}, service_workers="allow")
    yield made
    made.close()


@pytest.fixture
def tablet(context: BrowserContext, site: Site, store: Store) -> Page:
    """A tablet that was set up and says that it is ready."""
    page = context.new_page()
    page.goto(f"{site.url}/tablet/set-up/{make_link(store, site.round_id)}")
    page.click("main button")
    expect(page.locator("#state")).to_have_text(
        "This tablet now works without the internet too.", timeout=60_000
    )
    return page


def begin(page: Page, *, voice: str = "person") -> None:
    page.click(f"button[value={voice}]")
    page.click("button[value=standard]")
    page.click("button[value=yes]")
    if page.locator("input[name=help]").count():
        page.check("input[value=none]")
        page.click(".go button[value=next]")
    expect(page.locator(".where")).to_contain_text("Question 1 of")


def answer(page: Page, option: str = "agree", comment: str = "") -> None:
    """Answer the first question, skip the others, and come to the page that checks."""
    page.check(f"input[name=answer][value={option}]")
    if comment:
        page.click("summary")
        page.fill("#comment", comment)
    page.click(".go button[value=next]")
    for _ in range(200):
        if not page.locator("#answers").count():
            return
        page.click(".go button[value=skip]")


def send(page: Page) -> None:
    page.locator("main form button.main").last.click()
    expect(page.locator("h1")).to_contain_text("Thank you")


def whole(page: Page, comment: str = "") -> None:
    begin(page)
    answer(page, comment=comment)
    send(page)
    page.click("a[href='/tablet/']")
    expect(page.locator("h1")).to_have_text("Who is answering?")


def all_sent(page: Page) -> None:
    # Once the tablet is ready it says how many wait; before that it says nothing.
    expect(page.locator("#state")).to_contain_text("now works", timeout=60_000)
    expect(page.locator("#waiting")).to_have_text("")


def sets(store: Store) -> int:
    with store.reading() as session:
        drafts = session.scalar(select(func.count()).select_from(Draft).where(Draft.sent)) or 0
        return drafts + (session.scalar(select(func.count()).select_from(Sheet)) or 0)


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


def _start(page: Page) -> str:
    return page.url.split("/tablet/")[0] + "/tablet/"


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
    expect(tablet.locator("main")).to_contain_text("Your answers are deleted from this tablet if you stop.")
    tablet.click("button[value=on]")
    expect(tablet.locator("input[value=agree]")).to_be_checked()
    tablet.click("button[value=stop]")
    tablet.click("button[value=forget]")
    expect(tablet.locator("h1")).to_have_text("Who is answering?")
    assert sets(store) == 0


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


def test_without_script_it_works_online_and_starts_afresh(
    chromium: Browser, site: Site, store: Store
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}/tablet/set-up/{make_link(store, site.round_id)}")
    page.click("main button")
    page.click("button[value=person]")
    page.click("button[value=standard]")
    page.click("button[value=yes]")
    page.check("input[value=none]")
    page.click(".go button[value=next]")
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
    context.close()
