"""What comes after a round of the year: choosing together, acting, telling people, and who looks on."""

from playwright.sync_api import expect

from mir.accounts.operations import add_account, make_sign_in_link
from mir.providers.models import Role
from mir.providers.operations import add_member, add_organisation
from tests.journeys.home import Home
from tests.journeys.somebody import PHONE, Desk, come, printed, sign_in

COUNCIL = "Northshire Council"
COMMISSIONER = "cas@northshire.example"


def choose_together(manager: Desk, round_id: str, what: str) -> None:
    """A wall, dots from five phones and six raised hands, two priorities, and an action for the first."""
    page = manager.page
    page.goto(f"/rounds/{round_id}/results")
    manager.follow("Choose together what to work on")
    manager.press("Make the wall")
    for words in ("A cat in the lounge", "More to do in the evenings"):
        page.fill("#words", words)
        manager.press("Put it on the wall")
    manager.shoot("wall")
    manager.press("Begin the dots")
    address = page.locator(".voting .address a").get_attribute("href") or ""
    _on_the_screen(manager)
    for number in range(5):
        _put_dots(manager.home, address, first=number == 0)
    manager.follow("Type in a show of hands")
    page.fill("#staff", "6")
    page.locator("input[id^=staff-]").last.fill("4")
    manager.press("Keep these numbers")
    manager.press("End the dots and count them")
    manager.shoot("counted")
    _agree(manager)
    manager.follow("Start an action")
    page.fill("#what", what)
    page.fill("#owner", "Priya, team leader")
    page.fill("#due", str(manager.home.calendar.day.replace(month=7, day=1)))
    page.select_option("#measure", "cc")
    manager.shoot("action")
    manager.press("Save")
    expect(page.locator("h1")).to_have_text(what)


def _on_the_screen(manager: Desk) -> None:
    """What everybody in the room sees on the wall."""
    screen = manager.page.context.new_page()
    screen.set_viewport_size({"width": 1280, "height": 720})
    screen.goto(f"{manager.page.url}/screen?show=dots")
    Desk(manager.home, screen).shoot("screen")
    screen.close()


def _put_dots(home: Home, address: str, *, first: bool) -> None:
    """Somebody who draws on support puts two dots with a phone: on the first thing and on the last."""
    me = Desk(home, home.window(*PHONE))
    me.page.goto(address)
    me.page.check("input[name=who][value=people]")
    for box in (me.page.locator("input[name=chosen]").first, me.page.locator("input[name=chosen]").last):
        box.check()
    if first:
        me.shoot("dots")
    with me.page.expect_navigation():
        me.page.click("button[value=put]")


def _agree(manager: Desk) -> None:
    """Two things, in the words of the group, and who was in the room."""
    manager.follow("Agree what to work on")
    picks = manager.page.locator(".pick")
    ours, asked = picks.filter(has_text="in the evenings"), picks.filter(has_not_text="in the evenings").first
    better = ("There is something to do on most evenings.", "We hear what became of what we said.")
    for pick, words in zip((ours, asked), better, strict=True):
        pick.locator("input[type=checkbox]").check()
        pick.locator("textarea").fill(words)
    for name, number in (("people", 5), ("staff", 6)):
        manager.page.fill(f"#{name}", str(number))
    manager.page.fill("#who", "Six support workers, and the manager.")
    manager.shoot("agree")
    manager.press("Keep what we agreed")
    manager.shoot("agreed")


def move_on(manager: Desk, what: str) -> None:
    """Say how far the action has come."""
    manager.desk()
    manager.page.goto(actions_page(manager))
    manager.follow(what)
    manager.page.select_option("#how", "done")
    manager.page.fill("#why", "Every Thursday since May")
    manager.press("Save")
    expect(manager.page.locator("main")).to_contain_text("Every Thursday since May")


def actions_page(somebody: Desk) -> str:
    """The address of what is being done at the home, two steps from the desk."""
    somebody.desk()
    somebody.follow("What people said")
    return somebody.page.get_by_role("link", name="What is being done").first.get_attribute("href") or ""


def pledge(manager: Desk, what: str) -> str:
    """“You said, we did”, written, let out and read; the address of the page that people read."""
    manager.page.goto(actions_page(manager))
    manager.follow(what)
    manager.shoot("moved")
    manager.follow("Tell people: you said, we did")
    for name, words in (
        ("said", "The evenings are long, and there is little to do."),
        ("did", "Two people now run a music evening every Thursday."),
        ("said_easy", "The evenings are boring."),
        ("did_easy", "Now there is music on Thursdays."),
    ):
        manager.page.fill(f"#{name}", words)
    manager.press("Save")
    manager.press("Release it")
    manager.shoot("pledge")
    return manager.page.locator("a[href*='/changed/']").first.get_attribute("href") or ""


def board_reads(home: Home, email: str, round_id: str) -> bytes:
    """The board member reads the results and the paper for the board; the PDF. They can change nothing."""
    board = sign_in(home, email)
    board.shoot("board")
    board.follow("What people said")
    assert board.page.url.endswith(f"/rounds/{round_id}/results")
    assert not board.page.get_by_role("link", name="Start an action").count()
    paper = board.page.get_by_role("link", name="Print for the board").get_attribute("href")
    board.follow("What is being done")
    board.shoot("board-actions")
    assert not board.page.get_by_role("button", name="Take it in").count()
    return printed(board.page, f"{home.url}{paper}")


def share(lead: Desk) -> str:
    """The lead shares every closed round of the home with the council; the commissioner's account."""
    council = add_organisation(lead.home.store, COUNCIL)
    account = add_account(lead.home.store, COMMISSIONER, "Cas Novak")
    add_member(lead.home.store, account, council, Role.COMMISSIONER)
    lead.follow("Your organisation")
    lead.follow("Sharing")
    lead.follow("Share or stop")
    lead.press("Choose what to share")
    for one in lead.page.locator("input[name=rounds]").all():
        one.check()
    lead.page.check("input[name=from_now]")
    lead.shoot("share")
    lead.press("Share this")
    expect(lead.page.locator("main")).to_contain_text(f"{COUNCIL} can read this now.")
    return account


def commissioner_reads(home: Home, account: str) -> str:
    """The commissioner finds the home, reads it, and puts it beside others; what the home's page says."""
    reader = Desk(home, home.window())
    come(reader, f"/sign-in/{make_sign_in_link(home.store, account, home.calendar.now())}")
    reader.shoot("shared")
    reader.follow("Rose House")
    reader.shoot("shared-result")
    said = reader.page.inner_text("main")
    reader.desk()
    reader.follow("See them side by side")
    reader.shoot("side-by-side")
    return said
