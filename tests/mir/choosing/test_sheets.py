"""The wall and the sheet for dots on paper: tagged, one page, and nothing but the wall on them."""

import io

import pytest
from pikepdf import Pdf
from pypdf import PdfReader

from mir.choosing.models import MOST_ON_WALL
from mir.choosing.sheets import DotSheet, SheetCard, WallSheet, dot_sheet, wall_sheet
from mir.errors import RefusalError
from mir.reports.sheets import sheet_pdf
from tests.mir.choosing.conftest import Hall
from tests.mir.reports.tags import tree

LONG = "If I say that something is wrong here, people in charge listen and change it"
FULL = tuple(SheetCard(letter, "talk", LONG) for letter in "ABCDEFGH")
ABOUT = ("Rose House", "Hazel Care", "After Spring")
MM = 25.4 / 72


def test_the_wall_has_what_is_on_it_and_room_for_more(hall: Hall) -> None:
    hall.add("Longer trips")
    sheet = wall_sheet(hall.now)
    assert [(one.letter, one.words) for one in sheet.cards] == [
        ("A", "Easy words of aa2 for person."),
        ("B", "Easy words of aa1 for person."),
        ("C", "Easy words of bb1 for person."),
        ("D", "Longer trips"),
        ("E", ""),
        ("F", ""),
    ]
    hall.begin()
    assert len(wall_sheet(hall.now).cards) == 4
    assert dot_sheet(hall.now).dots == 2


@pytest.mark.parametrize(
    ("sheet", "size"),
    [
        (WallSheet(*ABOUT, cards=FULL, strengths=("Having a good life in my own way",) * 3), (420, 297)),
        (DotSheet(*ABOUT, dots=5, cards=FULL), (210, 297)),
    ],
)
def test_a_full_wall_fits_on_one_tagged_page(sheet: WallSheet | DotSheet, size: tuple[int, int]) -> None:
    assert len(sheet.cards) == MOST_ON_WALL
    printed = sheet_pdf(sheet)
    assert printed == sheet_pdf(sheet)
    (page,) = PdfReader(io.BytesIO(printed)).pages
    assert (round(float(page.mediabox.width) * MM), round(float(page.mediabox.height) * MM)) == size
    with Pdf.open(io.BytesIO(printed)) as pdf:
        root = tree(pdf)
        assert str(pdf.Root.Lang) == "en"
    assert [one.text for one in root.all("H1")] == [
        "What could be better?" if isinstance(sheet, WallSheet) else "Choose together"
    ]
    rows = [one.text for one in root.all("LI") if LONG in one.text]
    assert len(rows) == 8
    assert rows[0].startswith("A")
    assert all(one.alt for one in root.all("Figure"))


def test_a_sign_that_cannot_be_printed_is_told() -> None:
    with pytest.raises(RefusalError, match="a sign that cannot be printed"):
        sheet_pdf(WallSheet(*ABOUT, cards=(SheetCard("A", "talk", "Trips \U0001fae8"),)))
