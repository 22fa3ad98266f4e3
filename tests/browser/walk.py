"""Every page somebody who answers can see, one after the other, in every state and in one look."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

from mir.db import Store
from mir.respond.sealing import close_round
from surveys.framework import Voice
from tests.browser.conftest import Site


@dataclass(frozen=True)
class Way:
    """How somebody reads: in which words and language, and what they have changed about the pages."""

    presentation: str = "standard"
    language: str = "en"
    looks: tuple[str, ...] = ()
    width: int = 1280

    def __str__(self) -> str:
        return " ".join((self.presentation, self.language, *self.looks, str(self.width)))


def states(page: Page, site: Site, store: Store, way: Way) -> Iterator[str]:
    """Open each page and say which it is. The round is closed at the end."""
    yield from _before(page, site, way)
    yield from _answering(page)
    yield from _worried(page)
    yield from _stopping(page, site)
    page.goto(f"{site.url}/answer/check")
    yield "check"
    leave(page, "form[action$=send] button.main")
    yield "thanks"
    yield from _taking_back(page, site, store)


def desk(page: Page, site: Site) -> Iterator[str]:
    """The pages through which managers come in."""
    page.goto(f"{site.url}/sign-in")
    yield "sign in"
    page.goto(f"{site.url}/sign-in/not-a-real-link")
    yield "sign in by link"


def _before(page: Page, site: Site, way: Way) -> Iterator[str]:
    yield from _front(page, site, way)
    yield from _welcome(page, f"{site.url}/a/{site.codes[Voice.PERSON]}?language={way.language}", way)


def _front(page: Page, site: Site, way: Way) -> Iterator[str]:
    page.goto(f"{site.url}/?language={way.language}")
    for look in way.looks:
        change(page, f"look-{look}")
    page.goto(f"{site.url}/?language={way.language}")
    yield "front"
    page.fill("#code", "ABCD 2345")
    leave(page, "main form button")
    yield "front with an error"
    page.goto(f"{site.url}/safe?language={way.language}")
    yield "worried before there are answers"
    code = site.codes[Voice.PERSON]
    page.goto(f"{site.url}/a/{code}/what-we-keep?language={way.language}&read={way.presentation}")
    yield "what we keep"


def _welcome(page: Page, welcome: str, way: Way) -> Iterator[str]:
    page.goto(welcome)
    yield "welcome"
    leave(page, f"button[value={way.presentation}]")
    yield "consent"
    leave(page, "button[value=no]")
    yield "declined"
    page.goto(welcome)
    leave(page, f"button[value={way.presentation}]")
    leave(page, "button[value=yes]")
    yield "help"
    leave(page, ".go button[value=next]")
    yield "help with an error"
    page.goto(welcome)
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
    page.click("main summary")
    page.fill("#comment", "A" * 300 + " and more")
    page.click("#looks summary")
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
    yield "two windows: an error"


def _worried(page: Page) -> Iterator[str]:
    leave(page, "button[value=worried]")
    yield "worried"
    leave(page, ".pair .main")
    yield "worried with an error"
    page.fill("#text", "I do not feel safe at night")
    leave(page, ".pair .main")
    yield "message sent"


def _stopping(page: Page, site: Site) -> Iterator[str]:
    page.goto(f"{site.url}/answer/stop")
    yield "stop"
    leave(page, ".pair .main")
    yield "four words"
    words = " ".join(page.locator(".four-words li").all_inner_texts())
    page.goto(f"{site.url}/back")
    yield "back"
    page.fill("#words", "one two")
    leave(page, "main .pair button")
    yield "back with an error"
    page.fill("#words", words)
    leave(page, "main .pair button")
    yield "question after coming back"


def _taking_back(page: Page, site: Site, store: Store) -> Iterator[str]:
    words = " ".join(page.locator(".four-words li").all_inner_texts())
    page.goto(f"{site.url}/back")
    page.fill("#words", words)
    leave(page, "main .pair button")
    yield "whether to delete"
    leave(page, "main .pair button")
    yield "deleted"
    page.goto(f"{site.url}/nowhere")
    yield "not found"
    close_round(store, site.round_id)
    page.goto(f"{site.url}/a/{site.codes[Voice.PERSON]}")
    yield "closed"


def change(page: Page, go: str) -> None:
    """Change how the page looks, as somebody would."""
    if not page.locator("#looks[open]").count():
        page.click("#looks summary")
    leave(page, f"#looks button[value={go}]")


def leave(page: Page, selector: str) -> None:
    """Press a button that leads to another page, and wait until that page is there."""
    with page.expect_navigation():
        page.click(selector)
