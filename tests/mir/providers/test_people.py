"""A lead invites colleagues, changes what they do, and removes them; never the last lead."""

import re

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.models import Account
from mir.accounts.operations import add_account
from mir.accounts.passwords import hashed
from mir.audit.operations import Doer, Done, tell
from mir.audit.queries import deeds
from mir.config import Settings
from mir.db import Store
from mir.errors import RefusalError
from mir.mail.operations import send_waiting
from mir.mail.post import PostError, post_for
from mir.providers import people
from mir.providers.models import Role
from mir.providers.operations import add_member
from mir.providers.people import Member, Post
from tests.conftest import World

NEW = {"name": "Mo Manager", "email": "Mo@Example.org", "role": "manager", "reach": "every"}


@pytest.fixture
def at(world: World) -> str:
    return f"/organisations/{world.organisation_id}/people"


def of(store: Store, world: World, email: str) -> Member:
    (found,) = (one for one in people.members(store, world.organisation_id) if one.email == email)
    return found


def test_an_invited_colleague_comes_by_the_link_in_the_letter(
    lead: FlaskClient, store: Store, world: World, at: str, settings: Settings
) -> None:
    data = NEW | {"reach": "some", "services": [world.service_id]}
    assert lead.post(f"{at}/invite", data=data).location == at
    page = lead.get(at).text
    assert "on its way to Mo@Example.org" in page
    assert "Nothing done here yet" in page
    send_waiting(store, post_for(settings), clock.now())
    (path,) = (settings.home / "outbox").glob("*.eml")
    letter = path.read_text("utf-8")
    assert "Hazel Care invites you" in letter
    link = re.search(r"http://localhost(/sign-in/\S+)", letter)
    assert link
    colleague = lead.application.test_client()
    assert colleague.post(link[1]).location == "/desk"
    assert "Rose House" in colleague.get("/desk").text
    assert colleague.get(at).status_code == 403


def test_of_somebody_who_has_an_account_elsewhere_nothing_is_told_before_they_come(
    lead: FlaskClient, store: Store, world: World, at: str
) -> None:
    account = add_account(store, "mo@example.org", "Maureen Ellis-Grant")
    with store.writing() as session:
        session.get_one(Account, account).password = hashed("a long walk by the river")
    new = add_account(store, "new@example.org", "New")
    for email in ("mo@example.org", "new@example.org"):
        assert lead.post(f"{at}/invite", data=NEW | {"email": email}).status_code == 302
    page = lead.get(at).text
    assert "Maureen" not in page
    assert page.count("Nothing done here yet") == 2
    assert "Maureen" not in lead.get(f"{at}/{account}").text
    for one in (account, new):  # another link goes to both alike
        assert lead.post(f"{at}/{one}/invite-again").status_code == 302
    tell(store, Done("read results", "Rose House", world.organisation_id), Doer(account, "mo@example.org"))
    assert "Maureen Ellis-Grant" in lead.get(at).text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"name": " "}, "Write the name"),
        ({"email": "mo at example"}, "Write an email address"),
        ({"role": "king"}, "Choose what they do"),
        ({"reach": ""}, "Choose whether they work for every service"),
        ({"reach": "some"}, "Choose at least one service"),
        ({"reach": "some", "services": ["0" * 32]}, "cannot find"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    lead: FlaskClient, at: str, typed: dict[str, str], says: str
) -> None:
    answer = lead.post(f"{at}/invite", data=NEW | typed)
    assert answer.status_code in {404, 422}
    assert says in answer.text
    if answer.status_code == 422:
        assert 'value="Mo' in answer.text


def test_nobody_is_invited_twice(lead: FlaskClient, at: str) -> None:
    lead.post(f"{at}/invite", data=NEW)
    again = lead.post(f"{at}/invite", data=NEW | {"email": "mo@example.org"})
    assert (again.status_code, "belongs to your organisation already" in again.text) == (400, True)


def test_a_role_is_changed_at_once(lead: FlaskClient, store: Store, world: World, at: str) -> None:
    lead.post(f"{at}/invite", data=NEW)
    mo = of(store, world, "mo@example.org")
    assert 'value="manager" checked' in lead.get(f"{at}/{mo.account_id}").text
    lead.post(f"{at}/{mo.account_id}", data={"role": "supporter", "reach": "some"})
    found = of(store, world, "mo@example.org")
    assert (found.role, found.every_service, found.services) == (Role.SUPPORTER, False, ())
    assert deeds(store, world.organisation_id)[0].about == "mo@example.org: supporter, 0 services"


def test_the_last_lead_stays(lead: FlaskClient, store: Store, world: World, at: str) -> None:
    mine = f"{at}/{world.lead_id}"
    for answer in (
        lead.post(f"{mine}/remove"),
        lead.post(mine, data={"role": "board"}),
    ):
        assert (answer.status_code, "Make somebody else a lead first" in answer.text) == (400, True)
    other = add_account(store, "ola@example.org", "Ola Other")
    add_member(store, other, world.organisation_id, Role.LEAD)
    assert lead.post(f"{mine}/remove").location == "/desk"
    assert lead.get(at).status_code == 404
    with pytest.raises(RefusalError):
        people.change(store, world.organisation_id, other, Post(Role.MANAGER))


def test_a_stranger_is_as_if_there_were_no_such_account(lead: FlaskClient, store: Store, at: str) -> None:
    stranger = add_account(store, "other@example.org", "Olu Other")
    for path in ("", "/remove"):
        theirs, nobody = lead.get(f"{at}/{stranger}{path}"), lead.get(f"{at}/{'0' * 32}{path}")
        assert (theirs.status_code, theirs.text) == (nobody.status_code, nobody.text)
        assert theirs.status_code == 404
    assert lead.post(f"{at}/{stranger}/invite-again").status_code == 404


def test_a_mail_server_that_is_down_is_said_where_colleagues_are_invited(
    lead: FlaskClient, store: Store, at: str
) -> None:
    class Down:
        def send(self, *_letter: str) -> None:
            """Nothing goes."""
            raise PostError("The mail server cannot be reached (ConnectionRefusedError).")

    lead.post(f"{at}/invite", data=NEW)
    assert "could not be sent yet" not in lead.get(at).text
    send_waiting(store, Down(), clock.now())
    page = lead.get(at).text
    assert "Some letters of this site could not be sent yet." in page
    assert "ConnectionRefused" not in page
