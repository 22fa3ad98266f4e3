"""Somebody in Urdu, black and yellow, meets errors and two windows, sends, and takes it all back."""

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from mir.db import Store
from mir.respond.models import Comment, Draft, Sheet
from mir.respond.sealing import seal_waiting
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.browser.people import NEXT, answer, four_words, how, kept, sound, written
from tests.browser.walk import change, leave

pytestmark = pytest.mark.browser


def test_somebody_in_urdu_meets_errors_and_two_windows_and_takes_it_all_back(
    visit: Visit, site: Site, store: Store
) -> None:
    page = visit(390, 800)
    _begun_in_urdu(page, site)
    first, code = page.url, journey.question(page)
    other = _two_windows(page, first)
    page.goto(f"{site.url}/answer/check")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ur", "rtl"]
    sound(page)
    leave(page, "form[action$=send] button.main")
    sound(page)
    words = four_words(page)
    change(page, "language-en")
    assert four_words(page) == words
    change(page, "language-ur")
    other.goto(first)  # the second window shows nothing any more, and says why in the same look
    assert other.evaluate("document.documentElement.lang") == "ur"
    assert "contrast" in (other.get_attribute("body", "class") or "")
    sound(other)

    assert seal_waiting(store, site.round_id, least=1, left=0) == 1
    sheet, answers = kept(site, store)
    assert how(sheet) == ("person", "standard", "ur", "web", "none", "nobody")
    assert answers == {code: "agree"}
    assert written(store) == [("own", site.edition.theme_of[code].code, "کھانا اچھا ہے")]

    _taken_back(page, site, words)
    with store.reading() as session:
        for table in (Sheet, Comment, Draft):
            assert session.scalars(select(table)).all() == []


def _begun_in_urdu(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/?language=ur")
    change(page, "look-contrast")
    page.goto(f"{site.url}/?language=ur")
    page.fill("#code", "ABCD 2345")
    leave(page, "main form button")
    sound(page, "front with an error")
    page.fill("#code", site.codes[Voice.PERSON])
    leave(page, "main form button")
    sound(page)
    leave(page, "button[value=standard]")
    leave(page, "button[value=yes]")
    leave(page, NEXT)
    sound(page, "help with an error")
    page.check("input[value=none]")
    leave(page, NEXT)


def _taken_back(page: Page, site: Site, words: str) -> None:
    page.goto(f"{site.url}/back")
    page.fill("#words", "one two")
    leave(page, "main .pair button")
    sound(page, "back with an error")
    page.fill("#words", words)
    leave(page, "main .pair button")
    sound(page)
    leave(page, "main .pair button")
    sound(page)


def _two_windows(page: Page, first: str) -> Page:
    """The second window, once the first has been heard."""
    leave(page, NEXT)
    sound(page, "question with an error")
    page.goto(first)
    other = page.context.new_page()
    other.goto(first)
    answer(other, "disagree")
    page.check("input[value=agree]")
    page.click("main summary")
    page.fill("#comment", "کھانا اچھا ہے")
    leave(page, NEXT)
    sound(page, "two windows: an error")
    assert page.is_checked("input[value=agree]")  # nothing of this window is lost
    leave(page, NEXT)
    return other
