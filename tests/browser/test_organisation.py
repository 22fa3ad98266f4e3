"""A lead looks after services, colleagues and keys, and the owner after the site; for everybody."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from mir.accounts.operations import add_account, make_owner
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member, add_organisation
from mir.providers.register import services
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.browser.desk import enter, faults, follow, press, signed_in, write

pytestmark = pytest.mark.browser

FILE = "name,kind\nElm House,{kind}\n"


def test_a_service_is_added_closed_and_opened_again_by_keyboard_alone(
    visit: Visit, site: Site, store: Store
) -> None:
    page = visit(script=False)
    signed_in(page, site, store)
    follow(page, "a[href='/organisations']")
    follow(page, "a.button[href$='/services/new']")
    write(page, "#name", "Elm House")
    journey.tab_to(page, "#kind")
    page.keyboard.press("ArrowDown")
    follow(page, "main .narrow button")
    assert page.inner_text("[role=status]") == "Elm House is added."
    elm = next(one.id for one in services(store) if one.name == "Elm House")
    follow(page, f"a[href='/services/{elm}']")
    follow(page, "a[href$='/close']")
    follow(page, ".go button")
    assert page.inner_text("[role=status]") == "The service is closed. What people said before stays."
    follow(page, "form[action$='open-again'] button")
    assert page.inner_text("[role=status]") == "The service is open again."


def test_a_colleague_is_invited_and_given_other_work_by_keyboard_alone(
    visit: Visit, site: Site, store: Store
) -> None:
    page = visit(script=False)
    signed_in(page, site, store)
    follow(page, "a[href='/organisations']")
    follow(page, ".parts-of a[href$='/people']")
    follow(page, "a.button[href$='/invite']")
    write(page, "#name", "Cat Colleague")
    write(page, "#email", "cat@example.org")
    journey.choose(page, "role", "supporter")
    journey.choose(page, "reach", "some")
    journey.tab_to(page, "input[name=services]")
    page.keyboard.press("Space")
    follow(page, ".go button")
    assert "on its way to cat@example.org" in page.inner_text("[role=status]")
    cat = page.get_by_role("link", name="Cat Colleague").get_attribute("href")
    follow(page, f"a[href='{cat}']")
    journey.choose(page, "role", "board")
    follow(page, ".go button")
    assert page.inner_text("[role=status]") == "Cat Colleague: changed."
    follow(page, ".parts-of a[href$='/record']")
    assert "cat@example.org" in page.inner_text("table")


def test_a_key_is_made_and_taken_back_by_keyboard_alone(visit: Visit, site: Site, store: Store) -> None:
    page = visit(script=False)
    signed_in(page, site, store)
    follow(page, "a[href='/organisations']")
    follow(page, ".parts-of a[href$='/keys']")
    write(page, "#name", "Dashboard")
    follow(page, ".go button")
    secret = page.inner_text("code.secret")
    rounds, headers = f"{site.url}/api/v1/rounds", {"Authorization": f"Bearer {secret}"}
    assert page.request.get(rounds, headers=headers).status == 200
    follow(page, "a[href$='/take-back']")
    write(page, "#name", "dashboard")
    follow(page, "form.close-name button")
    assert page.request.get(rounds, headers=headers).status == 401


def states(page: Page, site: Site, store: Store) -> Iterator[str]:
    """Every page of an organisation: fresh, with errors, and filled."""
    account_id = signed_in(page, site, store)
    of = services(store)[0].organisation_id
    at = f"{site.url}/organisations/{of}"
    yield from _services(page, at)
    yield from _people(page, at)
    yield from _keys(page, at)
    page.goto(f"{at}/record")
    yield "who did what"
    add_member(store, account_id, add_organisation(store, "Rowan Support"), Role.LEAD)
    page.goto(f"{site.url}/organisations")
    yield "several organisations"
    press(page, "main .points li:last-child a")
    yield "an organisation without services"
    press(page, ".parts-of a[href$='/record']")
    yield "an empty record"


def _services(page: Page, at: str) -> Iterator[str]:
    page.goto(f"{at}/services")
    yield "services"
    press(page, "a.button[href$='/services/new']")
    yield "a new service"
    page.fill("#name", "Rose House")
    page.fill("#size", "many")
    press(page, "main .narrow button")
    yield "a service with errors"
    page.goto(f"{at}/services")
    press(page, "a[href$='/services/bring']")
    yield "many services"
    press(page, ".go button")
    yield "without a file"
    for kind, state in (("castle", "a file with a fault"), ("care_home", "brought in")):
        file = {"name": "s.csv", "mimeType": "text/csv", "buffer": FILE.format(kind=kind).encode()}
        page.goto(f"{at}/services/bring")
        page.set_input_files("#file", file)  # type: ignore[arg-type]
        press(page, ".go button")
        yield state
    press(page, "th a:has-text('Elm House')")
    yield "a service"
    press(page, "a[href$='/close']")
    yield "closing"
    page.select_option("#into", index=1)
    press(page, ".go button")
    yield "closing with an error"
    page.select_option("#into", "")
    press(page, ".go button")
    yield "closed"


def _people(page: Page, at: str) -> Iterator[str]:
    page.goto(f"{at}/people")
    yield "people"
    press(page, "a.button[href$='/invite']")
    yield "inviting"
    page.fill("#email", "nobody@nowhere")
    press(page, ".go button")
    yield "inviting with errors"
    page.fill("#name", "Cat Colleague" * 6)
    page.fill("#email", f"{'cat' * 20}@example.org")
    page.check("[name=role][value=manager]")
    page.check("[name=reach][value=some]")
    page.check("[name=services] >> nth=0")
    press(page, ".go button")
    yield "invited"
    press(page, "tr:has-text('Cat') a")
    yield "a colleague"
    press(page, "a[href$='/remove']")
    yield "removing"
    press(page, ".parts-of a[href$='/people']")
    press(page, "th a:has-text('Lee Lead')")
    page.check("[name=role][value=board]")
    press(page, ".go button")
    yield "the only lead stops leading"


def _keys(page: Page, at: str) -> Iterator[str]:
    page.goto(f"{at}/keys")
    yield "no keys"
    page.uncheck("[name=scope] >> nth=0")
    page.uncheck("[name=scope] >> nth=1")
    press(page, ".go button")
    yield "a key with errors"
    page.fill("#name", "Dashboard" * 6)
    page.check("[name=scope] >> nth=0")
    page.check("[name=scope] >> nth=1")
    press(page, ".go button")
    yield "a new key"
    page.goto(f"{at}/keys")
    yield "keys"
    press(page, "a[href$='/take-back']")
    yield "taking a key back"
    press(page, "form.close-name button")
    yield "taking a key back with an error"


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_an_organisation_are_for_everybody(
    visit: Visit, site: Site, store: Store, width: int
) -> None:
    page = visit(width, 900)
    found = faults(page, states(page, site, store))
    assert not found, "\n".join(found)


def owner(page: Page, site: Site, store: Store) -> None:
    """Whoever looks after the site signs in."""
    account_id = add_account(store, "owner@example.org", "Ola Owner")
    make_owner(store, account_id)
    enter(page, site, store, account_id)


def test_the_owner_adds_an_organisation_by_keyboard_alone(visit: Visit, site: Site, store: Store) -> None:
    page = visit(script=False)
    owner(page, site, store)
    follow(page, "a[href='/site']")
    write(page, "#organisation", "Rowan Support")
    write(page, "#name", "Rae Rowan")
    write(page, "#email", "rae@example.org")
    follow(page, "form[action='/site/organisations'] button")
    assert page.inner_text("[role=status]").startswith("Rowan Support is added.")


def of_the_owner(page: Page, site: Site, store: Store) -> Iterator[str]:
    """The pages of the site's owner: fresh, with errors, and filled; letters wait, as nothing sends them."""
    owner(page, site, store)
    yield "the desk of an owner"
    press(page, "a[href='/site']")
    yield "the site"
    page.fill("#organisation", "Hazel Care")
    press(page, "form[action='/site/organisations'] button")
    yield "the site with errors"
    page.fill("#organisation", "Rowan Support")
    page.fill("#name", "Rae Rowan")
    page.fill("#email", "rae@example.org")
    press(page, "form[action='/site/organisations'] button")
    yield "the site, with a letter that waits"
    press(page, "form[action='/site/letters'] button")
    yield "tried again"


@pytest.mark.parametrize("width", [1280, 320])
def test_the_owners_pages_are_for_everybody(visit: Visit, site: Site, store: Store, width: int) -> None:
    page = visit(width, 900)
    found = faults(page, of_the_owner(page, site, store))
    assert not found, "\n".join(found)
