"""A leader fills a return with a file and reads it beside what people say; its pages are for everybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from mir import clock
from mir.db import Store
from mir.providers.register import services
from mir.returns.adding import Hand
from mir.returns.operations import start
from tests.browser import journey
from tests.browser.answered import closed
from tests.browser.conftest import Site, Visit
from tests.browser.desk import faults, signed_in

pytestmark = pytest.mark.browser

LINE = "safe_learning_culture"


def press(page: Page, selector: str) -> None:
    """Press something that leads to another page."""
    with page.expect_navigation():
        page.locator(selector).first.click()


def test_a_return_is_filled_with_a_file_and_read_beside_what_people_say(
    visit: Visit, site: Site, store: Store, tmp_path: Path
) -> None:
    page = visit(script=False)
    signed_in(page, site, store)
    # Three steps from the desk: the returns, start one, and its first line.
    journey.tab_to(page, "a[href='/returns']")
    journey.press(page, "Enter")
    assert "choose a service and start its return" in page.inner_text("main")
    journey.tab_to(page, "a[href$='/returns/new']")
    journey.press(page, "Enter")
    assert "This is not anonymous" in page.inner_text("main")
    journey.choose(page, "scheme", "cqc-saf-2024")
    journey.press(page, "Enter")
    journey.tab_to(page, "a.button[href$=safe_learning_culture]")
    journey.press(page, "Enter")
    _answer(page, tmp_path / "What we learnt – Dŵr.txt")
    press(page, ".stay button[value=next]")
    assert page.inner_text("h1") == "Safe systems, pathways and transitions"
    closed(site, store)
    press(page, ".way-back a")
    assert "1 of 34 answered. 1 of 34 have evidence" in page.inner_text("main")
    press(page, "a[href$='/beside']")
    told = page.inner_text("main")
    assert "Well led. People score this 88 and leaders 0." in told
    assert "Fewer than 5 staff answered." in told


def _answer(page: Page, evidence: Path) -> None:
    """Answer the line that is open, add a file, save it again, and remove it and bring it back."""
    journey.choose(page, "view", '"1"')
    journey.tab_to(page, "#what")
    page.keyboard.type("We talk about every mistake within a week.")
    evidence.write_text("Three things", "utf-8")
    page.set_input_files("#file", evidence)
    page.fill("#about", "Log of what we learnt")
    page.select_option("#window", "reflective_learning")
    page.fill("#dated", "2026-03-31")
    press(page, "button[value=add]")
    assert "Kept, with what you added." in page.inner_text("main")
    with page.expect_download() as saved:
        page.get_by_role("link", name="What we learnt").click()
    assert saved.value.suggested_filename == "What we learnt – Dŵr.txt"
    assert Path(saved.value.path()).read_text("utf-8") == "Three things"
    press(page, "button[value^=remove]")
    page.locator("summary").click()
    press(page, "button[value^=back]")


def states(page: Page, at: str) -> Iterator[str]:
    """Every page of a return: empty, filled, with errors, in two windows, and finished."""
    for where in ("", "/whole", "/beside", "/information", f"/lines/{LINE}", f"/lines/{LINE}/earlier"):
        page.goto(f"{at}{where}")
        yield where
    page.goto(f"{at}/lines/{LINE}")
    page.fill("#link", "nothing")
    press(page, "button[value=add]")
    yield "errors"
    for words in ("First.", "Second."):
        page.goto(f"{at}/lines/{LINE}")
        page.check("input[value='3']")
        page.fill("#what", words + "long" * 60)
        page.fill("#link", "https://example.org/" + "long" * 60)
        page.fill("#note", "Seen.")
        page.select_option("#window", "other")
        page.fill("#dated", "2026-03-31")
        press(page, "button[value=add]")
    press(page, "button[value^=remove]")
    page.locator("summary").click()
    yield "filled"
    page.evaluate("document.querySelector('[name=version]').value = '1'")
    page.fill("#what", "Third.")
    press(page, ".stay button[value=stay]")
    yield "two windows"
    for where in ("/whole", f"/lines/{LINE}/earlier", "/information"):
        page.goto(f"{at}{where}")
        yield f"filled {where}"
    page.goto(at)
    page.locator("summary").click()
    yield "begun"
    press(page, "button[value=yes]")
    yield "finished"


@pytest.mark.parametrize("width", [1280, 320])
def test_its_pages_pass_axe_and_fit_the_screen(visit: Visit, site: Site, store: Store, width: int) -> None:
    page = visit(width, 900)
    account = signed_in(page, site, store)
    closed(site, store)
    service = services(store)[0].id
    at = f"{site.url}/returns/{start(store, Hand(account, clock.now()), service, 'cqc-saf-2024')}"
    outside = (f"{site.url}/returns", f"{site.url}/services/{service}/returns/new")

    def walk() -> Iterator[str]:
        for where in outside:
            page.goto(where)
            yield where
        press(page, "button.main")
        yield "nothing chosen"
        yield from states(page, at)

    found = faults(page, walk())
    assert not found, "\n".join(found)
