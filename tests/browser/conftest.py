"""A real browser and a site that it can reach."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from mir import clock
from mir.accounts.operations import add_account
from mir.concerns.operations import NewContact, name_contact
from mir.concerns.queries import SAFEGUARDING
from mir.db import Store
from mir.providers.models import Kind
from mir.providers.operations import add_organisation, add_service
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists
from mir.tablet.links import make_link
from surveys.edition import Edition
from surveys.framework import Voice
from surveys.load import shipped_edition
from tests.served import served

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")


def path_of_chromium() -> str | None:
    """Where this machine's browser is, if it has one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Visit(Protocol):
    """Opens a page in a browser that has never been here."""

    def __call__(self, width: int = 1280, height: int = 900, *, script: bool = True) -> Page:
        """The page, in a window of this size, with or without scripts."""


@dataclass(frozen=True)
class Site:
    """A site that is being served, with one open round of the shipped short survey in three languages."""

    url: str
    round_id: str
    edition: Edition
    codes: dict[Voice, str]
    """The shared code of each voice."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = path_of_chromium()
    if path is None:
        pytest.skip("There is no Chromium on this machine. Install the package chromium to run this test.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Opens browsers that have never been here; each is closed when the test ends, however it ends."""
    contexts: list[BrowserContext] = []

    def open_one(width: int = 1280, height: int = 900, *, script: bool = True) -> Page:
        size = ViewportSize(width=width, height=height)
        contexts.append(chromium.new_context(viewport=size, java_script_enabled=script))
        return contexts[-1].new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def site(app: Flask, store: Store) -> Iterator[Site]:
    app.config["WTF_CSRF_ENABLED"] = True  # a browser sends what a page holds
    edition = shipped_edition("core", ("en", "cy", "ur"))
    service_id = add_service(store, add_organisation(store, "Hazel Care"), "Rose House", Kind.CARE_HOME, 24)
    reader = add_account(store, "priya@example.org", "Priya Shah")
    contact = NewContact(SAFEGUARDING, "Priya Shah", "safeguarding lead", "01632 960001", reader)
    name_contact(store, service_id, contact)
    day = timedelta(days=1)
    today = clock.today()
    round_id = open_round(store, NewRound(service_id, edition, "Spring", today - day, today + 20 * day))
    codes = {codes.voice: codes.shared for codes in code_lists(store, round_id)}
    with served(app) as url:
        yield Site(url, round_id, edition, codes)


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1280, "height": 900}, service_workers="allow")
    yield made
    made.close()


@pytest.fixture
def tablet(context: BrowserContext, site: Site, store: Store) -> Page:
    """A tablet that was set up and says that it is ready."""
    page = context.new_page()
    page.goto(f"{site.url}/tablet/set-up/{make_link(store, site.round_id)}")
    page.click("main button")
    expect(page.locator("#state")).to_have_text(
        "This tablet now works without the internet too.", timeout=60_000
    )
    return page
