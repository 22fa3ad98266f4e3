"""A device makes a passkey and signs in with it; a copy of what it sent opens nothing."""

from dataclasses import replace

import pytest
from flask import Flask
from playwright.sync_api import Page

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.accounts.passkeys import keys
from mir.accounts.second import is_on
from mir.db import Store
from mir.mail.queries import waiting
from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def home(app: Flask, site: Site) -> str:
    """The address of the site by a name: devices make no keys for numbers."""
    found = site.url.replace("127.0.0.1", "localhost")
    app.config["MIR_SETTINGS"] = replace(app.config["MIR_SETTINGS"], url=found)
    return found


def with_device(page: Page) -> Page:
    """The browser, on a device that makes passkeys and knows its owner's finger."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    return page


def test_a_passkey_is_made_and_opens_the_desk(visit: Visit, store: Store, home: str) -> None:
    account = add_account(store, "lee@example.org", "Lee Lead")
    page = with_device(visit())
    page.goto(f"{home}/sign-in/{make_sign_in_link(store, account, clock.now())}")
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"{home}/account/passkeys/new")
    page.get_by_label("What to call it").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/account")
    assert page.get_by_text("My phone", exact=True).is_visible()
    assert [key.name for key in keys(store, account)] == ["My phone"]
    assert [one.about for one in waiting(store)] == ["sign-in changed"]  # a letter tells of it
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.goto(f"{home}/account")
    page.get_by_role("link", name="Sign in with a passkey").click()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or "") if request.post_data else None)
    page.get_by_role("button", name="Use my passkey").click()
    page.wait_for_url("**/account")
    assert not is_on(store, account)
    page.get_by_role("button", name="Sign out", exact=True).click()
    (form,) = (one for one in sent if "clientDataJSON" in one)
    again = page.request.post(
        f"{home}/sign-in/passkey",
        data=form,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        max_redirects=0,
    )
    assert again.status in {400, 422}


def test_without_a_script_the_page_says_so(visit: Visit, home: str) -> None:
    page = visit(320, script=False)
    page.goto(f"{home}/sign-in/passkey")
    assert page.get_by_text("runs no scripts").is_visible()
    assert not page.get_by_role("button", name="Use my passkey").is_visible()
