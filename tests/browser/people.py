"""What is looked at on the way of one person: each page, and in the end what is kept of them."""

from playwright.sync_api import Page
from sqlalchemy import select

from mir.db import Store
from mir.respond.models import Comment, Sheet
from surveys.answers import unpack
from tests.browser.conftest import Site
from tests.browser.test_looks import barriers
from tests.browser.walk import leave

NEXT = ".go button[value=next]"


def sound(page: Page, state: str = "page") -> None:
    """Nothing on the page that is open stands in anybody's way."""
    found = barriers(page, state)
    assert not found, (page.url, found)


def sound_without_scripts(page: Page, reader: Page) -> None:
    """The same of a page in a browser without scripts: another with them opens it, as axe is one."""
    reader.context.add_cookies(page.context.storage_state()["cookies"])  # type: ignore[arg-type]  # alike
    reader.goto(page.url)
    sound(reader)


def how(sheet: Sheet) -> tuple[str, ...]:
    """What a sheet says of how it was answered."""
    said = (sheet.voice, sheet.presentation, sheet.language, sheet.how, sheet.help, sheet.helper or "nobody")
    return tuple(map(str, said))


def kept(site: Site, store: Store) -> tuple[Sheet, dict[str, object]]:
    """The only sheet, and its answers by code, without those passed over."""
    with store.reading() as session:
        sheet = session.scalars(select(Sheet)).one()
    answers = unpack(site.edition, sheet.answers)
    return sheet, {code: answer for code, answer in answers.items() if answer != "not_answered"}


def written(store: Store) -> list[tuple[str, str, str]]:
    """What comments there are: whose words, the theme and the text."""
    with store.reading() as session:
        return [(one.whose, one.theme, one.text) for one in session.scalars(select(Comment))]


def answer(page: Page, value: str) -> None:
    page.check(f"input[name=answer][value={value}]")
    leave(page, NEXT)


def four_words(page: Page) -> str:
    return " ".join(page.locator(".four-words li").all_inner_texts())
