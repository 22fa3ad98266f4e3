"""A whole Easy Read survey by keyboard alone, with scripts switched off."""

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from mir.db import Store
from mir.respond.models import Comment, Draft, Sheet
from mir.respond.sealing import seal_waiting
from surveys.answers import unpack
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser

GIVEN = (
    "agree",
    "agree_a_lot",
    "disagree",
    "in_the_middle",
    "disagree_a_lot",
    "prefer_not",
    "does_not_apply",
)


def test_everybody_can_answer_by_keyboard_without_script(visit: Visit, site: Site, store: Store) -> None:
    page = visit(script=False)
    codes = [statement.code for statement in site.edition.statements]
    answers: dict[str, str | None] = {code: GIVEN[place % 7] for place, code in enumerate(codes)}
    answers |= {codes[4]: None, codes[9]: None}

    journey.begin_by_keyboard(page, site.url, site.codes[Voice.PERSON], "easy_read")
    journey.answer_one(page, answers[codes[0]], "The garden is lovely.")
    follow(page, ".go button[value=back]")
    assert journey.question(page) == codes[0]
    assert page.locator(f"input[name=answer][value={answers[codes[0]]}]").is_checked()
    while (asked := journey.question(page)) != "check":
        journey.answer_one(page, answers[asked])
    follow(page, f"a[href*='/answer/question/{codes[2]}?']")
    journey.answer_one(page, "agree")  # a change of mind
    assert journey.question(page) == "check"
    journey.send_by_keyboard(page)
    assert page.title() == "Thank you – Making it Real"

    given = {code: answer for code, answer in answers.items() if answer} | {codes[2]: "agree"}
    with store.reading() as session:
        draft = session.scalars(select(Draft)).one()
        assert (draft.sent, draft.answers) == (True, given)
    assert seal_waiting(store, site.round_id, least=1, left=0) == 1
    with store.reading() as session:
        sheet, comment = session.scalars(select(Sheet)).one(), session.scalars(select(Comment)).one()
    assert unpack(site.edition, sheet.answers) == {code: given.get(code, "not_answered") for code in codes}
    assert (sheet.presentation, sheet.how, sheet.help) == ("easy_read", "web", "none")
    assert (comment.theme, comment.text) == ("wi", "The garden is lovely.")


def follow(page: Page, selector: str) -> None:
    """Press something that leads to another page."""
    journey.tab_to(page, selector)
    journey.press(page, "Enter")


def test_enter_on_a_chosen_answer_goes_on(visit: Visit, site: Site) -> None:
    page = visit(script=False)
    journey.begin_by_keyboard(page, site.url, site.codes[Voice.STAFF], "standard")
    journey.choose(page, "answer", "agree")
    journey.press(page, "Enter")
    assert journey.question(page) == site.edition.statements[1].code


def test_a_mistake_is_in_focus_and_its_link_leads_to_the_answers(visit: Visit, site: Site) -> None:
    page = visit(script=False)
    journey.begin_by_keyboard(page, site.url, site.codes[Voice.STAFF], "standard")
    journey.tab_to(page, ".go button[value=next]")
    journey.press(page, "Enter")
    assert page.title().startswith("Error: ")
    assert journey.is_on(page, ".errors")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert journey.is_on(page, "input[name=answer]")
