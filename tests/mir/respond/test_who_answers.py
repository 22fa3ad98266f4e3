"""Who answers can be changed half-way, and nobody's answers become anybody else's."""

from collections.abc import Iterator

import pytest

from mir.db import Store
from mir.respond.sealing import close_round
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in, sheets_in

SAID = "Tea in the garden"
HEADING = "Whose answers are these?"
PROXY, READ = "answered_for_me", "read_to_me"


def say(somebody: Somebody, help_: str, to: str = "", go: str = "next", **more: str) -> None:
    """Answer the page about help."""
    of = somebody.get(f"/answer/help{to}").value("of")
    somebody.post(f"/answer/help{to}", of=of, help=help_, helper="family", go=go, **more)


def begun(somebody: Somebody, code: str, help_: str) -> None:
    """One answer, and a comment at another question."""
    somebody.begin(code)
    somebody.press("next", help=help_, helper="family")
    somebody.press("next", answer="agree")
    somebody.press("skip", comment=SAID)


def confirm(somebody: Somebody, **changed: str) -> None:
    """Press “Delete them, and start again” on the page that is open."""
    carried = {name: somebody.page.value(name) for name in ("of", "help", "helper", "again")}
    somebody.post("/answer/help", **(carried | {"go": "next"} | changed))


def kept(store: Store) -> tuple[str, dict[str, object], dict[str, str]]:
    draft = drafts_in(store)[0]
    return draft.help, draft.answers, draft.comments


@pytest.mark.parametrize(("first", "then"), [(READ, PROXY), (PROXY, "none"), ("none", PROXY)])
def test_a_change_asks_first_and_changes_nothing(
    somebody: Somebody, person_code: str, store: Store, first: str, then: str
) -> None:
    begun(somebody, person_code, first)
    say(somebody, then)
    assert somebody.page.words["h1"].strip() == HEADING
    assert "Answers so far: 2" in somebody.page.text
    assert kept(store) == (first, {"aa1": "agree"}, {"aa2": SAID})
    assert 'href="/answer/question/bb1"' in somebody.page.text  # the way back: the next question


@pytest.mark.parametrize("to", ["", "?to=check"])
def test_starting_again_deletes_what_the_other_said_and_leads_to_the_first_question(
    somebody: Somebody, person_code: str, store: Store, to: str
) -> None:
    begun(somebody, person_code, READ)
    say(somebody, PROXY, to)
    confirm(somebody)
    assert somebody.path == "/answer/question/aa1"
    assert kept(store) == (PROXY, {}, {})
    assert "You are answering for the person." in somebody.page.text
    assert SAID not in somebody.get("/answer/check").text


def test_where_nothing_was_said_nothing_is_asked(somebody: Somebody, person_code: str, store: Store) -> None:
    somebody.begin(person_code)
    for help_ in (PROXY, "none", PROXY):
        say(somebody, help_)
        assert somebody.path == "/answer/question/aa1"
        assert kept(store) == (help_, {}, {})


def test_another_helper_or_other_help_asks_nothing(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    begun(somebody, person_code, "none")
    for help_ in (READ, "wrote_for_me", "answered_with_me", "none"):
        say(somebody, help_, "?to=check")
        assert somebody.path == "/answer/check"
        assert kept(store) == (help_, {"aa1": "agree"}, {"aa2": SAID})


def test_a_family_speaks_for_itself_and_is_never_asked(world: World, others: Iterator[Somebody]) -> None:
    for code in (code for voice, code in world.shared.items() if voice != "person"):
        one = next(others)
        one.begin_answering(code)
        one.press("next", answer="agree")
        say(one, PROXY)
        assert one.page.words["h1"].strip() != HEADING


@pytest.mark.parametrize("forged", ["", "0", "-1", "9999", "yes", "１", "\0", "🐟" * 1000])
def test_only_the_question_that_showed_these_answers_may_delete_them(
    somebody: Somebody, person_code: str, store: Store, forged: str
) -> None:
    begun(somebody, person_code, READ)
    say(somebody, PROXY, again=forged)
    assert somebody.page.words["h1"].strip() == HEADING
    assert kept(store) == (READ, {"aa1": "agree"}, {"aa2": SAID})


def test_a_question_that_stood_open_while_another_window_answered_asks_once_more(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    begun(somebody, person_code, READ)
    say(somebody, PROXY)
    old = {name: somebody.page.value(name) for name in ("of", "help", "helper", "again")}
    somebody.get("/answer/question/bb1")
    somebody.press("next", answer="disagree")
    somebody.post("/answer/help", **old, go="next")
    assert somebody.page.words["h1"].strip() == HEADING
    assert "Answers so far: 3" in somebody.page.text
    assert len(drafts_in(store)[0].answers) == 2
    confirm(somebody)
    assert kept(store) == (PROXY, {}, {})


def test_pressed_twice_it_deletes_once(somebody: Somebody, person_code: str, store: Store) -> None:
    begun(somebody, person_code, READ)
    say(somebody, PROXY)
    old = {name: somebody.page.value(name) for name in ("of", "help", "helper", "again")}
    confirm(somebody)
    somebody.press("next", answer="disagree")
    somebody.post("/answer/help", **old, go="next")
    assert kept(store) == (PROXY, {"aa1": "disagree"}, {})


@pytest.mark.parametrize(("first", "then"), [(READ, PROXY), (PROXY, READ)])
def test_a_page_that_asked_somebody_else_is_not_taken(
    somebody: Somebody, person_code: str, store: Store, first: str, then: str
) -> None:
    begun(somebody, person_code, first)
    old = {
        name: somebody.get("/answer/question/bb1").value(name)
        for name in ("of", "seen", "seen_comment", "proxy")
    }
    say(somebody, then)
    confirm(somebody)
    page = somebody.post("/answer/question/bb1", **old, answer="agree", comment=SAID, go="next")
    assert page.status == 409
    assert kept(store) == (then, {}, {})
    assert "It was changed in another window who answers." in page.text
    assert (page.chosen(), SAID in page.text) == ("agree", True)  # nothing typed is lost
    somebody.press("next", comment=SAID)
    assert kept(store) == (then, {"bb1": "agree"}, {"bb1": SAID})


def test_a_forged_page_of_a_proxy_is_not_taken_for_the_person(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    begun(somebody, person_code, READ)
    somebody.get("/answer/question/bb1")
    assert somebody.press("next", answer="agree", proxy="yes").status == 409
    assert "bb1" not in drafts_in(store)[0].answers


def test_hidden_answers_cannot_be_deleted_by_saying_that_somebody_answers(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    begun(somebody, person_code, READ)
    somebody.post("/answer/alone", of=somebody.get("/answer/check").value("of"), picture="fish")
    version = drafts_in(store)[0].version
    for again in ("", str(version)):
        say(somebody, PROXY, again=again)
        assert somebody.page.status == 422
        assert "Answers are hidden here, and they are the person’s own." in somebody.page.text
        assert kept(store) == (READ, {"aa1": "agree"}, {"aa2": SAID})
    say(somebody, "none")  # this stays the person's own voice
    assert kept(store)[0] == "none"


def test_another_look_or_language_asks_again_and_keeps_what_was_chosen(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    begun(somebody, person_code, READ)
    say(somebody, PROXY, go="look-large")
    assert somebody.page.chosen("help") == PROXY
    say(somebody, PROXY)
    for go in ("look-large", "switch", "look-bare"):
        confirm(somebody, go=go)
        assert somebody.page.words["h1"].strip() == HEADING
        assert kept(store) == (READ, {"aa1": "agree"}, {"aa2": SAID})
    confirm(somebody)
    assert kept(store) == (PROXY, {}, {})


def test_what_was_kept_is_sealed_as_whose_it_was(
    somebody: Somebody, person_code: str, store: Store, world: World
) -> None:
    begun(somebody, person_code, PROXY)
    say(somebody, "none")
    somebody.send()
    close_round(store, world.round_id)
    assert [(sheet.help, sheet.helper) for sheet in sheets_in(store)] == [(PROXY, "family")]
