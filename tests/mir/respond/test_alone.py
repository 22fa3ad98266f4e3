"""Somebody who is helped answers by themselves, and no helper sees what they said, whatever they try."""

import re
from collections.abc import Iterator

import pytest

from mir.db import Store
from mir.respond.hiding import PICTURES
from tests.mir.respond.conftest import Somebody, drafts_in, sheets_in

HIDDEN = "You answered this. It is hidden."
BUTTON = "I want to answer by myself"
SAID = "The night staff frighten me"


def helped(somebody: Somebody, code: str, help_: str = "read_to_me") -> None:
    """To the first question, with the help of staff."""
    somebody.begin(code)
    somebody.press("next", help=help_, helper="staff")


def hide(somebody: Somebody, code: str, picture: str = "fish") -> None:
    """Answer the first question with help, then hide."""
    helped(somebody, code)
    somebody.press("next", answer="agree", comment=SAID)
    somebody.press("alone")
    assert somebody.path == "/answer/alone"
    somebody.post("/answer/alone", of=somebody.page.value("of"), picture=picture)


def show(somebody: Somebody, picture: str) -> None:
    of = somebody.get("/answer/question/aa1").value("of")
    somebody.post("/answer/alone/show", of=of, picture=picture)


def nothing_is_seen(somebody: Somebody) -> bool:
    """Whether no page tells what was answered to aa1."""
    question = somebody.get("/answer/question/aa1")
    told = question.chosen() or question.value("seen") or question.value("seen_comment")
    check = somebody.get("/answer/check").text
    return (
        not told
        and HIDDEN in question.text
        and SAID not in question.text + check
        and HIDDEN in check
        and not re.search(r"<dd>[^<]*(<svg.*?</svg>)? ?(Agree|Disagree|Strongly)", check)
    )


@pytest.mark.parametrize("help_", ["read_to_me", "wrote_for_me", "answered_with_me"])
def test_whoever_is_helped_can_ask_for_it(somebody: Somebody, person_code: str, help_: str) -> None:
    helped(somebody, person_code, help_)
    assert BUTTON in somebody.page.text


@pytest.mark.parametrize("help_", ["none", "answered_for_me"])
def test_whoever_is_alone_or_is_a_proxy_is_not_offered_it(
    somebody: Somebody, person_code: str, help_: str
) -> None:
    helped(somebody, person_code, help_)
    assert BUTTON not in somebody.page.text


def test_answers_from_before_and_from_now_on_are_on_no_page(somebody: Somebody, person_code: str) -> None:
    hide(somebody, person_code)
    assert nothing_is_seen(somebody)
    somebody.get("/answer/question/aa2")
    somebody.press("next", answer="disagree")
    page = somebody.get("/answer/question/aa2")
    assert HIDDEN in page.text
    assert page.chosen() is None
    assert page.value("seen") == ""


def test_a_helper_gets_nowhere_by_any_other_way(somebody: Somebody, person_code: str) -> None:
    hide(somebody, person_code)
    for go in ("back", "skip", "switch", "stop", "next"):
        somebody.get("/answer/question/aa1")
        somebody.press(go)
        assert nothing_is_seen(somebody), go
    somebody.get("/answer/help")
    somebody.press("next", help="none", helper="staff")
    assert nothing_is_seen(somebody)
    somebody.get("/answer/help")
    somebody.press("next", help="answered_for_me", helper="staff")
    assert nothing_is_seen(somebody)
    somebody.post(f"/a/{person_code}/carry-on")
    assert nothing_is_seen(somebody)
    of = somebody.page.value("of")
    for forged in ({}, {"picture": ""}, {"picture": "agree"}, {"picture": "🐟" * 500}, {"alone": ""}):
        somebody.post("/answer/alone/show", of=of, **forged)
        assert somebody.page.status in {422, 429}
        assert nothing_is_seen(somebody)


def test_a_helper_cannot_put_a_picture_of_their_own_in_its_place(
    somebody: Somebody, person_code: str
) -> None:
    hide(somebody, person_code, "fish")
    somebody.post("/answer/alone", of=somebody.get("/answer/check").value("of"), picture="star")
    show(somebody, "star")
    assert nothing_is_seen(somebody)
    show(somebody, "fish")
    assert somebody.get("/answer/question/aa1").chosen() == "agree"


def test_the_picture_shows_everything_again(somebody: Somebody, person_code: str) -> None:
    hide(somebody, person_code)
    show(somebody, "fish")
    page = somebody.get("/answer/question/aa1")
    assert page.chosen() == "agree"
    assert SAID in page.text
    assert BUTTON in page.text


def test_after_two_wrong_pictures_not_even_the_right_one_shows_them(
    somebody: Somebody, person_code: str
) -> None:
    hide(somebody, person_code)
    show(somebody, "sun")
    show(somebody, "sun")  # pressed twice, tried once
    assert "You can try one more" in somebody.page.text
    show(somebody, "cup")
    assert "Your answers stay hidden until the end." in somebody.page.text
    assert not list(somebody.page.all("button", name="picture"))
    show(somebody, "fish")
    assert nothing_is_seen(somebody)


def test_which_picture_it_is_is_on_no_page(person_code: str, others: Iterator[Somebody]) -> None:
    """The page with the pictures is the same, whichever was chosen."""
    pages = []
    for picture in ("fish", "star"):
        one = next(others)
        hide(one, person_code, picture)
        text = one.get("/answer/alone/show").text
        pages.append(re.sub(r'name="(csrf_token|of)"[^>]*>', "", text))
    assert pages[0] == pages[1]
    assert all(f'value="{picture}"' in pages[0] for picture in PICTURES)


def test_hidden_answers_can_be_given_anew_and_sent(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    hide(somebody, person_code)
    somebody.get("/answer/question/aa1")
    somebody.press("next", answer="disagree_a_lot")
    kept = drafts_in(store)[0]
    assert kept.answers == {"aa1": "disagree_a_lot"}
    assert kept.comments == {"aa1": SAID}
    somebody.send()
    assert somebody.path == "/thanks"
    assert len(sheets_in(store)) + len(drafts_in(store)) == 1


def test_next_without_an_answer_leaves_what_is_hidden(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    hide(somebody, person_code)
    for go in ("next", "skip"):
        somebody.get("/answer/question/aa1")
        somebody.press(go)
        assert somebody.path == "/answer/question/aa2"
    assert drafts_in(store)[0].answers == {"aa1": "agree"}


def test_a_page_that_a_helper_left_open_neither_tells_nor_undoes(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    """The page was made before the hiding, with “agree” on it; “disagree” was answered alone since."""
    helped(somebody, person_code)
    somebody.press("next", answer="agree")
    old = somebody.get("/answer/question/aa1")
    of = old.value("of")
    somebody.post("/answer/alone", of=of, picture="tree")
    somebody.get("/answer/question/aa1")
    somebody.press("next", answer="disagree")
    page = somebody.post(
        "/answer/question/aa1", of=of, seen="agree", seen_comment="", answer="agree", go="next"
    )
    assert page.status == 200
    assert "another window" not in page.text
    assert drafts_in(store)[0].answers == {"aa1": "disagree"}
