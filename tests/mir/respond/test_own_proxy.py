"""A survey's own question can have words for somebody who answers for the person, rows of a grid too."""

from datetime import timedelta

import pytest

from mir import clock
from mir.db import Store
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists
from surveys.edition import Edition
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.respond.conftest import Somebody
from tests.surveys.trying.arrivals import SECTIONS_OFF, edition_of

OLD_VIEW = "“I” and “me” mean the person."


def _both(words: str) -> str:
    """The line of a file that says it in standard words and in Easy Read."""
    return f"proxy: {{standard: {words!r}, easy_read: {words!r}}}"


PROXIED = (
    SECTIONS_OFF,
    ("easy_read: Who helps you?}", f"easy_read: Who helps you?}}\n    {_both('Who helps the person?')}"),
    ("easy_read: How is the food?}", f"easy_read: How is the food?}}\n    {_both('How is their food?')}"),
    ("easy_read: The taste}", f"easy_read: The taste}}\n        {_both('The taste, for them')}"),
    ("    show_if: '\"family\" in helped or days >= 5'\n", ""),
)


@pytest.fixture
def edition() -> Edition:
    return edition_of(*PROXIED).model_copy(update={"languages": ("en",)})


@pytest.fixture
def proxy(somebody: Somebody, store: Store, world: World, edition: Edition) -> Somebody:
    today = clock.today()
    round_id = open_round(store, NewRound(world.service_id, edition, "Own", today, today + timedelta(days=9)))
    code = next(one.shared for one in code_lists(store, round_id) if one.voice == Voice.PERSON)
    somebody.begin(code)
    somebody.press("next", help="answered_for_me", helper="family")
    return somebody


def test_a_proxy_reads_of_the_person_where_there_are_words(proxy: Somebody) -> None:
    page = proxy.get("/answer/question/helped")
    assert page.words["h1"].strip() == "Who helps the person?"
    assert "You are answering for the person." in page.text
    assert OLD_VIEW not in page.text
    check = proxy.get("/answer/check").text
    assert "Who helps the person?" in check
    assert "Who helps you?" not in check


def test_so_does_a_row_of_a_grid(proxy: Somebody) -> None:
    page = proxy.get("/answer/question/food_taste")
    assert " ".join(page.words["h1"].split()) == "How is their food? The taste, for them"
    assert OLD_VIEW not in page.text
    other = proxy.get("/answer/question/food_choice")  # this row has no such words
    assert " ".join(other.words["h1"].split()) == "How is their food? The choice"
    assert OLD_VIEW in other.text


def test_without_words_the_persons_own_are_read_and_it_is_said(proxy: Somebody) -> None:
    page = proxy.get("/answer/question/days")
    assert page.words["h1"].strip() == "How many days a week?"
    assert OLD_VIEW in page.text


def test_the_person_reads_their_own(proxy: Somebody) -> None:
    of = proxy.get("/answer/help").value("of")
    proxy.post("/answer/help", of=of, help="none", go="next")
    assert proxy.get("/answer/question/helped").words["h1"].strip() == "Who helps you?"


def test_an_edition_without_such_words_keeps_its_name(edition: Edition) -> None:
    assert "proxy" not in edition_of(SECTIONS_OFF).canonical()
    assert Edition.model_validate_json(edition.canonical()).hash == edition.hash
