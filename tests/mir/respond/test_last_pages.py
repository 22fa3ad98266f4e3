"""The last pages, the private step and pages of what went wrong can look and speak another way too."""

import re

import pytest
from flask import Flask

from mir.db import Store
from mir.respond.sealing import close_round
from mir.rounds.queries import door
from surveys.load import shipped_edition
from tests.conftest import World
from tests.mir.respond.conftest import Somebody, drafts_in
from tests.mir.respond.opened import Page
from tests.mir.respond.test_proxy import opened

HIDDEN = {
    "en": "You answered this. It is hidden.",
    "cy": "Rydych chi wedi ateb hwn. Mae ynghudd.",
}
SAID = "The night staff frighten me"


@pytest.fixture
def code(store: Store, world: World) -> str:
    return opened(store, world, shipped_edition("core", ("en", "cy", "ur")))[1]


def looks(page: Page) -> tuple[set[str], str]:
    """How the page looks, and its language."""
    body = (next(page.all("body"))["class"] or "").split()
    return set(body) & {"large", "contrast", "bare"}, next(page.all("html"))["lang"] or ""


def offered(page: Page) -> set[str]:
    return {one["value"] or "" for one in page.all("button", name="go")}


def hide(somebody: Somebody, code: str) -> None:
    somebody.begin(code)
    somebody.press("next", help="read_to_me", helper="staff")
    somebody.press("next", answer="agree", comment=SAID)
    somebody.press("alone")
    somebody.post("/answer/alone", of=somebody.page.value("of"), picture="fish")


def is_hidden(somebody: Somebody, language: str = "en") -> bool:
    question = somebody.get("/answer/question/wi1")
    told = question.chosen() or question.value("seen") or question.value("seen_comment")
    check = somebody.get("/answer/check").text
    return not told and SAID not in question.text + check and HIDDEN[language] in check


def test_another_language_shows_nothing_that_is_hidden(somebody: Somebody, code: str) -> None:
    hide(somebody, code)
    somebody.get("/answer/question/wi1")
    page = somebody.press("language-cy")
    assert looks(page)[1] == "cy"
    assert is_hidden(somebody, "cy")
    check = somebody.get("/answer/check")
    somebody.post("/answer/send", of=check.value("of"), go="language-en")
    assert is_hidden(somebody)


@pytest.mark.parametrize("go", ["look-large", "look-contrast", "look-bare", "switch"])
def test_no_look_shows_what_is_hidden(somebody: Somebody, code: str, go: str) -> None:
    hide(somebody, code)
    for path in (
        "/answer/question/wi1",
        "/answer/check",
        "/answer/help",
        "/answer/stop",
        "/answer/alone/show",
    ):
        of = somebody.get(path).value("of")
        where = "/answer/send" if path.endswith("check") else path
        page = somebody.post(where, of=of, go=go, help="read_to_me", helper="staff")
        assert page.status == 200
        assert SAID not in page.text
        assert is_hidden(somebody)


def test_the_four_words_lead_back_to_answers_that_stay_hidden(
    somebody: Somebody, code: str, app: Flask, store: Store
) -> None:
    hide(somebody, code)
    of = somebody.get("/answer/stop").value("of")
    words = somebody.post("/answer/stop", of=of).value("shown")
    elsewhere = Somebody(app.test_client())
    elsewhere.post("/back", words=words)
    assert elsewhere.path == "/answer/question/wi2"
    assert is_hidden(elsewhere)
    assert is_hidden(somebody)
    of = elsewhere.get("/answer/check").value("of")
    elsewhere.post("/answer/alone/show", of=of, picture="sun")
    elsewhere.post("/answer/alone/show", of=of, picture="fish")
    assert elsewhere.get("/answer/question/wi1").chosen() == "agree"
    assert drafts_in(store)[0].comments == {"wi1": SAID}


@pytest.mark.parametrize("path", ["/answer/alone", "/answer/alone/show"])
def test_the_private_step_looks_and_speaks_as_people_want(somebody: Somebody, code: str, path: str) -> None:
    somebody.begin(code)
    somebody.press("next", help="read_to_me", helper="staff")
    somebody.press("next", answer="agree", comment=SAID)
    if path.endswith("show"):
        hide(somebody, code)
    at = f"{path}?at=wi1"
    page = somebody.get(at)
    assert {"look-large", "look-contrast", "switch", "language-cy", "language-ur"} <= offered(page)
    for go, expected in (
        ("look-large", ({"large"}, "en")),
        ("look-contrast", ({"large", "contrast"}, "en")),
        ("language-ur", ({"large", "contrast"}, "ur")),
        ("switch", ({"large", "contrast"}, "ur")),
        ("look-bare", ({"large", "contrast", "bare"}, "ur")),
        ("language-cy", ({"large", "contrast", "bare"}, "cy")),
    ):
        page = somebody.post(at, of=page.value("of"), go=go)
        assert (somebody.path, page.status, looks(page)) == (path, 200, expected)
        assert len(list(page.all("button", name="picture"))) == 6
        assert "/answer/question/wi1" in page.text  # the way back to where it was asked


def test_the_look_can_be_changed_more_often_than_pictures_tried(somebody: Somebody, code: str) -> None:
    hide(somebody, code)
    of = somebody.get("/answer/alone/show").value("of")
    for _ in range(15):
        assert somebody.post("/answer/alone/show", of=of, go="look-large").status == 200
    assert "You can try two pictures." in somebody.page.text


def sent(somebody: Somebody, code: str) -> Page:
    somebody.begin(code)
    somebody.press("next", help="none")
    somebody.press("next", answer="agree")
    return somebody.send()


def receipt(page: Page) -> list[str]:
    return re.findall(r"<li>([a-z]{3,6})</li>", page.text)


def test_thanks_are_said_in_any_look_and_language_with_the_receipt(somebody: Somebody, code: str) -> None:
    page = sent(somebody, code)
    words = receipt(page)
    assert len(words) == 4
    assert {"switch", "language-cy", "language-ur", "look-large"} <= offered(page)
    for go, expected, heading in (
        ("language-cy", (set(), "cy"), "Diolch"),
        ("look-contrast", ({"contrast"}, "cy"), "Diolch"),
        ("switch", ({"contrast"}, "cy"), "Diolch"),
        ("language-ur", ({"contrast"}, "ur"), "شکریہ"),
        ("look-contrast-off", (set(), "ur"), "شکریہ"),
        ("language-en", (set(), "en"), "Thank you"),
    ):
        page = somebody.post("/thanks", go=go)
        assert (somebody.path, looks(page)) == ("/thanks", expected)
        assert heading in page.words["h1"]
        assert receipt(page) == words
    somebody.post("/back", words=" ".join(words))
    assert "Your answers have been sent" in somebody.page.text


@pytest.mark.parametrize("go", ["", "language-xx", "language-", "switch-", "look-", "🐟", "language-fr"])
def test_a_forged_wish_leaves_the_thanks_as_they_are(somebody: Somebody, code: str, go: str) -> None:
    words = receipt(sent(somebody, code))
    page = somebody.post("/thanks", go=go)
    assert (page.status, looks(page), receipt(page)) == (200, (set(), "en"), words)


def test_whoever_sent_nothing_is_thanked_for_nothing(somebody: Somebody) -> None:
    somebody.post("/thanks", go="language-cy")
    assert somebody.path == "/"


@pytest.mark.parametrize("path", ["/nowhere", "/a/ZZZZ9999", "/answer/check", "/a/{code}?language=en"])
def test_what_went_wrong_is_said_in_any_look_and_language(
    somebody: Somebody, code: str, store: Store, path: str
) -> None:
    if "{code}" in path:
        close_round(store, door(store, code).round.id)
    path = path.format(code=code)
    page = somebody.get(path)
    assert page.status >= 400
    for go, expected in (
        ("look-large", ({"large"}, "en")),
        ("language-cy", ({"large"}, "cy")),
        ("look-contrast", ({"large", "contrast"}, "cy")),
    ):
        assert go in offered(page)
        page = somebody.post("/looks", to=page.value("to"), go=go)
        assert somebody.path == path.partition("?")[0]
        assert (page.status >= 400, looks(page)) == (True, expected)


def test_too_many_tries_are_refused_in_the_frame_of_the_pages(somebody: Somebody, code: str) -> None:
    hide(somebody, code)
    of = somebody.get("/answer/alone/show").value("of")
    somebody.post("/answer/alone/show", of=of, go="look-contrast")
    pages = [somebody.post("/answer/alone/show", of=of, picture="🐟") for _ in range(12)]
    assert pages[-1].status == 429
    assert looks(pages[-1]) == ({"contrast"}, "en")
