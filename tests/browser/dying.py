"""A real browser with a profile on the disk, as it runs on a tablet: it can be killed and started again."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.conftest import NAMES, Site

TRIES, PATIENCE = 8, 10_000
READY = "This tablet now works without the internet too."


@dataclass
class Device:
    """One tablet: what it keeps lies in its profile, whatever happens to the browser."""

    chromium: Browser
    profile: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> Page:
        """Start the browser, which opens its windows of last time again; the first of them."""
        path = next(filter(None, map(shutil.which, NAMES)))
        self._open_windows_again()
        told = self.profile / "DevToolsActivePort"
        told.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [
                *(path, "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"),
                *("--no-first-run", f"--user-data-dir={self.profile}", "--remote-debugging-port=0"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        while not (told.exists() and told.read_text().count("\n")):
            assert self.process.poll() is None
            time.sleep(0.1)
        port = told.read_text().splitlines()[0]
        return self._connect(f"http://127.0.0.1:{port}").contexts[0].pages[0]

    def _connect(self, address: str) -> Browser:
        # A window that is just being opened again may not answer the first time.
        for _ in range(TRIES - 1):
            with suppress(Error):
                return self.chromium.browser_type.connect_over_cdp(address, timeout=PATIENCE)
        return self.chromium.browser_type.connect_over_cdp(address, timeout=PATIENCE)

    def stop(self, page: Page) -> None:
        """Close the browser as people do: it writes down its cookies, which it else does twice a minute."""
        browser = page.context.browser
        assert browser
        assert self.process
        with suppress(Error):  # it may be gone before it can say so
            browser.new_browser_cdp_session().send("Browser.close")
        self.process.wait()
        self.process = None

    def windows_written(self) -> bool:
        """Whether the browser has written down that a page of the tablet is open."""
        kept = sorted((self.profile / "Default" / "Sessions").glob("Session_*"))
        return bool(kept) and b"/tablet/" in kept[-1].read_bytes()

    def _open_windows_again(self) -> None:
        # After a crash it asks first; whoever says yes then gets the same.
        wishes = self.profile / "Default" / "Preferences"
        wishes.parent.mkdir(parents=True, exist_ok=True)
        told = json.loads(wishes.read_text()) if wishes.exists() else {}
        told.setdefault("session", {})["restore_on_startup"] = 1
        told.setdefault("profile", {})["exit_type"] = "Normal"
        wishes.write_text(json.dumps(told))

    def kill(self) -> None:
        """SIGKILL to the browser and all that it has started: the battery is empty."""
        if self.process:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


@pytest.fixture
def device(chromium: Browser, tmp_path: Path) -> Iterator[Device]:
    made = Device(chromium, tmp_path / "profile")
    yield made
    made.kill()


def set_up(device: Device, site: Site, secret: str) -> Page:
    """A tablet that is ready, and was switched off and on since."""
    page = device.start()
    page.goto(f"{site.url}/tablet/set-up/{secret}")
    page.click("main button")
    expect(page.locator("#state")).to_have_text(READY, timeout=60_000)
    device.stop(page)
    page = device.start()
    page.goto(f"{site.url}/tablet/")
    expect(page.locator("#state")).to_have_text(READY, timeout=60_000)
    return page
