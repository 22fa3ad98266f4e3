"""A commissioner and a board member look on: to the results in three steps, on pages for everybody."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from pikepdf import Pdf
from playwright.sync_api import Page
from pypdf import PdfReader

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.actions.operations import Hand, NewAction, make_action
from mir.db import Store
from mir.providers.models import Kind, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.providers.register import services
from mir.respond.sealing import Sent, add_sealed, close_round
from mir.rounds.operations import NewRound, open_round
from mir.sharing.operations import Given, share
from mir.sharing.queries import readers
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser

NORTH = "Northshire Council"
WORDS = ("agree", "agree_a_lot", "in_the_middle")


def come(page: Page, site: Site, store: Store, role: Role, organisation_id: str) -> None:
    """Somebody of this role signs in, by keyboard."""
    account_id = add_account(store, f"{role}@example.org", role.title())
    add_member(store, account_id, organisation_id, role)
    page.goto(f"{site.url}/sign-in/{make_sign_in_link(store, account_id, clock.now())}")
    follow(page, "main button")


def follow(page: Page, selector: str) -> None:
    """Press something that leads to another page."""
    journey.tab_to(page, selector)
    journey.press(page, "Enter")


def answered(store: Store, site: Site, round_id: str, people: int = 14) -> None:
    """So many people answer everything, and the round is closed."""
    codes = [one.code for one in site.edition.statements]
    sent = [
        Sent(
            voice=Voice.PERSON, presentation="standard", language="en", how="web", help="none", helper=None,
            answers={code: WORDS[(number + place) % 3] for place, code in enumerate(codes)},
            comments=(),
        )
        for number in range(people)
    ]  # fmt: skip
    with store.writing() as session:
        add_sealed(session, site.edition, round_id, sent)
    close_round(store, round_id)


def several(store: Store, site: Site, number: int) -> list[str]:
    """So many more services with a closed round; what is shared of each."""
    today, made = clock.today(), []
    for place in range(number):
        of = services(store)[0].organisation_id
        service_id = add_service(store, of, f"Home {place:02}", Kind.CARE_HOME)
        new = NewRound(service_id, site.edition, "Spring", today - timedelta(days=9), today)
        made.append(open_round(store, new))
        answered(store, site, made[-1], 14 if place else 7)
        reader = next(one for one in readers(store) if one.name == NORTH)
        share(store, service_id, reader.id, Given(made[-1:], from_now=True), today)
    return made


@pytest.mark.parametrize("script", [False, True])
def test_a_board_member_comes_to_the_results_in_three_steps_by_keyboard(
    visit: Visit, site: Site, store: Store, *, script: bool
) -> None:
    page = visit(script=script)
    organisation_id = services(store)[0].organisation_id
    come(page, site, store, Role.BOARD, organisation_id)  # the first step
    assert page.inner_text("h1") == "Services and rounds"
    assert "What people said" not in page.inner_text("main")  # the round is open
    follow(page, f"a[href='/rounds/{site.round_id}']")
    assert "You will see the results here when it closes." in page.inner_text("main")
    assert not page.locator("main form, .code, .qr").count()
    answered(store, site, site.round_id)
    page.goto(f"{site.url}/desk")
    follow(page, f"a[href='/rounds/{site.round_id}/results']")  # the second
    assert page.inner_text("h1") == "Rose House: what people said"
    assert page.locator("a[href$='/scorecard.pdf']").count() == 1  # the third is the printed page
    assert not page.get_by_text("Start an action").count()
    action = NewAction(site.round_id, "wi", "A music evening", "Lee", clock.today())
    make_action(store, services(store)[0].id, action, Hand("Lee", clock.today()))
    follow(page, "a.button.quiet[href$='/actions']")
    follow(page, "a[href*='/actions/']")
    assert page.inner_text("h1") == "A music evening"
    assert not page.locator("main form").count()


@pytest.mark.parametrize("script", [False, True])
def test_from_a_lead_who_shares_to_a_commissioner_who_reads_by_keyboard_alone(
    visit: Visit, site: Site, store: Store, *, script: bool
) -> None:
    council, rose = add_organisation(store, NORTH), services(store)[0]
    theirs, mine = visit(script=script), visit(script=script)
    come(theirs, site, store, Role.COMMISSIONER, council)
    assert "No service shares results with you yet." in theirs.inner_text("main")
    answered(store, site, site.round_id)
    come(mine, site, store, Role.LEAD, rose.organisation_id)
    follow(mine, "a[href='/organisations']")
    follow(mine, "a[href$='/sharing']")
    follow(mine, f"a[href='/services/{rose.id}/sharing']")
    follow(mine, "form.choosers button")
    assert mine.inner_text("h1") == f"Share Rose House with {NORTH}"
    journey.tab_to(mine, "input[name=rounds]")
    mine.keyboard.press("Space")
    follow(mine, "form.decide button")
    assert f"{NORTH} can read this now." in mine.inner_text("main")
    theirs.goto(f"{site.url}/desk")
    follow(theirs, "main td a, main th a")
    assert theirs.inner_text("h1") == "Rose House: what people said"
    theirs.goto(f"{site.url}/shared")
    follow(theirs, "a[href*='/shared/compare']")
    assert theirs.inner_text("h1") == "Services side by side"
    shared = theirs.locator("table.scores a").get_attribute("href")
    follow(mine, "td form button")
    assert "What was read stays in the record." in mine.inner_text("main")
    answer = theirs.goto(f"{site.url}{shared}")
    assert answer is not None
    assert answer.status == 404


LYING_ON = """chart => {
    const boxes = [...chart.querySelectorAll('text')].map(text => text.getBoundingClientRect())
        .filter(box => box.width);
    const across = (one, other) => one.left < other.right && other.left < one.right;
    const down = (one, other) => one.top < other.bottom - 4 && other.top < one.bottom - 4;
    return boxes.filter((one, place) =>
        boxes.slice(place + 1).some(other => across(one, other) && down(one, other))
    ).length;
}"""


def test_on_a_phone_no_words_of_a_chart_lie_on_others(visit: Visit, site: Site, store: Store) -> None:
    page = visit(320, 900)
    answered(store, site, site.round_id)
    come(page, site, store, Role.BOARD, services(store)[0].organisation_id)
    page.goto(f"{site.url}/rounds/{site.round_id}/results")
    charts = page.locator("svg.chart").all()
    assert len(charts) == 7
    assert [chart.evaluate(LYING_ON) for chart in charts] == [0] * 7


def test_services_side_by_side_print_without_what_only_a_screen_needs(
    visit: Visit, site: Site, store: Store
) -> None:
    council = add_organisation(store, NORTH)
    page = visit()
    come(page, site, store, Role.COMMISSIONER, council)
    several(store, site, 2)
    page.goto(f"{site.url}/shared/compare")
    page.emulate_media(media="print")
    assert [page.locator(of).first.is_visible() for of in (".way-back", ".choosers", ".top")] == [False] * 3
    for of in ("h1", "svg.chart", "table.scores"):
        assert page.locator(of).first.is_visible()
    printed = page.pdf(tagged=True)
    assert bool(Pdf.open(BytesIO(printed)).Root.MarkInfo.Marked)
    assert (
        "Home 01" in PdfReader(BytesIO(printed)).pages[0].extract_text()
    )  # the chart begins beside its heading


def states(visit: Visit, site: Site, store: Store, width: int) -> Iterator[tuple[str, Page]]:
    """Every page of those who look on and of whoever shares: empty, filled, and with an error."""
    council, rose = add_organisation(store, NORTH), services(store)[0]
    page = visit(width, 900)
    come(page, site, store, Role.COMMISSIONER, council)
    yield "nothing shared", page
    page.goto(f"{site.url}/shared/compare")
    yield "nothing to compare", page
    share(store, rose.id, council, Given((), from_now=True), clock.today())
    page.goto(f"{site.url}/shared")
    follow(page, "main td a, main th a")
    yield "no result yet", page
    several(store, site, 11)
    for path in ("", "?find=zebra", "/compare", "/compare?theme=wi&voice=staff"):
        page.goto(f"{site.url}/shared{path}")
        yield path, page
    for name in ("Home 00", "Home 01"):
        page.goto(f"{site.url}/shared")
        page.get_by_role("link", name=name).click()
        yield name, page
    yield from _leading(visit(width, 900), site, store, council)


def _leading(page: Page, site: Site, store: Store, council: str) -> Iterator[tuple[str, Page]]:
    rose = services(store)[-1]
    come(page, site, store, Role.LEAD, rose.organisation_id)
    answered(store, site, site.round_id)
    at = f"{site.url}/services/{rose.id}/sharing"
    for path in ("", f"/with?reader={council}", "/see"):
        page.goto(f"{at}{path}")
        yield path, page
    page.goto(f"{at}/with?reader={council}")
    for one in page.locator("input[type=checkbox]").all():
        one.uncheck()
    page.locator("form.decide button").click()
    yield "sharing with an error", page
    for path in (f"/organisations/{rose.organisation_id}/sharing", "/account/letters", "/account"):
        page.goto(f"{site.url}{path}")
        yield path, page
    page.goto(f"{site.url}/rounds/{site.round_id}/results")
    for one in page.locator("summary").all():
        one.click()
    yield "statements with a way to an action", page


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    visit: Visit, site: Site, store: Store, width: int
) -> None:
    faults = []
    for state, page in states(visit, site, store, width):
        found = Axe().run(page)
        if found.violations_count:
            faults.append(f"{state}: {found.generate_report()}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{state} is too wide")
    assert not faults, "\n".join(faults)
