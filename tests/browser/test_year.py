"""A year of one home, from the first sign-in to the second report; every page on the way is for everybody."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from mir import clock
from tests.journeys.home import Calendar, a_home
from tests.journeys.year import year

pytestmark = pytest.mark.browser

NARROW = 320


def _text(pdf: bytes) -> str:
    return " ".join(one.extract_text() for one in PdfReader(BytesIO(pdf)).pages)


def test_a_year_of_one_home(chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = []

    def look(page: Page, name: str) -> None:
        found = Axe().run(page)
        if found.violations_count:
            faults.append(f"{name}: {found.generate_report()}")
        size = page.viewport_size
        assert size
        page.set_viewport_size({"width": NARROW, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > NARROW:
            faults.append(f"{name} is too wide")
        page.set_viewport_size(size)

    calendar = Calendar(date(2026, 3, 2))
    monkeypatch.setattr(clock, "now", calendar.now)
    with a_home(tmp_path, calendar, chromium, look) as home:
        told = year(home)
    assert not faults, "\n".join(faults)
    assert _text(told.cards).count("Rose House") >= 8
    # What eleven people said of “when things need to change”, and one who agrees a lot with everything:
    #   before (11 x 25 + 100) / 12 = 31.25     after (11 x 75 + 100) / 12 = 77.08
    assert "31" in told.moved
    assert "77" in told.moved
    paper = _text(told.board_paper)
    assert "Rose House" in paper
    assert "Spring 2027" in paper
    assert "music on Thursdays" in _text(told.poster)
    assert "Spring 2027" in told.shared
    # The same eleven and one, over every statement of the survey: 16 at 75 or 100 and cc as above.
    assert "77" in told.shared
