"""A year of one home: what its lead, its manager, the people, and its board do, in their own browsers.

Each scene presses what somebody would press, and takes its picture on the way. The numbers are small
enough to work out by hand (see the end of each scene).
"""

from dataclasses import dataclass

from playwright.sync_api import expect

from mir.accounts.operations import add_account, make_sign_in_link
from mir.db import Store
from mir.providers.models import Role
from mir.providers.operations import add_member, add_organisation
from tests.journeys.afterwards import (
    actions_page,
    board_reads,
    choose_together,
    commissioner_reads,
    move_on,
    pledge,
    share,
)
from tests.journeys.home import Home
from tests.journeys.somebody import PHONE, Desk, arrive, come, one_person_answers, printed, sign_in

LEAD, MANAGER, BOARD = "lee@hazel.example", "mo@hazel.example", "bea@hazel.example"


def founding(store: Store) -> str:
    """What the person does who runs the site: an organisation, its lead, and their first link."""
    organisation = add_organisation(store, "Hazel Care")
    account = add_account(store, LEAD, "Lee Hart")
    add_member(store, account, organisation, Role.LEAD)
    return account


def first_day(home: Home) -> Desk:
    """The lead comes by a link, adds the home, and invites the manager and a board member."""
    lead = Desk(home, home.window())
    secret = make_sign_in_link(home.store, founding(home.store), home.calendar.now())
    come(lead, f"/sign-in/{secret}")
    lead.shoot("nothing-yet")
    lead.follow("Add the first one")
    lead.follow("Add a service")
    lead.page.fill("#name", "Rose House")
    lead.page.select_option("#kind", "care_home")
    lead.page.fill("#size", "28")
    lead.press("Add this service")
    for name, email, role in (("Mo Blake", MANAGER, "manager"), ("Bea Osei", BOARD, "board")):
        lead.follow("People")
        lead.follow("Invite a colleague")
        lead.page.fill("#name", name)
        lead.page.fill("#email", email)
        lead.page.check(f"input[name=role][value={role}]")
        lead.page.check("input[name=reach][value=every]")
        if role == "manager":
            lead.shoot("invite")
        lead.press("Send the invitation")
        expect(lead.page.locator("main")).to_contain_text(name)
    return lead


def open_round(manager: Desk, title: str) -> dict[str, str]:
    """From the desk to an open round in three steps, and a sheet of cards; the codes by voice."""
    manager.desk()
    manager.shoot("desk")
    manager.follow("Open a round")
    manager.shoot("choose")
    manager.page.locator("a[href$='/open/core']").click()
    manager.page.fill("#title", title)
    for voice, number in (("person", 24), ("family", 12), ("staff", 20)):
        manager.page.fill(f"#invited-{voice}", str(number))
    manager.shoot("dates")
    manager.press("Open the round")
    expect(manager.page.locator("h1")).to_have_text(f"{title} is open")
    manager.shoot("opened")
    manager.follow("The page of the round")
    manager.shoot("round")
    panels = manager.page.locator("ul.panels > li")
    found = {}
    for number in range(panels.count()):
        one = panels.nth(number)
        voice = (one.locator(".voice").get_attribute("class") or "").split()[-1]
        found[voice] = one.locator(".code").inner_text().replace(" ", "")
    return found


def print_cards(manager: Desk) -> bytes:
    """A sheet of cards to cut out; the PDF."""
    manager.follow("Print cards, letters or a poster")
    manager.shoot("hand-out")
    with manager.page.expect_response(lambda one: ".pdf" in one.url) as begun:
        manager.page.get_by_role("button", name="Make the PDF").click()
    return printed(manager.page, begun.value.url)


def close(manager: Desk, title: str) -> str:
    """Close the round by typing the name of the home; the round's id."""
    manager.desk()
    manager.page.get_by_role("row", name=title).get_by_role("link", name="Codes and closing").click()
    round_id = manager.page.url.rpartition("/")[2]
    manager.follow("Close this round")
    manager.page.fill("#name", "Rose House")
    manager.shoot("close")
    manager.press("Close it and show the results")
    expect(manager.page.locator("h1")).to_have_text("Rose House: what people said")
    manager.shoot("results")
    return round_id


@dataclass(frozen=True)
class Told:
    """What the year leaves behind, for whoever checks it."""

    first_round: str
    second_round: str
    cards: bytes
    board_paper: bytes
    poster: bytes
    moved: str
    shared: str


MUSIC = "A music evening every week"


def people_answer(home: Home, codes: dict[str, str], said_of_change: str) -> None:
    """Twelve people, six families and twelve staff; one of the people on a phone, in Easy Read.

    Eleven people agree with everything but the theme `cc`, of which they say `said_of_change`; the
    twelfth agrees a lot with all of it.
    """
    home.crowd(codes["person"], 11, {"cc": said_of_change}, "agree")
    home.crowd(codes["family"], 6, {}, "agree")
    home.crowd(codes["staff"], 12, {}, "agree_a_lot")
    one_person_answers(home, codes["person"], "agree_a_lot")


def year(home: Home) -> Told:
    """The whole year, from the first sign-in to the second report. The calendar is turned on the way."""
    first_day(home)
    manager, _board = arrive(home, MANAGER), arrive(home, BOARD)
    codes = open_round(manager, "Spring 2026")
    cards = print_cards(manager)
    people_answer(home, codes, "disagree")
    home.calendar.later(20)
    manager = sign_in(home, MANAGER)
    first = close(manager, "Spring 2026")
    choose_together(manager, first, MUSIC)
    home.calendar.later(90)
    move_on(sign_in(home, MANAGER), MUSIC)
    home.calendar.later(255)
    manager = sign_in(home, MANAGER)
    codes = open_round(manager, "Spring 2027")
    people_answer(home, codes, "agree")
    home.calendar.later(20)
    manager = sign_in(home, MANAGER)
    second = close(manager, "Spring 2027")
    changed = pledge(manager, MUSIC)
    poster = printed(manager.page, manager.page.url.rpartition("/")[0] + "/changed.pdf")
    manager.page.goto(actions_page(manager))
    manager.follow(MUSIC)
    moved = manager.page.locator("section[aria-labelledby=moved]").inner_text()
    me = Desk(home, home.window(*PHONE))
    me.page.goto(changed)
    me.shoot("changed")
    board_paper = board_reads(home, BOARD, second)
    account = share(sign_in(home, LEAD))
    return Told(first, second, cards, board_paper, poster, moved, commissioner_reads(home, account))
