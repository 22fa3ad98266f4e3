"""Every answering page in every look, in three languages: everybody can use it, and it fits."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from mir.db import Store
from mir.rounds.queries import code_lists, round_card
from surveys.framework import Voice
from surveys.own.question import Kind
from tests.browser import journey
from tests.browser.conftest import Site, Visit
from tests.browser.walk import Way, change, desk, leave, states
from tests.mir.respond.arrivals import open_arrivals

pytestmark = pytest.mark.browser

WAYS = (
    Way("standard"),
    Way("easy_read", width=320),
    Way("easy_read", "cy", ("bare",)),
    Way("standard", "ur", ("large",), width=320),
    Way("easy_read", "ur", ("contrast",)),
    Way("easy_read", "cy", ("large", "contrast"), width=320),
    Way("easy_read", "ur", ("large",), width=320),
)
KINDS = {Kind.NUMBER, Kind.MONTH, Kind.RANK_TOP, Kind.SEVERAL_CHOICES}
"""Of the kinds that are asked of somebody who skips every question, those that are not statements."""
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
FAULTS = """() => {
  const shown = (one) => one.getClientRects().length && !one.closest('.unseen, .skip');
  const size = (one) => one.getBoundingClientRect();
  const all = (names) => [...document.querySelectorAll(names)].filter(shown);
  const told = (why, them) => them.map((one) => why + one.outerHTML.slice(0, 90));
  return [
    ...told('answer lower than 44: ', all('.option').filter((one) => size(one).height < 44)),
    ...told('button lower than 44: ', all('.button, summary').filter((one) => size(one).height < 43.9)),
    ...told('less than 24: ', all('a, button, summary, select, textarea, .field input')
      .filter((one) => one.closest('p, li') === null || one.matches('.button'))
      .filter((one) => Math.min(size(one).width, size(one).height) < 24)),
    ...told('drawn without words: ', all('.symbol').filter((one) => !one.closest(
      'button, a, label, legend, h1, h2, li, dd, summary, main').textContent.trim())),
  ];
}"""
MISTAKE = """() => [
  document.activeElement.matches('.errors'),
  [...document.querySelectorAll('.errors a')].every((one) => document.querySelector(one.hash)),
  document.querySelector('.error .unseen')?.innerText.trim() || '',
]"""


def barriers(page: Page, state: str) -> list[str]:
    """What is wrong with the page that is open."""
    found = Axe().run(page, options=RULES)
    faults = [f"{found.generate_report()}"] if found.violations_count else []
    faults += page.evaluate(FAULTS)
    if state.endswith("an error"):
        focused, linked, word = page.evaluate(MISTAKE)
        faults += [] if focused else ["the summary is not in focus"]
        faults += [] if linked else ["a link of the summary leads nowhere"]
        faults += [] if word and page.title().startswith(word) else [f"the title is {page.title()}"]
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 256})  # what is left of 1280 at 400% zoom
    if page.evaluate("document.documentElement.scrollWidth") > 320:
        faults.append("wider than 320")
    if size:
        page.set_viewport_size(size)
    return faults


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_no_page_has_a_barrier_in_any_look(visit: Visit, site: Site, store: Store, way: Way) -> None:
    page = visit(way.width, 900)
    faults = []
    for state in states(page, site, store, way):
        faults += [f"{state}: {fault}" for fault in barriers(page, state)]
        root = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        if root != [way.language, "rtl" if way.language == "ur" else "ltr"]:
            faults.append(f"{state}: {root}")
        looks = set(page.evaluate("[...document.body.classList]"))
        if not looks >= set(way.looks):
            faults.append(f"{state}: looks {looks}")
        if "bare" in way.looks and page.locator(".symbol").count():
            faults.append(f"{state}: has pictures")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "way", [Way("easy_read"), Way("standard", "en", ("large", "contrast"), 320)], ids=str
)
def test_no_kind_of_question_has_a_barrier(visit: Visit, site: Site, store: Store, way: Way) -> None:
    here = round_card(store, site.round_id).service.id
    round_id, edition = open_arrivals(store, here)
    code = next(codes.shared for codes in code_lists(store, round_id) if codes.voice is Voice.PERSON)
    page = visit(way.width, 900)
    page.goto(f"{site.url}/a/{code}")
    for look in way.looks:
        change(page, f"look-{look}")
    leave(page, f"button[value={way.presentation}]")
    leave(page, "button[value=yes]")
    page.check("input[value=none]")
    leave(page, ".go button[value=next]")
    faults, seen = [], set()
    while (asked := journey.question(page)) != "check":
        faults += [f"{asked}: {fault}" for fault in barriers(page, asked)]
        seen.add(asked)
        leave(page, ".go button[value=next]")
        faults += [f"{asked}: {fault}" for fault in barriers(page, f"{asked} with an error")]
        leave(page, ".go button[value=skip]")
    assert {step.kind for step in edition.questions if step.code in seen} >= KINDS
    assert not faults, "\n".join(faults)


def test_the_way_in_for_managers_has_no_barrier(visit: Visit, site: Site) -> None:
    page = visit()
    faults = [f"{state}: {fault}" for state in desk(page, site) for fault in barriers(page, state)]
    assert not faults, "\n".join(faults)


def test_large_print_is_28_pixels_and_says_the_same(visit: Visit, site: Site) -> None:
    page = visit(script=False)
    journey.begin_by_keyboard(page, site.url, site.codes[Voice.PERSON], "standard")
    before = page.locator("main").inner_text()
    change(page, "look-large")
    sizes = page.evaluate(
        "[...document.querySelectorAll('main p, main label, .go button')]"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 28
    assert page.locator("main").inner_text() == before
    change(page, "look-large-off")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "20px"


COLOURS = """() => {
  const found = new Set();
  for (const one of document.querySelectorAll('body, body *')) {
    const style = getComputedStyle(one);
    if (!one.matches('.unseen')) [style.color, style.backgroundColor].forEach((each) => found.add(each));
  }
  return [...found];
}"""
BLACK, WHITE, YELLOW = "rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(255, 229, 0)"


def test_the_strong_colours_are_black_white_and_yellow_alone(visit: Visit, site: Site) -> None:
    page = visit()
    journey.begin_by_keyboard(page, site.url, site.codes[Voice.PERSON], "standard")
    change(page, "look-contrast")
    assert set(page.evaluate(COLOURS)) <= {BLACK, WHITE, YELLOW, "rgba(0, 0, 0, 0)"}


EDGE = """(one) => {
  const style = getComputedStyle(one);
  return [style.borderTopWidth, style.borderTopColor, style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


@pytest.mark.parametrize("presentation", ["standard", "easy_read"])
def test_in_the_readers_own_colours_focus_and_the_chosen_answer_are_seen(
    visit: Visit, site: Site, presentation: str
) -> None:
    page = visit()
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    journey.begin_by_keyboard(page, site.url, site.codes[Voice.PERSON], presentation)
    page.check("input[value=agree]")
    journey.tab_to(page, ".go button[value=next]")
    chosen, other = (
        page.locator(f".option:has(input[value={value}])").evaluate(EDGE) for value in ("agree", "disagree")
    )
    assert chosen[0] == "4px"
    assert other[0] == "2px"
    assert chosen[1] != other[1]
    for selector in (".go button[value=next]", ".go button[value=skip]", "#looks summary"):
        journey.tab_to(page, selector) if selector != "#looks summary" else page.focus(selector)
        style = page.locator(":focus").evaluate(EDGE)
        assert style[2] == "solid", selector
        assert style[3] >= 2, selector
    page.focus("input[value=agree]")
    assert page.locator(".option:has(:focus-visible)").evaluate(EDGE)[2] == "solid"
    own = page.evaluate("getComputedStyle(document.body).color")
    colours = "[...document.querySelectorAll('.symbol')].map((one) => getComputedStyle(one).color)"
    assert set(page.evaluate(colours)) <= {own}
    assert not page.evaluate(
        "[...document.querySelectorAll('*')].some((one) => getComputedStyle(one).animationName !== 'none'"
        " || parseFloat(getComputedStyle(one).transitionDuration) > 0)"
    )


def test_how_a_page_looks_is_changed_by_keyboard_and_without_script(visit: Visit, site: Site) -> None:
    page = visit(script=False)
    journey.begin_by_keyboard(page, site.url, site.codes[Voice.PERSON], "easy_read")
    journey.choose(page, "answer", "agree")
    page.reload()
    journey.tab_to(page, "#looks summary")
    page.keyboard.press("Enter")
    journey.tab_to(page, "button[value=look-large]")
    journey.press(page, "Enter")
    journey.tab_to(page, "button[value=look-contrast]")  # the settings are still open
    journey.press(page, "Enter")
    journey.tab_to(page, "button[value=switch]")
    journey.press(page, "Enter")
    assert set(page.evaluate("[...document.body.classList]")) == {"answer", "large", "contrast"}
