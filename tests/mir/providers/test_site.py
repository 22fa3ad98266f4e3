"""Whoever looks after the site adds organisations, sees letters wait, and reads nobody's results."""

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.operations import add_account, make_owner, make_sign_in_link
from mir.db import Store
from mir.mail.operations import NewLetter, put_by
from mir.providers.people import members
from mir.providers.register import organisations
from mir.respond.sealing import close_round
from tests.conftest import World

NEW = {"organisation": "Rowan Support", "name": "Ro Lead", "email": "ro@example.org"}


@pytest.fixture
def owner(client: FlaskClient, store: Store) -> FlaskClient:
    account = add_account(store, "owner@example.org", "Ola Owner")
    make_owner(store, account)
    client.post(f"/sign-in/{make_sign_in_link(store, account, clock.now())}")
    return client


def test_an_organisation_is_added_with_whoever_leads_it(owner: FlaskClient, store: Store) -> None:
    assert owner.post("/site/organisations", data=NEW).location == "/site"
    (made,) = organisations(store)
    assert [(one.email, one.role) for one in members(store, made.id)] == [("ro@example.org", "lead")]
    assert "A letter is on its way to ro@example.org" in owner.get("/site").text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"organisation": ""}, "Write the name"),
        ({"name": " \x00 "}, "Write the name"),
        ({"email": "ro"}, "Write an email address"),
        ({"organisation": "Hazel Care"}, "called “Hazel Care” already"),
    ],
)
@pytest.mark.usefixtures("world")
def test_what_is_wrong_is_said_and_nothing_is_added(
    owner: FlaskClient, store: Store, typed: dict[str, str], says: str
) -> None:
    answer = owner.post("/site/organisations", data=NEW | typed)
    assert (answer.status_code, says in answer.text) == (422, True)
    assert [one.name for one in organisations(store)] == ["Hazel Care"]


def test_letters_that_wait_are_shown_without_a_word_of_them(owner: FlaskClient, store: Store) -> None:
    with store.writing() as session:
        put_by(session, NewLetter("sign-in link", "lee@example.org", "Your link", "secret"), clock.now())
    page = owner.get("/site").text
    assert "Sign-in link" in page
    assert "lee@example.org" not in page


def test_an_owner_reads_nobodys_results(owner: FlaskClient, store: Store, world: World) -> None:
    close_round(store, world.round_id)
    assert owner.get(f"/rounds/{world.round_id}/results").status_code == 404
    assert "Rose House" not in owner.get("/desk").text
