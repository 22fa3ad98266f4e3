"""The booklet's Easy Read sentences are short, and neither way of putting it uses words we never use."""

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from mir.paper.words import EASY_READ, STANDARD, PaperWords, paper_words
from surveys.framework import Presentation, Voice

MOST_WORDS = 15
NEVER = re.compile(r"\b(invalid|submit|users?|clients?|respondents?|service users?|N/A)\b", re.IGNORECASE)


def sentences(words: PaperWords) -> Iterator[str]:
    for one in fields(words):
        value = getattr(words, one.name)
        for text in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
            yield from filter(None, re.split(r"(?<=[.?!])\s+", text))


def test_an_easy_read_sentence_has_fifteen_words_at_most() -> None:
    long = [one for one in sentences(EASY_READ) if len(one.split()) > MOST_WORDS]
    assert long == []


@pytest.mark.parametrize("words", [STANDARD, EASY_READ])
def test_no_sentence_has_a_word_that_we_never_use(words: PaperWords) -> None:
    assert [one for one in sentences(words) if NEVER.search(one)] == []
    assert max(len(one.split()) for one in sentences(words)) <= 25


def test_a_language_without_sentences_of_its_own_gets_english_and_says_so() -> None:
    assert paper_words("pl", Presentation.EASY_READ) == (EASY_READ, "en")


def test_welsh_and_urdu_have_sentences_of_their_own_in_tables_and_rooms_too() -> None:
    welsh, language = paper_words("cy", Presentation.STANDARD)
    assert language == "cy"
    assert welsh.tick_one == "Ticiwch un blwch."
    assert welsh.conditions.compared["<="] == "{value} neu lai"
    assert welsh.leads[Voice.STAFF] != STANDARD.leads[Voice.STAFF]
    assert welsh.kept[0].startswith("Nid ydym yn gofyn")
