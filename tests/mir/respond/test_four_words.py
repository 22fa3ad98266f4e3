"""Four words lead back to answers from anywhere, and take sent answers back; nobody else can use them."""

import hashlib
import re
from unittest.mock import Mock

import pytest
from flask import Flask
from sqlalchemy import func, select

from mir.db import Store
from mir.respond.browser import Held
from mir.respond.four_words import HOW_MANY, new_words, tidy_words, way, word_list
from mir.respond.leading_back import make_words
from mir.respond.models import Comment, Sheet, WayBack
from mir.respond.sealing import close_round, seal_waiting
from tests.conftest import SECRET, World
from tests.mir.respond.conftest import Somebody, drafts_in, sheets_in


def words_on(somebody: Somebody) -> str:
    found = re.search(r'<ol class="four-words">(.*?)</ol>', somebody.page.text)
    assert found, somebody.page.text
    return " ".join(re.findall(r"<li>(\w+)</li>", found[1]))


def count(store: Store, table: type) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def stopped(somebody: Somebody, person_code: str) -> str:
    """Somebody answered one question, stopped, and has these words."""
    somebody.begin_answering(person_code)
    somebody.press("next", "agree", comment="Tea at four")
    somebody.press("stop", "disagree")
    assert somebody.path == "/answer/stop"
    somebody.post("/answer/stop", of=somebody.page.value("of"))
    return words_on(somebody)


def test_words_are_short_known_and_by_chance() -> None:
    assert len(word_list()) > 1_400  # four of them are some four million million
    assert len({word[:4] for word in word_list()}) == len(word_list())
    assert len(new_words("secret", "page")) == HOW_MANY
    assert len({new_words("secret", f"page {number}") for number in range(50)}) == 50
    assert len({new_words(f"secret {number}", "sent") for number in range(50)}) == 50


def test_a_page_loaded_again_gives_the_same_words_and_they_go_on_working(
    app: Flask, somebody: Somebody, person_code: str
) -> None:
    somebody.begin_answering(person_code)
    somebody.press("stop", "agree")
    page = {name: somebody.page.value(name) for name in ("of", "asked")}
    somebody.post("/answer/stop", **page)
    written = words_on(somebody)
    somebody.post("/answer/stop", **page)
    assert words_on(somebody) == written
    elsewhere = Somebody(app.test_client())
    elsewhere.post("/back", words=written)
    assert elsewhere.path == "/answer/question/aa2"
    somebody.post("/answer/stop", **page, go="look-large")
    fresh = {name: somebody.page.value(name) for name in ("of", "asked")}
    somebody.post("/answer/stop", **fresh)
    assert words_on(somebody) != written


def test_where_the_words_are_typed_is_told_with_them_and_has_a_way_on_for_whoever_lost_them(
    somebody: Somebody, person_code: str
) -> None:
    somebody.begin_answering(person_code)
    somebody.press("next", "agree")
    page = somebody.get("/answer/stop")
    page = somebody.post("/answer/stop", of=page.value("of"))
    address = "http://localhost/back"
    for told in (page, somebody.send()):
        assert address in told.text
        assert "I have four words" not in told.text  # that page has no such button
    assert '<a href="/">I have a code</a>' in somebody.get("/back").text


def test_send_pressed_twice_leaves_a_receipt_that_works(
    somebody: Somebody, store: Store, person_code: str
) -> None:
    somebody.begin_answering(person_code)
    somebody.press("next", "agree")
    with somebody.client.session_transaction() as session:
        held = Held(session["code"], session["drafts"][session["code"]])
    somebody.send()
    receipt = words_on(somebody)
    assert make_words(store, held, SECRET, "sent") == tuple(receipt.split())  # what the first press did
    somebody.post("/back/delete", words=receipt)
    assert drafts_in(store) == []


def test_guessing_words_is_stopped_and_known_words_take_no_other_road(
    app: Flask, monkeypatch: pytest.MonkeyPatch, stopped: str
) -> None:
    slow = Mock(wraps=hashlib.scrypt)
    monkeypatch.setattr(hashlib, "scrypt", slow)
    stranger, owner = Somebody(app.test_client()), Somebody(app.test_client())
    assert owner.post("/back", words=stopped).status == 200
    assert slow.call_count == 1
    guesses = [stranger.post("/back", words="able about acid actor").status for _ in range(10)]
    assert guesses == [422] * 9 + [429]
    assert slow.call_count == 10  # once for each, found or not, and not at all once it is stopped
    assert stranger.post("/back/delete", words="able about acid actor").status == 410


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Able  ABOUT,acid-actor", ("able", "about", "acid", "actor")),
        ("abou abou abou abou", ("about",) * 4),
        ("", ()),
        ("\x00😢 12", ()),
        ("a b c d e f g", ("a", "b", "c", "d", "e")),
    ],
)
def test_words_are_read_however_they_are_typed(typed: str, words: tuple[str, ...]) -> None:
    assert tidy_words(typed) == words


def test_a_way_is_the_same_for_the_same_words_on_the_same_site_only() -> None:
    words = ("able", "about", "acid", "actor")
    assert way(words, "one") == way(words, "one")
    assert way(words, "one").name != way(words, "two").name
    box = way(words, "one").shut("secret")
    assert way(words, "one").open(box) == "secret"
    assert way(("able",) * 4, "one").open(box) is None


def test_the_page_is_kept_and_the_words_lead_back_to_it_in_another_browser(
    app: Flask, store: Store, stopped: str
) -> None:
    (draft,) = drafts_in(store)
    assert draft.answers == {"aa1": "agree", "aa2": "disagree"}
    elsewhere = Somebody(app.test_client())
    elsewhere.post("/back", words=stopped.upper())
    assert elsewhere.path == "/answer/question/bb1"
    assert "Tea at four" in elsewhere.get("/answer/check").text


def test_looking_changes_nothing(somebody: Somebody, store: Store, person_code: str) -> None:
    somebody.begin_answering(person_code)
    somebody.get("/answer/stop")
    somebody.get("/back")
    assert count(store, WayBack) == 0


def test_other_words_take_the_place_of_the_first(app: Flask, somebody: Somebody, stopped: str) -> None:
    somebody.post("/answer/stop", of=somebody.page.value("of"))
    again = words_on(somebody)
    elsewhere = Somebody(app.test_client())
    assert elsewhere.post("/back", words=stopped).status == 422
    elsewhere.post("/back", words=again)
    assert elsewhere.path == "/answer/question/bb1"


@pytest.mark.parametrize(
    "typed", ["", "able about acid", "able about acid actor again", "x" * 5_000, "<b>a b c d"]
)
def test_words_that_lead_nowhere_are_told_and_stay_on_the_page(somebody: Somebody, typed: str) -> None:
    page = somebody.post("/back", words=typed)
    assert page.status == 422
    assert page.value("words") == typed[:200]


def test_nothing_of_the_words_or_the_secret_lies_in_the_table(store: Store, stopped: str) -> None:
    with store.reading() as session:
        (row,) = session.scalars(select(WayBack))
    assert row.name == way(tuple(stopped.split()), SECRET).name
    assert not any(word.encode() in row.box for word in stopped.split())


def test_answers_that_wait_or_are_sealed_can_be_taken_back_with_the_receipt(
    app: Flask, somebody: Somebody, store: Store, world: World, person_code: str
) -> None:
    for number in range(6):
        one = Somebody(app.test_client())
        one.begin_answering(person_code)
        one.press("next", "agree", comment=f"Other {number}")
        one.send()
    somebody.begin_answering(person_code)
    somebody.press("next", "disagree_a_lot", comment="Mine")
    somebody.send()
    receipt = words_on(somebody)
    seal_waiting(store, world.round_id, left=0)
    assert len(sheets_in(store)) == 7
    page = somebody.post("/back", words=receipt)
    assert "You can take them back" in page.text or "You can delete them" in page.text
    page = somebody.post("/back/delete", words=receipt)
    assert "deleted" in page.words["h1"]
    with store.reading() as session:
        assert sorted(session.scalars(select(Comment.text))) == [f"Other {number}" for number in range(6)]
    assert {sheet.answers[0] for sheet in sheets_in(store)} == {4}
    assert somebody.post("/back", words=receipt).status == 422
    assert somebody.post("/back/delete", words=receipt).status == 410


def test_answers_that_still_wait_can_be_taken_back_too(
    somebody: Somebody, store: Store, person_code: str
) -> None:
    somebody.begin_answering(person_code)
    somebody.press("next", "agree")
    somebody.send()
    somebody.post("/back/delete", words=words_on(somebody))
    assert drafts_in(store) == []


def test_when_the_round_closes_the_words_lead_nowhere_and_no_key_can_be_made_again(
    somebody: Somebody, store: Store, world: World, person_code: str
) -> None:
    somebody.begin_answering(person_code)
    somebody.press("next", "agree")
    somebody.send()
    receipt = words_on(somebody)
    close_round(store, world.round_id)
    assert count(store, WayBack) == 0
    assert count(store, Sheet) == 1
    assert somebody.post("/back", words=receipt).status == 422
    assert somebody.post("/back/delete", words=receipt).status == 410
    assert count(store, Sheet) == 1


def test_the_next_person_on_the_device_sees_no_receipt(somebody: Somebody, person_code: str) -> None:
    somebody.begin_answering(person_code)
    somebody.press("next", "agree")
    somebody.send()
    assert "four-words" in somebody.get("/thanks").text
    somebody.begin(person_code)
    assert "four-words" not in somebody.get("/thanks").text


def test_the_address_to_come_back_to_is_the_sites_own_whatever_a_browser_says(
    somebody: Somebody, person_code: str
) -> None:
    somebody.begin_answering(person_code)
    somebody.press("stop", "disagree")
    cookie = somebody.client.get_cookie("mir")
    assert cookie is not None
    somebody.client.set_cookie("mir", cookie.value, domain="evil.example")
    of = somebody.page.value("of")
    page = somebody.client.post("/answer/stop", data={"of": of}, base_url="http://evil.example").text
    assert "http://localhost/back" in page
    assert "evil" not in page
