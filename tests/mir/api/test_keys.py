"""A lead makes a key, sees it once, and takes it back."""

import re

from flask import Flask
from flask.testing import FlaskClient

from mir.api.operations import MOST_KEYS, Scope
from mir.db import Store
from tests.conftest import World
from tests.mir.api.conftest import Program, key


def address(world: World) -> str:
    return f"/organisations/{world.organisation_id}/keys"


def test_a_key_is_shown_once_and_works_until_it_is_taken_back(
    app: Flask, lead: FlaskClient, world: World
) -> None:
    assert "There are none yet." in lead.get(address(world)).text
    made = lead.post(address(world), data={"name": "Our <b>dashboard</b>", "scope": ["rounds"]})
    secret = re.search(r"mir_[\w-]{43}", made.text)
    assert secret
    assert "Our &lt;b&gt;dashboard&lt;/b&gt;" in made.text
    assert secret[0] not in lead.get(address(world)).text
    assert Program(app, secret[0]).get("/rounds").status_code == 200
    back = re.search(r'href="([^"]+take-back)"', lead.get(address(world)).text)
    assert back
    asked = lead.post(back[1], data={"name": "dashboard"})
    assert asked.status_code == 422
    assert "Type the name of the key to take it back" in asked.text
    assert Program(app, secret[0]).get("/rounds").status_code == 200
    assert lead.post(back[1], data={"name": " our <B>Dashboard</b>"}).status_code == 302
    assert Program(app, secret[0]).get("/rounds").status_code == 401
    assert lead.post(back[1]).status_code == 404


def test_what_is_missing_is_said_and_what_was_typed_stays(lead: FlaskClient, world: World) -> None:
    page = lead.post(address(world), data={"name": "", "scope": ["results", "everything"]})
    assert page.status_code == 422
    assert "Write which program the key is for." in page.text
    assert re.search(r'value="results"[^>]* checked', page.text)
    long = lead.post(address(world), data={"name": "x" * 61})
    assert "Make this shorter: at most 60 letters." in long.text
    assert "Choose what the program may read." in long.text


def test_there_is_an_end_to_keys(lead: FlaskClient, store: Store, world: World) -> None:
    for number in range(MOST_KEYS):
        key(store, world, Scope.ROUNDS, name=f"Program {number}")
    page = lead.post(address(world), data={"name": "One more", "scope": ["rounds"]})
    assert page.status_code == 400
    assert "Take one back first." in page.text
