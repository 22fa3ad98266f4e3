"""What a browser sends for a passkey is never trusted; tests/browser/test_passkeys.py has a real device."""

import hashlib
import json
import re
from base64 import urlsafe_b64encode
from html import unescape

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from flask.testing import FlaskClient

from mir import clock
from mir.accounts.models import Passkey
from mir.config import Settings
from mir.db import Store
from tests.mir.accounts.conftest import EMAIL, Letters, SignIn

pytestmark = pytest.mark.usefixtures("known")

ODD = (
    "", "null", "[]", "{}", "{", "1" * 30_000, "\x00", '{"rawId": "AAAA"}', '{"rawId": 7}', '{"rawId": "é"}',
    json.dumps({"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {}}),
    json.dumps({"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {"clientDataJSON": "AA"}}),
)  # fmt: skip


@pytest.mark.parametrize("sent", ODD)
def test_nonsense_lets_nobody_in(client: FlaskClient, sent: str) -> None:
    client.get("/sign-in/passkey")
    answer = client.post("/sign-in/passkey", data={"answer": sent})
    assert (answer.status_code, "do not know this passkey" in answer.text) == (422, True)
    assert client.get("/desk").status_code == 302


@pytest.mark.parametrize("sent", ODD)
def test_nonsense_is_kept_as_no_key(client: FlaskClient, sign_in: SignIn, sent: str) -> None:
    sign_in()
    client.get("/account/passkeys/new")
    answer = client.post("/account/passkeys/new", data={"answer": sent, "name": "<b>"})
    assert (answer.status_code, "did not give us a key" in answer.text) == (422, True)
    assert 'value="&lt;b&gt;"' in answer.text


def a_key(account_id: str) -> Passkey:
    """A passkey that is called Phone."""
    return Passkey(
        digest="d" * 64, account_id=account_id, credential=b"c", public_key=b"k", signs=0, name="Phone",
        added_on=clock.today(),
    )  # fmt: skip


def test_each_question_is_another_and_only_these_pages_may_run_a_script(client: FlaskClient) -> None:
    first, second = client.get("/sign-in/passkey"), client.get("/sign-in/passkey")
    assert first.text != second.text
    assert "script-src 'self'" in first.headers["Content-Security-Policy"]
    assert "script-src" not in client.get("/sign-in").headers["Content-Security-Policy"]


def test_one_press_removes_no_key(client: FlaskClient, store: Store, known: str, sign_in: SignIn) -> None:
    at = f"/account/passkeys/{'d' * 64}/remove"
    with store.writing() as session:
        session.add(a_key(known))
    sign_in()
    assert at in client.get("/account").text
    assert "Remove the passkey Phone?" in client.get(at).text
    sent = client.post(at, data={"name": "Tablet"})
    assert (sent.status_code, "Type the name of the passkey to remove it: Phone" in sent.text) == (422, True)
    assert "Phone" in client.get("/account").text
    assert "The passkey is removed." in client.post(at, data={"name": "Phone"}, follow_redirects=True).text
    assert at not in client.get("/account").text


def test_a_letter_tells_that_a_key_was_removed_and_none_that_nothing_was(
    client: FlaskClient, store: Store, known: str, sign_in: SignIn, letters: Letters
) -> None:
    with store.writing() as session:
        session.add(a_key(known))
    sign_in()
    for key in ("e" * 64, "🌹", "d" * 64, "d" * 64):
        client.post(f"/account/passkeys/{key}/remove", data={"name": "phone"})
    (letter,) = letters()
    assert (letter["To"], letter["Subject"]) == (EMAIL, "A passkey was removed")
    assert "/sign-in/help" in letter.get_content()
    assert "Phone" not in letter.as_string()


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).decode("ascii").rstrip("=")


class Device:
    """A device that holds a key and counts nothing, as those do that share their keys with others."""

    def __init__(self, store: Store, account_id: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        point = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}
        with store.writing() as session:
            session.add(
                Passkey(
                    digest=hashlib.sha256(b"my phone").hexdigest(), account_id=account_id,
                    credential=b"my phone", public_key=cbor2.dumps(public), signs=0, name="Phone",
                    added_on=clock.today(),
                )
            )  # fmt: skip

    def answer(self, page: str, settings: Settings) -> str:
        """What a browser sends for the question on this page."""
        challenge = re.search(r'"challenge": ?"([^"]+)"', unescape(page))
        assert challenge
        said = {"type": "webauthn.get", "challenge": challenge[1], "origin": settings.url}
        client = json.dumps(said).encode()
        about = hashlib.sha256(settings.host.encode()).digest() + b"\x05" + bytes(4)
        signature = self.key.sign(about + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        response = {
            "clientDataJSON": b64(client), "authenticatorData": b64(about), "signature": b64(signature)
        }  # fmt: skip
        told = {"id": b64(b"my phone"), "rawId": b64(b"my phone"), "type": "public-key"}
        return json.dumps({**told, "response": response})


def test_an_answer_opens_once_even_with_a_copy_of_the_cookie(
    client: FlaskClient, another: FlaskClient, store: Store, known: str, settings: Settings
) -> None:
    device = Device(store, known)
    page = client.get("/sign-in/passkey").text
    copied = client.get_cookie("mir")
    assert copied
    sent = device.answer(page, settings)
    assert client.post("/sign-in/passkey", data={"answer": sent}).status_code == 302
    assert client.get("/desk").status_code == 200
    another.set_cookie("mir", copied.value)
    assert another.post("/sign-in/passkey", data={"answer": sent}).status_code == 422
    assert another.get("/desk").status_code == 302
    again = device.answer(client.get("/sign-in/passkey").text, settings)
    assert client.post("/sign-in/passkey", data={"answer": again}).status_code == 302
