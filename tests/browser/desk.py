"""Somebody at the desk: signing in, pressing and typing, and what is wrong with a page they came to."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import html5lib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member
from mir.providers.register import services
from tests.browser import journey
from tests.browser.conftest import Site


def signed_in(page: Page, site: Site, store: Store, role: Role = Role.LEAD) -> str:
    """A member of the site's organisation signs in with this page, by keyboard; their account."""
    account_id = add_account(store, f"{role}@example.org", "Lee Lead")
    add_member(store, account_id, services(store)[0].organisation_id, role)
    enter(page, site, store, account_id)
    return account_id


def enter(page: Page, site: Site, store: Store, account_id: str) -> None:
    """Somebody signs in with a link, by keyboard."""
    page.goto(f"{site.url}/sign-in/{make_sign_in_link(store, account_id, clock.now())}")
    follow(page, "main button")
    page.wait_for_url("**/desk")


def follow(page: Page, selector: str) -> None:
    """Go to something by the tab key and press it; it leads to another page."""
    journey.tab_to(page, selector)
    journey.press(page, "Enter")


def write(page: Page, selector: str, words: str) -> None:
    """Go to a field by the tab key and type this in the place of what stands there."""
    journey.tab_to(page, selector)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def press(page: Page, selector: str) -> None:
    """Press the last of these with the mouse; it leads to another page."""
    with page.expect_navigation():
        page.locator(selector).last.click()


def faults(page: Page, states: Iterable[str]) -> list[str]:
    """What is wrong in any of these states: what axe finds, what is too wide, and HTML that is not valid."""
    found = []
    with _page_of(page) as came:
        for state in states:
            report = Axe().run(page)
            if report.violations_count:
                found.append(f"{state}: {report.generate_report()}")
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found.append(f"{state} is wider than the screen")
            found += [f"{state}: {fault}" for one in came for fault in _not_valid(one.text())]
            came.clear()
    return found


@contextmanager
def _page_of(page: Page) -> Iterator[list[Response]]:
    """The page that came to the window last, as it was sent."""
    came: list[Response] = []

    def keep(response: Response) -> None:
        request = response.request
        redirects = 300 <= response.status < 400
        if request.is_navigation_request() and request.frame == page.main_frame and not redirects:
            came[:] = [response]

    page.on("response", keep)
    yield came
    page.remove_listener("response", keep)


def _not_valid(html: str) -> list[str]:
    """What a strict reader of HTML stumbles over."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    found = [f"line {place[0]} of its HTML: {code} {data}" for place, code, data in parser.errors]
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    found += [f"the id {one} stands twice" for one in sorted({one for one in ids if ids.count(one) > 1})]
    headings = ["".join(one.itertext()).strip() for one in tree.iter("h1")]
    title = next("".join(one.itertext()) for one in tree.iter("title"))
    if len(headings) != 1:
        found.append(f"it has {len(headings)} first headings")
    elif headings[0] not in title:
        found.append(f"“{headings[0]}” is not in its title “{title}”")
    return found
