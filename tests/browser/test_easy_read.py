"""Easy Read as it stands on the pages, names and all: short sentences, and words for a reading age of about 11."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from mir.db import Store
from surveys.rules.reading import grade
from tests.browser.conftest import Site, Visit
from tests.browser.walk import Way, states

LONGEST = 15
"""Words in a sentence: over 15 is harder to read (Department of Health, “Making written information easier”, 2009)."""
OLDEST = 6.0
"""The school grade of a page as a whole: a reading age of about 11."""

READ = """() => [...document.querySelectorAll('h1, h2, h3, p, li, label, legend, summary, button, dt, dd, a, caption')]
    .filter(one => one.checkVisibility() && !one.querySelector('p, li, label, button, dd, h2'))
    .filter(one => !one.closest('[lang]:not(html)') && !one.closest('.four-words'))
    .map(one => one.innerText.trim()).filter(Boolean)"""


def sentences(page: Page) -> Iterator[str]:
    """What can be read on the page, a sentence at a time; an address or a number is not one."""
    for text in page.evaluate(READ):
        for sentence in re.split(r"(?<=[.?!:])\s+|\n", text):
            yield sentence


def test_what_is_read_in_easy_read_is_short_and_plain(visit: Visit, site: Site, store: Store) -> None:
    page = visit()
    faults = []
    for state in states(page, site, store, Way("easy_read")):
        said = list(sentences(page))
        faults += [(state, one) for one in said if len(one.split()) > LONGEST]
        age = grade(" ".join(one if one[-1] in ".?!:" else f"{one}." for one in said))
        print(state, round(age, 1))
        faults += [(state, f"grade {age:.1f}")] if age > OLDEST else []
    assert faults == []
