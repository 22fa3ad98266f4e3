"""A scorecard for a board takes the room that its words need, and leaves none of them out."""

import io
from dataclasses import replace

from pikepdf import Pdf
from pypdf import PdfReader

from mir.reports.board import BoardPaper
from mir.reports.scorecard import scorecard_pdf
from scoring.card.scorecard import Score
from scoring.card.words import MANY_SKIPPED
from tests.mir.reports import cards, flanked, tags


def test_a_long_service_name_is_printed_whole() -> None:
    name = (
        "The Rowan and Silver Birch Supported Living Scheme and Community Outreach Service "
        "for People with Learning Disabilities, Lower Hall"
    )
    page = PdfReader(io.BytesIO(scorecard_pdf(BoardPaper(cards.rich(name))))).pages[0].extract_text()
    assert name in " ".join(page.split())


def test_more_themes_than_two_pages_hold_leave_no_line_out() -> None:
    whole = flanked.full()
    more = tuple(replace(theme, code=f"{theme.code}x") for theme in whole.themes)
    pdf = Pdf.open(io.BytesIO(scorecard_pdf(BoardPaper(replace(whole, themes=(*whole.themes, *more))))))
    assert len(pdf.pages) > 2
    # There is room for all of it on pages that are there anyway.
    assert "More on the results page on screen" not in tags.tree(pdf).text


def test_a_theme_that_most_people_left_out_says_so() -> None:
    # 6 of 14 answered enough of the first theme; 8 did not: METHOD 2.11, “find out why”.
    whole = cards.small()
    first, others = whole.themes[0], whole.themes[1:]
    one, rest = first.voices[0], first.voices[1:]
    assert isinstance(one.score, Score)
    skipped = replace(
        one.score, answered="6", not_answered="8", reading=f"{one.score.reading} {MANY_SKIPPED}"
    )
    first = replace(first, voices=(replace(one, score=skipped), *rest))
    pdf = Pdf.open(io.BytesIO(scorecard_pdf(BoardPaper(replace(whole, themes=(first, *others))))))
    (table,) = tags.tables(pdf)
    assert table[1][1].endswith("6 answered 8 left it out; find out why")
    assert "find out why" not in " ".join(table[2])
