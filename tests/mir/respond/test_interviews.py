"""A neutral interviewer asks each person afresh, and only after a yes."""

from mir.db import Store
from tests.mir.respond.conftest import Somebody, drafts_in


def asked(somebody: Somebody, code: str, works: str = "no", go: str = "yes") -> None:
    somebody.get(f"/interview/{code}")
    somebody.post(f"/interview/{code}", works=works, go=go, presentation="standard")


def test_a_yes_begins_a_sheet_by_telephone(somebody: Somebody, person_code: str, store: Store) -> None:
    asked(somebody, person_code)
    assert somebody.path == "/answer/question/aa1"
    assert "Read the question just as it stands." in somebody.page.text
    draft = drafts_in(store)[0]
    assert (draft.how, draft.help, draft.helper) == ("phone", "wrote_for_me", "independent")


def test_staff_are_refused_with_a_sentence(somebody: Somebody, person_code: str, store: Store) -> None:
    asked(somebody, person_code, works="yes")
    assert "Staff of the service cannot be the interviewer." in somebody.page.text
    assert drafts_in(store) == []


def test_the_interviewer_must_say_whether_they_work_there(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    for works in ("", "perhaps"):
        asked(somebody, person_code, works=works)
        assert somebody.page.status == 422
    assert drafts_in(store) == []


def test_a_no_keeps_nothing(somebody: Somebody, person_code: str, store: Store) -> None:
    for go in ("no", "", "maybe"):
        asked(somebody, person_code, go=go)
        assert "Nothing is kept." in somebody.page.text
    assert drafts_in(store) == []


def test_each_person_is_asked_afresh(somebody: Somebody, person_code: str) -> None:
    asked(somebody, person_code)
    somebody.press("next", answer="agree")
    asked(somebody, person_code)
    assert somebody.path == "/answer/question/aa1"
    assert somebody.page.chosen() is None


def test_nobody_else_reads_what_is_for_interviewers(somebody: Somebody, person_code: str) -> None:
    somebody.begin_answering(person_code)
    assert "For you, the interviewer" not in somebody.page.text
