"""People are asked a survey's own questions of every kind, in sections."""

from typing import Any

import pytest

from mir.db import Store
from tests.conftest import World
from tests.mir.respond.arrivals import Arrivals, arrivals_in
from tests.mir.respond.conftest import Somebody

ODD = ["\x00", "9" * 5_000, "😢", "\u202eabc", "<b>1</b>", "-1", "8", "1e3", "0x1", "one", "3.5", "3,5", " "]


@pytest.fixture
def arrivals(store: Store, world: World, somebody: Somebody) -> Arrivals:
    return arrivals_in(store, world, somebody)


def test_everything_is_asked_in_the_order_of_its_sections_and_told_again(arrivals: Arrivals) -> None:
    assert arrivals.path() == "length"
    page = arrivals.somebody.page
    assert "How long have you known Rose House?" in page.text
    assert "First about Rose House." in page.text
    assert "Living here" in page.text
    assert "Why we ask: People who are new may see other things." in page.text
    arrivals.press(answer="years")
    arrivals.press(answer="sometimes")  # wi1
    assert arrivals.path() == "wi2"
    assert "First about Rose House." not in arrivals.somebody.page.text


TAPS: list[tuple[str, dict[str, Any], object, str]] = [
    ("length", {"answer": "years"}, "years", "Some years"),
    ("helped", {"answer": ["friends", "family"]}, ["friends", "family"], "Friends<br>Family"),
    ("helped", {"answer": ["nobody"]}, ["nobody"], "Nobody"),
    ("helped", {"answer": ["prefer_not"]}, "prefer_not", "I don’t know, or I would rather not say"),
    ("days", {"answer": " 3 "}, 3, "3 days"),
    ("days", {"answer": "1"}, 1, "1 day"),
    ("days", {"answer": "３"}, 3, "3 days"),
    ("days", {"state": ["prefer_not"]}, "prefer_not", "I don’t know, or I would rather not say"),
    ("moved", {"month": "03", "answer": "2026"}, "2026-03", "March 2026"),
    ("first", {"place1": "pets", "place2": "walks"}, ["pets", "walks"], "1. Pets<br>2. Walks"),
    ("first", {"place1": "", "place2": "walks"}, ["walks"], "1. Walks"),
    ("more", {"answer": "No, thank you 😊"}, "No, thank you 😊", "No, thank you 😊"),
]


@pytest.mark.parametrize(("code", "fields", "kept", "shown"), TAPS)
def test_an_answer_of_every_kind_is_kept_and_told_in_words(
    arrivals: Arrivals, code: str, fields: dict[str, Any], kept: object, shown: str
) -> None:
    if code == "more":  # asked where something was put in order
        arrivals.give("first", place1="pets")
    arrivals.give(code, **fields)
    assert arrivals.kept()[code] == kept
    assert shown in arrivals.somebody.get("/answer/check").text
    arrivals.at(code)
    arrivals.press(**fields)  # the same again, from the page as it stands now
    assert arrivals.kept()[code] == kept


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("length", {}, "Choose one answer, or press Skip"),
    ("helped", {}, "Choose one answer or more, or press Skip"),
    ("helped", {"answer": ["nobody", "family"]}, "You chose “Nobody” together with something else"),
    ("helped", {"answer": ["family", "prefer_not"]}, "would rather not say” together with something else"),
    ("days", {}, "Write a number, or press Skip"),
    ("days", {"answer": "8"}, "Write a whole number from 1 to 7"),
    ("days", {"answer": "3", "state": ["prefer_not"]}, "together with something else"),
    ("moved", {}, "Choose a month and write the year, or press Skip"),
    ("moved", {"answer": "2026"}, "Choose the month"),
    ("moved", {"month": "03", "answer": "26"}, "Write the year with four figures"),
    ("first", {}, "Choose what comes first, or press Skip"),
    ("first", {"place1": "pets", "place2": "pets"}, "You chose “Pets” twice"),
]


@pytest.mark.parametrize(("code", "fields", "sentence"), WRONG)
def test_what_is_not_an_answer_yet_is_told_with_what_to_do(
    arrivals: Arrivals, code: str, fields: dict[str, Any], sentence: str
) -> None:
    arrivals.at(code)
    arrivals.press(**fields)
    page = arrivals.somebody.page
    assert page.status == 422
    assert sentence in page.text
    assert page.words["title"].startswith("Error: ")
    assert code not in arrivals.kept()
    if "answer" in fields and isinstance(fields["answer"], str):
        assert page.value("answer") == fields["answer"]


@pytest.mark.parametrize("typed", ODD)
def test_odd_numbers_are_refused_in_words_and_stay_on_the_page(arrivals: Arrivals, typed: str) -> None:
    arrivals.at("days")
    arrivals.press(answer=typed)
    assert arrivals.somebody.page.status == 422
    assert "days" not in arrivals.kept()


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("length", {"answer": "decades"}),
        ("helped", {"answer": ["family", "the cat"]}),
        ("moved", {"month": "13", "answer": "2026"}),
        ("first", {"place1": "the cat"}),
        ("days", {"state": ["not_asked"]}),
    ],
)
def test_what_is_not_on_offer_is_refused(arrivals: Arrivals, code: str, fields: dict[str, Any]) -> None:
    arrivals.at(code)
    arrivals.press(**fields)
    assert arrivals.somebody.page.status == 400
    assert code not in arrivals.kept()


def test_a_text_over_its_length_is_kept_on_the_page(arrivals: Arrivals) -> None:
    arrivals.give("first", place1="pets")
    arrivals.at("more")
    arrivals.press(answer="a" * 201)
    assert arrivals.somebody.page.status == 422
    assert "You wrote 201 characters. Please make it shorter: at most 200" in arrivals.somebody.page.text
    assert arrivals.somebody.page.value("answer") == "a" * 201


def test_before_a_free_text_stands_who_reads_it_and_what_to_do_in_danger(arrivals: Arrivals) -> None:
    arrivals.give("first", place1="pets")
    arrivals.at("more")
    assert "Call 999 if there is danger now." in arrivals.somebody.page.text
    assert "will read it, just as you write it" in arrivals.somebody.page.text


def test_a_grid_is_one_question_a_row_with_its_stem_above(arrivals: Arrivals) -> None:
    arrivals.give("days", answer="6")
    arrivals.at("food_taste")
    assert '<span class="stem">How is the food?</span> The taste' in arrivals.somebody.page.text
    arrivals.press(answer="good")
    assert arrivals.path() == "food_choice"
    assert arrivals.kept()["food_taste"] == "good"
