"""The desk sees its tablets: in bands and days, and takes one away without stopping the others."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Date, String, select

from mir import clock
from mir.audit.models import Deed
from mir.db import Store
from mir.respond.models import Device as Row
from mir.respond.sealing import close_round
from mir.tablet import devices
from mir.tablet.links import make_link
from tests.conftest import World


def set_up(app: Flask, secret: str, name: str) -> FlaskClient:
    made = app.test_client()
    assert made.post(f"/tablet/set-up/{secret}", data={"name": name}).status_code == 302
    return made


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "None"),
        (1, "Fewer than 5"),
        (4, "Fewer than 5"),
        (5, "5 or more"),
        (99, "5 or more"),
        (-1, "None"),
    ],
)
def test_how_many_wait_is_told_in_bands(
    app: Flask, store: Store, world: World, number: int, told: str
) -> None:
    tablet = set_up(app, make_link(store, world.round_id), "Lounge")
    assert tablet.post("/tablet/heard", json={"waits": number, "unfinished": 0}).status_code == 200
    (card,) = devices.devices(store, world.round_id)
    assert (card.name, card.waits, card.unfinished) == ("Lounge", told, "None")
    assert (card.heard_on, card.sent_on, card.state) == (clock.today(), None, "works")


def test_a_day_is_kept_and_no_hour_and_no_number(app: Flask, store: Store, world: World) -> None:
    tablet = set_up(app, make_link(store, world.round_id), "Lounge")
    tablet.post("/tablet/heard", json={"waits": 3, "unfinished": 1, "sent": True})
    (card,) = devices.devices(store, world.round_id)
    assert card.sent_on == clock.today()
    kinds = {column.name: column.type for column in Row.__table__.columns}
    assert {name for name, kind in kinds.items() if isinstance(kind, Date)} == {"heard_on", "sent_on"}
    assert all(isinstance(kinds[name], String) for name in ("waits", "unfinished"))
    # Later it says that nothing waits; when it sent stays as it was.
    devices.heard(store, card.id, (0, 0), clock.today() + timedelta(days=2), sent=False)
    (card,) = devices.devices(store, world.round_id)
    assert (card.waits, card.heard_on - timedelta(days=2), card.sent_on) == (
        "None",
        clock.today(),
        clock.today(),
    )


@pytest.mark.parametrize(
    "told", [None, [], "x", {"waits": "3", "unfinished": 0}, {"waits": 1}, {"waits": None, "unfinished": 0}]
)
def test_what_no_tablet_says_changes_nothing(app: Flask, store: Store, world: World, told: object) -> None:
    tablet = set_up(app, make_link(store, world.round_id), "Lounge")
    assert tablet.post("/tablet/heard", json=told).status_code == 422
    assert devices.devices(store, world.round_id)[0].waits == "None"
    assert app.test_client().post("/tablet/heard", json={"waits": 9, "unfinished": 9}).status_code == 200
    assert devices.devices(store, world.round_id)[0].waits == "None"


def test_one_is_taken_away_and_the_other_goes_on(
    lead: FlaskClient, app: Flask, store: Store, world: World
) -> None:
    secret = make_link(store, world.round_id)
    lost, kept = set_up(app, secret, "Lounge"), set_up(app, secret, "")
    page = lead.get(f"/rounds/{world.round_id}/tablet").text
    assert "Lounge" in page
    assert devices.NAMELESS in page
    card = next(one for one in devices.devices(store, world.round_id) if one.name == "Lounge")
    assert lead.post(f"/rounds/{world.round_id}/tablet/{card.id}/away").status_code == 302
    assert "Taken away" in lead.get(f"/rounds/{world.round_id}/tablet").text
    assert (lost.get("/tablet/").status_code, kept.get("/tablet/").status_code) == (403, 200)
    sent = {"round": world.round_id, "envelope": {}}
    assert (
        lost.post("/tablet/take", json=sent).status_code,
        kept.post("/tablet/take", json=sent).status_code,
    ) == (403, 422)
    with store.reading() as session:
        said = [(row.what, row.about) for row in session.scalars(select(Deed))]
    assert ("took away a tablet", "Spring, Rose House: Lounge") in said
    # Found again: the same link sets it up once more, under its old name.
    assert lost.post(f"/tablet/set-up/{secret}").status_code == 302
    assert lost.get("/tablet/").status_code == 200
    assert {one.state for one in devices.devices(store, world.round_id)} == {"works"}
    assert len(devices.devices(store, world.round_id)) == 2


def test_a_tablet_with_the_link_before_is_shown_as_such(
    lead: FlaskClient, app: Flask, store: Store, world: World
) -> None:
    set_up(app, make_link(store, world.round_id), "Lounge")
    make_link(store, world.round_id)
    assert devices.devices(store, world.round_id)[0].state == "old link"
    assert "Needs the new link" in lead.get(f"/rounds/{world.round_id}/tablet").text


def test_a_tablet_of_another_round_is_not_there(lead: FlaskClient, world: World) -> None:
    assert lead.post(f"/rounds/{world.round_id}/tablet/{'0' * 32}/away").status_code == 404


@pytest.mark.parametrize("name", ["<b>x</b>", "خوب 😀", "a\x00b", "x" * 5_000, "  spaced   out "])
def test_any_name_is_kept_as_a_short_line(
    lead: FlaskClient, app: Flask, store: Store, world: World, name: str
) -> None:
    set_up(app, make_link(store, world.round_id), name)
    (card,) = devices.devices(store, world.round_id)
    assert 0 < len(card.name) <= 40
    assert "\x00" not in card.name
    assert "<b>x" not in lead.get(f"/rounds/{world.round_id}/tablet").text


def test_closing_forgets_the_tablets(app: Flask, store: Store, world: World) -> None:
    set_up(app, make_link(store, world.round_id), "Lounge")
    close_round(store, world.round_id)
    assert devices.devices(store, world.round_id) == ()
