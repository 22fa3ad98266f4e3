"""Leaving and coming back, and one device that several people use."""

from datetime import timedelta

import pytest
from flask import Flask

from mir import clock
from mir.db import Store
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in


def test_somebody_carries_on_where_they_left(somebody: Somebody, person_code: str, app: Flask) -> None:
    somebody.begin_answering(person_code)
    somebody.press("next", "agree")
    # The browser is closed; its cookies stay on the disk.
    again = Somebody(app.test_client())
    cookie = somebody.client.get_cookie("mir")
    assert cookie is not None
    assert cookie.expires is not None
    again.client.set_cookie("mir", cookie.value)
    page = again.get(f"/a/{person_code}")
    assert "Carry on" in page.text
    assert "agree" not in page.text.casefold()
    again.post(f"/a/{person_code}/carry-on")
    assert again.path == "/answer/question/aa2"
    assert again.get("/answer/question/aa1").chosen() == "agree"


@pytest.mark.parametrize("path", ["/answer/question/aa1", "/answer/help"])
def test_a_browser_that_two_people_use_fills_nothing_in_again(
    somebody: Somebody, person_code: str, path: str
) -> None:
    # Chromium puts what stood in a form back into it after Back, though the page itself is not kept.
    somebody.begin_answering(person_code)
    form = next(one for one in somebody.get(path).all("form", id="answers"))
    assert form["autocomplete"] == "off"


def test_the_cookie_outlasts_every_round_so_that_pages_need_not_send_it_again(
    somebody: Somebody, person_code: str
) -> None:
    somebody.begin_answering(person_code)
    cookie = somebody.client.get_cookie("mir")
    assert cookie is not None
    assert cookie.expires is not None
    lasts = cookie.expires - clock.now()
    # A round takes answers for 90 days at most (docs/manager.md).
    assert lasts > timedelta(days=90)
    assert "Set-Cookie" not in somebody.client.get("/answer/question/aa1").headers


def test_carrying_on_before_the_first_answer_begins_with_help(somebody: Somebody, person_code: str) -> None:
    somebody.begin(person_code)
    somebody.post(f"/a/{person_code}/carry-on")
    assert somebody.path == "/answer/help"


def test_carrying_on_after_the_last_question_leads_to_the_check(somebody: Somebody, person_code: str) -> None:
    somebody.begin_answering(person_code)
    for _ in range(3):
        somebody.press("next", "agree")
    somebody.post(f"/a/{person_code}/carry-on")
    assert somebody.path == "/answer/check"


def test_carrying_on_in_a_browser_that_holds_nothing_leads_to_the_welcome(
    somebody: Somebody, person_code: str
) -> None:
    assert somebody.post(f"/a/{person_code}/carry-on").status == 200
    assert somebody.path == f"/a/{person_code}"


def test_somebody_else_starts_with_no_answers(somebody: Somebody, person_code: str, store: Store) -> None:
    somebody.begin_answering(person_code)
    somebody.press("next", "agree")
    somebody.begin_answering(person_code)
    assert somebody.page.chosen() is None
    assert sorted(len(draft.answers) for draft in drafts_in(store)) == [0, 1]


def test_a_page_left_open_by_the_last_person_cannot_write_into_the_next_ones_answers(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    left_open = somebody.begin_answering(person_code)
    somebody.begin_answering(person_code)
    somebody.page = left_open
    page = somebody.press("next", "disagree")
    assert page.status == 409
    assert "Somebody else has started" in page.text
    assert all(draft.answers == {} for draft in drafts_in(store))


def test_two_codes_in_one_browser_keep_their_answers_apart(
    somebody: Somebody, world: World, store: Store
) -> None:
    person = somebody.begin_answering(world.shared[Voice.PERSON])
    somebody.begin_answering(world.shared[Voice.STAFF])
    somebody.press("next", "disagree")
    somebody.page = person
    somebody.press("next", "agree")
    kept = {draft.voice: draft.answers for draft in drafts_in(store)}
    assert kept == {"person": {"aa1": "agree"}, "staff": {"aa1": "disagree"}}
