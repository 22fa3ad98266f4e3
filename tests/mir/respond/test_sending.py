"""Checking the answers and sending them once."""

from collections.abc import Iterator
from functools import partial

import pytest

from mir.db import Store
from mir.respond import saving
from mir.respond.sealing import seal_waiting
from mir.rounds.models import Code
from mir.rounds.operations import make_codes
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in, sheets_in


@pytest.fixture
def at_check(somebody: Somebody, person_code: str) -> Somebody:
    """Somebody who agreed, skipped and wrote, and looks over it."""
    somebody.begin_answering(person_code)
    somebody.press("next", "agree")
    somebody.press("skip")
    somebody.press("next", "prefer_not", comment="Tea is <script>alert(1)</script> late & cold")
    return somebody


def test_the_check_page_shows_every_question_with_its_answer_in_words(at_check: Somebody) -> None:
    page = at_check.page
    assert at_check.path == "/answer/check"
    for words in ("Standard words of aa1 for person.", "Agree", "You skipped this one. That is fine."):
        assert words in page.text
    hrefs = [one["href"] for one in page.all("a") if "to=check" in (one["href"] or "")]
    assert hrefs == [
        f"/answer/{one}?to=check" for one in ("help", "question/aa1", "question/aa2", "question/bb1")
    ]


def test_each_change_link_says_which_question(at_check: Somebody) -> None:
    assert 'Change<span class="unseen">: Standard words of aa2 for person.</span>' in at_check.page.text


def test_what_somebody_wrote_is_shown_as_words_and_never_as_html(at_check: Somebody) -> None:
    assert "Tea is &lt;script&gt;alert(1)&lt;/script&gt; late &amp; cold" in at_check.page.text
    assert "<script>" not in at_check.page.text


@pytest.mark.parametrize("go", ["next", "skip", "back"])
def test_a_changed_answer_leads_back_to_the_check(at_check: Somebody, go: str, store: Store) -> None:
    at_check.get("/answer/question/aa2?to=check")
    at_check.press(go, "disagree")
    assert at_check.path == "/answer/check"
    assert drafts_in(store)[0].answers.get("aa2") == (None if go == "skip" else "disagree")


def test_changed_help_leads_back_to_the_check(at_check: Somebody, store: Store) -> None:
    page = at_check.get("/answer/help?to=check")
    assert page.chosen("help") == "none"
    at_check.press("next", help="answered_with_me", helper="family")
    assert at_check.path == "/answer/check"
    assert "A relative or friend" in at_check.page.text
    assert drafts_in(store)[0].helper == "family"


def test_staff_see_no_help_on_the_check_page(somebody: Somebody, world: World) -> None:
    somebody.begin_answering(world.shared[Voice.STAFF])
    somebody.press("next", "agree")
    assert "Help with answering" not in somebody.get("/answer/check").text


def test_sending_thanks_and_lets_go_of_the_draft(at_check: Somebody, store: Store) -> None:
    page = at_check.send()
    assert (at_check.path, page.words["h1"]) == ("/thanks", "Thank you")
    assert "Rose House gets a report" in page.text
    assert [draft.sent for draft in drafts_in(store)] == [True]
    again = at_check.get("/answer/question/aa1")
    assert (again.status, again.words["h1"]) == (410, "Your answers have been sent")


def test_sending_twice_counts_once(at_check: Somebody, store: Store) -> None:
    of = at_check.page.value("of")
    at_check.send()
    at_check.post("/answer/send", of=of)
    assert at_check.path == "/thanks"
    assert len(drafts_in(store)) == 1


def test_two_presses_at_once_count_once_though_the_first_was_sealed(
    at_check: Somebody, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The second press still carries the cookie from before the first.
    monkeypatch.setattr(saving, "seal_waiting", partial(seal_waiting, least=1, left=0))
    cookie = at_check.client.get_cookie("mir")
    assert cookie is not None
    of = at_check.page.value("of")
    at_check.send()
    at_check.client.set_cookie("mir", cookie.value)
    assert at_check.post("/answer/send", of=of).status == 200
    assert at_check.path == "/thanks"
    assert (len(drafts_in(store)), len(sheets_in(store))) == (0, 1)


def test_nobody_is_thanked_for_answers_that_were_deleted_before_they_were_sent(
    at_check: Somebody, store: Store
) -> None:
    # The same answers stand open in another window, or in another browser by four words.
    of = at_check.page.value("of")
    for draft in drafts_in(store):
        with store.writing() as session:
            session.delete(session.merge(draft))
    page = at_check.post("/answer/send", of=of)
    assert (page.status, page.words["h1"]) == (410, "These answers are not here any more")
    assert (drafts_in(store), sheets_in(store)) == ([], [])


def test_a_single_code_is_used_up_by_sending_and_counts_once(
    somebody: Somebody, others: Iterator[Somebody], world: World, store: Store
) -> None:
    (code,) = make_codes(store, world.round_id, Voice.PERSON, 1)
    late = next(others)
    for one in (somebody, late):
        one.begin_answering(code)
        one.press("next", "agree")
    assert somebody.send().status == 200
    page = late.send()
    assert (page.status, page.words["h1"]) == (410, "This code has been used")
    with store.reading() as session:
        assert session.get_one(Code, code).used
    assert sorted(draft.sent for draft in drafts_in(store)) == [False, True]


def test_a_shared_code_serves_the_next_person(at_check: Somebody, person_code: str, store: Store) -> None:
    page = at_check.send()
    assert next(page.all("a", href=f"/a/{person_code}"))
    assert "Carry on" not in at_check.get(f"/a/{person_code}").text
    at_check.begin_answering(person_code)
    at_check.press("next", "disagree")
    at_check.send()
    assert len(drafts_in(store)) == 2


def test_nothing_is_sent_where_nothing_was_answered(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    somebody.begin_answering(person_code)
    page = somebody.send()
    assert page.status == 422
    assert "There is nothing to send yet" in page.text
    assert [draft.sent for draft in drafts_in(store)] == [False]


def test_sealing_that_fails_does_not_lose_what_was_sent(
    at_check: Somebody, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise OSError("the disk is full of secrets")

    monkeypatch.setattr(saving, "seal_waiting", broken)
    assert at_check.send().status == 200
    assert [draft.sent for draft in drafts_in(store)] == [True]


def test_the_thank_you_page_is_nobody_s_before_sending(somebody: Somebody) -> None:
    somebody.get("/thanks")
    assert somebody.path == "/"
