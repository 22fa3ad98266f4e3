"""A link by email for whoever has no password: once, within an hour, and telling nobody who is here."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, func, select

from mir import clock
from mir.accounts.models import Account
from mir.db import Store
from mir.mail.models import Letter
from tests.mir.accounts.conftest import EMAIL, PASSWORD, Letters, SignIn

pytestmark = pytest.mark.usefixtures("known")


def link_in(text: str) -> str:
    found = re.search(r"http://localhost(/sign-in/\S+)", text)
    assert found
    return found[1]


@pytest.fixture
def without(store: Store, known: str) -> None:
    """The lead has no password yet."""
    with store.writing() as session:
        session.get_one(Account, known).password = None


@pytest.mark.usefixtures("without")
def test_the_link_signs_in_once_and_leads_to_choosing_a_password(
    client: FlaskClient, letters: Letters
) -> None:
    page = client.post("/sign-in/help", data={"email": EMAIL})
    assert "If lead@example.org belongs to somebody here" in page.text
    (letter,) = letters()
    assert letter["To"] == EMAIL
    link = link_in(letter.get_content())
    assert client.post(link).location == "/desk"
    assert 'href="/account/password"' in client.get("/desk").text
    assert client.post(link).status_code == 410
    data = {"password": PASSWORD, "again": PASSWORD}
    assert client.post("/account/password", data=data).location == "/account"
    assert letters()[-1]["Subject"] == "Your password was changed"
    client.post("/sign-out")
    assert client.post("/sign-in", data={"email": EMAIL, "password": PASSWORD}).location == "/desk"


def test_the_link_is_too_old_after_an_hour(
    client: FlaskClient, letters: Letters, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post("/sign-in/help", data={"email": EMAIL})
    link = link_in(letters()[0].get_content())
    later = clock.now() + timedelta(minutes=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert client.post(link).status_code == 410


def test_an_unknown_address_gets_the_same_page_the_same_work_and_no_letter(
    client: FlaskClient, store: Store, letters: Letters
) -> None:
    def written() -> int:
        with store.reading() as session:
            return session.scalar(select(func.count()).select_from(Letter)) or 0

    known = client.post("/sign-in/help", data={"email": EMAIL})
    one = written()
    unknown = client.post("/sign-in/help", data={"email": "nobody@example.org"})
    assert (one, written()) == (1, 3)  # two rows of nothing, for the letter and for its link
    assert known.text.replace(EMAIL, "") == unknown.text.replace("nobody@example.org", "")
    assert [letter["To"] for letter in letters()] == [EMAIL]


def test_asking_again_and_again_is_stopped(client: FlaskClient) -> None:
    # Ten letters an address within 15 minutes, however many computers ask for them.
    codes = [
        client.post(
            "/sign-in/help", data={"email": EMAIL}, environ_base={"REMOTE_ADDR": f"10.0.0.{number}"}
        ).status_code
        for number in range(12)
    ]
    assert codes == [200] * 10 + [429] * 2
    again = client.post("/sign-in/help", data={"email": EMAIL}, environ_base={"REMOTE_ADDR": "10.0.1.1"})
    assert "Use the last one" in again.text


def test_what_is_no_address_is_said_and_kept_on_the_page(client: FlaskClient) -> None:
    page = client.post("/sign-in/help", data={"email": "lead at example"})
    assert page.status_code == 422
    assert "Write an email address" in page.text
    assert 'value="lead at example"' in page.text


def test_a_stolen_old_link_is_dead_once_the_password_is_changed(
    client: FlaskClient, another: FlaskClient, letters: Letters, sign_in: SignIn
) -> None:
    client.post("/sign-in/help", data={"email": EMAIL})
    link = link_in(letters()[0].get_content())
    sign_in()
    client.post("/account/password", data={"password": "four blue kettles", "again": "four blue kettles"})
    assert another.post(link).status_code == 410


def test_as_many_steps_are_taken_for_an_address_that_nobody_has(client: FlaskClient, store: Store) -> None:
    """Every step is a wait; so many more told in 60 tries who has an account."""
    steps: list[str] = []

    def take(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        steps.append(statement.split(maxsplit=1)[0])

    event.listen(store.engine, "before_cursor_execute", take)
    client.post("/sign-in/help", data={"email": EMAIL})
    known, steps[:] = list(steps), []
    client.post("/sign-in/help", data={"email": "nobody@example.org"})
    assert "INSERT" in known
    assert steps == known
