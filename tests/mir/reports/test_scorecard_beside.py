"""On paper: the expected range and last time, drawn, said in the chart's words, and in the table."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from pikepdf import Pdf

from mir.reports.board import BoardPaper
from mir.reports.scorecard import scorecard_pdf
from mir.results.board import board_of
from mir.results.charts import PRINT, SCREEN, Row
from scoring.card.scorecard import Compared, Scorecard
from tests.mir.reports import cards, flanked, tags


@cache
def tree(make: Callable[[], Scorecard]) -> tags.Element:
    return tags.tree(Pdf.open(io.BytesIO(scorecard_pdf(BoardPaper(make())))))


def test_the_lists_close_the_first_page_and_the_table_has_the_same_facts() -> None:
    found = tree(flanked.rich)
    headings = [element.text for element in found.all("H2")]
    assert headings[3:7] == [
        "The themes, group by group",
        "Compared with other services",
        "Since last time",
        "All the numbers",
    ]
    cells = [cell.text for cell in found.all("TD")]
    assert cells[0] == "82 (74 to 90) 34 answered expected 52 to 78, was 73"
    assert "about 75 (55 to 95) 5 to 9 answered" in cells  # too few for either
    assert "Fewer than 5 leaders answered." in cells
    assert "People: much higher than expected in “Wellbeing and independence”" in found.text


def test_a_charts_words_say_what_its_band_and_hollow_shape_show() -> None:
    first = next(iter(tree(flanked.rich).all("Figure"))).alt
    assert "Expected 52 to 78: much higher than expected. Last time 73: up 9 (range 3 to 15)." in first
    assert "Families: about 75 out of 100, range 55 to 95, 5 to 9 answered. Staff" in first
    alone = next(iter(tree(cards.rich).all("Figure"))).alt
    assert not re.search(r"Expected|Last time", alone)


def test_the_marks_are_explained_only_where_they_are_drawn() -> None:
    beside, alone = board_of(flanked.rich(), PRINT), board_of(cards.rich(), PRINT)
    assert "pale band" in beside.key
    assert "hollow shape" in beside.key
    assert "pale" not in alone.key
    assert "hollow" not in alone.key
    assert "“Was” is the score last time." in beside.table_key
    assert "Was" not in alone.table_key


def rows(card: Scorecard) -> list[Row]:
    return [row for theme in board_of(card, SCREEN).themes for row in theme.chart.rows]


def test_nothing_is_drawn_beside_a_withheld_score() -> None:
    found = rows(flanked.scattered())
    assert any(row.score is None for row in found)
    assert all((row.band, row.before, row.note) == (None, None, "") for row in found if row.score is None)


def test_a_voice_without_any_score_has_no_line_unless_nobody_has_one() -> None:
    assert {row.look.code for row in rows(cards.rich())} == {"person", "family", "staff"}
    assert len({row.look.code for row in rows(cards.suppressed())}) == 4


def test_a_note_stands_where_nothing_is_drawn() -> None:
    for row in rows(flanked.full()):
        assert row.score is not None
        marks = [
            row.score.low,
            row.score.high,
            *(row.band or ()),
            *([] if row.before is None else [row.before]),
        ]
        if row.note_at is not None:
            # A letter is about two hundredths of the scale wide.
            assert 2 * len(row.note) <= max(min(marks), 100 - max(marks))
    assert {row.note_at.anchor for row in rows(low()) if row.note_at} == {"end"}


def low() -> Scorecard:
    """Scores so low that notes stand on the right, one of them with no room at all."""
    whole = flanked.rich()
    theme = whole.themes[2]  # the people lower than expected, the staff higher
    score = cards.score(cards.PERSON, 8, 4)
    comparison = flanked.comparison(flanked.VERDICTS[3], 8)
    assert isinstance(comparison, Compared)
    voice = replace(theme.voices[0], score=score, comparison=comparison, before=None)
    wide = replace(voice, score=cards.score(cards.PERSON, 50, 50))
    return replace(whole, themes=(replace(theme, voices=(voice, wide)),))


def test_what_has_no_room_on_paper_is_on_the_screen() -> None:
    assert re.search(r"More on the results page on screen: \d+\.", tree(flanked.full).text)
    assert "More on the results page" not in tree(cards.small).text
