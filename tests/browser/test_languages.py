"""Urdu runs from right to left on every answering page, and Welsh and Urdu are as usable as English."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
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


def states(page: Page, url: str, code: str, language: str) -> Iterator[str]:
    """Every page of the way in this language, by name."""
    page.goto(f"{url}/?language={language}")
    yield "front"
    page.goto(f"{url}/a/{code}?language={language}")
    yield "welcome"
    page.click("button[value=easy_read]")
    yield "consent"
    page.click("button[value=yes]")
    yield "help"
    page.check("input[value=none]")
    page.click(".go button[value=next]")
    yield "question"
    page.click("summary")
    page.fill("#comment", "=cmd() <b>یہ اچھا ہے</b>")
    page.click(".go button[value=next]")
    yield "question with an error"
    page.check("input[value=agree]")
    page.click(".go button[value=next]")
    for place in ("/answer/check", "/safe", f"/a/{code}/what-we-keep?language={language}", "/nowhere"):
        page.goto(url + place)
        yield place
    page.goto(f"{url}/answer/check")
    page.click("form[action$=send] button:not([name])")
    yield "thanks"


@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
def test_every_page_runs_its_way_fits_and_has_no_barrier(
    visit: Visit, site: Site, code: str, language: str, direction: str
) -> None:
    page = visit(320, 800)
    faults = []
    for state in states(page, site.url, code, language):
        root = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        wide = page.evaluate("document.documentElement.scrollWidth") > 320
        found = Axe().run(page)
        if root != [language, direction] or wide or found.violations_count:
            faults.append(f"{state}: {root} {'wide' if wide else ''} {found.generate_report()}")
    assert not faults, "\n".join(faults)


def test_what_stands_on_the_left_in_welsh_stands_on_the_right_in_urdu(
    visit: Visit, site: Site, code: str
) -> None:
    sides = {}
    for language, direction in LANGUAGES:
        page = visit(1000, 800)
        for state in states(page, site.url, code, language):
            if state == "question":
                break
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
