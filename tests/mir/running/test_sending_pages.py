"""The pages for sending links: looked at before anything goes, and telling nobody who answered."""

import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from mir import clock
from mir.db import Store
from mir.mail.operations import NewLetter, Sent, send_waiting
from mir.mail.post import PostError
from mir.mail.queries import waiting
from mir.rounds.models import Mailing
from mir.running.letterbox import Queue
from tests.conftest import World
from tests.mir.respond.opened import Page
from tests.mir.running.conftest import Box
from tests.mir.running.sending import DAY, SEVEN, TODAY, invite, kept, use

TOKEN = re.compile('name="csrf_token" value="[^"]*"')
FORM = {"voice": "staff", "presentation": "standard", "language": "en"}


def test_addresses_are_looked_at_before_anything_goes(lead: FlaskClient, world: World, box: Box) -> None:
    at = f"/rounds/{world.round_id}/send"
    typed = FORM | {"addresses": "\n".join([*SEVEN, "A0@example.org"])}
    asked = lead.post(at, data=typed)
    assert "Send 7 links?" in Page(asked).words["h1"]
    assert "1 address stands there more than once" in asked.text
    assert box.letters == []
    assert lead.post(at, data=typed | {"sure": "yes"}).location.endswith(f"{at}/going")
    assert sorted(to for to, _, _ in box.letters) == sorted(SEVEN)
    page = lead.get(f"{at}/going").text
    assert "7 links are on their way to staff." in page
    assert not any(to in page for to in SEVEN)
    again = lead.post(at, data=typed | {"sure": "yes"})  # pressed twice
    assert again.status_code == 409
    assert "7 of these people have had a link already" in again.text
    assert len(box.letters) == 7


@pytest.mark.parametrize(
    ("addresses", "sentence"),
    [
        ("", "at least 5 people"),
        ("ann@example.org", "at least 5 people"),
        ("\n".join([*SEVEN, "<script>alert(1)</script>"]), "line 8"),
        ("🌹\n\u202eevil@example.org", "line 1"),
        ("\n".join(f"a{n}@example.org" for n in range(1200)), "at most 1,000"),
    ],
)
def test_what_cannot_be_sent_is_told_and_kept_on_the_page(
    lead: FlaskClient, world: World, box: Box, addresses: str, sentence: str
) -> None:
    for sure in ({}, {"sure": "yes"}):
        answer = lead.post(f"/rounds/{world.round_id}/send", data=FORM | {"addresses": addresses} | sure)
        assert answer.status_code == 422
        assert sentence in answer.text
        assert "<script>alert" not in answer.text
        assert all(one in answer.text for one in addresses.splitlines()[:3] if "<" not in one)
    assert box.letters == []


def test_a_file_may_be_brought_and_one_that_is_no_text_is_refused(lead: FlaskClient, world: World) -> None:
    at = f"/rounds/{world.round_id}/send"
    good = FORM | {"file": (io.BytesIO(("Email\n" + "\n".join(SEVEN)).encode("utf-8-sig")), "people.csv")}
    assert "Send 7 links?" in lead.post(at, data=good).text
    for data in (b"\xff\xfe\x00a", b"PK\x03\x04\xff\x00"):
        bad = lead.post(at, data=FORM | {"file": (io.BytesIO(data), "people.xlsx")})
        assert bad.status_code == 422
        assert "not text" in bad.text


@pytest.mark.parametrize("name", ["voice", "presentation", "language"])
def test_what_the_survey_does_not_have_is_refused(lead: FlaskClient, world: World, name: str) -> None:
    for value in ("", "partner", "tlh", "🌹"):
        if (name, value) != ("language", ""):
            typed = FORM | {"addresses": "\n".join(SEVEN), name: value}
            assert lead.post(f"/rounds/{world.round_id}/send", data=typed).status_code == 404


def test_reminding_is_asked_first_and_tells_nobody_how_many(
    lead: FlaskClient, store: Store, world: World, box: Box
) -> None:
    at = f"/rounds/{world.round_id}/remind/staff"
    assert lead.get(at).status_code == 404
    posted = invite(store, world, today=TODAY - 3 * DAY)
    assert "This is the first." in lead.get(at).text
    pages = []
    for _ in range(2):  # pressed twice, it goes once
        lead.post(at)
        pages.append(lead.get(f"/rounds/{world.round_id}/send").text)
    assert len(box.letters) == 7
    assert "Wait 3 days" in lead.get(at).text
    use(store, posted[:6])
    assert lead.get(f"/rounds/{world.round_id}/send").text.count("7 links") == 1
    asked = lead.post(at, data={"go": "forget", "name": "Rose"})
    assert asked.status_code == 422
    assert "Type the name of the service to delete them: Rose House" in asked.text
    assert lead.post(at, data={"go": "forget", "name": "rose house"}).status_code == 302
    assert "Their addresses are deleted." in lead.get(f"/rounds/{world.round_id}/send").text


def test_the_page_is_the_same_whoever_has_answered(lead: FlaskClient, store: Store, world: World) -> None:
    posted = invite(store, world)
    paths = [f"/rounds/{world.round_id}{path}" for path in ("", "/send", "/remind/staff", "/hand-out")]
    before = [TOKEN.sub("", lead.get(path).text) for path in paths]
    use(store, posted[:6])
    assert [TOKEN.sub("", lead.get(path).text) for path in paths] == before


def test_codes_and_letters_come_together_or_not_at_all(
    lead: FlaskClient, store: Store, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    class FullError(Exception):
        """The disk is full at the fourth letter."""

    def put(_session: Session, letter: NewLetter) -> None:
        put_before.append(letter.to)
        if len(put_before) == 4:
            raise FullError

    put_before: list[str] = []
    typed = FORM | {"addresses": "\n".join(SEVEN), "sure": "yes"}
    with monkeypatch.context() as patched:
        patched.setattr(Queue, "put", lambda _self, session, letter: put(session, letter))
        assert lead.post(f"/rounds/{world.round_id}/send", data=typed).status_code == 500
    assert kept(store) == []
    assert waiting(store) == ()
    assert lead.post(f"/rounds/{world.round_id}/send", data=typed).status_code == 302
    assert len(waiting(store)) == len(kept(store)) == 7


def test_how_many_letters_have_gone_is_told_of_the_first_and_never_of_reminders(
    lead: FlaskClient, store: Store, world: World
) -> None:
    class Slow:
        """Takes three letters, then is down."""

        took = 0

        def send(self, _to: str, _subject: str, _body: str) -> None:
            """Take it, or not."""
            if self.took >= 3:
                raise PostError("The mail server cannot be reached.")
            self.took += 1

    at = f"/rounds/{world.round_id}/send/going"
    assert "No letter waits to be sent." in lead.get(at).text
    lead.post(f"/rounds/{world.round_id}/send", data=FORM | {"addresses": "\n".join(SEVEN), "sure": "yes"})
    page = lead.get(at)
    assert "0 of 7 letters have gone." in page.text
    assert page.headers["Refresh"] == "4"
    send_waiting(store, Slow(), clock.now())
    page = lead.get(at)
    assert "3 of 7 letters have gone." in page.text
    assert "The mail server cannot be reached. We try again" in page.text
    mended = Slow()
    mended.took = -9
    assert send_waiting(store, mended, clock.now(), at_once=True) == Sent(4, 0)
    page = lead.get(at)
    assert "All 7 letters have gone." in page.text
    assert "Refresh" not in page.headers
    with store.writing() as session:
        session.execute(update(Mailing).values(last_on=TODAY - 3 * DAY))
    lead.post(f"/rounds/{world.round_id}/remind/staff")
    assert len(waiting(store)) == 7
    assert "All 7 letters have gone." in lead.get(at).text


def test_a_hundred_letters_go_in_one_round_of_the_postman(
    app: Flask, lead: FlaskClient, store: Store, world: World
) -> None:
    many = "\n".join(f"a{number}@example.org" for number in range(120))
    lead.post(f"/rounds/{world.round_id}/send", data=FORM | {"addresses": many, "sure": "yes"})
    app.extensions["mir_postman"].go_round()
    assert waiting(store) == ()
