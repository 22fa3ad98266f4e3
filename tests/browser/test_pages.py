"""What a page weighs, whether everybody can use it, and whether it fits a narrow screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from mir.db import Store
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.browser.walk import states

pytestmark = pytest.mark.browser

PRESENTATIONS = ("standard", "easy_read")
MOST_PAGE, MOST_VISIT, MOST_REQUESTS = 12_000, 20_000, 3


@pytest.mark.parametrize("presentation", PRESENTATIONS)
def test_a_first_visit_to_a_question_is_light(visit: Visit, site: Site, presentation: str) -> None:
    begun = visit()
    journey.begin_by_keyboard(begun, site.url, site.codes[Voice.PERSON], presentation)
    assert begun.url.endswith("/answer/question/wi1")
    # The same cookies in a browser that has never been here: nothing is kept yet.
    page = visit()
    page.context.add_cookies(begun.context.storage_state()["cookies"])  # type: ignore[arg-type]  # alike
    weights: list[int] = []
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.goto(begun.url, wait_until="networkidle")
    assert len(page.content().encode()) <= MOST_PAGE
    assert 2 <= len(weights) <= MOST_REQUESTS
    assert sum(weights) <= MOST_VISIT


@pytest.mark.parametrize("presentation", PRESENTATIONS)
def test_axe_finds_nothing_on_any_page(visit: Visit, site: Site, store: Store, presentation: str) -> None:
    page = visit(1280, 900)
    faults = [
        f"{state}: {found.generate_report()}"
        for state in states(page, site, store, presentation)
        if (found := Axe().run(page)).violations_count
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("presentation", PRESENTATIONS)
def test_nothing_is_wider_than_a_narrow_screen(
    visit: Visit, site: Site, store: Store, presentation: str
) -> None:
    # 320 pixels are also what is left of 1280 at 400% zoom.
    page = visit(320, 256)
    wide = [
        state
        for state in states(page, site, store, presentation)
        if page.evaluate("document.documentElement.scrollWidth") > 320
    ]
    assert not wide


def test_the_buttons_at_the_foot_never_hide_what_is_in_focus(visit: Visit, site: Site) -> None:
    page = visit(390, 760)
    journey.begin_by_keyboard(page, site.url, site.codes[Voice.PERSON], "easy_read")
    journey.tab_to(page, "#answer")
    for key in ["Space", *["ArrowDown"] * 6, "Tab"]:
        page.keyboard.press(key)
        shown, bar = (page.locator(one).bounding_box() for one in (":focus", ".go"))
        assert shown is not None
        assert bar is not None
        assert shown["y"] + shown["height"] <= bar["y"]
