"""A tablet as somebody holds it: setting it up, and one person's way from the start to the end."""

from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from mir.db import Store
from mir.respond.models import Draft, Sheet


def begin(page: Page, *, voice: str = "person") -> None:
    page.click(f"button[value={voice}]")
    page.click("button[value=standard]")
    page.click("button[value=yes]")
    if page.locator("input[name=help]").count():
        page.check("input[value=none]")
        page.click(".go button[value=next]")
    expect(page.locator(".where")).to_contain_text("Question 1 of")


def answer(page: Page, option: str = "agree", comment: str = "") -> None:
    """Answer the first question, skip the others, and come to the page that checks."""
    page.check(f"input[name=answer][value={option}]")
    if comment:
        page.click("main summary")
        page.fill("#comment", comment)
    page.click(".go button[value=next]")
    for _ in range(200):
        if not page.locator(".go button[value=skip]").count():
            return
        page.click(".go button[value=skip]")


def send(page: Page) -> None:
    page.locator("main form button.main").last.click()
    expect(page.locator("h1")).to_contain_text("Thank you")


def whole(page: Page, comment: str = "") -> None:
    begin(page)
    answer(page, comment=comment)
    send(page)
    page.click("a[href='/tablet/']")
    expect(page.locator("h1")).to_have_text("Who is answering?")


def all_sent(page: Page) -> None:
    # Once the tablet is ready it says how many wait; before that it says nothing.
    expect(page.locator("#state")).to_contain_text("now works", timeout=60_000)
    expect(page.locator("#waiting")).to_have_text("")


def sets(store: Store) -> int:
    with store.reading() as session:
        drafts = session.scalar(select(func.count()).select_from(Draft).where(Draft.sent)) or 0
        return drafts + (session.scalar(select(func.count()).select_from(Sheet)) or 0)


def four_words(page: Page) -> str:
    """Get four words on the question that is open, and go on there."""
    page.click("button[value=stop]")
    page.click("button[value=words]")
    expect(page.locator("h1")).to_have_text("Your four words")
    words = " ".join(page.locator(".four-words li").all_inner_texts())
    page.click("button[value=on]")
    return words
