"""Managers and supporters of some services find those, and no other, on the desk."""

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from mir.errors import NotFoundError
from mir.providers.models import Kind, Role
from mir.providers.operations import Scope, add_member, add_organisation, add_service
from mir.respond.sealing import close_round
from tests.conftest import World


def sign_in(client: FlaskClient, store: Store, role: Role, organisation_id: str, services: Scope) -> str:
    account_id = add_account(store, "sam@example.net", "Sam Someone")
    add_member(store, account_id, organisation_id, role, services)
    client.post(f"/sign-in/{make_sign_in_link(store, account_id, clock.now())}")
    return account_id


def test_the_desk_shows_the_services_somebody_works_for(
    client: FlaskClient, store: Store, world: World
) -> None:
    oak = add_service(store, world.organisation_id, "Oak House", Kind.CARE_HOME)
    account = sign_in(client, store, Role.MANAGER, world.organisation_id, (oak,))
    page = client.get("/desk").text
    assert "Oak House" in page
    assert "Rose House" not in page
    add_member(store, account, world.organisation_id, Role.MANAGER)
    assert "Rose House" in client.get("/desk").text
    add_member(store, account, world.organisation_id, Role.SUPPORTER, ())
    assert "no service here for you" in client.get("/desk").text


def test_a_supporter_helps_and_sees_no_results(client: FlaskClient, store: Store, world: World) -> None:
    sign_in(client, store, Role.SUPPORTER, world.organisation_id, (world.service_id,))
    page = client.get(f"/rounds/{world.round_id}").text
    assert "/paper" in page
    assert "/close" not in page
    told = client.get(f"/rounds/{world.round_id}/close").text
    assert "Rounds are closed by those who lead and manage the service. Ask one of them." in told
    close_round(store, world.round_id)
    for path in ("/desk", f"/rounds/{world.round_id}"):
        assert "/results" not in client.get(path).text
    assert client.get(f"/rounds/{world.round_id}/results").status_code == 403


def test_a_lead_leads_every_service_and_nobody_works_for_anothers(store: Store, world: World) -> None:
    account = add_account(store, "sam@example.net", "Sam Someone")
    theirs = add_service(store, add_organisation(store, "Rowan Support"), "Elm House", Kind.CARE_HOME)
    with pytest.raises(NotFoundError):
        add_member(store, account, world.organisation_id, Role.MANAGER, (theirs,))
