"""The second step: after the password six digits, each once, or a code that was written down."""

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.operations import make_sign_in_link
from mir.accounts.second import switch_off
from mir.config import Settings
from mir.db import Store
from tests.mir.accounts.conftest import EMAIL, Letters, SignIn

pytestmark = pytest.mark.usefixtures("known")

NOW = datetime(2026, 11, 28, 11, 0, 10, tzinfo=UTC)


class Phone:
    """The app on somebody's phone, and the clock on the wall."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now, self.secret = NOW, ""
        patch.setattr(clock, "now", lambda: self.now)

    def later(self, seconds: int) -> None:
        """Time goes by."""
        self.now += timedelta(seconds=seconds)

    @property
    def digits(self) -> str:
        """What the app shows now."""
        return pyotp.TOTP(self.secret).at(self.now)


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch) -> Phone:
    return Phone(monkeypatch)


@pytest.fixture
def codes(known: str, client: FlaskClient, sign_in: SignIn, phone: Phone) -> list[str]:
    """The codes to write down, after the second step was switched on and the browser signed out."""
    assert known
    sign_in()
    page = client.get("/account/second").text
    found = re.search(r'name="secret" value="(\w{32})"', page)
    assert found
    phone.secret = found[1]
    assert "<svg" in page
    shown = client.post("/account/second", data={"secret": phone.secret, "digits": phone.digits}).text
    client.post("/sign-out")
    return re.findall(r"<code>(\w{5}-\w{5})</code>", shown)


def step(client: FlaskClient, digits: str) -> int:
    return client.post("/sign-in/second", data={"digits": digits}).status_code


@pytest.mark.usefixtures("codes")
def test_the_password_alone_opens_nothing_any_more(
    client: FlaskClient, sign_in: SignIn, phone: Phone
) -> None:
    assert sign_in().location == "/sign-in/second"
    assert client.get("/desk").status_code == 302
    assert step(client, "000000") == 422
    phone.later(30)
    assert step(client, f" {phone.digits[:3]} {phone.digits[3:]}") == 302
    assert client.get("/desk").status_code == 200


@pytest.mark.usefixtures("codes")
def test_the_same_digits_open_once(client: FlaskClient, sign_in: SignIn, phone: Phone) -> None:
    sign_in()
    assert step(client, phone.digits) == 422  # they were used to switch it on
    phone.later(60)
    assert step(client, phone.digits) == 302
    client.post("/sign-out")
    sign_in()
    assert step(client, phone.digits) == 422


@pytest.mark.usefixtures("codes")
def test_a_clock_that_is_a_little_wrong_is_no_trouble_and_one_that_is_far_wrong_is(
    client: FlaskClient, sign_in: SignIn, phone: Phone
) -> None:
    phone.later(300)
    sign_in()
    for seconds, status in ((-90, 422), (90, 422), (-30, 302)):
        digits = pyotp.TOTP(phone.secret).at(phone.now + timedelta(seconds=seconds))
        assert step(client, digits) == status, seconds


def test_a_code_that_was_written_down_opens_once(
    client: FlaskClient, sign_in: SignIn, codes: list[str]
) -> None:
    assert len(set(codes)) == 10
    sign_in()
    assert step(client, codes[3].upper().replace("-", " ")) == 302
    assert "9 unused codes" in client.get("/account").text
    client.post("/sign-out")
    sign_in()
    assert step(client, codes[3]) == 422
    assert step(client, codes[4]) == 302


def test_new_codes_kill_the_old_ones(client: FlaskClient, sign_in: SignIn, codes: list[str]) -> None:
    sign_in()
    step(client, codes[0])
    shown = client.post("/account/second/codes").text
    client.post("/sign-out")
    sign_in()
    assert step(client, codes[1]) == 422
    assert step(client, re.findall(r"<code>(\w{5}-\w{5})</code>", shown)[0]) == 302


@pytest.mark.usefixtures("codes")
def test_guessing_digits_is_stopped(client: FlaskClient, sign_in: SignIn, phone: Phone) -> None:
    phone.later(300)
    sign_in()
    assert [step(client, "111111") for _ in range(11)] == [422] * 10 + [429]
    assert step(client, phone.digits) == 429


@pytest.mark.usefixtures("codes")
def test_the_page_for_the_second_step_is_for_whoever_came_from_the_first(
    client: FlaskClient, another: FlaskClient, sign_in: SignIn, phone: Phone
) -> None:
    phone.later(300)
    assert another.get("/sign-in/second").location == "/sign-in"
    assert another.post("/sign-in/second", data={"digits": phone.digits}).location == "/sign-in"
    sign_in()
    phone.later(601)
    assert client.get("/sign-in/second").location == "/sign-in"
    assert step(client, phone.digits) == 302
    assert client.get("/desk").status_code == 302


def test_a_link_by_email_does_not_go_round_the_second_step(
    client: FlaskClient, store: Store, known: str, codes: list[str]
) -> None:
    assert client.post(f"/sign-in/{make_sign_in_link(store, known, NOW)}").location == "/sign-in/second"
    assert client.get("/account").status_code == 302
    assert step(client, codes[0]) == 302


def test_wrong_first_digits_switch_nothing_on(client: FlaskClient, sign_in: SignIn, phone: Phone) -> None:
    sign_in()
    for secret in (pyotp.random_base32(), "SHORT", "<script>", "a" * 32):
        answer = client.post("/account/second", data={"secret": secret, "digits": "12345x"})
        assert answer.status_code == 422
    client.post("/sign-out")
    assert sign_in().location == "/desk"
    assert phone.secret == ""


@pytest.mark.usefixtures("codes")
def test_the_operator_lets_in_whoever_lost_everything(
    store: Store, settings: Settings, known: str, sign_in: SignIn, letters: Letters
) -> None:
    switch_off(store, settings, known)
    assert sign_in().location == "/desk"
    (letter,) = letters()
    assert letter["To"] == EMAIL
    assert letter["Subject"] == "The second step was switched off"
    assert "If it was not you" in letter.get_content()
    switch_off(store, settings, known)  # once more, there is nothing to tell
    assert len(letters()) == 1
