"""A survey is built, published and answered by keyboard alone, and its pages are for everybody."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from mir import clock
from mir.authoring.queries import editions_of
from mir.db import Store
from mir.providers.register import services
from mir.respond.models import Draft
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists, edition
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.browser.desk import faults, follow, press, write
from tests.browser.making import Maker, signed_in

pytestmark = pytest.mark.browser


def test_a_survey_is_built_published_and_answered_by_keyboard_alone(
    visit: Visit, site: Site, store: Store
) -> None:
    page = visit(script=False)
    maker = signed_in(page, site, store)
    # Three steps from the desk: surveys, start, and the survey is there.
    page.goto(f"{site.url}/desk")
    follow(page, "a[href='/surveys']")
    follow(page, "form:has(input[value=easy-read-short]) button")
    _build(page, path(page.url))
    code, round_id = _open(store, maker)
    person = visit(script=False)
    given = {"wi3": "agree", "which_room_do_you_like": "garden_room"}
    journey.answer_by_keyboard(person, site.url, code, given)
    with store.reading() as session:
        (draft,) = session.scalars(select(Draft).where(Draft.round_id == round_id))
        assert (draft.sent, draft.answers) == (True, given)


def _build(page: Page, at: str) -> None:
    """Switch a statement off, add a question with two answers, and publish."""
    follow(page, f"a[href='{at}/statements']")
    journey.tab_to(page, "#statement-wi1")
    page.keyboard.press("Space")
    follow(page, ".stay button")
    assert "1 of 6" in page.inner_text("main")
    follow(page, f"a[href='{at}/questions/new']")
    journey.choose(page, "kind", "one_choice")
    journey.press(page, "Enter")
    write(page, "#words-all-easy_read-en", "Which room is best?")
    write(page, "#words-all-standard-en", "Which room do you like best?")
    for number, word in enumerate(("Kitchen", "Garden room"), start=1):
        write(page, f"#option-{number}-easy_read-en", word)
        write(page, f"#option-{number}-standard-en", word)
    follow(page, "#option-3-drop")
    follow(page, ".stay button")
    follow(page, f"a[href='{at}/publish']")
    write(page, "#people", "2")
    write(page, "#way", "We tried it on paper.")
    write(page, "#changed", "One statement went.")
    follow(page, "form:has(#people) button")
    assert "2 people with lived experience went through it." in page.inner_text("main")


def _open(store: Store, maker: Maker) -> tuple[str, str]:
    """The code for people and the id of a round that asks what was published."""
    (published,) = editions_of(store, maker.organisation_id)
    made, today = edition(store, published.edition_hash), clock.today()
    service_id = services(store)[0].id
    round_id = open_round(store, NewRound(service_id, made, "Ours", today, today + timedelta(days=7)))
    codes = code_lists(store, round_id)
    return next(one.shared for one in codes if one.voice is Voice.PERSON), round_id


def test_moving_keeps_the_button_in_focus_and_says_where_the_question_is(
    visit: Visit, site: Site, store: Store
) -> None:
    page = visit(script=False)
    maker = signed_in(page, site, store)
    page.goto(maker.at)
    follow(page, "button[value='up:why']")
    assert journey.is_on(page, "button[value='up:why']")
    assert page.locator("[role=status]").inner_text() == "“What would make it better?” is now 1 of 2."


def test_what_people_see_is_shown_while_it_is_typed(visit: Visit, site: Site, store: Store) -> None:
    maker = signed_in(visit(), site, store)
    page = maker.page
    page.goto(f"{maker.at}/questions/food")
    shown = page.frame_locator("iframe.looks").locator("h1")
    expect(shown).to_have_text("How is the food here?")
    page.fill("#words-all-standard-en", "Is the food hot?")
    expect(shown).to_have_text("Is the food hot?")
    page.select_option("#see_look", "easy_read")
    expect(shown).to_have_text("How is the food?")


def test_what_people_see_is_shown_by_a_button_where_there_is_no_script(
    visit: Visit, site: Site, store: Store
) -> None:
    maker = signed_in(visit(script=False), site, store)
    page = maker.page
    page.goto(f"{maker.at}/questions/food")
    page.fill("#words-all-standard-en", "Is the food hot?")
    page.get_by_role("button", name="Show it as typed").click()
    expect(page.frame_locator("iframe.looks").locator("h1")).to_have_text("Is the food hot?")
    assert page.url == f"{maker.at}/questions/food"


def test_questions_can_be_dragged_too(visit: Visit, site: Site, store: Store) -> None:
    maker = signed_in(visit(), site, store)
    page = maker.page
    page.goto(maker.at)
    with page.expect_navigation():
        page.drag_and_drop("#q-why .grip", "#q-food .what a", target_position={"x": 5, "y": 2})
    links = page.locator(".own .what > a").all_inner_texts()
    assert links == ["What would make it better?", "How is the food here?"]


def states(maker: Maker, url: str) -> Iterator[str]:
    """Every page on which a survey is made: fresh, with errors, and filled."""
    page, at = maker.page, maker.at
    for path_ in ("/surveys", "/surveys/bring"):
        page.goto(f"{url}{path_}")
        yield path_
    for path_ in (
        *("", "/about", "/statements", "/statements/staff", "/questions/new", "/questions/new?kind=grid"),
        *(
            "/questions/food",
            "/questions/why",
            "/questions/new?kind=number",
            "/parts",
            "/preview",
            "/earlier",
        ),
        *("/file", "/remove"),
    ):
        page.goto(f"{at}{path_}", wait_until="networkidle")
        yield path_
    yield from _errors(maker, url)
    page.goto(f"{at}/parts")
    press(page, "button[value=divide]")
    yield "parts"
    page.goto(f"{at}/parts/part_1")
    yield "a part"
    page.goto(f"{at}/publish")
    for name, words in (("people", "1"), ("way", "Aloud."), ("changed", "Nothing.")):
        page.fill(f"#{name}", words)
    press(page, "form:has(#people) button")
    yield "published"
    page.goto(f"{at}/questions/why")
    page.check("[name=show][value=text]")
    page.get_by_text("Write a condition").click()
    page.fill("#show_text", "nobody == 1")
    press(page, ".stay button")
    yield "with a fault"
    page.goto(f"{at}/publish")
    yield "publishing with a fault"


def _errors(maker: Maker, url: str) -> Iterator[str]:
    page, at = maker.page, maker.at
    page.goto(f"{at}/about")
    page.fill("#title-en", "")
    press(page, ".go button")
    yield "about with an error"
    page.goto(f"{at}/questions/new?kind=several_choices")
    press(page, ".stay button")
    yield "a question with errors"
    page.goto(f"{at}/questions/new")
    press(page, ".go button")
    yield "kinds with an error"
    page.goto(f"{at}/publish")
    press(page, "form:has(#people) button")
    yield "publish with errors"
    page.goto(f"{url}/surveys/bring")
    page.fill("#text", "survey: x")
    press(page, ".go button")
    yield "a faulty file"
    page.goto(f"{at}/about")
    page.evaluate("document.querySelector('[name=version]').value = '999'")
    page.fill("#title-en", "Another title")
    press(page, ".go button")
    yield "two windows"


def path(url: str) -> str:
    return "/" + url.split("/", 3)[3].partition("?")[0].partition("#")[0]


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (320, 256)])
def test_the_pages_for_making_a_survey_are_for_everybody(
    visit: Visit, site: Site, store: Store, width: int, height: int
) -> None:
    maker = signed_in(visit(width, height), site, store)
    found = faults(maker.page, states(maker, site.url))
    assert not found, "\n".join(found)
