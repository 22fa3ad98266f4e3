"""Lee Lead, who has a password, and the letters that went out."""

from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from mir import clock
from mir.accounts import passwords
from mir.accounts.models import Account
from mir.config import Settings
from mir.db import Store
from mir.mail.operations import send_waiting
from mir.mail.post import post_for
from tests.conftest import World

PASSWORD = "three green bottles"  # noqa: S105 - nobody uses it
EMAIL = "lead@example.org"

Letters = Callable[[], list[EmailMessage]]
SignIn = Callable[..., TestResponse]


@pytest.fixture
def known(store: Store, world: World) -> str:
    """The account of the lead, who has a password now."""
    with store.writing() as session:
        session.get_one(Account, world.lead_id).password = passwords.hashed(PASSWORD)
    return world.lead_id


@pytest.fixture
def sign_in(client: FlaskClient) -> SignIn:
    """Type an address and a password."""

    def typed(
        password: str = PASSWORD, email: str = EMAIL, browser: FlaskClient | None = None
    ) -> TestResponse:
        return (browser or client).post("/sign-in", data={"email": email, "password": password})

    return typed


@pytest.fixture
def another(app: Flask) -> FlaskClient:
    """Another browser."""
    return app.test_client()


@pytest.fixture
def letters(store: Store, settings: Settings) -> Letters:
    """Every letter so far, after those that wait are sent."""

    def sent() -> list[EmailMessage]:
        send_waiting(store, post_for(settings), clock.now(), at_once=True)
        files: list[Path] = sorted((settings.home / "outbox").glob("*.eml"))
        return [message_from_bytes(one.read_bytes(), policy=policy.default) for one in files]

    return sent
