"""Everybody is asked whether they want to take part, and no leaves nothing behind."""

from mir.db import Store
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in


def test_everybody_is_asked_in_the_words_they_chose(somebody: Somebody, world: World) -> None:
    page = somebody.post(f"/a/{world.shared[Voice.PERSON]}", presentation="easy_read")
    assert somebody.path == "/answer/before"
    assert "It is OK to say no." in page.text
    assert "Are you helping someone?" in page.text
    page = somebody.post(f"/a/{world.shared[Voice.STAFF]}", presentation="standard")
    assert "It is your choice." in page.text
    assert "Are you here to help somebody?" not in page.text


def test_yes_leads_to_the_questions(somebody: Somebody, world: World) -> None:
    page = somebody.post(f"/a/{world.shared[Voice.STAFF]}", presentation="standard")
    somebody.post("/answer/before", of=page.value("of"), go="yes")
    assert somebody.path == "/answer/question/aa1"


def test_no_leaves_nothing_behind_and_can_be_taken_back(
    somebody: Somebody, store: Store, world: World
) -> None:
    code = world.shared[Voice.PERSON]
    page = somebody.post(f"/a/{code}", presentation="easy_read")
    page = somebody.post("/answer/before", of=page.value("of"), go="no")
    assert "We have kept nothing." in page.text
    assert drafts_in(store) == []
    assert "Somebody has started here already" not in somebody.get(f"/a/{code}").text
    somebody.begin_answering(code)
    assert somebody.path == "/answer/question/aa1"


def test_back_from_the_first_page_leads_to_the_choice_again(somebody: Somebody, world: World) -> None:
    somebody.begin(world.shared[Voice.PERSON])
    somebody.press("back")
    assert somebody.path == "/answer/before"
