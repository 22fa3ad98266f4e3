"""What is done because of what people said: written, let out, and its pages are for everybody."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from mir import clock
from mir.actions.operations import Hand, NewAction, make_action
from mir.db import Store
from mir.providers.models import Role
from mir.providers.register import services
from tests.browser import journey
from tests.browser.answered import closed
from tests.browser.conftest import Site, Visit
from tests.browser.desk import faults, follow, press, signed_in, write

pytestmark = pytest.mark.browser


def test_an_action_becomes_a_pledge_that_people_read_by_keyboard_alone(
    visit: Visit, site: Site, store: Store
) -> None:
    page = visit(script=False)
    closed(site, store)
    signed_in(page, site, store, Role.MANAGER)
    at = f"/services/{services(store)[0].id}/actions"
    follow(page, f"a[href='{at}']")
    follow(page, "a[href$='/actions/new']")
    write(page, "#what", "A music evening every Thursday")
    write(page, "#owner", "The team leader")
    journey.tab_to(page, "#due")
    page.keyboard.type(f"{clock.today() + timedelta(days=60):%m%d%Y}")
    journey.tab_to(page, "#measure")
    page.keyboard.press("ArrowDown")
    follow(page, ".go button")
    assert page.inner_text("h1") == "A music evening every Thursday"
    follow(page, "a[href*='/pledges/new']")
    assert page.input_value("#did") == "A music evening every Thursday"
    write(page, "#said", "The evenings are long.")
    write(page, "#said_easy", "The evenings are boring.")
    write(page, "#did_easy", "Now there is music on Thursdays.")
    follow(page, ".go button")
    follow(page, "form[action$=release] button")
    people = visit(320, script=False)
    people.goto(page.locator("#pledges ~ p a[href*='/changed/']").get_attribute("href").replace(  # type: ignore[union-attr]
        "http://localhost", site.url
    ))  # fmt: skip
    assert "Now there is music on Thursdays." in people.inner_text("main")
    follow(page, "form[action$=take-in] button")
    people.reload()
    assert "Now there is music on Thursdays." not in people.inner_text("main")


def states(page: Page, site: Site, store: Store) -> Iterator[str]:
    """Every page of what is done: before a round is closed, empty, with errors, filled, in two windows."""
    signed_in(page, site, store)
    service_id = services(store)[0].id
    at = f"{site.url}/services/{service_id}/actions"
    page.goto(at)
    yield "before any round is closed"
    closed(site, store)
    page.reload()
    yield "none yet"
    yield from _acting(page)
    yield from _pledging(page, at)
    past = clock.today() - timedelta(days=3)
    new = NewAction(site.round_id, "wi1", "Ask about gardens", "Mo", past)
    late = make_action(store, service_id, new, Hand("Lee Lead", past))
    page.goto(f"{site.url}/actions/{late}")
    yield "an action that is late"
    page.select_option("#how", "stopped")
    press(page, "form[action$=state] button")
    yield "stopping without saying why"
    page.goto(at)
    yield "filled"


def _acting(page: Page) -> Iterator[str]:
    press(page, "a[href$='/actions/new']")
    yield "a new action"
    page.fill("#owner", "🌹" * 70)
    press(page, ".go button")
    yield "an action with errors"
    _fill(page, "long" * 40)
    press(page, ".go button")
    yield "an action"
    press(page, "a[href$='/change']")
    yield "changing it"
    page.fill("#what", "Music")
    page.evaluate("document.querySelector('main [name=version]').value = '99'")
    press(page, ".go button")
    yield "an action in two windows"


def _fill(page: Page, what: str) -> None:
    page.fill("#what", what)
    page.fill("#owner", "Team leader")
    page.fill("#due", (clock.today() + timedelta(days=60)).isoformat())
    page.select_option("#measure", "wi1")


def _pledging(page: Page, at: str) -> Iterator[str]:
    page.goto(at)
    press(page, "a[href$='/pledges/new']")
    yield "a new pledge"
    page.fill(
        "#said_easy",
        "word " * 20,
    )
    press(page, ".go button")
    yield "a pledge with errors"
    for name in ("said", "did", "said_easy", "did_easy"):
        page.fill(f"#{name}", "Music on Thursdays.")
    press(page, ".go button")
    yield "a pledge"
    press(page, "main a[href*='/pledges/']:has(.unseen)")
    yield "changing a pledge"
    page.evaluate("document.querySelector('main [name=version]').value = '99'")
    page.fill("#said", "Evenings are long.")
    press(page, ".go button")
    yield "a pledge in two windows"
    page.goto(at)
    press(page, "form[action$=release] button")
    yield "released"


@pytest.mark.parametrize("width", [1280, 320])
def test_its_pages_are_for_everybody(visit: Visit, site: Site, store: Store, width: int) -> None:
    page = visit(width, 900)
    found = faults(page, states(page, site, store))
    assert not found, "\n".join(found)
