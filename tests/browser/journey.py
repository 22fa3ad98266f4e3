"""Somebody answering a whole survey by keyboard alone."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Page

MOST_TABS = 60


def answer_by_keyboard(
    page: Page, url: str, code: str, answers: Mapping[str, str | None], presentation: str = "easy_read"
) -> None:
    """From the front page to the thank-you page, without a mouse and without help.

    `answers` maps statement codes to option codes or spoken states; None, or a
    statement left out, is skipped.
    """
    begin_by_keyboard(page, url, code, presentation)
    while (asked := question(page)) != "check":
        answer_one(page, answers.get(asked))
    send_by_keyboard(page)


def begin_by_keyboard(page: Page, url: str, code: str, presentation: str) -> None:
    """Type the code, choose how to read, and say who helps where that is asked: nobody."""
    page.goto(url)
    tab_to(page, "#code")
    page.keyboard.type(code)
    press(page, "Enter")
    tab_to(page, f"button[value={presentation}]")
    press(page, "Enter")
    tab_to(page, "button[value=yes]")
    press(page, "Enter")
    if question(page) == "help":
        choose(page, "help", "none")
        press(page, "Enter")


def answer_one(page: Page, answer: str | None, comment: str = "") -> None:
    """Answer the question that is open, or skip it, and go on."""
    if answer is not None:
        choose(page, "answer", answer)
    if comment:
        tab_to(page, "main summary")
        page.keyboard.press("Enter")
        tab_to(page, "#comment")
        page.keyboard.type(comment)
    tab_to(page, "button[value=skip]" if answer is None else ".go button[value=next]")
    press(page, "Enter")


def send_by_keyboard(page: Page) -> None:
    """Send from the page that checks the answers."""
    tab_to(page, "form[action$=send] button")
    press(page, "Enter")


def choose(page: Page, name: str, value: str) -> None:
    """Choose a radio: the first by the space bar, any other by the arrows."""
    tab_to(page, f"input[name={name}]")
    page.keyboard.press("Space")
    for _ in range(MOST_TABS):
        if is_on(page, f"input[name={name}][value={value}]:checked"):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} cannot be reached by the arrows")


def tab_to(page: Page, selector: str) -> None:
    """Press the tab key until this is in focus."""
    for _ in range(MOST_TABS):
        if is_on(page, selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by the tab key")


def is_on(page: Page, selector: str) -> bool:
    """Whether this is in focus."""
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def question(page: Page) -> str:
    """The last part of the address: a statement's code, `help` or `check`."""
    return urlsplit(page.url).path.rpartition("/")[2]
