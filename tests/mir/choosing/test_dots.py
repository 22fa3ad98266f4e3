"""Dots from many devices and from raised hands: each counts once, and nothing that is forged counts."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import inspect

from mir import clock
from mir.choosing import dotting, operations, queries
from mir.choosing.dotting import Ballot
from mir.choosing.models import Side, Way
from mir.db import Store
from mir.models import Base
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from surveys.edition import Edition
from tests.conftest import SECRET
from tests.mir.choosing.conftest import Hall
from tests.postgres import own_database

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
    assert "Nobody put dots" not in page
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
    sent = {"who": "staff", "chosen": [hall.now.ids[1]], "turn": "1", "read": "easy_read"}
    for go, words in (("switch", "Choose together what to work on"), ("look-large", "Choose together")):
        page = phone.post(at, data={**sent, "go": go}).text
        assert words in page
        assert page.count(" checked") == 2
    assert hall.kept.people() == 0


def test_hands_stand_beside_phones_and_are_typed_again_in_place_of_those_before(hall: Hall) -> None:
    hall.begin()
    for _ in range(5):
        hall.vote("people", "A", "B")
    at = f"{hall.at}/hands"
    assert hall.client.post(at, data=hall.hands(PEOPLE, 6, 6, 0, 3)).status_code == 302
    both = hall.hands(PEOPLE, 4, 1, 2, 3) | hall.hands(STAFF, 6, 0, 6, 2)
    assert hall.client.post(at, data=both).status_code == 302
    assert (dots(hall), dots(hall, PEOPLE, HANDS)) == ({"A": 5, "B": 5, "C": 0}, {"A": 1, "B": 2, "C": 3})
    hall.counted()
    page = hall.client.get(hall.at).text
    # By hand: A 5 + 1, B 5 + 2, C 0 + 3 of nine people; B first.
    cells = page.split('class="count">')[1:]
    numbers = [cell.partition("<")[0] for cell in cells if cell[0].isdigit()]
    assert numbers == ["7", "6", "6", "0", "3", "2"]
    assert 'value="4"' in hall.client.get(at).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"people": "x"}, "Write a whole number from 0 to 500, in figures."),
        ({"people": "-1"}, "Write a whole number from 0 to 500, in figures."),
        ({"people": "501"}, "Write a whole number from 0 to 500, in figures."),
        ({"people": "٣"}, "Write a whole number from 0 to 500, in figures."),
        ({"people": "3", "people-A": "4"}, "A has 4 hands, of 3 people who took part. Count again."),
        (
            {"people": "3", "people-A": "3", "people-B": "3", "people-C": "1"},
            "3 people have 6 dots in all, and 7 were counted. Count again.",
        ),
    ],
)
def test_hands_that_cannot_be_are_counted_again(hall: Hall, typed: dict[str, str], sentence: str) -> None:
    hall.begin()
    ids = {one.letter: one.id for one in hall.now.wall}
    data = {name if "-" not in name else f"people-{ids[name[-1]]}": value for name, value in typed.items()}
    page = hall.client.post(f"{hall.at}/hands", data=data)
    assert (page.status_code, sentence in page.text) == (422, True)
    assert hall.kept.people() == 0
    assert f'value="{typed["people"]}"' in page.text


def test_one_member_of_staff_is_not_told_apart(hall: Hall) -> None:
    hall.begin()
    for _ in range(6):
        hall.vote("people", "A")
    hall.vote("staff", "C")
    hall.counted()
    for page in (hall.client.get(hall.at).text, hall.client.get(f"{hall.at}/screen?show=dots").text):
        assert "Everybody" in page
        assert "Staff and leaders" not in page
        assert "no dot points at a person" in page


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def crowd(request: pytest.FixtureRequest, tmp_path: Path, edition: Edition) -> Iterator[tuple[Store, str]]:
    """A meeting of two things, ready for dots, on either database."""
    with ExitStack() as stack:
        url = f"sqlite:///{tmp_path / 'crowd.db'}"
        if request.param == "postgres":
            url = stack.enter_context(own_database())
        store = Store(url, SECRET)
        Base.metadata.create_all(store.engine)
        service_id = add_service(store, add_organisation(store, "Hazel Care"), "Rose House", Kind.CARE_HOME)
        today = clock.today()
        round_id = open_round(store, NewRound(service_id, edition, "Spring", today, today))
        close_round(store, round_id)
        meeting_id = operations.begin(store, round_id, today)
        for words in ("Trips", "Music"):
            operations.add_own(store, meeting_id, words)
        operations.begin_dots(store, meeting_id, 1)
        yield store, meeting_id
        store.close()


def test_fifty_people_at_the_same_moment_are_fifty(crowd: tuple[Store, str]) -> None:
    store, meeting_id = crowd
    meeting = queries.meeting(store, meeting_id)
    first, second = meeting.ids
    together, failed = threading.Barrier(50), []

    def put(number: int) -> None:
        chosen = frozenset({first if number % 5 else second})
        side = STAFF if number % 10 == 0 else PEOPLE
        together.wait()
        try:
            # Each is sent twice, as by a button that is pressed twice.
            for _ in range(2):
                dotting.put_dots(store, meeting.code, meeting.turn, Ballot(side, chosen, str(number)))
        except Exception as error:  # noqa: BLE001 - whatever went wrong in a thread must fail the test
            failed.append(error)

    threads = [threading.Thread(target=put, args=(number,)) for number in range(50)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []
    kept = queries.counted(store, meeting_id)
    # By hand: of 0 to 49, ten are multiples of five, and five of those of ten.
    assert (kept.people((PEOPLE,)), kept.people((STAFF,))) == (45, 5)
    assert (kept.dots[first, PEOPLE, PHONE], kept.dots[second, PEOPLE, PHONE]) == (40, 5)
    assert (kept.dots[first, STAFF, PHONE], kept.dots[second, STAFF, PHONE]) == (0, 5)


def _other_round(hall: Hall) -> str:
    today = clock.today()
    oak = add_service(hall.store, hall.world.organisation_id, "Oak House", Kind.CARE_HOME)
    round_id = open_round(hall.store, NewRound(oak, hall.edition, "Spring", today, today))
    close_round(hall.store, round_id)
    return round_id
