"""Who may make surveys: leads and managers of the organisation, and nobody else."""

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member, add_organisation
from tests.conftest import World

READS = (
    *("", "/about", "/statements", "/statements/staff", "/questions/new", "/questions/new?kind=scale"),
    *("/parts", "/preview", "/preview/page", "/publish", "/earlier", "/file", "/survey.yaml", "/remove"),
)
WRITES = (
    *("/about", "/statements", "/statements/staff", "/questions/new", "/questions/move", "/parts"),
    *(
        "/preview/page",
        "/preview/typed",
        "/publish",
        "/earlier/1",
        "/file",
        "/choose",
        "/remove",
        "/bring-back",
    ),
)
FORM = {"version": "1", "kind": "scale", "statement": "wi1", "people": "1", "way": "x", "changed": "x"}


def sign_in(client: FlaskClient, store: Store, role: Role, organisation_id: str) -> None:
    account_id = add_account(store, f"{role}@example.net", "Sam Someone")
    add_member(store, account_id, organisation_id, role)
    client.post(f"/sign-in/{make_sign_in_link(store, account_id, clock.now())}")


def test_a_stranger_is_asked_to_sign_in(client: FlaskClient, survey_id: str) -> None:
    for path in ("/surveys", "/surveys/bring", *(f"/surveys/{survey_id}{path}" for path in READS)):
        answer = client.get(path)
        assert (answer.status_code, "/sign-in" in answer.location) == (302, True)


def test_another_organisation_sees_what_it_would_see_of_nothing(
    client: FlaskClient, store: Store, survey_id: str
) -> None:
    sign_in(client, store, Role.LEAD, add_organisation(store, "Rowan Support"))
    for send, paths, form in ((client.get, READS, {}), (client.post, WRITES, {"data": FORM})):
        for path in paths:
            theirs = send(f"/surveys/{survey_id}{path}", **form)
            nothing = send(f"/surveys/{'0' * 32}{path}", **form)
            assert (theirs.status_code, theirs.text) == (nothing.status_code, nothing.text), path
            assert theirs.status_code == 404, path
    assert "short survey" not in client.get("/surveys").text.partition("Start from one")[0]


def test_nothing_can_be_started_for_another_organisation(
    client: FlaskClient, store: Store, world: World
) -> None:
    sign_in(client, store, Role.LEAD, add_organisation(store, "Rowan Support"))
    form = {"from": "core", "organisation": world.organisation_id}
    assert client.post("/surveys/start", data=form).status_code == 404


def test_a_board_member_reads_results_and_changes_no_survey(
    client: FlaskClient, store: Store, world: World, survey_id: str
) -> None:
    sign_in(client, store, Role.BOARD, world.organisation_id)
    for send, paths, form in ((client.get, READS, {}), (client.post, WRITES, {"data": FORM})):
        for path in paths:
            assert send(f"/surveys/{survey_id}{path}", **form).status_code == 403, path
    assert client.get("/surveys").status_code == 403
    assert client.get("/surveys/bring").status_code == 403
    start = client.post("/surveys/start", data={"from": "core", "organisation": world.organisation_id})
    assert start.status_code == 403
    assert 'href="/surveys"' not in client.get("/desk").text


@pytest.mark.parametrize("role", [Role.LEAD, Role.MANAGER])
def test_a_lead_and_a_manager_find_surveys_on_the_desk(
    client: FlaskClient, store: Store, world: World, survey_id: str, role: Role
) -> None:
    sign_in(client, store, role, world.organisation_id)
    assert 'href="/surveys"' in client.get("/desk").text
    assert f"/surveys/{survey_id}" in client.get("/surveys").text
    assert client.get(f"/surveys/{survey_id}").status_code == 200
