"""Choosing together in real browsers: a manager, three phones, a projector, and an action at the end."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from mir import clock
from mir.actions.queries import actions
from mir.choosing.meetings import MeetingView
from mir.db import Store
from tests.browser.choosing import answered, go, manager, meeting_of, put
from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def closed(site: Site, store: Store) -> Site:
    """The round of the shipped survey, answered by twelve people and closed."""
    return answered(site, store)


def test_from_what_people_said_to_an_action_with_three_phones_and_raised_hands(
    visit: Visit, closed: Site, store: Store
) -> None:
    page = visit(script=False)
    manager(page, closed, store)
    _wall(page, closed)
    meeting = meeting_of(store, closed)
    last = meeting.wall[-1]
    assert last.words == "Longer trips in the summer"
    address = f"{closed.url}/vote/{meeting.code}"
    phones = [visit(320, 700, script=False) for _ in range(3)]
    _by_code(phones[0], closed, meeting.code)
    put(phones[0], address, "people", "A", last.letter)
    put(phones[1], address, "people", last.letter)
    put(phones[2], address, "staff", "B")
    for phone in phones:
        expect(phone.locator("h1")).to_have_text("Your dots are on the wall")
    page.reload()
    assert "3 people have put dots so far." in page.inner_text("main")
    _hands(page, meeting, {"people": (6, {"A": 2, last.letter: 5}), "staff": (5, {"B": 4})})
    go(page, "End the dots and count them")
    # Three phones could be taken away from the total, so they are asked to raise their hands.
    assert "Fewer than 5 people used a phone." in page.inner_text("main")
    _hands(page, meeting, {"people": (8, {"A": 3, last.letter: 7}), "staff": (6, {"B": 5})})
    rows = page.locator("table.dots tbody tr")
    told = [rows.nth(place).inner_text().split()[-2:] for place in range(3)]
    assert told == [["7", "0"], ["3", "0"], ["0", "5"]]
    _agree(page)
    _act(page)
    (made,) = actions(store, meeting.service.id)
    assert made.priority_id == meeting_of(store, closed).priorities[0].id
    phones[0].goto(address)
    assert "We go on longer trips." in phones[0].inner_text("main")


def _wall(page: Page, site: Site) -> None:
    """From the results to the dots."""
    page.goto(f"{site.url}/rounds/{site.round_id}/results")
    go(page, "Choose together what to work on")
    go(page, "Make the wall")
    page.fill("#words", "Longer trips in the summer")
    go(page, "Put it on the wall")
    go(page, "Begin the dots")


def _by_code(phone: Page, site: Site, code: str) -> None:
    """The address and the code on the screen are enough."""
    phone.goto(f"{site.url}/vote")
    phone.fill("#code", f"{code[:4]} {code[4:]}".lower())
    with phone.expect_navigation():
        phone.click("main form button")
    assert phone.url == f"{site.url}/vote/{code}"


def _agree(page: Page) -> None:
    go(page, "Agree what to work on")
    for place, words in enumerate(("We go on longer trips.", "People plan with us.")):
        page.locator("input[name=chosen]").nth(place).check()
        page.locator("textarea[name^=better]").nth(place).fill(words)
    page.fill("#people", "8")
    page.fill("#staff", "6")
    page.fill("#who", "The manager and five support workers.")
    go(page, "Keep what we agreed")
    assert "8 people who draw on support, 6 staff and leaders." in page.inner_text("main")


def _act(page: Page) -> None:
    go(page, "Start an action")
    assert "We go on longer trips." in page.inner_text("main")
    page.fill("#what", "A trip each month")
    page.fill("#owner", "Activities lead")
    page.fill("#due", (clock.today() + timedelta(days=90)).isoformat())
    page.locator("#measure").select_option(index=1)
    go(page, "Save")
    assert "We go on longer trips." in page.inner_text("dl.about")


def _hands(page: Page, meeting: MeetingView, counted: dict[str, tuple[int, dict[str, int]]]) -> None:
    go(page, "Type in a show of hands")
    ids = {one.letter: one.id for one in meeting.wall}
    for side, (voters, raised) in counted.items():
        page.fill(f"#{side}", str(voters))
        for letter, number in raised.items():
            page.fill(f"[id='{side}-{ids[letter]}']", str(number))
    go(page, "Keep these numbers")
