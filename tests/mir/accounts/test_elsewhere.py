"""Signing in with an account elsewhere: a provider of our own answers, with keys of its own."""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from joserfc import jwt
from joserfc.jwk import RSAKey
from requests import PreparedRequest, Response, Session
from requests.exceptions import ConnectionError as NoConnectionError
from werkzeug.test import TestResponse

from mir import clock, config
from mir.accounts.operations import add_account
from mir.app import create_app
from mir.config import Elsewhere, SettingError, Settings
from mir.db import Store

ISSUER = "https://login.example.org"
CLIENT = "mir-client"


@dataclass
class Provider:
    """Answers what Authlib asks of the network, and says who has signed in."""

    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, private=True))
    claims: dict[str, object] = field(default_factory=dict)
    nonce: str = ""
    challenge: str = ""
    down: bool = False
    forged: bool = False

    def answer(self, asked: PreparedRequest) -> Response:
        """What comes back for this request."""
        if self.down:
            raise NoConnectionError
        answers: dict[str, Callable[[], object]] = {
            "/.well-known/openid-configuration": self._about,
            "/keys": lambda: {"keys": [self.key.as_dict(private=False)]},
            "/token": lambda: self._token(str(asked.body)),
        }
        found = Response()
        found.status_code, found.request, found.url = 200, asked, str(asked.url)
        found._content = json.dumps(answers[urlsplit(str(asked.url)).path]()).encode()  # noqa: SLF001
        found.headers["Content-Type"] = "application/json"
        return found

    def _about(self) -> object:
        return {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def _token(self, body: str) -> object:
        verifier = parse_qs(body)["code_verifier"][0].encode()
        hashed = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).rstrip(b"=").decode()
        assert hashed == self.challenge
        now = int(clock.now().timestamp())
        claims = {"iss": ISSUER, "sub": "7", "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": self.nonce}
        key = RSAKey.generate_key(2048, private=True) if self.forged else self.key
        token = jwt.encode({"alg": "RS256"}, claims | self.claims, key)
        return {"access_token": "x", "token_type": "Bearer", "id_token": token}


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Provider:
    made = Provider(claims={"email": "Lee@example.org", "email_verified": True})

    def send(_session: Session, asked: PreparedRequest, **_more: object) -> Response:
        return made.answer(asked)

    monkeypatch.setattr(Session, "send", send)
    return made


@pytest.fixture
def door(settings: Settings, app: Flask) -> Iterator[FlaskClient]:
    """A browser at a site on which people can sign in elsewhere."""
    with_oidc = replace(settings, oidc=Elsewhere(ISSUER, CLIENT, "hush", "your Hazel Care account"))
    site = create_app(with_oidc)
    site.config["WTF_CSRF_ENABLED"] = False
    kept: Store = app.extensions["mir_store"]
    add_account(kept, "lee@example.org", "Lee Lead")
    yield site.test_client()
    site.extensions["mir_store"].close()


def come_back(door: FlaskClient, provider: Provider, state: str = "") -> TestResponse:
    """Go there, sign in, and come back."""
    there = urlsplit(door.post("/sign-in/elsewhere", data={"onward": "/account"}).location)
    asked = {name: values[0] for name, values in parse_qs(there.query).items()}
    assert (there.netloc, asked["redirect_uri"]) == (
        "login.example.org",
        "http://localhost/sign-in/elsewhere/back",
    )
    provider.nonce, provider.challenge = asked["nonce"], asked["code_challenge"]
    return door.get(f"/sign-in/elsewhere/back?code=abc&state={state or asked['state']}")


def test_a_checked_address_opens_the_page_that_was_asked_for(door: FlaskClient, provider: Provider) -> None:
    assert "Sign in with your Hazel Care account" in door.get("/sign-in").text
    assert come_back(door, provider).location == "/account"
    assert door.get("/desk").status_code == 200


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": "other@example.org"},
        {"email": ""},
        {"nonce": "of another time"},
        {"aud": "another site"},
        {"iss": "https://evil.example"},
        {"exp": 1},
    ],
)
def test_whatever_is_not_quite_right_lets_nobody_in(
    door: FlaskClient, provider: Provider, claims: dict[str, object]
) -> None:
    provider.claims |= claims
    assert come_back(door, provider).status_code == 422
    assert door.get("/desk").status_code == 302


def test_a_forged_signature_and_a_strange_state_let_nobody_in(door: FlaskClient, provider: Provider) -> None:
    assert come_back(door, provider, state="somebody-elses").status_code == 422
    provider.forged = True
    assert come_back(door, provider).status_code == 422
    assert door.get("/sign-in/elsewhere/back").status_code == 422
    assert door.get("/desk").status_code == 302


def test_a_provider_that_is_down_is_said(door: FlaskClient, provider: Provider) -> None:
    provider.down = True
    page = door.post("/sign-in/elsewhere")
    assert (page.status_code, "cannot reach" in page.text) == (422, True)


def test_it_is_off_unless_it_is_set(client: FlaskClient) -> None:
    assert "elsewhere" not in client.get("/sign-in").text
    assert client.post("/sign-in/elsewhere").status_code == 404
    assert client.get("/sign-in/elsewhere/back").status_code == 404


def test_half_a_setting_is_refused() -> None:
    with pytest.raises(SettingError, match="all three"):
        config.read({"MIR_OIDC_ISSUER": ISSUER})
    with pytest.raises(SettingError, match="all three"):
        config.read({"MIR_OIDC_ISSUER": "http://x", "MIR_OIDC_CLIENT_ID": "a", "MIR_OIDC_CLIENT_SECRET": "b"})
    both = {"MIR_OIDC_ISSUER": f"{ISSUER}/", "MIR_OIDC_CLIENT_ID": "a", "MIR_OIDC_CLIENT_SECRET": "b"}
    found = config.read(both).oidc
    assert found
    assert found.issuer == ISSUER
