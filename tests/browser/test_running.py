"""A manager goes from the sign-in to an open round with printed codes; every page is for everybody."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from mir import clock
from mir.db import Store
from mir.providers.models import Kind, Role
from mir.providers.operations import add_service
from mir.providers.register import services
from mir.rounds.queries import code_lists, rounds_for
from mir.running.handouts import Choice
from mir.running.operations import invite
from surveys.framework import Presentation, Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.browser.desk import faults, follow, press, signed_in, write

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [False, True])
def test_from_the_sign_in_to_an_open_round_with_printed_codes_by_keyboard_alone(
    visit: Visit, site: Site, store: Store, *, script: bool
) -> None:
    page = visit(script=script)
    account_id = signed_in(page, site, store, Role.MANAGER)
    service_id = services(store)[0].id
    # Three steps from the desk: open a round, choose, and it is open.
    follow(page, f"a[href='/services/{service_id}/open']")
    follow(page, f"a[href='/services/{service_id}/open/core']")
    write(page, "#title", "Autumn")
    write(page, "#invited-person", "24")
    follow(page, ".go button")
    assert page.inner_text("h1") == "Autumn is open"
    card = next(one for one in rounds_for(store, account_id) if one.title == "Autumn")
    follow(page, f"a[href='/rounds/{card.id}/hand-out']")
    write(page, "#number", "9")
    assert page.locator(".go button").count() == 1
    journey.tab_to(page, ".go button")
    with page.expect_response(lambda one: one.url.endswith(".pdf?what=cards")) as begun:
        page.keyboard.press("Enter")
    printed = page.request.get(begun.value.url)
    while printed.status == 202:
        printed = page.request.get(begun.value.url)
    assert printed.status == 200
    text = " ".join(one.extract_text() for one in PdfReader(BytesIO(printed.body())).pages)
    codes = next(one.single for one in code_lists(store, card.id) if one.voice is Voice.PERSON)
    assert len(codes) == 9
    assert all(f"{code[:4]} {code[4:]}" in text for code in codes)
    # Somebody who was given a card gets in.
    person = visit(script=False)
    person.goto(f"{site.url}/a/{codes[0]}")
    assert "Tell us about your support from Rose House" in person.inner_text("h1")


def states(page: Page, site: Site, store: Store) -> Iterator[str]:
    """Every page on which a round is run: fresh, with errors, and filled."""
    signed_in(page, site, store, Role.MANAGER)
    service, at = services(store)[0], f"{site.url}/rounds/{site.round_id}"
    yield "desk"
    opening = f"{site.url}/services/{service.id}/open"
    for path in ("", "/core", "/core/see", "/core/see?see_language=ur&see_look=easy_read"):
        page.goto(f"{opening}{path}", wait_until="networkidle")
        yield f"open{path}"
    page.goto(f"{opening}/core")
    page.fill("#title", "Spring")
    page.fill("#closes", "2020-01-01")
    page.fill("#invited-person", "🌹")
    press(page, ".go button")
    yield "opening with errors"
    yield from _reaching(page, at)
    yield from _time(page, at)
    choice = Choice(Voice.STAFF, Presentation.STANDARD, "en")
    past = clock.today() - timedelta(days=3)
    invite(store, site.round_id, choice, [f"b{number}@example.org" for number in range(5)], past)
    for path in ("", "/next", "/hand-out", "/send", "/remind/staff"):
        page.goto(f"{at}{path}")
        yield f"round{path}"
    for number in range(10):
        add_service(store, service.organisation_id, f"Home {number}", Kind.HOME_CARE)
    for path in ("", "?find=home", "?find=zebra"):
        page.goto(f"{site.url}/desk{path}")
        yield f"desk{path}"


def _reaching(page: Page, at: str) -> Iterator[str]:
    page.goto(f"{at}/hand-out")
    page.fill("#number", "0")
    press(page, ".go button")
    yield "handing out with an error"
    page.goto(f"{at}/send")
    page.fill("#addresses", "ann@example.org\nnobody")
    press(page, ".go button")
    yield "sending with an error"
    page.fill("#addresses", "\n".join(f"a{number}@example.org" for number in (0, 0, 1, 2, 3, 4)))
    press(page, ".go button")
    yield "sending, asked once more"
    press(page, ".go button")
    yield "sent"
    page.goto(f"{at}/remind/person")
    yield "too soon to remind"
    press(page, "button[value=forget]")
    yield "deleting addresses without the name"


def _time(page: Page, at: str) -> Iterator[str]:
    page.goto(f"{at}/longer")
    yield "longer"
    page.fill("#closes", "2020-01-01")
    press(page, ".go button")
    yield "longer with an error"
    page.goto(f"{at}/close")
    yield "closing"
    page.fill("#name", "Oak House")
    press(page, "form:has(#name) button")
    yield "closing with an error"


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    visit: Visit, site: Site, store: Store, width: int
) -> None:
    page = visit(width, 900)
    found = faults(page, states(page, site, store))
    assert not found, "\n".join(found)
