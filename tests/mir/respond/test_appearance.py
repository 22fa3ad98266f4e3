"""Every answering page can look another way, and nothing typed, chosen or shown on it is lost."""

import pytest
from flask.testing import FlaskClient

from mir.db import Store
from mir.respond.appearance import way_back
from tests.conftest import World
from tests.mir.respond.arrivals import arrivals_in
from tests.mir.respond.conftest import Somebody, drafts_in
from tests.mir.respond.opened import Page


def body(page: Page) -> list[str]:
    """What the body of a page is called."""
    return (next(page.all("body"))["class"] or "").split()


def offered(page: Page) -> list[str | None]:
    """What the buttons about how the page looks would send."""
    return [one.get("value") for one in page.all("button", name="go") if (one.get("form") or "") != ""]


@pytest.fixture
def at_first(somebody: Somebody, person_code: str) -> Somebody:
    somebody.begin_answering(person_code)
    return somebody


def test_each_look_keeps_what_is_chosen_and_typed_and_leaves_the_settings_open(
    at_first: Somebody, store: Store
) -> None:
    for go, look in (
        ("look-large", ["answer", "large"]),
        ("look-contrast", ["answer", "large", "contrast"]),
        ("look-large-off", ["answer", "contrast"]),
        ("look-bare", ["answer", "contrast", "bare"]),
    ):
        page = at_first.press(go, "agree", comment="Tea is late")
        assert body(page) == look
        assert (page.chosen(), "Tea is late" in page.text) == ("agree", True)
        assert "open" in next(page.all("details", id="looks"))
    assert at_first.path == "/answer/question/aa1"
    assert (drafts_in(store)[0].answers, drafts_in(store)[0].comments) == (
        {"aa1": "agree"},
        {"aa1": "Tea is late"},
    )
    assert "open" not in next(at_first.press("next").all("details", id="looks"))
    assert body(at_first.page) == ["answer", "contrast", "bare"]  # and so on every page after


def test_pressed_twice_a_button_does_the_same(at_first: Somebody) -> None:
    at_first.press("look-large")
    assert body(at_first.press("look-large")) == ["answer", "large"]


@pytest.mark.parametrize("go", ["look-", "look-huge", "look-large-large", "look-contrast-"])
def test_a_forged_look_breaks_nothing(at_first: Somebody, go: str) -> None:
    page = at_first.press(go, "agree")
    assert (page.status, page.chosen()) == (200, "agree")
    assert set(body(page)) <= {"answer", "large", "contrast"}


def test_what_is_not_understood_yet_stays_when_the_look_changes(
    somebody: Somebody, store: Store, world: World
) -> None:
    arrivals = arrivals_in(store, world, somebody)
    for step in arrivals.edition.questions:
        if step.kind == "number":
            break
    somebody.get(f"/answer/question/{step.code}")
    arrivals.press("look-large", answer="about twelve")
    assert somebody.page.status == 200
    assert somebody.page.value("answer") == "about twelve"
    assert body(somebody.page) == ["answer", "large"]


def test_the_pages_around_the_questions_change_too(somebody: Somebody, person_code: str) -> None:
    somebody.post(f"/a/{person_code}", presentation="easy_read")
    assert body(somebody.press("look-contrast")) == ["answer", "easy", "contrast"]
    assert somebody.path == "/answer/before"
    somebody.press("yes")
    page = somebody.press("look-large", help="read_to_me", helper="staff")
    assert (page.chosen("help"), page.chosen("helper")) == ("read_to_me", "staff")
    assert somebody.path == "/answer/help"
    somebody.press("next", help="none")
    somebody.press("next", "agree")
    check = somebody.get("/answer/check")
    somebody.post("/answer/send", of=check.value("of"), go="look-large-off")
    assert (somebody.path, body(somebody.page)) == ("/answer/check", ["answer", "easy", "contrast"])
    somebody.send()
    assert body(somebody.page) == ["answer", "easy", "contrast"]
    page = somebody.post("/thanks", go="look-contrast-off")
    assert (somebody.path, body(page)) == ("/thanks", ["answer", "easy"])


def test_before_there_are_answers_a_typed_code_stays(somebody: Somebody, person_code: str) -> None:
    page = somebody.post("/start", code="abcd 23", go="look-large")
    assert (page.status, page.value("code")) == (200, "abcd 23")
    assert body(page) == ["answer", "easy", "large"]
    page = somebody.post("/start", code="abcd 23", go="language-cy")
    assert (page.value("code"), next(page.all("html"))["lang"]) == ("abcd 23", "cy")
    assert "look-large-off" in offered(somebody.get(f"/a/{person_code}"))
    page = somebody.post("/looks", to=f"/a/{person_code}?language=en", go="look-contrast")
    assert (somebody.path, body(page)) == (f"/a/{person_code}", ["answer", "easy", "large", "contrast"])


def test_four_words_that_are_shown_once_stay_shown_and_go_on_working(at_first: Somebody) -> None:
    page = at_first.get("/answer/stop")
    page = at_first.post("/answer/stop", of=page.value("of"))
    words = page.value("shown")
    assert len(words.split()) == 4
    page = at_first.post("/answer/stop", of=page.value("of"), shown=words, go="look-large")
    assert page.value("shown") == words
    page = at_first.post("/answer/stop", of=page.value("of"), shown=words, go="switch")
    assert page.value("shown") == words
    assert body(page) == ["answer", "easy", "large"]
    at_first.client.get("/leave")
    at_first.post("/back", words=words)
    assert at_first.path.startswith("/answer/question/")


def test_typed_words_and_a_page_about_deleting_stay(at_first: Somebody) -> None:
    page = at_first.post("/back", words="river", go="look-large")
    assert (page.status, page.value("words")) == (200, "river")
    at_first.get("/answer/question/aa1")
    at_first.press("next", "agree")
    receipt = at_first.send().text.partition("four-words")[2].split("<li>")[1:5]
    page = at_first.post("/back", words=" ".join(word.partition("<")[0] for word in receipt))
    assert at_first.path == "/back"
    looked = {name: page.value(name) for name in ("words", "found")}
    page = at_first.post("/back", **looked, go="look-contrast")
    assert "contrast" in body(page)
    assert "cannot see or change" in page.text  # nothing is deleted by looking
    page = at_first.post("/back/delete", words=page.value("words"))
    assert "Your answers are deleted" in page.text
    page = at_first.post("/back/delete", taken=page.value("taken"), go="look-contrast-off")
    assert "Your answers are deleted" in page.text
    assert "contrast" not in body(page)


def test_no_is_still_no_in_another_look(somebody: Somebody, person_code: str, store: Store) -> None:
    somebody.post(f"/a/{person_code}", presentation="easy_read")
    page = somebody.press("no")
    beside = {name: page.value(name) for name in ("declined", "presentation", "language")}
    page = somebody.post("/answer/before", **beside, go="look-large")
    assert "That is fine" in page.text
    assert body(page) == ["answer", "easy", "large"]
    assert drafts_in(store) == []
    forged = somebody.post("/answer/before", **(beside | {"presentation": "<b>"}), go="look-large")
    assert forged.status == 400
    assert somebody.post("/answer/before", **(beside | {"declined": "Z"}), go="look-large").status == 404


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/thanks?", "/thanks?"),
        ("/a/ABCD2345?language=cy", "/a/ABCD2345?language=cy"),
        ("https://evil.example/", "/"),
        ("//evil.example/x", "/"),
        ("/\\evil.example", "/"),
        ("\\\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_changing_the_look_leads_nowhere_else(asked: str, led: str) -> None:
    assert way_back(asked) == led


def test_the_desk_looks_the_same_for_everybody(client: FlaskClient) -> None:
    client.post("/looks", data={"go": "look-contrast", "to": "/"})
    assert 'class=" easy contrast"' not in client.get("/sign-in").get_data(as_text=True)
    assert "contrast" in client.get("/").get_data(as_text=True).partition("<body")[2][:60]
    assert "contrast" in client.get("/nowhere").get_data(as_text=True).partition("<body")[2][:60]


def test_what_went_wrong_after_a_form_is_told_again_in_each_look(at_first: Somebody) -> None:
    page = at_first.post("/answer/send", of="nobody", go="next")
    said = (page.status, page.words["h1"])
    assert page.status >= 400
    for go, look in (("look-large", ["large"]), ("look-contrast", ["large", "contrast"])):
        assert go in offered(page)
        page = at_first.post("/looks", told=page.value("told"), go=go)
        assert (page.status, page.words["h1"]) == said
        assert body(page) == ["answer", "easy", *look]
        assert "open" in next(page.all("details", id="looks"))


def test_words_that_were_never_ours_are_not_told_again(at_first: Somebody) -> None:
    told = at_first.post("/answer/send", of="nobody").value("told")
    for forged in ("", told[:-2], "x" + told, '["Call this number","0800",200]'):
        page = at_first.post("/looks", told=forged, go="look-large")
        assert (at_first.path, page.status) == ("/", 200)


def test_what_was_too_much_at_once_is_told_in_each_look_and_loses_nothing(at_first: Somebody) -> None:
    path = at_first.path
    page = at_first.press("next", "agree", comment="a" * 1_000_000)
    assert (page.status, page.words["h1"]) == (413, "That is too much at once")
    page = at_first.post("/looks", told=page.value("told"), go="look-large")
    assert (page.status, body(page)) == (413, ["answer", "easy", "large"])
    assert at_first.get(path).answers()
