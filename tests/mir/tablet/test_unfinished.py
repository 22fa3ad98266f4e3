"""Answers of somebody who took four words on a tablet: only the words lead there, only the person sends."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from mir.db import Store
from mir.respond.leading_back import come_back
from mir.respond.models import Draft, Sheet, Taken, WayBack
from mir.respond.sealing import close_round
from surveys.framework import Voice
from tests.conftest import SECRET, World
from tests.mir.tablet.sending import letter
from tests.mir.tablet.test_taking import Device

WORDS = ["apple", "river", "lamp", "bread"]


@pytest.fixture
def device(client: FlaskClient, store: Store, world: World) -> Device:
    return Device(client, store, world.round_id)


def number(store: Store, table: type[Draft | Sheet | Taken | WayBack]) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_four_words_lead_to_what_was_said_so_far(device: Device, world: World) -> None:
    unfinished = letter(words=WORDS, help="read_to_me", helper="family")
    assert device.send(unfinished).json == {"new": True}
    found = come_back(device.store, tuple(WORDS), SECRET)
    assert (found.sent, found.held.code) == (False, world.shared[Voice.PERSON])
    kept = draft(device.store)
    assert (kept.sent, kept.how, kept.help, kept.helper) == (False, "tablet", "read_to_me", "family")
    assert (kept.answers, kept.comments) == ({"aa1": "agree"}, {"aa1": "Good tea"})


def draft(store: Store) -> Draft:
    with store.reading() as session:
        return session.scalars(select(Draft)).one()


def test_what_comes_twice_is_there_once(device: Device) -> None:
    assert device.send(letter(words=WORDS)).json == {"new": True}
    assert device.send(letter(words=WORDS)).json == {"new": False}
    assert [number(device.store, one) for one in (Draft, Taken, WayBack)] == [1, 1, 1]


def test_somebody_who_has_answered_nothing_yet_can_come_back_too(device: Device) -> None:
    assert device.send(letter(words=WORDS, fields={})).json == {"new": True}
    assert draft(device.store).answers == {}


def test_what_nobody_sends_is_never_counted(device: Device) -> None:
    for place in range(9):
        words = [
            *WORDS[:3],
            ("bread", "chair", "door", "egg", "garden", "hat", "kite", "lemon", "moon")[place],
        ]
        assert device.send(letter(key=f"{place}" * 43, words=words)).json == {"new": True}
    assert number(device.store, Sheet) == 0
    close_round(device.store, device.round_id)
    assert [number(device.store, one) for one in (Sheet, Draft, WayBack)] == [0, 0, 0]


@pytest.mark.parametrize(
    "words",
    [
        "apple river lamp bread",
        ["apple"],
        [*WORDS, "moon"],
        ["apple", "river", "lamp", "zzzz"],
        [1, 2, 3, 4],
        None,
    ],
)
def test_words_that_no_tablet_gives_are_refused(device: Device, words: object) -> None:
    assert device.send(letter(words=words)).status_code == 422
    assert number(device.store, Draft) == 0


def test_on_a_tablet_without_script_the_next_person_leaves_answers_with_four_words_alone(
    device: Device, store: Store, world: World
) -> None:
    client = device.client
    client.post("/tablet/", data={"voice": "person"})
    client.post(f"/a/{next(iter(world.shared.values()))}", data={"presentation": "standard"})
    of = re.findall(r'name="of" value="(\w+)"', client.get("/answer/stop").text)[0]
    page = client.post("/answer/stop", data={"of": of}).text
    words = re.findall(r"<li>([a-z]{3,6})</li>", page)
    assert len(words) == 4
    client.get("/tablet/")
    assert number(store, Draft) == 1
    assert not come_back(store, tuple(words), SECRET).sent
    # Whoever took none is forgotten.
    client.post(f"/a/{next(iter(world.shared.values()))}", data={"presentation": "standard"})
    assert number(store, Draft) == 2
    client.get("/tablet/")
    assert number(store, Draft) == 1
