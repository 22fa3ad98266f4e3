"""Every page somebody who answers can see, one after the other, in every state."""

from collections.abc import Iterator

from playwright.sync_api import Page

from mir.db import Store
from mir.respond.sealing import close_round
from surveys.framework import Voice
from tests.browser.conftest import Site


def states(page: Page, site: Site, store: Store, presentation: str) -> Iterator[str]:
    """Open each page and say which it is. The round is closed at the end."""
    yield from _before(page, site, presentation)
    yield from _answering(page)
    page.goto(f"{site.url}/answer/check")
    yield "check"
    leave(page, "form[action$=send] button")
    yield "thanks"
    close_round(store, site.round_id)
    page.goto(f"{site.url}/a/{site.codes[Voice.PERSON]}")
    yield "closed"
    page.goto(f"{site.url}/sign-in")
    yield "sign in"
    page.goto(f"{site.url}/sign-in/not-a-real-link")
    yield "sign in by link"
    page.goto(f"{site.url}/nowhere")
    yield "not found"


def _before(page: Page, site: Site, presentation: str) -> Iterator[str]:
    page.goto(site.url)
    yield "front"
    page.fill("#code", "ABCD 2345")
    leave(page, "form button")
    yield "front with an error"
    code = site.codes[Voice.PERSON]
    page.goto(f"{site.url}/a/{code}")
    yield "welcome"
    leave(page, f"button[value={presentation}]")
    yield "consent"
    leave(page, "button[value=no]")
    yield "declined"
    page.goto(f"{site.url}/a/{code}")
    leave(page, f"button[value={presentation}]")
    leave(page, "button[value=yes]")
    yield "help"
    leave(page, ".go button[value=next]")
    yield "help with an error"
    page.goto(f"{site.url}/a/{code}")
    yield "welcome with answers begun"
    leave(page, "form[action$=carry-on] button")
    page.check("input[value=read_to_me]")
    page.check("input[value=family]")
    leave(page, ".go button[value=next]")


def _answering(page: Page) -> Iterator[str]:
    yield "question"
    address = page.url
    leave(page, ".go button[value=next]")
    yield "question with an error"
    page.check("input[value=agree]")
    page.click("summary")
    page.fill("#comment", "A" * 300 + " and more")
    yield "question filled in"
    leave(page, ".go button[value=next]")
    page.goto(address)
    yield "question answered before"
    other = page.context.new_page()
    other.goto(address)
    other.check("input[value=disagree]")
    other.fill("#comment", "Something else")
    leave(other, ".go button[value=next]")
    other.close()
    page.check("input[value=prefer_not]")
    leave(page, ".go button[value=next]")
    yield "two windows"
    leave(page, "button[value=worried]")
    yield "worried"
    leave(page, ".pair .main")
    yield "worried with an error"
    page.fill("#text", "I do not feel safe at night")
    leave(page, ".pair .main")
    yield "message sent"


def leave(page: Page, selector: str) -> None:
    """Press a button that leads to another page, and wait until that page is there."""
    with page.expect_navigation():
        page.click(selector)
