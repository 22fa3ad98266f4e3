"""In a real browser, by keyboard and without script: an interviewer asks two people one after the other."""

import pytest
from playwright.sync_api import Page

from mir.db import Store
from mir.respond.sealing import close_round
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.mir.respond.conftest import sheets_in


def begin(page: Page, site: Site) -> None:
    """From the opening to the first question, after a yes."""
    page.goto(f"{site.url}/interview/{site.codes[Voice.PERSON]}")
    assert "Do you want to take part?" in page.inner_text("main")
    journey.choose(page, "works", "no")
    journey.tab_to(page, "button[value=yes]")
    journey.press(page, "Enter")


@pytest.mark.browser
def test_two_people_are_asked_one_after_the_other(visit: Visit, site: Site, store: Store) -> None:
    page = visit(320, 800, script=False)
    begin(page, site)
    first = page.url
    assert "Read the question just as it stands." in page.inner_text("main")
    journey.answer_one(page, "agree")
    begin(page, site)
    assert page.url == first
    assert page.locator("input:checked").count() == 0
    journey.answer_one(page, "disagree")
    page.goto(f"{site.url}/answer/check")
    journey.send_by_keyboard(page)
    assert page.url.endswith("/thanks")
    close_round(store, site.round_id)
    (sheet,) = sheets_in(store)
    assert (sheet.how, sheet.help, sheet.helper) == ("phone", "wrote_for_me", "independent")
