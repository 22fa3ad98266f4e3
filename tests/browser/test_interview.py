"""In a real browser: an interviewer asks one person after the other, by number keys or without script."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from mir.db import Store
from mir.respond.sealing import close_round
from surveys.answers import unpack
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.browser.test_looks import barriers
from tests.browser.walk import Way, change, leave
from tests.mir.respond.conftest import sheets_in

pytestmark = pytest.mark.browser

WORKS_NO, SAID_YES, SAID_NO = "1", "3", "4"
SEND, NEXT_PERSON, SKIP = "8", "9", "0"
WAYS = (
    Way("easy_read", width=320),
    Way("easy_read", "cy", ("large", "contrast"), 320),
    Way("easy_read", "ur", ("large",), 320),
)
BY_INTERVIEWER = ("phone", "wrote_for_me", "independent")


def opened(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/interview/{site.codes[Voice.PERSON]}")


def choose(page: Page, *keys: str) -> None:
    """Press number keys one after the other, and Enter to go on."""
    for key in keys:
        page.keyboard.press(key)
    journey.press(page, "Enter")


def ask_all(page: Page, keys: Mapping[str, str], usual: str) -> None:
    """Ask every question: with these keys where one is named, else with the usual one."""
    while (asked := journey.question(page)) != "check":
        choose(page, keys.get(asked, usual))


def chosen(page: Page) -> list[str]:
    return [one.input_value() for one in page.locator("input[name=answer]:checked").all()]


def kept(site: Site, store: Store) -> list[tuple[str | None, ...]]:
    """The sheets of the round once it is closed: how, help, whose, and each answer."""
    close_round(store, site.round_id)
    return sorted(
        (sheet.how, sheet.help, sheet.helper, *map(str, unpack(site.edition, sheet.answers).values()))
        for sheet in sheets_in(store)
    )


def test_two_people_are_asked_by_number_keys_and_one_between_says_no(
    visit: Visit, site: Site, store: Store
) -> None:
    page = visit()
    faults: list[str] = []
    first, second, *others = (statement.code for statement in site.edition.statements)
    opened(page, site)
    faults += barriers(page, "opening")
    choose(page, WORKS_NO, SAID_YES)
    faults += barriers(page, "question")
    ask_all(page, {second: "8"}, "4")
    faults += barriers(page, "check")
    choose(page, SEND)
    faults += barriers(page, "thanks")
    words = page.locator(".four-words li").all_inner_texts()
    assert len(words) == 4
    choose(page, NEXT_PERSON)
    choose(page, WORKS_NO, SAID_NO)
    assert "Thank you all the same." in page.inner_text("main")
    faults += barriers(page, "said no")
    choose(page, NEXT_PERSON)
    choose(page, WORKS_NO, SAID_YES)
    assert seen_by_going_back(page, words) == []
    opened(page, site)
    choose(page, WORKS_NO, SAID_YES)
    ask_all(page, {first: SKIP, second: "9"}, "1")
    choose(page, SEND)
    assert faults == []
    assert kept(site, store) == [
        (*BY_INTERVIEWER, "agree", "does_not_apply", *["agree"] * len(others)),
        (*BY_INTERVIEWER, "not_answered", "prefer_not", *["disagree_a_lot"] * len(others)),
    ]


def seen_by_going_back(page: Page, words: list[str]) -> list[str]:
    """What can still be seen of the person before: every page that the button Back leads to."""
    found = []
    for _ in range(40):
        page.go_back()
        if page.url == "about:blank":
            break
        # One of the four may be a word that every page has, such as “person”.
        found += [f"{page.url}: {words}"] * (set(words) <= set(page.inner_text("main").split()))
        found += [f"{page.url}: {one}" for one in chosen(page)]
        told = page.locator("dl.answers dd").all_inner_texts()
        found += [f"{page.url}: {one}" for one in told if one in {"Agree", "This does not apply to me"}]
    return found


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_every_step_has_no_barrier_in_easy_read_at_320(visit: Visit, site: Site, way: Way) -> None:
    page = visit(way.width, 800)
    faults: list[str] = []

    def look(state: str) -> None:
        root = page.evaluate("[document.documentElement.lang, document.body.classList.contains('easy')]")
        faults.extend([] if root == [way.language, True] else [f"{state}: {root}"])
        faults.extend(f"{state}: {fault}" for fault in barriers(page, state))

    page.goto(f"{site.url}/interview/{site.codes[Voice.PERSON]}?language={way.language}")
    for one in way.looks:
        change(page, f"look-{one}")
    leave(page, "main button[value=switch]")
    look("opening")
    leave(page, "main button[value=yes]")
    look("opening with an error")
    page.check("input[name=works][value=no]")
    leave(page, "main button[value=yes]")
    choose(page, "5")
    look("question")
    leave(page, "button[value=stop]")
    look("stop")
    leave(page, "main .pair button")
    look("four words")
    page.goto(f"{site.url}/answer/check")
    look("check")
    choose(page, SEND)
    look("thanks")
    choose(page, NEXT_PERSON)
    page.check("input[name=works][value=no]")
    leave(page, "main button[value=switch]")
    leave(page, "main button[value=no]")
    look("said no")
    assert faults == []


def test_numbers_that_are_typed_choose_nothing_and_the_keys_can_be_turned_off(
    visit: Visit, site: Site
) -> None:
    page = visit()
    opened(page, site)
    choose(page, WORKS_NO, SAID_YES)
    assert page.locator(".listen").count() == 0
    page.click("main summary")
    page.fill("#comment", "")
    page.locator("#comment").press_sequentially("2 of 3")
    assert chosen(page) == []
    assert page.input_value("#comment") == "2 of 3"
    page.focus("#looks summary")
    page.keyboard.press("2")
    page.focus("#main")
    page.keyboard.press("Control+2")
    assert chosen(page) == []
    page.dispatch_event("#main", "keydown", {"key": "\u06f2"})  # the two of an Urdu keyboard
    assert chosen(page) == ["disagree"]
    page.keyboard.press("4")
    assert chosen(page) == ["agree"]
    change(page, "look-keyless")
    assert page.locator("kbd:visible").count() == 0
    page.keyboard.press("1")
    assert chosen(page) == ["agree"]
    change(page, "look-keyless-off")
    page.keyboard.press("1")
    assert chosen(page) == ["disagree_a_lot"]
    assert page.input_value("#comment") == "2 of 3"


def test_without_script_all_of_it_works_by_the_ordinary_keys(visit: Visit, site: Site, store: Store) -> None:
    page = visit(320, 800, script=False)
    opened(page, site)
    for answer in ("agree", "disagree"):
        assert page.locator("kbd:visible").count() == 0
        assert "Do you want to take part?" in page.inner_text("main")
        journey.choose(page, "works", "no")
        journey.tab_to(page, "main button[value=yes]")
        journey.press(page, "Enter")
        assert "Read the question just as it stands." in page.inner_text("main")
        assert chosen(page) == []
        journey.answer_one(page, answer)
        page.goto(f"{site.url}/answer/check")
        journey.send_by_keyboard(page)
        journey.tab_to(page, "form[action$=next] button")
        journey.press(page, "Enter")
    assert [sheet[:4] for sheet in kept(site, store)] == [
        (*BY_INTERVIEWER, "agree"),
        (*BY_INTERVIEWER, "disagree"),
    ]
