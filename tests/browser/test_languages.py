"""Urdu runs from right to left, and what stands on one side in Welsh stands on the other."""

import pytest
from playwright.sync_api import Page

from mir import clock
from mir.db import Store
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists, round_card
from surveys.framework import Voice
from surveys.load import shipped_edition
from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser

LANGUAGES = (("cy", "ltr"), ("ur", "rtl"))


@pytest.fixture
def code(site: Site, store: Store) -> str:
    """A person's code of a round in three languages."""
    service = round_card(store, site.round_id).service.id
    edition = shipped_edition("core", ("en", "cy", "ur"))
    round_id = open_round(store, NewRound(service, edition, "Autumn", clock.today(), clock.today()))
    return next(codes.shared for codes in code_lists(store, round_id) if codes.voice is Voice.PERSON)


def at_a_question(page: Page, url: str, code: str, language: str) -> None:
    """Open the first question in this language."""
    page.goto(f"{url}/a/{code}?language={language}")
    page.click("button[value=easy_read]")
    page.click("button[value=yes]")
    page.check("input[value=none]")
    page.click(".go button[value=next]")


def test_what_stands_on_the_left_in_welsh_stands_on_the_right_in_urdu(
    visit: Visit, site: Site, code: str
) -> None:
    sides = {}
    for language, direction in LANGUAGES:
        page = visit(1000, 800)
        at_a_question(page, site.url, code, language)
        places = {}
        for name in (".option input", ".option .symbol", "button[value=back]", ".go button[value=skip]"):
            box = page.locator(name).first.bounding_box()
            assert box is not None
            places[name] = box["x"] + box["width"] / 2
        sides[direction] = places
    for name, left in sides["ltr"].items():
        if "go" not in name:  # how wide the words of other buttons are moves these
            assert abs(left + sides["rtl"][name] - 1000) < 60, name
    assert sides["ltr"]["button[value=back]"] < sides["ltr"][".go button[value=skip]"]
    assert sides["rtl"]["button[value=back]"] > sides["rtl"][".go button[value=skip]"]


def test_telephone_numbers_stay_in_their_order_in_urdu(visit: Visit, site: Site, code: str) -> None:
    page = visit()
    page.goto(f"{site.url}/a/{code}?language=ur")
    page.click("button[value=standard]")
    page.goto(f"{site.url}/safe")
    number = page.locator(".number").first
    assert number.get_attribute("dir") == "ltr"
