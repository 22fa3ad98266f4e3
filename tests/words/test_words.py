"""Every sentence that somebody who answers can meet is there in Welsh and Urdu, and fills the same places."""

import re
from string import Formatter

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from mir.i18n import known
from mir.places import TEMPLATES, TRANSLATIONS
from tests.words.__main__ import brought_up, written
from tests.words.gather import gathered

LANGUAGES = [language for language in known() if language != "en"]
NAMES = ("Making it Real", "ABCD 2345", "999", "Mencap", "adult safeguarding")
each = pytest.mark.parametrize("language", LANGUAGES)


def catalogue(language: str) -> Catalog:
    path = TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def forms(message: Message) -> tuple[str, ...]:
    """What a sentence is put over as: one, or a form for each kind of number."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def pairs(language: str) -> list[tuple[str, str]]:
    """Each English sentence with its translation; of one that counts, the last form, which has the number."""
    found = []
    for message in catalogue(language):
        if message.id:
            last = message.id if isinstance(message.id, str) else message.id[-1]
            found.append((last, forms(message)[-1]))
    return found


def test_welsh_and_urdu_are_there() -> None:
    assert {"cy", "ur"} <= set(LANGUAGES)


@each
def test_no_sentence_is_missing_or_unsure(language: str) -> None:
    there = {message.id: message for message in catalogue(language) if message.id}
    wanted = {message.id for message in gathered() if message.id}
    assert set(there) == wanted, "run: make words"
    for message in there.values():
        assert all(forms(message)), message.id
        assert not message.fuzzy, message.id


@each
def test_each_sentence_fills_the_same_places(language: str) -> None:
    assert [pair for pair in pairs(language) if places(pair[0]) != places(pair[1])] == []
    for message in catalogue(language):
        if not isinstance(message.id, str):
            assert len(forms(message)) == catalogue(language).num_plurals
            assert all(places(form) <= places(message.id[-1]) for form in forms(message))


@each
def test_no_sentence_is_left_in_english_and_quotes_are_curly(language: str) -> None:
    for english, words in pairs(language):
        assert words.casefold() != english.casefold()
        assert "'" not in words, words
        assert '"' not in words, words


@each
def test_a_catalogue_is_as_we_would_write_it_and_says_that_it_awaits_review(language: str) -> None:
    path = TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"
    assert path.read_bytes() == written(brought_up(path, language), reviewed=False)
    assert "# DRAFT: for review by a fluent speaker; not yet reviewed." in path.read_text("utf-8")


def test_urdu_is_in_urdu_letters_and_has_no_latin_marks() -> None:
    for english, words in pairs("ur"):
        bare = re.sub(r"\{\w+\}", "", words)
        for name in NAMES:
            bare = bare.replace(name, "")
        assert not re.search("[A-Za-zيىكهة]", bare), (english, words)
        assert not re.search(r"(?<!\d)[.,;?](?!\d)", bare), (english, words)


def test_the_templates_of_the_answering_pages_hold_no_sentence_of_their_own() -> None:
    # What stands between tags and braces: signs may, words may not.
    for path in [*TEMPLATES.glob("respond/**/*.html"), *TEMPLATES.glob("errors/*.html")]:
        # A block of classes is no sentence.
        page = re.sub(r"\{% block body_class %\}.*?\{% endblock %\}", "", path.read_text("utf-8"))
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", page, flags=re.DOTALL)
        assert not re.search(r"[A-Za-z]{2,}", text), (path.name, re.findall(r"[A-Za-z]{2,}", text))
