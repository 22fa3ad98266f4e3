"""In a real browser: a helper sits beside a person who answers alone, and tries everything they can press."""

import pytest
from playwright.sync_api import Page

from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.browser.walk import leave

HIDDEN = "You answered this. It is hidden."


def start(page: Page, site: Site, help_: str) -> None:
    """To the first question in Easy Read, with the help of staff."""
    page.goto(f"{site.url}/a/{site.codes[Voice.PERSON]}")
    leave(page, "button[value=easy_read]")
    leave(page, "button[value=yes]")
    page.check(f"input[name=help][value={help_}]")
    page.check("input[name=helper][value=staff]")
    leave(page, ".go button[value=next]")


def choose(page: Page, answer: str) -> None:
    page.check(f"input[name=answer][value={answer}]")
    leave(page, ".go button[value=next]")


def shows_nothing(page: Page) -> bool:
    """Whether a question that was answered alone shows nothing chosen, nor says it in its source."""
    return HIDDEN in page.inner_text("main") and page.locator("input:checked").count() == 0


def hidden_with(page: Page, picture: str) -> None:
    """Answer the first question with help and the second alone, hidden behind this picture."""
    choose(page, "disagree_a_lot")
    leave(page, "button[value=alone]")
    leave(page, f"button[value={picture}]")
    choose(page, "agree_a_lot")


@pytest.mark.browser
@pytest.mark.parametrize("script", ["with script", "without"])
def test_a_helper_cannot_look_by_going_back_reloading_or_reading_another_way(
    visit: Visit, site: Site, script: str
) -> None:
    page = visit(320, 800, script=script == "with script")
    start(page, site, "wrote_for_me")
    first = page.url
    tab = page.context.new_page()  # the helper has the first question open beside it
    tab.goto(first)
    hidden_with(page, "star")
    page.go_back()
    assert shows_nothing(page)
    page.reload()
    assert shows_nothing(page)
    page.click("header summary")
    leave(page, "button[value=switch]")
    assert shows_nothing(page)
    tab.reload()
    assert shows_nothing(tab)
    tab.goto(f"{site.url}/answer/check")
    rows = tab.locator("dl.answers dd").all_inner_texts()
    assert rows.count(HIDDEN) == 2
    assert not any("agree" in row.lower() for row in rows)


@pytest.mark.browser
def test_a_helper_who_guesses_pictures_is_stopped_and_the_answers_are_sent_all_the_same(
    visit: Visit, site: Site
) -> None:
    page = visit()
    start(page, site, "read_to_me")
    first = page.url
    hidden_with(page, "star")
    page.goto(f"{site.url}/answer/alone/show")
    leave(page, "button[value=sun]")
    assert "That is not your picture." in page.inner_text("main")
    leave(page, "button[value=cup]")
    assert page.locator(".pictures button").count() == 0
    page.goto(first)
    assert shows_nothing(page)
    page.goto(f"{site.url}/answer/check")
    leave(page, "form[action$=send] button:last-child")
    assert page.url.endswith("/thanks")


@pytest.mark.browser
def test_the_picture_shows_the_answers_again(visit: Visit, site: Site) -> None:
    page = visit()
    start(page, site, "read_to_me")
    first = page.url
    choose(page, "agree")
    journey.tab_to(page, "button[value=alone]")
    journey.press(page, "Enter")
    journey.tab_to(page, "button[value=fish]")
    journey.press(page, "Enter")
    page.goto(first)
    assert shows_nothing(page)
    leave(page, "text=Show my answers")
    leave(page, "button[value=fish]")
    assert page.url == first
    assert page.is_checked("input[name=answer][value=agree]")


@pytest.mark.browser
def test_somebody_who_answers_for_a_person_reads_of_the_person(visit: Visit, site: Site) -> None:
    page = visit(320, 800)
    start(page, site, "answered_for_me")
    assert page.inner_text("h1") == "The person does the things that matter to them."
    assert "You are answering for the person." in page.inner_text("main")
    assert page.locator("button[value=alone]").count() == 0
    page.goto(f"{site.url}/answer/help")
    page.check("input[name=help][value=read_to_me]")
    leave(page, ".go button[value=next]")
    assert page.inner_text("h1") == "I do the things that matter to me."
