"""What a tablet sends counts once; what no tablet of this round has made changes nothing."""

import base64
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from mir import clock
from mir.db import Store
from mir.respond.models import Draft, Sheet, Tablet, Taken
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from mir.tablet.links import Lock, lock, make_link, take_link_back
from surveys.edition import Edition
from tests.conftest import World
from tests.mir.tablet.sending import KEY, Letter, letter, locked


class Device:
    """A tablet that was set up for the round."""

    def __init__(self, client: FlaskClient, store: Store, round_id: str) -> None:
        self.client, self.store, self.round_id = client, store, round_id
        secret = make_link(store, round_id)
        assert client.post(f"/tablet/set-up/{secret}").status_code == 302
        self.lock: Lock = lock(store, secret)

    def send(self, found: object) -> TestResponse:
        """Lock this and send it."""
        return self.post(locked(found, self.round_id, self.lock.public))

    def post(self, envelope: object, round_id: str | None = None) -> TestResponse:
        """Send this envelope."""
        return self.client.post(
            "/tablet/take", json={"round": round_id or self.round_id, "envelope": envelope}
        )

    def number(self, table: type[Draft | Sheet | Taken | Tablet]) -> int:
        """How many rows there are."""
        with self.store.reading() as session:
            return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def device(client: FlaskClient, store: Store, world: World) -> Device:
    return Device(client, store, world.round_id)


def fields(pairs: object, code: str = "aa1") -> Letter:
    return letter(fields={code: pairs})


def test_answers_become_a_sent_draft(device: Device) -> None:
    response = device.send(letter(help="read_to_me", helper="family"))
    assert (response.status_code, response.json) == (200, {"new": True})
    with device.store.reading() as session:
        draft = session.scalars(select(Draft)).one()
    assert draft.sent
    assert draft.kept == {
        "presentation": "standard", "language": "en", "how": "tablet",
        "help": "read_to_me", "helper": "family",
        "answers": {"aa1": "agree"}, "comments": {"aa1": "Good tea"}, "withdrawal": "",
        "alone": [],
    }  # fmt: skip


def test_the_same_answers_count_once_sealed_or_not(device: Device) -> None:
    again = locked(letter(), device.round_id, device.lock.public)
    assert device.post(again).json == {"new": True}
    assert device.post(again).json == {"new": False}
    assert device.send(letter()).json == {"new": False}
    assert (device.number(Draft), device.number(Taken)) == (1, 1)
    for place in range(9):
        assert device.send(letter(key=f"{place}" * 43)).json == {"new": True}
    # Ten of one voice: five are sealed and five stay.
    assert (device.number(Draft), device.number(Sheet)) == (5, 5)
    assert device.post(again).json == {"new": False}
    assert (device.number(Draft), device.number(Sheet)) == (5, 5)


def test_nothing_leads_from_what_was_taken_to_the_draft(device: Device) -> None:
    device.send(letter())
    with device.store.reading() as session:
        taken, draft = session.scalars(select(Taken)).one(), session.scalars(select(Draft)).one()
    assert taken.digest != draft.digest
    assert {column.name for column in Taken.__table__.columns} == {"digest", "round_id"}


def test_closing_forgets_the_key_and_what_was_taken(device: Device) -> None:
    device.send(letter())
    close_round(device.store, device.round_id)
    assert (device.number(Taken), device.number(Tablet), device.number(Sheet)) == (0, 0, 1)
    response = device.send(letter(key="z" * 43))
    assert response.status_code == 410
    assert response.json is not None
    assert "closed" in response.json["heading"].lower() + response.json["sentence"].lower()
    assert device.number(Sheet) == 1


HOSTILE: dict[str, object] = {
    "nothing": {},
    "a list": [],
    "no key": letter(key=""),
    "a long key": letter(key=KEY * 9),
    "another key": letter(key=7),
    "nobody's voice": letter(voice="inspector"),
    "a voice that is a list": letter(voice=["person"]),
    "a language": letter(language="xx"),
    "a presentation": letter(presentation="loud"),
    "help": letter(help="bribed"),
    "a helper": letter(help="read_to_me", helper="boss"),
    "no answers": letter(fields={}),
    "answers of nothing": fields([["answer", ""]]),
    "fields that are text": letter(fields="aa1"),
    "a forged statement": fields([["answer", "agree"]], "zz9"),
    "an answer not on offer": fields([["answer", "perfect"]]),
    "an answer that is a number": fields([["answer", 4]]),
    "pairs that are none": fields(["answer", "agree"]),
    "pairs of three": fields([["answer", "agree", "x"]]),
    "pairs in an object": fields({"answer": "agree"}),
    "far too many": fields([["answer", "agree"]] * 501),
    "a long comment": fields([["comment", "x" * 4_001]]),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_letter_that_no_page_could_have_made_is_refused_in_words(device: Device, what: str) -> None:
    response = device.send(HOSTILE[what])
    assert response.status_code == 422
    assert response.json is not None
    assert (
        response.json["sentence"]
        == "They are damaged, or they are for another round. They stay on the tablet."
    )
    assert (device.number(Draft), device.number(Taken)) == (0, 0)


@pytest.mark.parametrize(
    "envelope", [None, "x", 7, [], {}, {"public": "AAAA", "nonce": "AAAA", "box": "AAAA"}]
)
def test_garbage_is_refused_in_words(device: Device, envelope: object) -> None:
    assert device.post(envelope).status_code == 422
    assert device.number(Draft) == 0


@pytest.mark.parametrize("part", ["public", "nonce", "box"])
@pytest.mark.parametrize("spoilt", ["", "é", "AA==", base64.b64encode(b"x" * 65).decode(), 5, None])
def test_a_spoilt_envelope_is_refused(device: Device, part: str, spoilt: object) -> None:
    envelope = locked(letter(), device.round_id, device.lock.public) | {part: spoilt}
    assert device.post(envelope).status_code == 422


def test_what_is_no_json_or_too_much_is_refused(device: Device) -> None:
    def post(data: bytes) -> int:
        return device.client.post("/tablet/take", data=data, content_type="application/json").status_code

    assert post(b"{") == 422
    assert post(b"[" * 100_000) == 422
    assert post(b"[]") == 422
    assert post(b" " * 300_000) == 413
    assert device.client.post("/tablet/take", data={"round": device.round_id}).status_code in {415, 422}


def test_answers_locked_for_another_round_do_not_open_here(
    device: Device, store: Store, world: World, edition: Edition
) -> None:
    today = clock.today()
    other = open_round(store, NewRound(world.service_id, edition, "Autumn", today, today + timedelta(days=9)))
    theirs = lock(store, make_link(store, other))
    for_them = locked(letter(), other, theirs.public)
    assert device.post(for_them).status_code == 422
    assert device.post(for_them, other).status_code == 422
    assert device.post(locked(letter(), other, device.lock.public)).status_code == 422
    assert device.number(Draft) == 0


def test_without_a_link_that_works_nothing_is_taken(device: Device) -> None:
    take_link_back(device.store, device.round_id)
    assert device.send(letter()).status_code == 403
    # A new link has the same key, so what waited can be sent.
    assert device.client.post(f"/tablet/set-up/{make_link(device.store, device.round_id)}").status_code == 302
    assert device.send(letter()).json == {"new": True}


def test_emoji_and_right_to_left_are_kept_as_they_are(device: Device) -> None:
    device.send(fields([["answer", "agree"], ["comment", "خوب 😀"]]))
    with device.store.reading() as session:
        assert session.scalars(select(Draft)).one().comments == {"aa1": "خوب 😀"}
