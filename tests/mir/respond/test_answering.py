"""One question a page: choosing, skipping, going back, saying more, and two windows at once."""

import pytest

from mir.db import Store
from mir.respond.offered import LONGEST_COMMENT
from mir.respond.sealing import close_round
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in
from tests.mir.respond.opened import Page

LOWEST_FIRST = [
    "disagree_a_lot", "disagree", "in_the_middle", "agree", "agree_a_lot", "does_not_apply", "prefer_not",
]  # fmt: skip


@pytest.fixture
def at_first(somebody: Somebody, person_code: str) -> Somebody:
    """Somebody at the first of three questions."""
    somebody.begin_answering(person_code)
    return somebody


def test_a_question_says_where_it_stands_and_offers_the_lowest_answer_first(at_first: Somebody) -> None:
    page = at_first.page
    assert at_first.path == "/answer/question/aa1"
    assert page.words["h1"] == "Standard words of aa1 for person."
    assert "Question 1 of 3" in page.words["title"]
    assert page.answers() == LOWEST_FIRST
    assert page.chosen() is None


def test_next_keeps_the_answer_and_goes_on(at_first: Somebody, store: Store) -> None:
    at_first.press("next", "agree")
    assert at_first.path == "/answer/question/aa2"
    assert drafts_in(store)[0].answers == {"aa1": "agree"}


def test_enter_means_next(at_first: Somebody) -> None:
    buttons = [one.get("value", "next") for one in at_first.page.all("button") if one.get("type") != "button"]
    assert buttons[0] == "next"
    at_first.press("", "agree")
    assert at_first.path == "/answer/question/aa2"


def test_next_without_an_answer_asks_for_one_and_keeps_the_comment(at_first: Somebody, store: Store) -> None:
    page = at_first.press("next", comment="Half a thought")
    assert page.status == 422
    assert page.words["title"].startswith("Error: ")
    assert "Choose one answer, or press Skip" in page.text
    assert next(page.all("div", role="alert"))
    assert "Half a thought</textarea>" in page.text
    assert drafts_in(store)[0].comments == {}


def test_skip_leaves_the_question_open_and_keeps_a_comment(at_first: Somebody, store: Store) -> None:
    at_first.press("skip", comment="I would have to think")
    assert at_first.path == "/answer/question/aa2"
    draft = drafts_in(store)[0]
    assert (draft.answers, draft.comments) == ({}, {"aa1": "I would have to think"})


def test_skip_takes_an_earlier_answer_away(at_first: Somebody, store: Store) -> None:
    at_first.press("next", "agree")
    at_first.press("back")
    assert at_first.page.chosen() == "agree"
    at_first.press("skip")
    assert drafts_in(store)[0].answers == {}


def test_back_saves_what_was_chosen_and_asks_for_nothing(at_first: Somebody, store: Store) -> None:
    at_first.press("next", "agree")
    at_first.press("back", "disagree", comment="Not always")
    assert at_first.path == "/answer/question/aa1"
    draft = drafts_in(store)[0]
    assert (draft.answers, draft.comments) == ({"aa1": "agree", "aa2": "disagree"}, {"aa2": "Not always"})
    at_first.press("back")
    assert at_first.path == "/answer/help"


@pytest.mark.parametrize("state", ["does_not_apply", "prefer_not"])
def test_the_spoken_states_are_answers_of_their_own(at_first: Somebody, store: Store, state: str) -> None:
    at_first.press("next", state)
    assert drafts_in(store)[0].answers == {"aa1": state}


def test_changing_the_words_keeps_what_is_chosen(at_first: Somebody, store: Store) -> None:
    page = at_first.press("switch", "agree", comment="So far")
    assert at_first.path == "/answer/question/aa1"
    assert page.words["h1"] == "Easy words of aa1 for person."
    assert page.chosen() == "agree"
    assert drafts_in(store)[0].comments == {"aa1": "So far"}
    assert at_first.press("switch").words["h1"] == "Standard words of aa1 for person."


def test_changing_the_words_asks_for_no_answer(at_first: Somebody, store: Store) -> None:
    assert at_first.press("switch").status == 200
    assert drafts_in(store)[0].answers == {}


def drawn(page: Page) -> int:
    """How many drawings stand below the head of a page."""
    return page.text.partition("<main")[2].count('<svg class="symbol')


def test_easy_read_shows_symbols_and_a_missing_one_breaks_nothing(at_first: Somebody) -> None:
    assert not drawn(at_first.page)
    at_first.press("switch")
    page = at_first.get(at_first.path)
    # The statement’s and the answers’; Back, Next, Skip and Stop; worried, what we keep, leave.
    assert drawn(page) == 1 + len(LOWEST_FIRST) + 4 + 3
    assert not drawn(at_first.press("look-bare"))


def test_a_comment_of_the_greatest_length_is_kept(at_first: Somebody, store: Store) -> None:
    at_first.press("next", "agree", comment="é" * LONGEST_COMMENT)
    assert at_first.path == "/answer/question/aa2"
    assert len(drafts_in(store)[0].comments["aa1"]) == LONGEST_COMMENT


def test_a_longer_comment_comes_back_with_a_sentence(at_first: Somebody, store: Store) -> None:
    page = at_first.press("next", "agree", comment="x" * (LONGEST_COMMENT + 1))
    assert page.status == 422
    assert "You wrote 4,001 characters" in page.text
    assert "x" * (LONGEST_COMMENT + 1) in page.text
    assert page.chosen() == "agree"
    assert next(page.all("textarea"))["aria-invalid"] == "true"
    assert drafts_in(store)[0].answers == {}


def test_line_ends_and_unprintable_characters_are_made_plain(at_first: Somebody, store: Store) -> None:
    at_first.press("next", "agree", comment="  One\r\ntwo\x00\x07\rthree  ")
    assert drafts_in(store)[0].comments == {"aa1": "One\ntwo\nthree"}
    # The hidden copy of a comment comes back with other line ends; that is no conflict.
    at_first.get("/answer/question/aa1")
    assert at_first.press("next", seen_comment="One\r\ntwo\r\nthree", comment="Four").status == 200
    assert drafts_in(store)[0].comments == {"aa1": "Four"}


def test_the_safety_words_stand_before_the_place_to_type(at_first: Somebody) -> None:
    text = at_first.page.text
    assert 0 < text.index("999") < text.index("<textarea")
    assert "Hazel Care" in text[: text.index("<textarea")]


@pytest.mark.parametrize("answer", ["yes", "not_asked", "not_answered", "5", "<b>"])
def test_an_answer_that_is_not_on_offer_is_refused_and_nothing_is_lost(
    at_first: Somebody, store: Store, answer: str
) -> None:
    at_first.press("next", "agree")
    page = at_first.press("next", answer)
    assert (page.status, "Go back and choose again" in page.text) == (400, True)
    assert drafts_in(store)[0].answers == {"aa1": "agree"}


def test_a_question_of_another_voice_is_not_found(somebody: Somebody, world: World, store: Store) -> None:
    somebody.begin_answering(world.shared[Voice.LEADER])
    of = somebody.page.value("of")
    for path in ("/answer/question/bb1", "/answer/question/zz9"):
        assert somebody.get(path).status == 404
        assert somebody.post(path, of=of, answer="agree", go="next").status == 404
    assert drafts_in(store)[0].answers == {}


def test_two_windows_with_different_answers_ask_which_one(at_first: Somebody, store: Store) -> None:
    old = at_first.page
    at_first.press("next", "agree", comment="From the first window")
    at_first.page = old
    page = at_first.press("next", "disagree", comment="From the second")
    assert page.status == 409
    for words in ("In the other window: Agree", "On this page: Disagree", "From the first window"):
        assert words in page.text
    assert drafts_in(store)[0].answers == {"aa1": "agree"}
    at_first.press("next", "disagree", comment="From the second")
    assert at_first.path == "/answer/question/aa2"
    draft = drafts_in(store)[0]
    assert (draft.answers, draft.comments) == ({"aa1": "disagree"}, {"aa1": "From the second"})


def test_whoever_is_worried_is_not_asked_to_choose_between_windows_first(
    at_first: Somebody, store: Store
) -> None:
    old = at_first.page
    at_first.press("next", "agree")
    at_first.page = old
    at_first.press("worried", "disagree")
    assert at_first.path == "/safe"
    assert drafts_in(store)[0].answers == {"aa1": "agree"}


def test_a_mistake_in_one_window_does_not_overwrite_the_other(at_first: Somebody, store: Store) -> None:
    old = at_first.page
    at_first.press("next", "agree")
    at_first.page = old
    assert at_first.press("next").status == 422
    assert at_first.press("next", "disagree").status == 409
    assert drafts_in(store)[0].answers == {"aa1": "agree"}


def test_back_from_a_window_where_nothing_was_chosen_loses_nothing(at_first: Somebody, store: Store) -> None:
    old = at_first.page
    at_first.press("next", "agree")
    at_first.page = old
    assert at_first.press("back").status == 200
    assert drafts_in(store)[0].answers == {"aa1": "agree"}


def test_the_same_page_sent_twice_is_harmless(at_first: Somebody, store: Store) -> None:
    old = at_first.page
    at_first.press("next", "agree")
    at_first.page = old
    assert at_first.press("next", "agree").status == 200
    assert drafts_in(store)[0].answers == {"aa1": "agree"}


def test_a_survey_that_closes_midway_says_so(at_first: Somebody, world: World, store: Store) -> None:
    page = at_first.press("next", "agree")
    close_round(store, world.round_id)
    for again in (
        at_first.get("/answer/question/aa2"),
        at_first.post("/answer/question/aa2", of=page.value("of"), answer="agree", go="next"),
        at_first.post("/answer/send", of=page.value("of")),
    ):
        assert (again.status, again.words["h1"]) == (410, "This survey has closed")


def test_answers_are_nowhere_without_a_start(somebody: Somebody) -> None:
    for path in ("/answer/help", "/answer/question/aa1", "/answer/check"):
        page = somebody.get(path)
        assert (page.status, "Type your code" in page.text) == (404, True)
    assert somebody.post("/answer/send").status == 404
