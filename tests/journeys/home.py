"""One home on a real site whose calendar can be turned: for stories that take a year."""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from datetime import time as hour
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from mir.app import create_app
from mir.config import Settings
from mir.db import Store
from mir.mail.operations import send_waiting
from mir.migrate import upgrade
from tests.conftest import SECRET
from tests.journeys.browser import SmallBrowser, token
from tests.mir.test_server import free_port
from tests.served import served

AT_ONCE = 6
Camera = Callable[[Page, str], None]
"""Takes a picture of a page, under a name."""


@dataclass
class Calendar:
    """The day it is on the site. The hours of the day go by as they really do."""

    day: date
    _since: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        """The moment on the site."""
        passed = timedelta(seconds=time.monotonic() - self._since)
        return datetime.combine(self.day, hour(9), UTC) + passed

    def later(self, days: int) -> date:
        """Turn the pages of the calendar; the new day."""
        self.day += timedelta(days=days)
        return self.day


@dataclass
class Home:
    """A site that is being served, and the browsers that look at it."""

    url: str
    store: Store
    app: Flask
    folder: Path
    calendar: Calendar
    chromium: Browser
    camera: Camera
    _windows: list[BrowserContext] = field(default_factory=list)

    def window(self, width: int = 1100, height: int = 800) -> Page:
        """A browser that has never been here."""
        size = ViewportSize(width=width, height=height)
        self._windows.append(self.chromium.new_context(viewport=size, base_url=self.url, locale="en-GB"))
        page = self._windows[-1].new_page()
        page.set_default_timeout(15_000)
        return page

    def close_windows(self) -> None:
        """Close every browser."""
        for one in self._windows:
            one.close()

    def letter(self, to: str) -> str:
        """The newest letter to this address, after everything that waits has gone."""
        send_waiting(self.store, self.app.extensions["mir_postman"].post, self.calendar.now(), at_once=True)
        letters = (message_from_bytes(one.read_bytes(), policy=policy.default) for one in self._letters())
        mine = [one.get_body().get_content() for one in letters if one["To"] == to]  # type: ignore[union-attr]
        assert mine, f"no letter came to {to}"
        return str(mine[-1])

    def _letters(self) -> list[Path]:
        return sorted((self.folder / "outbox").glob("*.eml"))

    def link(self, to: str) -> str:
        """The path of the link in the newest letter to this address."""
        found = re.search(r"https?://\S+", self.letter(to))
        assert found
        return urlsplit(found[0]).path

    def crowd(self, code: str, number: int, answers: Mapping[str, str], otherwise: str) -> None:
        """So many people answer over HTTP: by statement or by theme, and otherwise the same to everything."""

        def one(_: int) -> None:
            _answer(urlsplit(self.url).port or 0, code, answers, otherwise)

        with ThreadPoolExecutor(AT_ONCE) as people:
            list(people.map(one, range(number)))


def _answer(port: int, code: str, answers: Mapping[str, str], otherwise: str) -> None:
    """One person, from the code to the thanks."""
    browser = SmallBrowser(port)
    forged = token(browser.get("/"))
    page = browser.get(browser.post(f"/a/{code}", presentation="standard", csrf_token=forged))
    of = re.findall(r'name="of" value="([^"]+)"', page)[0]
    where = browser.post("/answer/before", csrf_token=forged, of=of, go="yes")
    if where.endswith("help"):
        where = browser.post(where, csrf_token=forged, of=of, help="none", go="next")
    while not where.endswith("check"):
        asked = where.rpartition("/")[2]
        said = answers.get(asked) or answers.get(asked.rstrip("0123456789")) or otherwise
        where = browser.post(where, csrf_token=forged, of=of, answer=said, go="next")
    assert browser.post("/answer/send", csrf_token=forged, of=of) == "/thanks"
    browser.close()


@contextmanager
def a_home(folder: Path, calendar: Calendar, chromium: Browser, camera: Camera) -> Iterator[Home]:
    """The site on an empty database of its own, served on this machine. The caller has set the clock."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    app = create_app(Settings(folder, f"sqlite:///{folder / 'mir.db'}", SECRET, url))
    app.extensions["mir_postman"].by_hand = True
    store: Store = app.extensions["mir_store"]
    upgrade(store)
    try:
        with served(app, port):
            home = Home(url, store, app, folder, calendar, chromium, camera)
            try:
                yield home
            finally:
                home.close_windows()
    finally:
        store.close()
