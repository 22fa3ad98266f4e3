"""The sentences of the answering pages keep the rules of plain and easy words, and every picture is drawn."""

import re
from collections.abc import Iterator
from dataclasses import fields
from string import Formatter

import pytest
from flask import Flask

from mir.i18n import Forms
from mir.places import TEMPLATES
from mir.respond.words import EASY_READ, STANDARD, Words, put, said, words_for
from surveys.answers import SPOKEN_STATES
from surveys.framework import Presentation
from surveys.languages.translating import direction
from surveys.load import shipped_edition

LONGEST_EASY, LONGEST_STANDARD = 15, 25
NEVER = re.compile(r"\b(invalid|submit|users?|clients?|service users?|n/a|non-compliant)\b", re.IGNORECASE)


def texts(words: Words) -> Iterator[tuple[str, str]]:
    """Every text with the name of its field."""
    for field in fields(words):
        value = getattr(words, field.name)
        parts = (value,) if isinstance(value, str) else value.sentences if isinstance(value, Forms) else value
        yield from ((field.name, part if isinstance(part, str) else part[1]) for part in parts)


@pytest.mark.parametrize(("words", "longest"), [(EASY_READ, LONGEST_EASY), (STANDARD, LONGEST_STANDARD)])
def test_no_sentence_is_too_long(words: Words, longest: int) -> None:
    long = [
        sentence
        for _, text in texts(words)
        for sentence in re.split(r"[.?!:]", text)
        if len(sentence.split()) > longest
    ]
    assert not long


@pytest.mark.parametrize("words", [EASY_READ, STANDARD])
def test_some_words_are_never_used_and_quotes_are_curly(words: Words) -> None:
    assert not [text for _, text in texts(words) if NEVER.search(text) or "'" in text or '"' in text]


def test_both_ways_of_reading_fill_in_the_same_blanks_and_offer_the_same_choices() -> None:
    def blanks(words: Words) -> dict[str, set[str | None]]:
        found: dict[str, set[str | None]] = {}
        for name, text in texts(words):
            found.setdefault(name, set()).update(blank for _, blank, _, _ in Formatter().parse(text) if blank)
        return found

    assert blanks(EASY_READ) == blanks(STANDARD)
    for name in ("help_choices", "helper_choices"):
        assert [code for code, _ in getattr(EASY_READ, name)] == [code for code, _ in getattr(STANDARD, name)]


def test_a_language_without_words_of_its_own_is_read_in_english() -> None:
    assert words_for("pl", Presentation.EASY_READ) is EASY_READ
    assert said({"cy": "Croeso", "en": "Welcome"}, "fr") == "Welcome"
    assert said({"cy": "Croeso"}, "fr") == "Croeso"


def test_words_know_their_language_and_whether_the_page_is_in_it() -> None:
    text = {"cy": "Croeso", "en": "Welcome", "pl": "Witamy"}
    welsh, polish, missing = (said(text, language) for language in ("cy", "pl", "ur"))
    assert (welsh.language, welsh.apart) == ("cy", False)
    assert (polish.language, polish.page, polish.apart) == ("pl", "en", True)  # the pages speak no Polish
    assert (missing, missing.page, missing.apart, missing.direction) == ("Welcome", "ur", True, "ltr")


def test_a_wording_without_this_presentation_is_read_in_the_one_there_is() -> None:
    assert put({Presentation.STANDARD: {"en": "Words"}}, Presentation.EASY_READ, "en") == "Words"


def test_the_direction_follows_the_language() -> None:
    assert [direction(language) for language in ("en", "ur", "ar-EG", "cy")] == ["ltr", "rtl", "rtl", "ltr"]


def test_every_symbol_that_is_named_is_drawn() -> None:
    edition = shipped_edition("full")
    named = {option.symbol for option in edition.scale.options}
    named |= {theme.symbol for theme in edition.themes}
    named |= {statement.symbol for statement in edition.statements if statement.symbol}
    named |= {state.replace("_", "-") for state in SPOKEN_STATES}
    drawn = {path.stem for path in (TEMPLATES / "components" / "symbols").glob("*.svg")}
    assert named <= drawn


def test_a_drawing_says_nothing_to_a_screen_reader_and_a_missing_one_is_left_out(app: Flask) -> None:
    page = app.jinja_env.from_string("{{ symbol(slug) }}")
    assert 'aria-hidden="true"' in page.render(slug="home")
    for slug in ("never-drawn", "", None):
        assert page.render(slug=slug) == ""
