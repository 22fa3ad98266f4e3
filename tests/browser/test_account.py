"""Somebody's own account and the way in: with a password, a link or a second step."""

from collections.abc import Iterator

import pyotp
import pytest
from playwright.sync_api import Page

from mir import clock
from mir.accounts.operations import make_sign_in_link
from mir.db import Store
from tests.browser.conftest import Site, Visit
from tests.browser.desk import enter, faults, follow, press, signed_in, write

pytestmark = pytest.mark.browser

WORDS = "heron lantern quilt 47"
"""A password."""


def test_a_password_is_chosen_and_opens_the_desk_by_keyboard_alone(
    visit: Visit, site: Site, store: Store
) -> None:
    page = visit(script=False)
    signed_in(page, site, store)
    follow(page, "a[href='/account']")
    follow(page, "a[href='/account/password']")
    write(page, "#password", WORDS)
    write(page, "#again", WORDS)
    follow(page, "main .narrow button")
    assert page.inner_text("[role=status]").startswith("Your password is kept.")
    follow(page, ".leave button")
    page.goto(f"{site.url}/sign-in")
    write(page, "#email", "lead@example.org")
    write(page, "#password", WORDS)
    follow(page, "main .narrow button")
    assert page.url == f"{site.url}/desk"


def test_a_second_step_is_switched_on_asked_for_and_switched_off_by_keyboard_alone(
    visit: Visit, site: Site, store: Store
) -> None:
    page = visit(script=False)
    account_id = signed_in(page, site, store)
    codes = _switched_on(page, site)
    assert len(codes) == len(set(codes)) >= 8
    follow(page, "main a.button")
    follow(page, ".leave button")
    _to_the_door(page, site, store, account_id)
    write(page, "#digits", codes[0])
    follow(page, "main .narrow button")
    assert page.url == f"{site.url}/desk"
    page.goto(f"{site.url}/account")
    follow(page, "form[action='/account/second/off'] button")
    assert page.inner_text("[role=status]") == "The second step is off."


def _switched_on(page: Page, site: Site) -> list[str]:
    """Switch the second step on; the codes to write down."""
    page.goto(f"{site.url}/account")
    follow(page, "a[href='/account/second']")
    write(page, "#digits", pyotp.TOTP(page.inner_text(".letters").replace(" ", "")).now())
    follow(page, "main .narrow button")
    return page.locator(".codes code").all_inner_texts()


def _to_the_door(page: Page, site: Site, store: Store, account_id: str) -> None:
    page.goto(f"{site.url}/sign-in/{make_sign_in_link(store, account_id, clock.now())}")
    follow(page, "main button")


def states(page: Page, site: Site, store: Store, other: Page) -> Iterator[str]:
    """Every page of the way in and of an account: fresh, with errors, and filled."""
    yield from _way_in(page, site)
    account_id = signed_in(page, site, store)
    enter(other, site, store, account_id)
    page.goto(f"{site.url}/account")
    yield "an account"
    page.fill("#name", "")
    press(page, "form[action='/account/name'] button")
    yield "a name with an error"
    page.goto(f"{site.url}/account/confirm")
    yield "confirming without a password"
    page.goto(f"{site.url}/account/password")
    yield "choosing a password"
    page.fill("#password", "short")
    page.fill("#again", "shorter")
    press(page, "main .narrow button")
    yield "a password with errors"
    page.fill("#password", WORDS)
    page.fill("#again", WORDS)
    press(page, "main .narrow button")
    yield "a password is kept"
    page.goto(f"{site.url}/account/confirm")
    yield "confirming"
    page.fill("#password", "wrong")
    press(page, "main .narrow button")
    yield "confirming with an error"
    page.goto(f"{site.url}/account/passkeys/new")
    yield "a passkey"
    yield from _second(page, site, store, account_id)


def _way_in(page: Page, site: Site) -> Iterator[str]:
    for path in ("/sign-in", "/sign-in/passkey", "/sign-in/help", "/sign-in/a-link-that-is-no-more"):
        page.goto(f"{site.url}{path}")
        yield path
    press(page, "main button")
    yield "a link that is no more, pressed"
    page.goto(f"{site.url}/sign-in")
    page.fill("#email", "lead@example.org")
    page.fill("#password", "wrong")
    press(page, "form[action='/sign-in'] button")
    yield "signing in with an error"
    page.goto(f"{site.url}/sign-in/help")
    page.fill("#email", "nobody@nowhere")
    press(page, "main .narrow button")
    yield "asking for a link with an error"
    page.fill("#email", f"{'nobody' * 8}@example.org")
    press(page, "main .narrow button")
    yield "asked for a link"


def _second(page: Page, site: Site, store: Store, account_id: str) -> Iterator[str]:
    page.goto(f"{site.url}/account/second")
    yield "a second step"
    page.fill("#digits", "1")
    press(page, "main .narrow button")
    yield "a second step with an error"
    _switched_on(page, site)
    yield "codes to write down"
    page.goto(f"{site.url}/account")
    yield "an account with a second step"
    press(page, ".leave button")
    _to_the_door(page, site, store, account_id)
    yield "at the door"
    page.fill("#digits", "1")
    press(page, "main .narrow button")
    yield "at the door with an error"


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_an_account_are_for_everybody(
    visit: Visit, site: Site, store: Store, width: int
) -> None:
    page = visit(width, 900)
    found = faults(page, states(page, site, store, visit()))
    assert not found, "\n".join(found)
