"""Signing in with a password: the same words for everybody who may not, and a new secret for whoever may."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mir import clock
from mir.accounts import passwords, sessions
from mir.app import create_app
from mir.config import Settings
from mir.models import Base
from tests.conftest import World
from tests.mir.accounts.conftest import EMAIL, PASSWORD, SignIn

pytestmark = pytest.mark.usefixtures("known")


def test_the_right_password_opens_the_desk_and_the_page_that_was_asked_for(
    client: FlaskClient, world: World
) -> None:
    asked = client.get(f"/rounds/{world.round_id}")
    assert "/sign-in?next=" in asked.location
    page = client.get(asked.location).text
    assert f'value="/rounds/{world.round_id}"' in page
    data = {"email": f" {EMAIL.upper()} ", "password": PASSWORD, "onward": f"/rounds/{world.round_id}"}
    assert client.post("/sign-in", data=data).location == f"/rounds/{world.round_id}"
    assert client.get("/desk").status_code == 200


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "desk"]
)
def test_nobody_is_led_to_another_site(client: FlaskClient, elsewhere: str) -> None:
    data = {"email": EMAIL, "password": PASSWORD, "onward": elsewhere}
    assert client.post("/sign-in", data=data).location == "/desk"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str | None] = []
    real = passwords.matches

    def watched(kept: str | None, password: str) -> bool:
        looked.append(kept)
        return real(kept, password)

    monkeypatch.setattr(passwords, "matches", watched)
    wrong, unknown = sign_in("not this one at all"), sign_in(email="nobody@example.org")
    assert wrong.status_code == unknown.status_code == 422
    assert _alike(wrong.text) == _alike(unknown.text)
    assert PASSWORD not in wrong.text
    # A password was looked at both times: the second time nobody's.
    assert len(looked) == 2
    assert looked[1] is None


def _alike(page: str) -> str:
    return re.sub(r'name="csrf_token" value="[^"]+"|[a-z]+@example.org', "", page)


def test_nobodys_password_opens_nothing() -> None:
    assert not passwords.matches(None, "the password of nobody")


def test_guessing_is_stopped_for_an_address_that_is_there_and_for_one_that_is_not(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for email in (EMAIL, "nobody@example.org"):
        assert [sign_in("wrong wrong wrong", email).status_code for _ in range(10)] == [422] * 10
        stopped = sign_in("wrong wrong wrong", email)
        assert stopped.status_code == 429
        assert "Wait 15 minutes" in stopped.text
    assert sign_in().status_code == 429
    later = clock.now() + timedelta(minutes=16)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert sign_in().status_code == 302


def test_getting_in_forgets_the_tries_before(sign_in: SignIn) -> None:
    for _ in range(2):
        for _ in range(9):
            assert sign_in("wrong wrong wrong").status_code == 422
        assert sign_in().status_code == 302


def test_every_sign_in_has_a_secret_of_its_own_and_the_old_one_ends(
    client: FlaskClient, sign_in: SignIn
) -> None:
    with client.session_transaction() as kept:
        kept["_user_id"] = "fixed before by somebody else"
    sign_in()
    with client.session_transaction() as kept:
        first = kept["_user_id"]
    assert first != "fixed before by somebody else"
    client.post("/sign-out")
    assert client.get("/desk").status_code == 302
    with client.session_transaction() as kept:
        kept["_user_id"] = first  # a copy of the cookie from before
    assert client.get("/desk").status_code == 302


def test_a_browser_that_nobody_used_for_a_week_is_signed_out(
    client: FlaskClient, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.now()
    sign_in()
    for days, status in ((6, 200), (12, 200), (18, 200), (24, 200), (29, 200), (31, 302)):
        monkeypatch.setattr(clock, "now", lambda days=days: now + timedelta(days=days))
        assert client.get("/desk").status_code == status, days
    monkeypatch.setattr(clock, "now", lambda: now)
    sign_in()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=8))
    assert client.get("/desk").status_code == 302


def test_odd_and_huge_input_is_answered_in_words(sign_in: SignIn) -> None:
    for odd in ("\x00", "😢" * 100, "\u202eabc", "a" * 100_000, "' OR 1=1 --", "<script>"):
        assert sign_in(odd, odd).status_code == 422


def test_over_https_the_cookie_travels_only_there(settings: Settings) -> None:
    site: Flask = create_app(replace(settings, url="https://answers.example.org"))
    Base.metadata.create_all(site.extensions["mir_store"].engine)
    answer = site.test_client().get("/sign-in", base_url="https://answers.example.org")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-mir=")
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
    site.extensions["mir_store"].close()


def test_a_browser_is_told_in_a_few_words() -> None:
    firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
    safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Safari/604"
    assert sessions.words_of(firefox) == "Firefox on Windows"
    assert sessions.words_of(safari) == "Safari on iPhone"
    assert sessions.words_of("curl\x00<b>") == "A browser"
