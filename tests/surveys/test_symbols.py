"""The list of symbols is the list of drawings."""

from pathlib import Path

from surveys.symbols import ANSWERS, PAGES, SYMBOLS

DRAWN = Path(__file__).parents[2] / "templates" / "components" / "symbols"


def test_the_symbols_that_may_be_named_are_those_that_are_drawn() -> None:
    assert {path.stem for path in DRAWN.glob("*.svg")} == SYMBOLS


def test_a_picture_of_the_page_is_never_an_answer() -> None:
    assert not ANSWERS & PAGES
