"""What a page weighs, and whether what is in focus can be seen."""

import pytest

from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit

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
