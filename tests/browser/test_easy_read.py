"""Easy Read as it stands on the pages, names and all: short sentences and plain words."""

import re

import pytest
from playwright.sync_api import Page

from mir.db import Store
from surveys.rules.reading import grade
from tests.browser.conftest import Site, Visit
from tests.browser.walk import Way, states

pytestmark = pytest.mark.browser

LONGEST = 15
"""Words in a sentence. Over 15 is harder (Department of Health, 2009)."""
OLDEST = 6.0
"""The school grade of a page as a whole: a reading age of about 11."""

READ = """() => [...document.querySelectorAll('h1, h2, h3, p, li, label, legend, summary, button, dt, dd, a')]
    .filter(one => one.checkVisibility() && !one.querySelector('p, li, label, button, dd, h2'))
    .filter(one => !one.closest('[lang]:not(html)') && !one.closest('.four-words'))
    .map(one => one.innerText.trim()).filter(Boolean)"""


def sentences(page: Page) -> list[str]:
    """What can be read on the page, a sentence at a time."""
    return [one for text in page.evaluate(READ) for one in re.split(r"(?<=[.?!:])\s+|\n", text) if one]


def test_what_is_read_in_easy_read_is_short_and_plain(visit: Visit, site: Site, store: Store) -> None:
    page, faults, seen = visit(), [], 0
    for state in states(page, site, store, Way("easy_read")):
        said = sentences(page)
        seen += len(said)
        faults += [f"{state}: {one}" for one in said if len(one.split()) > LONGEST]
        found = grade(" ".join(one if one[-1] in ".?!:" else f"{one}." for one in said))
        faults += [f"{state}: grade {found:.1f}"] if found > OLDEST else []
    assert seen > 300
    assert faults == []
