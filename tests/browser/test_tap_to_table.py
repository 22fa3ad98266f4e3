"""One person's taps, followed all the way into the cells of the board's PDF."""

from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import Browser
from sqlalchemy import select

from mir.db import Store
from mir.reports.board import board_paper
from mir.reports.scorecard import scorecard_pdf
from mir.respond.bringing import NewFile, bring
from mir.respond.models import Sheet
from mir.respond.sealing import close_round
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site
from tests.mir.reports.tags import tables

OTHERS = 11
BY_THEME = {
    "wi": "agree_a_lot",
    "ia": "disagree_a_lot",
    "ac": "does_not_apply",
    "fi": "in_the_middle",
    "cc": None,
    "wf": "agree",
    "wl": "disagree",
}
# Eleven others agree with everything: 75 each. With this one person:
#   wi (11 x 75 + 100) / 12 = 77.08     ia (825 + 0) / 12 = 68.75     fi (825 + 50) / 12 = 72.92
#   ac and cc: not answered by this person, so 75 from eleven         wf 75     wl (825 + 25) / 12 = 70.83
EXPECTED = {
    "Wellbeing and independence": 77,
    "Information and advice": 69,
    "Active and supportive communities": 75,
    "Flexible and integrated care and support": 73,
    "When things need to change": 75,
    "Workforce": 75,
    "Well led": 71,
}


@pytest.mark.browser
def test_what_one_person_taps_stands_in_the_table_of_the_boards_pdf(
    chromium: Browser, site: Site, store: Store
) -> None:
    codes = [statement.code for statement in site.edition.statements]
    rows = [",".join(codes)] + [",".join(["4"] * len(codes))] * OTHERS
    bring(store, site.round_id, NewFile("others.csv", "\n".join(rows).encode()))

    page = chromium.new_context(java_script_enabled=False).new_page()
    answers = {code: BY_THEME[site.edition.theme_of[code].code] for code in codes}
    journey.answer_by_keyboard(page, site.url, site.codes[Voice.PERSON], answers)
    page.context.close()
    close_round(store, site.round_id)
    with store.reading() as session:
        assert len(session.scalars(select(Sheet)).all()) == OTHERS + 1

    with pikepdf.open(BytesIO(scorecard_pdf(board_paper(store, site.round_id)))) as pdf:
        printed = {
            row[0]: int(row[1].split()[0])
            for table in tables(pdf)
            for row in table
            if row[0] in EXPECTED and row[1][:1].isdigit()
        }
    assert printed == EXPECTED
