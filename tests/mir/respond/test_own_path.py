"""Answers change what is asked: what is off the path waits, is told, and is never counted."""

import json

import pytest
from sqlalchemy import select

from mir.db import Store
from mir.respond.models import Comment
from mir.respond.sealing import close_round
from surveys.answers import unpack
from tests.conftest import World
from tests.mir.respond.arrivals import Arrivals, arrivals_in
from tests.mir.respond.conftest import Somebody, sheets_in


@pytest.fixture
def arrivals(store: Store, world: World, somebody: Somebody) -> Arrivals:
    return arrivals_in(store, world, somebody)


def test_answers_off_the_path_wait_are_told_and_are_never_counted(arrivals: Arrivals) -> None:
    arrivals.give("length", answer="years")
    arrivals.give("wi1", answer="sometimes")
    arrivals.give("days", answer="6")
    arrivals.give("food_taste", answer="good")
    arrivals.give("days", answer="2")  # the food is not asked about any more
    page = arrivals.somebody.get("/answer/check")
    assert "These answers will not be sent" in page.text
    assert "How is the food? The taste" in page.text
    assert arrivals.kept()["food_taste"] == "good"
    assert arrivals.somebody.get("/answer/question/food_taste").status == 409
    arrivals.give("days", answer="5")  # and comes back
    assert "These answers will not be sent" not in arrivals.somebody.get("/answer/check").text
    arrivals.give("days", answer="2")
    arrivals.somebody.send()
    close_round(arrivals.store, arrivals.round_id)
    (sheet,) = sheets_in(arrivals.store)
    own = dict(
        zip((one.code for one in arrivals.edition.questions), json.loads(sheet.own or ""), strict=True)
    )
    assert own["food_taste"] == "not_asked"
    assert own["days"] == 2


def test_an_answer_changed_from_the_check_page_leads_to_what_it_newly_asks(arrivals: Arrivals) -> None:
    arrivals.give("days", answer="2")
    arrivals.somebody.get("/answer/question/days?to=check")
    arrivals.press(answer="6")
    assert arrivals.path() == "food_taste"
    arrivals.press(answer="good")
    assert arrivals.path() == "food_choice"
    arrivals.press("skip")
    assert arrivals.path() == "check"


def test_progress_never_promises_fewer_questions_than_may_come(arrivals: Arrivals) -> None:
    # length, wi1, wi2, money, why, helped, days, moved, 2 of food, first, ia1, more: thirteen.
    assert "Question 1 of at most 13" in arrivals.somebody.page.text
    arrivals.at("helped")  # money and why are not asked: fourth, and seven may follow
    assert "Question 4 of at most 11" in arrivals.somebody.page.text


def test_two_windows_show_both_answers_whatever_the_kind(arrivals: Arrivals) -> None:
    arrivals.give("first", place1="pets", place2="walks")
    arrivals.at("first")
    stale = arrivals.somebody.page
    arrivals.press(place1="music")
    arrivals.somebody.page = stale
    arrivals.press(place1="walks", place2="pets")
    page = arrivals.somebody.page
    assert page.status == 409
    assert "In the other window: 1. Music" in page.text
    assert "On this page: 1. Walks, 2. Pets" in page.text
    arrivals.press(place1="walks", place2="pets")
    assert arrivals.kept()["first"] == ["walks", "pets"]


def test_a_page_for_a_question_that_another_window_took_off_the_path_loses_nothing(
    arrivals: Arrivals,
) -> None:
    arrivals.give("days", answer="6")
    arrivals.at("food_taste")
    stale = arrivals.somebody.page
    arrivals.give("days", answer="2")
    arrivals.somebody.page = stale
    arrivals.press(answer="good")
    assert arrivals.somebody.page.status == 409
    assert "not asked now" in arrivals.somebody.page.text
    assert "food_taste" not in arrivals.kept()


def test_back_keeps_what_is_understood_and_says_what_is_not(arrivals: Arrivals) -> None:
    arrivals.at("days")
    arrivals.press("back", answer="4")
    assert arrivals.path() == "helped"
    assert arrivals.kept()["days"] == 4
    arrivals.at("days")
    arrivals.press("back", answer="four")
    assert arrivals.somebody.page.status == 422
    assert arrivals.somebody.page.value("answer") == "four"
    arrivals.press("skip", answer="four")
    assert "days" not in arrivals.kept()


def test_texts_are_sealed_apart_and_the_sheet_holds_only_that_something_was_written(
    arrivals: Arrivals,
) -> None:
    arrivals.give("first", place1="pets")
    arrivals.give("more", answer="The garden gate sticks")
    arrivals.give("ia1", answer="always", comment="Ask Rosa")
    arrivals.somebody.send()
    close_round(arrivals.store, arrivals.round_id)
    (sheet,) = sheets_in(arrivals.store)
    assert unpack(arrivals.edition, sheet.answers) == {
        "wi1": "not_answered", "wi2": "not_answered", "ia1": "always",
    }  # fmt: skip
    assert "written" in json.loads(sheet.own or "")
    assert "gate" not in (sheet.own or "")
    with arrivals.store.reading() as session:
        comments = {(row.theme, row.text) for row in session.scalars(select(Comment))}
    assert comments == {("more", "The garden gate sticks"), ("ia", "Ask Rosa")}
