"""What a manager and somebody with a phone do in a meeting to choose together."""

from playwright.sync_api import Page

from mir import clock
from mir.accounts.operations import add_account, make_sign_in_link
from mir.choosing import queries
from mir.choosing.meetings import MeetingView
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member
from mir.providers.register import services
from mir.respond.sealing import Sent, add_sealed, close_round
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site

PEOPLE = 12


def answered(site: Site, store: Store) -> Site:
    """The round of the shipped survey, answered by twelve people and closed."""
    options = [one.code for one in site.edition.scale.options]
    sent = [
        Sent(
            voice=Voice.PERSON,
            presentation="easy_read",
            language="en",
            how="web",
            help="none",
            helper=None,
            answers={
                one.code: options[(person + place) % 4 + (place % 2)]
                for place, one in enumerate(site.edition.statements)
                if Voice.PERSON in one.wordings
            },
            comments=(),
        )
        for person in range(PEOPLE)
    ]
    with store.writing() as session:
        add_sealed(session, site.edition, site.round_id, sent)
    close_round(store, site.round_id)
    return site


def manager(page: Page, site: Site, store: Store) -> None:
    """A manager signs in with this page."""
    account_id = add_account(store, "mo@example.org", "Mo Manager")
    add_member(store, account_id, services(store)[0].organisation_id, Role.MANAGER)
    page.goto(f"{site.url}/sign-in/{make_sign_in_link(store, account_id, clock.now())}")
    page.click("main button")
    page.wait_for_url("**/desk")


def go(page: Page, words: str) -> None:
    """Press the button or link with these words, which leads to another page."""
    with page.expect_navigation():
        page.locator("main").get_by_text(words, exact=True).first.click()


def meeting_of(store: Store, site: Site) -> MeetingView:
    return queries.meetings_after(store, site.round_id)[0]


def put(phone: Page, address: str, side: str, *letters: str) -> None:
    """Somebody puts dots by keyboard alone."""
    phone.goto(address)
    journey.choose(phone, "who", side)
    for letter in letters:
        box = phone.locator("label.option", has=phone.locator(f"b.letter:text-is('{letter}')")).locator(
            "input"
        )
        journey.tab_to(phone, f"input[name=chosen][value='{box.get_attribute('value')}']")
        phone.keyboard.press("Space")
    journey.tab_to(phone, "button[value=put]")
    journey.press(phone, "Enter")
