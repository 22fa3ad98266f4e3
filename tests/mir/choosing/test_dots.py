"""Dots from many devices and from raised hands: each counts once, and nothing that is forged counts."""

import pytest
from flask import Flask
from sqlalchemy import inspect

from mir import clock
from mir.choosing import dotting, operations, queries
from mir.choosing.dotting import Ballot
from mir.choosing.models import Side, Way
from mir.errors import ConflictError, GoneError
from mir.providers.models import Kind
from mir.providers.operations import add_service
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from tests.mir.choosing.conftest import Hall

PEOPLE, STAFF, PHONE, HANDS = Side.PEOPLE, Side.STAFF, Way.PHONE, Way.HANDS


def dots(hall: Hall, side: Side = PEOPLE, way: Way = PHONE) -> dict[str, int]:
    """The totals by letter."""
    kept = hall.kept
    return {one.letter: kept.dots[one.id, side, way] for one in hall.now.wall}


def test_each_person_s_dots_are_added_to_their_group(hall: Hall) -> None:
    hall.begin()
    for letters in (("A", "B"), ("A",), ("A", "C")):
        assert hall.vote("people", *letters).status_code == 302
    hall.vote("staff", "B", "C")
    assert (dots(hall), dots(hall, STAFF)) == ({"A": 3, "B": 1, "C": 1}, {"A": 0, "B": 1, "C": 1})
    assert (hall.kept.people((PEOPLE,)), hall.kept.people((STAFF,))) == (3, 1)


def test_nothing_is_kept_of_one_person(hall: Hall) -> None:
    hall.begin()
    hall.vote("people", "A", "B")
    tables = {"dots", "voters", "spent_pages"}
    columns = {column["name"] for table in tables for column in inspect(hall.store.engine).get_columns(table)}
    assert columns == {"candidate_id", "meeting_id", "side", "way", "number", "digest"}


def test_while_dots_are_put_no_page_shows_one(hall: Hall) -> None:
    hall.begin()
    before = hall.client.get(f"{hall.at}/screen?show=dots").text
    for _ in range(9):
        hall.vote("people", "A")
    page, screen = hall.client.get(hall.at).text, hall.client.get(f"{hall.at}/screen?show=dots").text
    assert "9 people have" in page
    assert screen == before.replace("<b>0</b> people have", "<b>9</b> people have")
    # Nor does a page that is asked for too early, or sent with nothing on it.
    for asked in (hall.client.get, hall.client.post):
        early = asked(f"{hall.at}/agree")
        assert (early.status_code, " of 9" in early.text) == (409, False)
    hall.counted()
    assert '<td class="count">9</td>' in hall.client.get(hall.at).text


def test_the_same_browser_puts_dots_once_and_somebody_else_may_use_it(hall: Hall, app: Flask) -> None:
    hall.begin()
    phone = app.test_client()
    hall.vote("people", "A", client=phone)
    hall.vote("people", "B", client=phone)
    assert dots(hall) == {"A": 1, "B": 0, "C": 0}
    at = f"/vote/{hall.now.code}"
    assert "Your dots are on the wall" in phone.get(at).text
    phone.post(at, data={"go": "another"})
    hall.vote("people", "B", client=phone)
    assert dots(hall) == {"A": 1, "B": 1, "C": 0}


def test_a_button_pressed_twice_at_once_counts_once(hall: Hall, app: Flask) -> None:
    hall.begin()
    phone = app.test_client()
    phone.get(f"/vote/{hall.now.code}")
    with phone.session_transaction() as kept:
        as_it_was = dict(kept["dots"])
    hall.vote("people", "A", client=phone)
    with phone.session_transaction() as kept:
        kept["dots"] = as_it_was  # as a second press sends it, before the first has been answered
    assert hall.vote("people", "A", client=phone).status_code == 302
    assert dots(hall)["A"] == 1


@pytest.mark.parametrize(
    ("side", "letters", "sentence"),
    [
        ("people", ("A", "B", "C"), "You picked 3 things. Pick 2 or fewer"),
        ("people", (), "Pick one thing or more"),
        ("", ("A",), "Say who you are. Pick one"),
        ("leader", ("A",), "Say who you are. Pick one"),
    ],
)
def test_what_is_to_be_put_right_is_said_and_what_was_chosen_stays(
    hall: Hall, side: str, letters: tuple[str, ...], sentence: str
) -> None:
    hall.begin()
    page = hall.vote(side, *letters)
    assert (page.status_code, sentence in page.text) == (422, True)
    assert page.text.count(" checked") == len(letters) + (side == "people")
    assert hall.kept.people() == 0


def test_forged_and_stale_pages_count_nothing(hall: Hall, app: Flask) -> None:
    hall.begin()
    other = operations.begin(hall.store, _other_round(hall), clock.today())
    operations.add_own(hall.store, other, "Of another service")
    theirs = queries.meeting(hall.store, other).wall[0].id
    at, ids = f"/vote/{hall.now.code}", hall.now.ids
    phone = app.test_client()
    phone.get(at)
    sent = {"who": "people", "go": "put", "turn": "1"}
    for chosen in ([theirs], ["0" * 32], [ids[0], "\0"], ["🙂" * 2000]):
        page = phone.post(at, data={**sent, "chosen": chosen})
        assert (page.status_code, "The wall is different now." in page.text) == (422, True)
    for turn in ("0", "2", "", "x" * 5000, "²"):
        page = phone.post(at, data={**sent, "chosen": [ids[0]], "turn": turn})
        assert (page.status_code, "The wall is different now." in page.text) == (422, True)
    assert hall.kept.people() == 0
    # The same thing many times is one dot.
    assert phone.post(at, data={**sent, "chosen": [ids[0]] * 9}).status_code == 302
    assert dots(hall) == {"A": 1, "B": 0, "C": 0}


def test_the_totals_themselves_take_nothing_that_cannot_be_chosen(hall: Hall) -> None:
    hall.begin()
    first, second, third = hall.now.ids
    for chosen in (set[str](), {first, second, third}, {first, "0" * 32}):
        with pytest.raises(ConflictError):
            dotting.put_dots(hall.store, hall.now.code, 1, Ballot(PEOPLE, frozenset(chosen), "x"))
    for turn in (0, 2):
        with pytest.raises(GoneError):
            dotting.put_dots(hall.store, hall.now.code, turn, Ballot(PEOPLE, frozenset({first}), "x"))
    assert hall.kept.people() == 0


def test_what_was_taken_off_the_wall_gets_no_dot(hall: Hall) -> None:
    hall.add("Trips")
    off = hall.now.wall[0].id
    operations.take_off(hall.store, hall.id, off, off=True)
    hall.begin()
    page = hall.vote("people", "A", chosen=off)
    assert page.status_code == 422


def test_before_and_after_the_dots_there_is_a_plain_page(hall: Hall, app: Flask) -> None:
    at, phone = f"/vote/{hall.now.code}", app.test_client()
    assert "It has not started yet." in phone.get(at).text
    assert "The dots have not begun yet" in phone.get(f"{at}?read=standard").text
    assert hall.vote("people", "A").status_code == 410
    hall.begin()
    hall.counted()
    assert "We have counted the dots" in phone.get(at).text
    late = hall.vote("people", "A")
    assert (late.status_code, "Nobody can put dots now." in late.text) == (410, True)
    assert hall.kept.people() == 0


def test_a_code_is_typed_as_people_type_it(hall: Hall, app: Flask) -> None:
    phone, code = app.test_client(), hall.now.code
    assert "The code on the screen" in phone.get("/vote").text
    assert phone.get(f"/vote?code={code[:4].lower()}+-{code[4:]}").location == f"/vote/{code}"
    for wrong in ("", "ABCD2345", "%00", "🙂", "x" * 3000):
        page = phone.get(f"/vote?code={wrong}")
        assert page.status_code == 404
    assert phone.get("/vote/ABCD2345").status_code == 404


def test_the_page_speaks_the_languages_of_the_site_and_keeps_what_was_chosen(app: Flask, hall: Hall) -> None:
    hall.begin()
    phone, at = app.test_client(), f"/vote/{hall.now.code}"
    welsh = phone.get(f"{at}?language=cy").text
    assert "Mae gennych 2 ddot. Dewiswch 2 beth neu lai." in welsh
    assert "Easy words of aa2 for person." in welsh
    assert "Dywedwch pwy ydych chi. Dewiswch un" in phone.post(at, data={"go": "put", "turn": "1"}).text
    sent = {"who": "staff", "chosen": [hall.now.ids[1]], "turn": "1", "read": "easy_read"}
    phone.post(at, data={**sent, "go": "language-en"})
    for go, words in (("switch", "Choose together what to work on"), ("look-large", "Choose together")):
        page = phone.post(at, data={**sent, "go": go}).text
        assert words in page
        assert page.count(" checked") == 2
    assert hall.kept.people() == 0


def _other_round(hall: Hall) -> str:
    today = clock.today()
    oak = add_service(hall.store, hall.world.organisation_id, "Oak House", Kind.CARE_HOME)
    round_id = open_round(hall.store, NewRound(oak, hall.edition, "Spring", today, today))
    close_round(hall.store, round_id)
    return round_id
