"""Every page of choosing together is for everybody, and a full wall is seen whole on a projector."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from mir import clock
from mir.choosing import operations, queries
from mir.choosing.dotting import Hands, count_hands
from mir.choosing.meetings import MeetingView
from mir.choosing.models import Side, Way
from mir.db import Store
from tests.browser.choosing import answered, go, manager, meeting_of, put
from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser

LONG = (
    "I can choose who comes to see me, and when they come to my home",
    "The people in charge listen and change things when I say something is wrong",
)


@pytest.fixture
def closed(site: Site, store: Store) -> Site:
    """The round of the shipped survey, answered by twelve people and closed."""
    return answered(site, store)


def states(page: Page, site: Site, store: Store) -> Iterator[str]:
    """Every page of choosing together, in every state."""
    at = f"{site.url}/rounds/{site.round_id}/choose"
    page.goto(at)
    yield "begin"
    go(page, "Make the wall")
    here = page.url
    page.fill("#words", "word " * 16)
    go(page, "Put it on the wall")
    yield "wall with an error"
    meeting = meeting_of(store, site)
    operations.take_off(store, meeting.id, meeting.ids[0], off=True)
    operations.add_own(store, meeting.id, "Longer trips")
    vote = f"{site.url}/vote/{meeting.code}"
    screen, code = f"{here}/screen", f"{site.url}/vote"
    yield from _each(page, here, screen, f"{screen}?show=wall", code, f"{code}?code=x", vote)
    operations.begin_dots(store, meeting.id, 2)
    yield from _each(page, here, f"{screen}?show=dots", f"{here}/hands", f"{here}/again", vote)
    yield from _each(page, f"{vote}?read=standard")
    with page.expect_navigation():
        page.click("button[value=put]")
    yield "dots with errors"
    put(page, vote, "staff", "A")
    yield "dots are put"
    yield from _after(page, store, meeting, (here, vote))


def _each(page: Page, *paths: str) -> Iterator[str]:
    """Open each of these pages."""
    for path in paths:
        page.goto(path)
        yield path


def _after(page: Page, store: Store, meeting: MeetingView, at: tuple[str, str]) -> Iterator[str]:
    here, vote = at
    page.goto(f"{here}/hands")
    page.fill("#people", "x")
    go(page, "Keep these numbers")
    yield "hands with an error"
    page.fill("#people", "9")
    page.fill("#staff", "7")
    go(page, "Keep these numbers")
    go(page, "End the dots and count them")
    yield from _each(page, here, f"{here}/screen?show=dots", f"{here}/agree", vote)
    page.goto(f"{here}/agree")
    go(page, "Keep what we agreed")
    yield "agreeing with errors"
    for place in range(2):
        page.locator("input[name=chosen]").nth(place).check()
        page.locator("textarea[name^=better]").nth(place).fill("It would be better.")
    page.fill("#people", "20")
    go(page, "Keep what we agreed")
    service = f"{here.partition('/choosing')[0]}/services/{meeting.service.id}"
    yield from _each(
        page,
        here,
        f"{here}/screen?show=agreed",
        vote,
        f"{here}/delete",
        here.replace(f"choosing/{meeting.id}", f"rounds/{meeting.round.id}/choose"),
        here.replace(f"choosing/{meeting.id}", f"rounds/{meeting.round.id}/results"),
        f"{service}/actions",
        f"{service}/actions/new?priority={_priority(store, meeting)}",
    )


def _priority(store: Store, meeting: MeetingView) -> str:
    return queries.meeting(store, meeting.id).priorities[0].id


@pytest.mark.parametrize("width", [1100, 320])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    visit: Visit, closed: Site, store: Store, width: int
) -> None:
    page = visit(width, 900)
    manager(page, closed, store)
    faults = []
    for state in states(page, closed, store):
        found = Axe().run(page)
        if found.violations_count:
            faults.append(f"{state}: {found.generate_report()}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{state} is too wide")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_a_full_wall_is_seen_whole_on_a_projector_in_type_for_the_back_of_a_room(
    visit: Visit, closed: Site, store: Store, width: int, height: int
) -> None:
    page = visit(width, height)
    manager(page, closed, store)
    meeting_id = operations.begin(store, closed.round_id, clock.today())
    while len(wall := queries.meeting(store, meeting_id).wall) < 8:
        operations.add_own(store, meeting_id, f"{LONG[len(wall) % 2]} {'!' * len(wall)}")
    screen = f"{closed.url}/choosing/{meeting_id}/screen"
    faults = []

    def look(show: str) -> None:
        page.goto(f"{screen}?show={show}")
        tall = page.evaluate("document.documentElement.scrollHeight")
        # A letter of 22 pixels on a picture 2 metres wide and 1280 pixels across is 3.4 cm: 5 metres away.
        small = page.evaluate(
            "Math.min(...[...document.querySelectorAll('.cards p, tbody th, td b, .big p')]"
            ".map(one => parseFloat(getComputedStyle(one).fontSize)))"
        )
        if tall > height or small < 22 * width / 1280:
            faults.append(f"{show}: {tall} of {height} pixels, the smallest words {small}")

    look("strong")
    look("wall")
    operations.begin_dots(store, meeting_id, 3)
    look("dots")
    operations.count_dots(store, meeting_id)
    _count(store, meeting_id)
    look("dots")
    assert not faults, faults


def _count(store: Store, meeting_id: str) -> None:
    """Raised hands of twenty people and nine staff, so that both columns are shown."""
    ids = queries.meeting(store, meeting_id).ids
    hands = {
        side: Hands(number, dict.fromkeys(ids, 3)) for side, number in ((Side.PEOPLE, 20), (Side.STAFF, 9))
    }
    count_hands(store, meeting_id, hands)
    assert queries.counted(store, meeting_id).voters[Side.PEOPLE, Way.HANDS] == 20
