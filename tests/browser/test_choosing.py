"""Choosing together in real browsers: a manager, three phones, a projector, and an action at the end."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.actions.queries import actions
from mir.choosing import operations, queries
from mir.choosing.dotting import Hands, count_hands
from mir.choosing.meetings import MeetingView
from mir.choosing.models import Side, Way
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member
from mir.providers.register import services
from mir.respond.sealing import Sent, add_sealed, close_round
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser

PEOPLE = 12
LONG = (
    "I can choose who comes to see me, and when they come to my home",
    "The people in charge listen and change things when I say something is wrong",
)


@pytest.fixture
def closed(site: Site, store: Store) -> Site:
    """The round of the shipped survey, answered by twelve people and closed."""
    options = [one.code for one in site.edition.scale.options]
    sent = [
        Sent(
            voice=Voice.PERSON,
            presentation="easy_read",
            language="en",
            how="web",
            help="none",
            helper=None,
            answers={
                one.code: options[(person + place) % 4 + (place % 2)]
                for place, one in enumerate(site.edition.statements)
                if Voice.PERSON in one.wordings
            },
            comments=(),
        )
        for person in range(PEOPLE)
    ]
    with store.writing() as session:
        add_sealed(session, site.edition, site.round_id, sent)
    close_round(store, site.round_id)
    return site


def manager(page: Page, site: Site, store: Store) -> None:
    """A manager signs in with this page."""
    account_id = add_account(store, "mo@example.org", "Mo Manager")
    add_member(store, account_id, services(store)[0].organisation_id, Role.MANAGER)
    page.goto(f"{site.url}/sign-in/{make_sign_in_link(store, account_id, clock.now())}")
    page.click("main button")
    page.wait_for_url("**/desk")


def go(page: Page, words: str) -> None:
    """Press the button or link with these words, which leads to another page."""
    with page.expect_navigation():
        page.locator("main").get_by_text(words, exact=True).first.click()


def meeting_of(store: Store, site: Site) -> MeetingView:
    return queries.meetings_after(store, site.round_id)[0]


def put(phone: Page, address: str, side: str, *letters: str) -> None:
    """Somebody puts dots by keyboard alone."""
    phone.goto(address)
    journey.choose(phone, "who", side)
    for letter in letters:
        box = phone.locator("label.option", has=phone.locator(f"b.letter:text-is('{letter}')")).locator(
            "input"
        )
        journey.tab_to(phone, f"input[name=chosen][value='{box.get_attribute('value')}']")
        phone.keyboard.press("Space")
    journey.tab_to(phone, "button[value=put]")
    journey.press(phone, "Enter")


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
    for path in (
        here,
        f"{here}/screen",
        f"{here}/screen?show=wall",
        f"{site.url}/vote",
        f"{site.url}/vote?code=x",
        vote,
    ):
        page.goto(path)
        yield f"wall {path}"
    operations.begin_dots(store, meeting.id, 2)
    for path in (
        here,
        f"{here}/screen?show=dots",
        f"{here}/hands",
        f"{here}/again",
        vote,
        f"{vote}?read=standard",
    ):
        page.goto(path)
        yield f"dots {path}"
    with page.expect_navigation():
        page.click("button[value=put]")
    yield "dots with errors"
    put(page, vote, "staff", "A")
    yield "dots are put"
    yield from _after(page, store, meeting, (here, vote))


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
    for path in (here, f"{here}/screen?show=dots", f"{here}/agree", vote):
        page.goto(path)
        yield f"counted {path}"
    page.goto(f"{here}/agree")
    go(page, "Keep what we agreed")
    yield "agreeing with errors"
    for place in range(2):
        page.locator("input[name=chosen]").nth(place).check()
        page.locator("textarea[name^=better]").nth(place).fill("It would be better.")
    page.fill("#people", "20")
    go(page, "Keep what we agreed")
    service = f"{here.partition('/choosing')[0]}/services/{meeting.service.id}"
    for path in (
        here,
        f"{here}/screen?show=agreed",
        vote,
        f"{here}/delete",
        here.replace(f"choosing/{meeting.id}", f"rounds/{meeting.round.id}/choose"),
        here.replace(f"choosing/{meeting.id}", f"rounds/{meeting.round.id}/results"),
        f"{service}/actions",
        f"{service}/actions/new?priority={_priority(store, meeting)}",
    ):
        page.goto(path)
        yield f"agreed {path}"


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
