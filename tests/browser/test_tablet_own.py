"""Questions of every kind on a tablet without the internet, from the first tap to the sealed sheet."""

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select

from mir import clock
from mir.db import Store
from mir.providers.register import services
from mir.respond.models import Comment, Sheet
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from mir.tablet.links import make_link
from surveys.edition import publish
from surveys.load import load_framework, load_survey
from tests.browser.conftest import Site
from tests.browser.dying import READY
from tests.browser.handing import all_sent
from tests.mir.respond.arrivals import GOOD
from tests.surveys.small_languages import overlay_of

pytestmark = pytest.mark.browser

Given = dict[str, object]
IN_WELSH: Given = {
    "length": "years", "wi1": "sometimes", "wi2": "always", "money": "unsure", "why": "Pwrs fy hun.",
    "helped": ["friends", "family"], "days": "5", "moved": ("03", "2021"), "food_taste": "good",
    "food_choice": "poor", "first": ["music", "walks"], "ia1": "prefer_not", "more": "Yr ardd 🌻",
}  # fmt: skip
"""`money` and `why` are asked only because of `wi1` and `length`, `food` because of `helped` and `days`."""
IN_EASY_READ: Given = {
    "length": "weeks", "wi1": "always", "wi2": None, "helped": ["nobody"], "days": "2", "moved": None,
    "first": None, "ia1": "sometimes", "more": None,
}  # fmt: skip
"""Always and weeks ask for no `money`; nobody and 2 days for no `food`; Easy Read always has an end."""


@pytest.fixture
def round_id(site: Site, store: Store) -> str:  # noqa: ARG001 - the site has the service
    framework = load_framework(GOOD / "frameworks" / "small.yaml")
    survey = load_survey(GOOD / "arrivals.yaml").model_copy(update={"languages": ("en", "cy")})
    edition = publish(framework, survey, [overlay_of(framework), overlay_of(survey)])
    today = clock.today()
    return open_round(store, NewRound(services(store)[0].id, edition, "Arrivals", today, today))


def begin(page: Page, *, language: str, read: str) -> None:
    page.click("button[value=person]")
    if language != "en":
        page.click(f"a[href*='language={language}']")
    page.click(f"button[value={read}]")
    page.click("button[value=yes]")
    page.check("input[value=none]")
    page.click(".go button[value=next]")
    expect(page.locator("html")).to_have_attribute("lang", language)


def asked(page: Page) -> str:
    """The question that is open; empty on the page that checks."""
    action = page.locator("form#answers").get_attribute("action") or ""
    found = re.search(r"/question/(\w+)", action)
    return found[1] if found else ""


def give(page: Page, code: str, value: object) -> None:
    if code == "moved":
        assert isinstance(value, tuple)
        page.select_option("#month", value[0])
        page.fill("#answer", value[1])
    elif code == "first":
        assert isinstance(value, list)
        page.select_option("#answer", value[0])
        page.select_option("#place2", value[1])
    elif isinstance(value, list):
        for one in value:
            page.check(f"input[type=checkbox][value={one}]")
    elif page.locator("main input[type=radio][name=answer]").count():
        page.check(f"input[name=answer][value={value}]")
    else:
        page.fill("#answer", str(value))


def walk(page: Page, given: Given, comment: str = "") -> list[str]:
    """Answer what is asked up to the page that checks, without the internet; what was asked."""
    seen: list[str] = []
    while code := asked(page):
        seen.append(code)
        if comment and code == "wi1":
            page.click("main summary")
            page.fill("#comment", comment)
        if given[code] is not None:
            give(page, code, given[code])
        page.click(f".go button[value={'skip' if given[code] is None else 'next'}]")
        assert asked(page) != code, page.locator(".errors").inner_text()
    return seen


def send(page: Page) -> None:
    page.locator("main form button.main").last.click()
    page.click("a[href='/tablet/']")


def test_every_kind_of_question_comes_sealed_as_it_was_said(
    context: BrowserContext, site: Site, store: Store, round_id: str
) -> None:
    page = context.new_page()
    page.goto(f"{site.url}/tablet/set-up/{make_link(store, round_id)}")
    page.click("main button")
    expect(page.locator("#state")).to_have_text(READY, timeout=60_000)
    context.set_offline(True)
    begin(page, language="cy", read="standard")
    assert walk(page, IN_WELSH, comment="Te am bedwar") == [
        *("length", "wi1", "wi2", "money", "why", "helped", "days", "moved"),
        *("food_taste", "food_choice", "first", "ia1", "more"),
    ]
    expect(page.locator("main")).to_contain_text("Te am bedwar")
    send(page)
    begin(page, language="en", read="easy_read")
    assert walk(page, IN_EASY_READ) == list(IN_EASY_READ)
    send(page)
    expect(page.locator("#waiting")).to_have_text("2 people’s answers are waiting to be sent.")
    context.set_offline(False)
    page.reload()
    all_sent(page)
    close_round(store, round_id)
    with store.reading() as session:
        sheets = {sheet.language: sheet for sheet in session.scalars(select(Sheet))}
        comments = {(one.theme, one.text) for one in session.scalars(select(Comment))}
    welsh, easy = sheets["cy"], sheets["en"]
    # In the order of the edition: wi1, wi2, ia1. 253 is “I would rather not say”, 0 was passed over.
    assert (list(welsh.answers), list(easy.answers)) == ([2, 3, 253], [3, 0, 2])
    assert json.loads(welsh.own or "") == [
        "years", "unsure", "written", ["family", "friends"], 5, "2021-03", "good", "poor",
        ["music", "walks"], "written",
    ]  # fmt: skip
    assert json.loads(easy.own or "") == [
        "weeks", "not_asked", "not_asked", ["nobody"], 2, "not_answered", "not_asked", "not_asked",
        "not_answered", "not_answered",
    ]  # fmt: skip
    assert {(one.how, one.help, one.helper) for one in sheets.values()} == {("tablet", "none", None)}
    assert (welsh.presentation, easy.presentation) == ("standard", "easy_read")
    assert comments == {("wi", "Te am bedwar"), ("why", "Pwrs fy hun."), ("more", "Yr ardd 🌻")}
