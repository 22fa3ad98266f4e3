"""What a tablet keeps lies under a mark of all that draws it."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mir.db import Store
from mir.tablet import keeping
from mir.tablet.links import make_link
from tests.conftest import World


@pytest.fixture
def device(app: Flask, store: Store, world: World) -> FlaskClient:
    made = app.test_client()
    made.post(f"/tablet/set-up/{make_link(store, world.round_id)}")
    return made


def everything(device: FlaskClient, world: World) -> dict[str, object]:
    found: dict[str, object] = device.get(f"/tablet/everything.json?round={world.round_id}").json or {}
    return found


def test_the_start_page_is_made_of_what_is_kept(device: FlaskClient, world: World) -> None:
    found, start = everything(device, world), device.get("/tablet/").text
    files = found["files"]
    assert isinstance(files, list)
    assert len(files) == 9  # two style sheets and seven scripts
    assert all(one in start for one in files)
    assert f'data-version="{found["version"]}"' in start
    assert start.count("/static/") == 9


def test_pages_of_another_version_are_not_handed_out(
    device: FlaskClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = everything(device, world)["pages"]
    assert isinstance(pages, dict)
    address = pages["person en standard"]
    assert device.get(address).status_code == 200
    monkeypatch.setattr(keeping, "drawn_by", lambda: "later")
    assert device.get(address).status_code == 409
    later = everything(device, world)["pages"]
    assert isinstance(later, dict)
    assert (
        parse_qs(urlsplit(later["person en standard"]).query)["v"] != parse_qs(urlsplit(address).query)["v"]
    )
    assert device.get(later["person en standard"]).status_code == 200


def test_the_page_of_the_four_words_believes_nobody_who_calls_the_site_something_else(
    app: Flask, device: FlaskClient, world: World
) -> None:
    pages, cookie = everything(device, world)["pages"], device.get_cookie("mir")
    assert isinstance(pages, dict)
    assert cookie
    bare = app.test_client(use_cookies=False)  # else it keeps the cookie for the right name
    said = {"HTTP_HOST": "other.example", "HTTP_COOKIE": f"mir={cookie.value}"}
    drawn = bare.get(pages["person en standard"], environ_overrides=said)
    assert "other.example" not in drawn.text
    assert "http://localhost/back" in drawn.text


@pytest.mark.parametrize("changed", ["code.py", "page.html", "deep/words.po", "look.css"])
def test_any_file_that_draws_makes_another_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    for name in ("code.py", "page.html", "deep/words.po", "look.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("as it was")
    monkeypatch.setattr(keeping, "HERE", tmp_path)
    before = keeping.drawn_by.__wrapped__()
    assert keeping.drawn_by.__wrapped__() == before
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "code.pyc").write_text("made while it runs")
    assert keeping.drawn_by.__wrapped__() == before
    (tmp_path / changed).write_text("as it is")
    assert keeping.drawn_by.__wrapped__() != before
