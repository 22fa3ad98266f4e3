"""A neutral interviewer asks each person afresh, only after a yes, and leaves nothing of them behind."""

import re
from collections.abc import Iterator
from dataclasses import fields
from string import Formatter

import pytest

from mir.db import Store
from mir.paper.items import SHORT
from mir.respond.interview_words import EASY_INTERVIEW, INTERVIEW, InterviewWords
from mir.respond.interviewing import APART
from mir.rounds.operations import make_codes
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.arrivals import arrivals_in
from tests.mir.respond.conftest import Somebody, drafts_in

WRONG = ("", "perhaps", "no\0", "🙂", "\u202eno", "x" * 5_000)


def asked(somebody: Somebody, code: str, **changed: str) -> None:
    somebody.get(f"/interview/{code}")
    said = {"works": "no", "go": "yes", "presentation": "standard", "language": "en"}
    somebody.post(f"/interview/{code}", **(said | changed))


def stopped(somebody: Somebody) -> str:
    """Stop at the question that is open, with four words."""
    page = somebody.get("/answer/stop")
    somebody.post("/answer/stop", of=page.value("of"))
    return " ".join(re.findall(r"<li>([a-z]+)</li>", somebody.page.text))


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


@pytest.mark.parametrize("works", WRONG)
def test_the_interviewer_must_say_whether_they_work_there(
    somebody: Somebody, person_code: str, store: Store, works: str
) -> None:
    asked(somebody, person_code, works=works, presentation="easy_read")
    assert somebody.page.status == 422
    assert "Say whether you work for this service" in somebody.page.text
    assert somebody.page.value("presentation") == "easy_read"
    assert drafts_in(store) == []


@pytest.mark.parametrize("go", WRONG)
def test_only_the_button_of_a_yes_begins(somebody: Somebody, person_code: str, store: Store, go: str) -> None:
    asked(somebody, person_code, go=go)  # the Enter key brings no button at all
    assert somebody.page.status == 422
    assert "Press one of the two buttons" in somebody.page.text
    assert somebody.page.chosen("works") == "no"
    assert drafts_in(store) == []


@pytest.mark.parametrize("forged", [{"presentation": "pictures"}, {"language": "xx"}, {"language": "cy"}])
def test_what_is_not_on_offer_begins_nothing(
    somebody: Somebody, person_code: str, store: Store, forged: dict[str, str]
) -> None:
    asked(somebody, person_code, **forged)
    assert somebody.page.status in {400, 422}
    assert drafts_in(store) == []


def test_a_no_keeps_nothing_and_leads_on_to_the_next_person(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    asked(somebody, person_code, go="no")
    assert "Nothing is kept." in somebody.page.text
    assert drafts_in(store) == []
    action = next(one["action"] for one in somebody.page.all("form") if "/next" in (one["action"] or ""))
    somebody.post(action or "")
    assert somebody.path == f"/interview/{person_code}"


def test_the_opening_is_read_in_easy_words_and_another_look_and_keeps_what_is_chosen(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    asked(somebody, person_code, go="switch")
    assert "You can skip any question." in somebody.page.text
    assert somebody.page.value("presentation") == "easy_read"
    assert somebody.page.chosen("works") == "no"
    asked(somebody, person_code, go="look-large", presentation="easy_read")
    assert " large" in (next(somebody.page.all("body"))["class"] or "")
    assert somebody.page.value("presentation") == "easy_read"
    assert drafts_in(store) == []
    asked(somebody, person_code, presentation="easy_read")
    assert "Easy words of aa1 for person." in somebody.page.text


def test_each_person_is_asked_afresh(somebody: Somebody, person_code: str) -> None:
    asked(somebody, person_code)
    somebody.press("next", answer="agree")
    asked(somebody, person_code)
    assert somebody.path == "/answer/question/aa1"
    assert somebody.page.chosen() is None


def test_the_end_is_read_aloud_and_the_next_person_sees_nothing_of_it(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    asked(somebody, person_code)
    somebody.press("next", answer="agree")
    somebody.get("/answer/check")
    assert "Shall I send them?" in somebody.page.text
    somebody.send()
    text = somebody.page.text
    words = re.findall(r"<li>([a-z]+)</li>", text)
    assert len(words) == 4
    said = (
        "Your answers have been sent.",
        "gets a report of what everybody said",
        "I have four words for you.",
    )
    told = text.index(f"<li>{words[0]}</li>")  # the word alone may be one that other sentences have too
    places = [text.index(one) for one in said] + [told, text.index("/back and type")]
    assert places == sorted(places)
    assert drafts_in(store)[0].sent
    somebody.post(f"/interview/{person_code}/next")
    assert somebody.path == f"/interview/{person_code}"
    for path in ("/thanks", "/answer/check", "/answer/question/aa1", f"/a/{person_code}", "/answer/stop"):
        page = somebody.get(path)
        assert not any(f">{word}<" in page.text for word in words)
        assert page.chosen() is None
        assert "Carry on" not in page.text


def test_the_words_of_one_person_take_back_their_answers_after_the_next_was_asked(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    asked(somebody, person_code)
    somebody.press("next", answer="agree")
    somebody.send()
    words = " ".join(re.findall(r"<li>([a-z]+)</li>", somebody.page.text))
    somebody.post(f"/interview/{person_code}/next")
    somebody.post("/back", words=words)
    somebody.post("/back/delete", words=words)
    assert "deleted" in somebody.page.words["h1"]
    assert drafts_in(store) == []


def test_whoever_is_tired_stops_and_is_asked_another_day(
    somebody: Somebody, person_code: str, others: Iterator[Somebody]
) -> None:
    asked(somebody, person_code)
    somebody.press("next", answer="agree")
    assert "You do not have to say why." in somebody.get("/answer/stop").text
    words = stopped(somebody)
    assert "tell the words to whoever asks you" in somebody.page.text
    somebody.post(f"/interview/{person_code}/next")
    assert "Carry on" not in somebody.get(f"/a/{person_code}").text
    another_day = next(others)
    another_day.post("/back", words=words)
    assert another_day.path == "/answer/question/aa2"
    assert "For you, the interviewer" in another_day.page.text


def test_a_page_left_open_cannot_write_into_the_next_ones_answers(
    somebody: Somebody, person_code: str, store: Store
) -> None:
    asked(somebody, person_code)
    left_open = somebody.page.value("of")
    asked(somebody, person_code)
    somebody.post("/answer/question/aa1", of=left_open, answer="agree", go="next", seen="", seen_comment="")
    assert somebody.page.status == 409
    assert all(not draft.answers for draft in drafts_in(store))


def test_a_code_that_works_once_is_for_one_person(somebody: Somebody, world: World, store: Store) -> None:
    (code,) = make_codes(store, world.round_id, Voice.PERSON, 1)
    asked(somebody, code)
    somebody.press("next", answer="agree")
    somebody.send()
    assert "open the link with their own code" in somebody.page.text
    assert "Ask the next person" not in somebody.page.text


def test_nobody_else_reads_what_is_for_interviewers(somebody: Somebody, person_code: str) -> None:
    somebody.begin_answering(person_code)
    for path in ("", "/answer/check", "/answer/stop"):
        text = somebody.get(path).text if path else somebody.page.text
        assert not re.search("For you, the interviewer|Read this aloud|<kbd|interview.js|Number keys", text)


def test_the_browser_keeps_nothing_of_what_was_on_an_interviewers_pages(
    somebody: Somebody, person_code: str
) -> None:
    response = somebody.client.get(f"/interview/{person_code}")
    assert response.headers["Cache-Control"] == "no-store"
    asked(somebody, person_code)
    assert next(somebody.page.all("form", id="answers"))["autocomplete"] == "off"


def test_keys_are_those_of_a_booklet(somebody: Somebody, person_code: str) -> None:
    asked(somebody, person_code)
    keys = {one["value"]: one.get("data-key") for one in somebody.page.all("input", name="answer")}
    assert list(keys.values()) == ["1", "2", "3", "4", "5", "8", "9"]
    assert tuple(APART.values()) == SHORT.apart
    assert next(somebody.page.all("button", value="skip"))["data-key"] == SHORT.blank


def test_no_key_stands_where_a_number_is_the_answer(store: Store, world: World, somebody: Somebody) -> None:
    arrivals = arrivals_in(store, world, somebody)
    asked(somebody, arrivals.code)
    looks = {}
    for step in arrivals.edition.order:
        code = step[0].code
        page = somebody.get(f"/answer/question/{code}")
        if page.status == 200:
            kinds = {one.get("type") or "text" for one in page.all("input", name="answer")}
            looks[code] = (kinds, any("data-key" in one for one in page.all("input")))
    assert any(keyed for _, keyed in looks.values())
    assert all(kinds <= {"radio", "checkbox"} for kinds, keyed in looks.values() if keyed)


def test_no_sentence_is_too_long() -> None:
    for _, text in _joined(INTERVIEW):
        assert all(len(sentence.split()) <= 25 for sentence in re.split(r"[.?!:]", text)), text


def test_what_is_read_aloud_in_easy_read_is_short_and_fills_the_same_places() -> None:
    standard = dict(_joined(INTERVIEW))
    for name, text in _joined(EASY_INTERVIEW):
        assert _places(text) == _places(standard[name]), name
        if text != standard[name]:
            assert all(len(sentence.split()) <= 15 for sentence in re.split(r"[.?!:]", text)), text


def _joined(words: InterviewWords) -> Iterator[tuple[str, str]]:
    for field in fields(words):
        value = getattr(words, field.name)
        yield field.name, value if isinstance(value, str) else " ".join(value)


def _places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
