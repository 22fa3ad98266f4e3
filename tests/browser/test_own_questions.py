"""Every kind of own question, answered by keyboard alone with scripts switched off, and looked at by axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from sqlalchemy import select

from mir.db import Store
from mir.providers.register import services
from mir.respond.models import Draft
from mir.rounds.queries import code_lists
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.mir.respond.arrivals import open_arrivals

pytestmark = pytest.mark.browser

LONGEST_WALK = 30
ANSWERS: dict[str, object] = {
    "wi1": "sometimes",
    "wi2": "always",
    "length": "years",
    "money": "unsure",
    "why": "A purse of my own.",
    "helped": ["family", "friends"],
    "days": 5,
    "moved": "2021-03",
    "food_taste": "good",
    "food_choice": "poor",
    "first": ["music", "walks"],
    "ia1": "prefer_not",
    "more": "The garden.",
}
"""What is given to each question; `money`, `why` and `food` are asked only because of answers before them."""

ORDER = [
    "length",
    "wi1",
    "wi2",
    "money",
    "why",
    "helped",
    "days",
    "moved",
    "food_taste",
    "food_choice",
    "first",
    "ia1",
    "more",
]


def answer(page: Page, code: str) -> None:
    """Answer the question that is open, as its kind asks, and stay on it."""
    given = ANSWERS[code]
    if code in ("why", "more", "days"):
        journey.tab_to(page, "#answer")
        page.keyboard.type(str(given))
    elif code == "moved":
        journey.tab_to(page, "#month")
        page.keyboard.type("March")
        journey.tab_to(page, "#answer")
        page.keyboard.type("2021")
    elif code == "helped":
        for one in ("family", "friends"):
            journey.tab_to(page, f"input[value={one}]")
            page.keyboard.press("Space")
    elif code == "first":
        journey.tab_to(page, "#answer")
        page.keyboard.type("Music")
        journey.tab_to(page, "#place2")
        page.keyboard.type("Walks")
    else:
        journey.choose(page, "answer", str(given))


def walk(page: Page, seen: list[str]) -> None:
    """From question to question up to the check page; each that is met is written down."""
    for _ in range(LONGEST_WALK):
        if (code := journey.question(page)) == "check":
            return
        seen.append(code)
        answer(page, code)
        journey.tab_to(page, ".go button[value=next]")
        journey.press(page, "Enter")
        assert journey.question(page) != code, page.locator(".errors").inner_text()
    raise AssertionError("the survey does not end")


@pytest.fixture
def code(site: Site, store: Store) -> str:  # noqa: ARG001 - the site has the service
    """The code of a round that asks every kind of question."""
    round_id, _ = open_arrivals(store, services(store)[0].id)
    return next(one.shared for one in code_lists(store, round_id) if one.voice == Voice.PERSON)


@pytest.mark.parametrize("presentation", ["standard", "easy_read"])
def test_every_kind_can_be_answered_by_keyboard_without_script(
    visit: Visit, site: Site, store: Store, code: str, presentation: str
) -> None:
    page = visit(320, 640, script=False)
    seen: list[str] = []
    journey.begin_by_keyboard(page, site.url, code, presentation)
    walk(page, seen)
    assert seen == ORDER
    with store.reading() as session:
        assert session.scalars(select(Draft)).one().answers == ANSWERS
    journey.send_by_keyboard(page)
    assert page.title().startswith("Thank you")


@pytest.mark.parametrize("presentation", ["standard", "easy_read"])
def test_axe_finds_nothing_on_any_kind_and_nothing_is_too_wide(
    visit: Visit, site: Site, code: str, presentation: str
) -> None:
    page = visit(320, 640)
    faults: list[str] = []
    asked = ""
    journey.begin_by_keyboard(page, site.url, code, presentation)
    for _ in range(LONGEST_WALK):
        asked = journey.question(page)
        faults += faults_on(page, asked)
        if asked == "check":
            break
        with page.expect_navigation():
            page.click(".go button[value=next]")
        assert journey.question(page) == asked, "nothing was answered, so the page comes back"
        faults += faults_on(page, f"{asked} with an error")
        answer(page, asked)
        with page.expect_navigation():
            page.click(".go button[value=next]")
    assert asked == "check"
    assert not faults, "\n".join(faults)


def faults_on(page: Page, state: str) -> list[str]:
    """What is wrong with this page."""
    found = Axe().run(page)
    faults = [f"{state}: {found.generate_report()}"] if found.violations_count else []
    if page.evaluate("document.documentElement.scrollWidth") > 320:
        faults.append(f"{state} is wider than 320 pixels")
    low = page.evaluate(
        """[...document.querySelectorAll("main label:has(input), main button:not(.unseen), main select")]
        .filter(one => one.getBoundingClientRect().height < (one.matches("label") ? 44 : 24))
        .map(one => one.outerHTML)"""
    )
    return [*faults, *(f"{state}: too small a target: {one}" for one in low)]
