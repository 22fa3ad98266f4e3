"""What was chosen together on the paper for a board."""

import io
from dataclasses import replace

from pikepdf import Pdf

from mir.reports.board import BoardPaper, Together
from mir.reports.scorecard import scorecard_pdf
from tests.mir.reports import cards, tags

TOGETHER = Together(
    "What was chosen together",
    tuple("We eat what we choose, when we choose, with whom we choose, " * 2 + str(one) for one in range(3)),
    "Agreed on 2 July 2026 by 9 people who draw on support, families and friends, and 4 staff and others.",
)


def test_what_was_chosen_together_stands_first_on_the_second_page() -> None:
    pdf = Pdf.open(io.BytesIO(scorecard_pdf(BoardPaper(cards.rich(), TOGETHER))))
    assert len(pdf.pages) == 2
    root = tags.tree(pdf)
    headings = [element.text for element in root.all("H2")]
    assert headings[headings.index("What was chosen together") + 1] == "All the numbers"
    assert [one.text for one in root.all("LBody") if one.text in TOGETHER.better] == list(TOGETHER.better)
    assert TOGETHER.room in [one.text for one in root.all("P")]


def test_a_long_service_name_what_was_chosen_and_every_gap_still_fit_on_two_pages() -> None:
    whole = cards.rich("The Rowan and Silver Birch Supported Living Scheme, Lower Hall")
    gaps = whole.gaps * 5
    assert len(gaps) == 15
    assert (
        len(Pdf.open(io.BytesIO(scorecard_pdf(BoardPaper(replace(whole, gaps=gaps), TOGETHER)))).pages) == 2
    )
