"""Somebody's own account: a password that others would not guess, and where they are signed in."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from flask.testing import FlaskClient

from mir import clock
from mir.accounts import passwords
from mir.accounts.models import Account, SignedIn
from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from tests.mir.accounts.conftest import EMAIL, PASSWORD, SignIn

NEW = "four blue kettles"
TWICE = {"password": NEW, "again": NEW}

pytestmark = pytest.mark.usefixtures("known")


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("short", "at least 12"),
        ("x" * 201, "at most 200"),
        ("aaaaaaaaaaaaaa", "guessed first"),
        ("abababababababab", "guessed first"),
        ("Password123456!", "guessed first"),
        ("qwerty123456789", "guessed first"),
        ("makingitreal2026", "guessed first"),
        ("passwordpassword", "guessed first"),
        ("Lee and a kettle", ""),
        ("example lead kettle", "your name and your address"),
    ],
)
def test_passwords_that_are_guessed_first_are_refused(password: str, says: str) -> None:
    found = passwords.problem(password, "l.lead@example.org", "Lee")
    assert (says in found) if says else not found


def test_four_words_and_other_scripts_are_welcome() -> None:
    for good in (PASSWORD, "correct horse battery", "ένα δύο τρία τέσσερα", "🦊🐻🐼🐨🦁🐮🐷🐸🐵🐔🐧🐦"):
        assert passwords.problem(good, EMAIL, "Lee Lead") == ""
        assert passwords.matches(passwords.hashed(good), good)


def test_a_password_that_was_kept_more_weakly_is_kept_anew(
    sign_in: SignIn, store: Store, known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    assert sign_in().status_code == 302
    with store.reading() as session:
        assert "$m=16,t=2,p=1$" in (session.get_one(Account, known).password or "")
    assert sign_in().status_code == 302


def test_a_changed_password_signs_the_other_browsers_out(
    client: FlaskClient, another: FlaskClient, sign_in: SignIn
) -> None:
    sign_in()
    sign_in(browser=another)
    assert client.post("/account/password", data=TWICE).location == "/account"
    assert client.get("/account").status_code == 200
    assert another.get("/account").status_code == 302
    assert sign_in(browser=another).status_code == 422
    assert sign_in(NEW, browser=another).status_code == 302


def test_before_a_change_somebody_shows_again_that_it_is_they(
    client: FlaskClient, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in()
    later = clock.now() + timedelta(minutes=16)
    monkeypatch.setattr(clock, "now", lambda: later)
    for answer in (client.get("/account/password"), client.post("/account/password", data=TWICE)):
        assert answer.location.startswith("/account/confirm?onward=")
    wrong = client.post("/account/confirm", data={"password": "no", "onward": "/account/password"})
    assert (wrong.status_code, "not your password" in wrong.text) == (422, True)
    right = client.post("/account/confirm", data={"password": PASSWORD, "onward": "/account/password"})
    assert right.location == "/account/password"
    assert client.post("/account/password", data=TWICE).location == "/account"


def test_two_that_differ_are_asked_for_again_and_never_shown(client: FlaskClient, sign_in: SignIn) -> None:
    sign_in()
    page = client.post("/account/password", data={"password": NEW, "again": "something else here"})
    assert (page.status_code, "not the same" in page.text) == (422, True)
    assert NEW not in page.text


def test_somebody_sees_where_they_are_signed_in_and_signs_out_there(
    client: FlaskClient, another: FlaskClient, sign_in: SignIn
) -> None:
    sign_in()
    headers = {"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"}
    another.post("/sign-in", data={"email": EMAIL, "password": PASSWORD}, headers=headers)
    page = client.get("/account").text
    assert "Firefox on Windows" in page
    assert "You are here" in page
    client.post("/account/sign-out-elsewhere")
    assert another.get("/account").status_code == 302
    assert "Firefox on Windows" not in client.get("/account").text


def test_nobody_signs_somebody_else_out(
    client: FlaskClient, another: FlaskClient, store: Store, sign_in: SignIn
) -> None:
    sign_in()
    with store.reading() as session:
        digest = session.query(SignedIn).one().digest
    stranger = add_account(store, "other@example.org", "Olu Other")
    another.post(f"/sign-in/{make_sign_in_link(store, stranger, clock.now())}")
    another.post("/account/sign-out-elsewhere", data={"browser": digest})
    assert client.get("/account").status_code == 200


def test_a_name_is_changed_and_shown_as_it_was_typed(client: FlaskClient, sign_in: SignIn) -> None:
    sign_in()
    client.post("/account/name", data={"name": " Léa <b>\x00Lead "})
    assert "Léa &lt;b&gt; Lead" in client.get("/account").text
    assert client.post("/account/name", data={"name": " "}).status_code == 422
    assert client.post("/account/name", data={"name": "x" * 121}).status_code == 422
