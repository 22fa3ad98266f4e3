"""Somebody with a browser: how they arrive at the desk, come back, and answer."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.journeys.home import Home

PASSWORD = "a long walk by the river"  # noqa: S105 - of people who are made up
PHONE = (390, 844)


@dataclass
class Desk:
    """Somebody who has signed in, with their browser."""

    home: Home
    page: Page

    def shoot(self, name: str) -> None:
        """Take a picture of what they see."""
        self.home.camera(self.page, name)

    def follow(self, words: str) -> None:
        """Follow the first link that says this."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=words).first.click()

    def press(self, words: str) -> None:
        """Press the button that says this; another page comes."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=words).first.click()

    def desk(self) -> None:
        """Go back to the desk."""
        self.page.goto("/desk")


def arrive(home: Home, email: str) -> Desk:
    """Somebody who was invited opens the letter and chooses a password."""
    somebody = Desk(home, home.window())
    come(somebody, home.link(email))
    return somebody


def come(somebody: Desk, path: str) -> None:
    somebody.page.goto(path)
    somebody.page.locator("main button").first.click()
    somebody.page.goto("/account/password")
    somebody.page.fill("#password", PASSWORD)
    somebody.page.fill("#again", PASSWORD)
    somebody.press("Keep this password")
    somebody.desk()


def sign_in(home: Home, email: str) -> Desk:
    """Somebody comes back with their password."""
    somebody = Desk(home, home.window())
    somebody.page.goto("/sign-in")
    somebody.page.fill("#email", email)
    somebody.page.fill("#password", PASSWORD)
    somebody.shoot("sign-in")
    somebody.press("Sign in")
    expect(somebody.page.locator("h1")).to_have_text("Services and rounds")
    return somebody


def printed(page: Page, url: str) -> bytes:
    """A PDF, once it has been made."""
    answer = page.request.get(url)
    while answer.status == 202:
        page.wait_for_timeout(200)
        answer = page.request.get(url)
    assert answer.status == 200, answer.text()
    return answer.body()


def one_person_answers(home: Home, code: str, answer: str) -> None:
    """Somebody answers everything the same way, in Easy Read, on a phone."""
    me = Desk(home, home.window(*PHONE))
    me.page.goto(f"/a/{code}")
    me.page.locator("button[value=easy_read]").click()
    me.page.locator("button[value=yes]").click()
    if me.page.locator("input[name=help]").count():
        me.page.check("input[name=help][value=none]")
        me.page.locator(".go button[value=next]").click()
    first = True
    while me.page.locator("input[name=answer]").count():
        me.page.check(f"input[name=answer][value={answer}]")
        if first:
            me.shoot("question")
        first = False
        with me.page.expect_navigation():
            me.page.locator(".go button[value=next]").click()
    with me.page.expect_navigation():
        me.page.locator("form[action$=send] button.main").click()
    expect(me.page.locator("h1")).to_contain_text("Thank you")
