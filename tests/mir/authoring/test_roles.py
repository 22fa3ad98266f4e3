"""Who may make surveys: those who lead and manage; nobody learns that another organisation has any."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member, add_organisation
from tests.conftest import World

PAGES = (
    "",
    "/about",
    "/statements",
    "/parts",
    "/questions/new",
    "/file",
    "/survey.yaml",
    "/earlier",
    "/preview",
    "/publish",
)
POSTS = (
    "/about",
    "/statements",
    "/parts",
    "/questions/new",
    "/questions/move",
    "/file",
    "/choose",
    "/publish",
    "/remove",
    "/bring-back",
    "/earlier/1",
    "/preview/page",
    "/preview/typed",
)


def browser(app: Flask, store: Store, role: Role, organisation_id: str) -> FlaskClient:
    account = add_account(store, f"{role.value}@{organisation_id}.example.org", "Bo Board")
    add_member(store, account, organisation_id, role)
    client = app.test_client()
    assert client.post(f"/sign-in/{make_sign_in_link(store, account, clock.now())}").status_code == 302
    return client


@pytest.mark.parametrize("role", [Role.LEAD, Role.MANAGER])
def test_those_who_lead_and_manage_see_every_page(
    app: Flask, store: Store, world: World, survey_id: str, role: Role
) -> None:
    client = browser(app, store, role, world.organisation_id)
    for page in PAGES:
        assert client.get(f"/surveys/{survey_id}{page}").status_code == 200, page
    assert 'href="/surveys"' in client.get("/desk", follow_redirects=True).text


def test_a_board_makes_no_surveys(app: Flask, store: Store, world: World, survey_id: str) -> None:
    client = browser(app, store, Role.BOARD, world.organisation_id)
    for page in PAGES:
        assert client.get(f"/surveys/{survey_id}{page}").status_code == 403, page
    for page in POSTS:
        assert client.post(f"/surveys/{survey_id}{page}").status_code == 403, page
    started = {"from": "core", "organisation": world.organisation_id}
    assert client.post("/surveys/start", data=started).status_code == 403
    assert client.get("/surveys").status_code == 403
    assert 'href="/surveys"' not in client.get("/desk", follow_redirects=True).text


def test_another_organisation_and_nothing_are_told_alike(
    app: Flask, store: Store, world: World, survey_id: str
) -> None:
    other = browser(app, store, Role.LEAD, add_organisation(store, "Other Care"))
    for page in PAGES:
        theirs = other.get(f"/surveys/{survey_id}{page}")
        nothing = other.get(f"/surveys/{'0' * 32}{page}")
        assert theirs.status_code == nothing.status_code == 404, page
        assert theirs.text == nothing.text
    for page in POSTS:
        assert other.post(f"/surveys/{survey_id}{page}").status_code == 404, page
    started = {"from": "core", "organisation": world.organisation_id}
    assert other.post("/surveys/start", data=started).status_code == 404


def test_nobody_comes_in_without_signing_in(app: Flask, survey_id: str) -> None:
    stranger = app.test_client()
    for page in PAGES:
        assert stranger.get(f"/surveys/{survey_id}{page}").status_code in {302, 401}, page


def test_the_desk_runs_our_scripts_and_a_preview_runs_none(lead: FlaskClient, at: str) -> None:
    policy = lead.get(at).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    framed = lead.get(f"{at}/preview/page").headers["Content-Security-Policy"]
    assert "script-src" not in framed
    assert "frame-ancestors 'self'" in framed
