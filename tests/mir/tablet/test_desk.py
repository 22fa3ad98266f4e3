"""A manager makes a link and takes it back; whoever opens it makes that device a shared one."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mir.accounts.operations import add_account
from mir.config import SettingError, read
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member
from mir.respond.sealing import close_round
from mir.tablet.links import make_link
from tests.conftest import World
from tests.mir.rounds.test_desk import sign_in


def test_the_link_is_shown_once_and_sets_a_tablet_up(lead: FlaskClient, app: Flask, world: World) -> None:
    assert f"/rounds/{world.round_id}/tablet" in lead.get(f"/rounds/{world.round_id}").text
    page = lead.post(f"/rounds/{world.round_id}/tablet").text
    found = re.search(r'href="http://localhost(/tablet/set-up/[^"]+)"', page)
    assert found
    assert "/tablet/set-up/" not in lead.get(f"/rounds/{world.round_id}/tablet").text
    device = app.test_client()
    assert "Rose House" in device.get(found[1]).text
    assert device.get("/tablet/").status_code == 403  # opening it changes nothing
    start = device.post(found[1], follow_redirects=True)
    assert start.request.path == "/tablet/"
    assert "Who is answering?" in start.text
    assert start.headers["Content-Security-Policy"].endswith(
        "script-src 'self'; worker-src 'self'; connect-src 'self'"
    )


def test_setting_up_signs_whoever_was_there_out(lead: FlaskClient, store: Store, world: World) -> None:
    lead.post(f"/tablet/set-up/{make_link(store, world.round_id)}")
    assert lead.get("/desk").status_code == 302


def test_a_link_taken_back_or_replaced_works_no_more(
    lead: FlaskClient, app: Flask, store: Store, world: World
) -> None:
    first = make_link(store, world.round_id)
    second = make_link(store, world.round_id)
    device = app.test_client()
    assert device.get(f"/tablet/set-up/{first}").status_code == 403
    assert device.post(f"/tablet/set-up/{second}").status_code == 302
    assert device.get("/tablet/").status_code == 200
    lead.post(f"/rounds/{world.round_id}/tablet/back")
    for path in (
        "/tablet/",
        f"/tablet/set-up/{second}",
        "/tablet/pages.json?voice=person&language=en&read=standard",
    ):
        answer = device.get(path)
        assert answer.status_code == 403
        assert "Ask the manager for a new link" in answer.text


def test_a_board_member_and_a_stranger_make_none(client: FlaskClient, store: Store, world: World) -> None:
    assert client.post(f"/rounds/{world.round_id}/tablet").status_code == 302
    bo = add_account(store, "bo@example.org", "Bo Board")
    add_member(store, bo, world.organisation_id, Role.BOARD)
    sign_in(client, store, bo)
    assert client.get(f"/rounds/{world.round_id}/tablet").status_code == 403
    assert client.post(f"/rounds/{world.round_id}/tablet").status_code == 403


def test_a_closed_round_has_no_tablets(lead: FlaskClient, app: Flask, store: Store, world: World) -> None:
    device = app.test_client()
    device.post(f"/tablet/set-up/{make_link(store, world.round_id)}")
    close_round(store, world.round_id)
    assert lead.post(f"/rounds/{world.round_id}/tablet").status_code == 410
    answer = device.get(f"/tablet/everything.json?round={world.round_id}")
    assert answer.status_code == 410
    assert answer.json is not None
    assert "closed" in answer.json["heading"].lower() + answer.json["sentence"].lower()


def test_the_card_tells_what_a_tablet_keeps(app: Flask, store: Store, world: World) -> None:
    device, browser = app.test_client(), app.test_client()
    device.post(f"/tablet/set-up/{make_link(store, world.round_id)}")
    card = f"/a/{next(iter(world.shared.values()))}/what-we-keep?read=standard"
    said = "This tablet forgets your answers when you stop"
    assert said in device.get(card).text
    assert "This browser remembers" not in device.get(card).text
    assert said not in browser.get(card).text
    assert "This browser remembers" in browser.get(card).text


def test_a_way_that_is_not_asked_is_not_there(app: Flask, store: Store, world: World) -> None:
    device = app.test_client()
    device.post(f"/tablet/set-up/{make_link(store, world.round_id)}")
    for query in (
        "",
        "?voice=person",
        "?voice=person&language=xx&read=standard",
        "?voice=x&language=en&read=standard",
    ):
        assert device.get(f"/tablet/pages.json{query}").status_code == 404
    assert device.post("/tablet/", data={"voice": "inspector"}).status_code == 400


@pytest.mark.parametrize("minutes", ["1", "0", "-3", "61", "five", ""])
def test_minutes_that_would_hurry_somebody_are_refused(minutes: str) -> None:
    with pytest.raises(SettingError, match="from 2 to 60"):
        read({"MIR_TABLET_MINUTES": minutes})
    assert read({}).tablet_minutes == 5
