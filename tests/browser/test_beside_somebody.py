"""Two people and whoever is beside them, from the start to what is kept; no page with a barrier."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from mir.db import Store
from mir.respond.sealing import close_round
from surveys.framework import Presentation, Voice
from surveys.journey import path
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.browser.people import NEXT, answer, four_words, how, kept, sound, sound_without_scripts, written
from tests.browser.walk import change, leave

pytestmark = pytest.mark.browser

HIDDEN = "You answered this. It is hidden."


def _begun_in_easy_read(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/a/{site.codes[Voice.PERSON]}")
    for button in ("button[value=easy_read]", "button[value=yes]"):
        sound(page)
        leave(page, button)
    sound(page)
    page.check("input[value=read_to_me]")
    page.check("input[name=helper][value=staff]")
    leave(page, NEXT)
    assert page.locator("main .symbol").count() > 0


def _answered_alone(page: Page, site: Site, codes: list[str]) -> None:
    """The helper looks away for these, and looks again."""
    leave(page, "button[value=alone]")
    sound(page)
    leave(page, "button[value=tree]")
    for code in codes:
        assert journey.question(page) == code
        sound(page)
        answer(page, "disagree_a_lot")
    page.goto(f"{site.url}/answer/question/{codes[0]}")
    assert HIDDEN in page.inner_text("main")
    assert page.locator("input:checked").count() == 0
    sound(page)


def _stopped_half_way(page: Page, codes: list[str]) -> str:
    """The four words, after these questions and without pictures."""
    for code in codes:
        assert journey.question(page) == code
        answer(page, "agree")
    change(page, "look-bare")
    assert page.locator("main .symbol").count() == 0
    sound(page)
    leave(page, "button[value=stop]")
    sound(page)
    leave(page, ".pair .main")
    sound(page)
    return four_words(page)


def _finished_elsewhere(page: Page, site: Site, words: str, codes: list[str]) -> None:
    """Back by the four words in another browser, where all that was said stays hidden; sent in the end."""
    page.goto(f"{site.url}/back")
    sound(page)
    page.fill("#words", words)
    leave(page, "main .pair button")
    for code in codes:
        assert journey.question(page) == code
        sound(page)
        answer(page, "agree_a_lot")
    rows = page.locator("dl.answers dd").all_inner_texts()
    assert rows.count(HIDDEN) == len(site.edition.statements)  # here too, and nobody pressed the picture
    sound(page)
    leave(page, "form[action$=send] button.main")
    sound(page)


def test_somebody_in_easy_read_answers_one_theme_alone_and_finishes_elsewhere(
    visit: Visit, site: Site, store: Store
) -> None:
    steps = path(site.edition, Voice.PERSON, {}, Presentation.EASY_READ)
    alone = site.edition.theme_of[steps[0].code].code
    mine = [one.code for one in steps if site.edition.theme_of[one.code].code == alone]
    others = [one.code for one in steps if one.code not in mine]
    assert len(mine) > 1

    half = others[: len(others) // 2]
    page = visit(390, 800)
    _begun_in_easy_read(page, site)
    _answered_alone(page, site, mine)
    page.goto(f"{site.url}/answer/question/{others[0]}")
    words = _stopped_half_way(page, half)

    _finished_elsewhere(visit(1100, 900), site, words, others[len(half) :])
    close_round(store, site.round_id)
    sheet, answers = kept(site, store)
    assert how(sheet) == ("person", "easy_read", "en", "web", "read_to_me", "staff")
    expected = (
        dict.fromkeys(mine, "disagree_a_lot")
        | dict.fromkeys(half, "agree")
        | dict.fromkeys(others[len(half) :], "agree_a_lot")
    )
    assert answers == expected


def test_a_relative_answers_for_a_person_in_welsh_by_keyboard_without_scripts(
    visit: Visit, site: Site, store: Store
) -> None:
    page, reader = visit(script=False), visit()
    _begun_in_welsh(page, reader, site)
    given = _answered_in_welsh(page, reader)
    assert "large" in (page.get_attribute("body", "class") or "")
    sound_without_scripts(page, reader)
    journey.send_by_keyboard(page)
    assert page.url.endswith("/thanks")
    sound_without_scripts(page, reader)
    close_round(store, site.round_id)
    sheet, answers = kept(site, store)
    assert how(sheet) == ("person", "standard", "cy", "web", "answered_for_me", "family")
    assert answers == given
    assert [(whose, text) for whose, _, text in written(store)] == [("proxy", "Mae hi’n hoffi canu")]


def _begun_in_welsh(page: Page, reader: Page, site: Site) -> None:
    page.goto(f"{site.url}/?language=cy")
    journey.tab_to(page, "#looks summary")
    page.keyboard.press("Enter")
    journey.tab_to(page, "button[value=look-large]")
    journey.press(page, "Enter")
    page.goto(f"{site.url}/?language=cy")
    sound_without_scripts(page, reader)
    journey.tab_to(page, "#code")
    page.keyboard.type(site.codes[Voice.PERSON])
    journey.press(page, "Enter")
    for button in ("button[value=standard]", "button[value=yes]"):
        sound_without_scripts(page, reader)
        journey.tab_to(page, button)
        journey.press(page, "Enter")
    sound_without_scripts(page, reader)
    journey.choose(page, "help", "answered_for_me")
    journey.choose(page, "helper", "family")
    journey.press(page, "Enter")


def _answered_in_welsh(page: Page, reader: Page) -> Mapping[str, object]:
    """Every third question is passed over, and one is written to; what was answered."""
    given: dict[str, object] = {}
    for place in range(100):
        code = journey.question(page)
        if code == "check":
            break
        sound_without_scripts(page, reader)
        assert "person" in page.inner_text("h1")
        assert "mi " not in page.inner_text("h1")
        value = None if place % 3 == 2 else ("agree", "does_not_apply")[place % 3]
        journey.answer_one(page, value, "Mae hi’n hoffi canu" if place == 0 else "")
        given |= {code: value} if value else {}
    return given
