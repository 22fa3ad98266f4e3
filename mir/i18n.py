"""The pages’ own sentences in other languages: catalogues, plurals, dates, and which of them is spoken."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations
from flask import Flask, has_request_context, request, session
from flask_babel import Babel, Domain, get_locale

from mir.places import TRANSLATIONS
from surveys.framework import SOURCE_LANGUAGE
from surveys.languages.tags import direction, fallbacks, parts

ANSWERING = frozenset(
    {"respond", "back", "alone", "concerns", "changed", "tablet", "interview", "voting", None}
)
"""The rooms that speak the language of whoever answers. The desk speaks English."""

Sentences = TypeVar("Sentences")


def _one_or_other(number: int) -> int:
    return 0 if number == 1 else 1


@dataclass(frozen=True)
class Forms:
    """A sentence that counts: in English for one and for any other number, in Welsh in six forms."""

    sentences: tuple[str, ...]
    form: Callable[[int], int] = field(default=_one_or_other, compare=False)

    def of(self, number: int) -> str:
        """The sentence for this number, with its places still open."""
        return self.sentences[self.form(number)]


@dataclass(frozen=True)
class Tongue:
    """A language on offer, named in itself; `here` says that the page is in it."""

    language: str
    here: bool = False
    address: str = ""
    """Where the page is in this language; empty where a button of its form leads there."""

    @property
    def name(self) -> str:
        """What people who speak it call it."""
        return name_of(self.language)

    @property
    def direction(self) -> str:
        """Which way it is written."""
        return direction(self.language)


@cache
def known() -> tuple[str, ...]:
    """The languages that the pages themselves speak, English first."""
    found = sorted(path.parent.parent.name for path in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"))
    return (SOURCE_LANGUAGE, *found)


def interface(language: str) -> str:
    """The language in which the pages speak to somebody who asked for this one."""
    return next((tag for tag in fallbacks(language) if tag in known()), SOURCE_LANGUAGE)


@cache
def catalogue(language: str) -> Translations:
    """The sentences of one language, made from its .po file; unsure ones (fuzzy) are left out."""
    made = BytesIO()
    with _file(language).open("rb") as stream:
        write_mo(made, read_po(stream, locale=language))
    made.seek(0)
    return Translations(made)


def _file(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"


@cache
def unreviewed(language: str) -> bool:
    """Whether the sentences of the pages are a draft in this language."""
    tag = interface(language)
    return tag != SOURCE_LANGUAGE and '"X-Status: reviewed' not in _file(tag).read_text("utf-8")


def translated(words: Sentences, language: str) -> Sentences:
    """A room of sentences in this language: texts, and those of tuples, tables and rooms in it."""
    tag = interface(language)
    if tag == SOURCE_LANGUAGE:
        return words
    return _room(words, catalogue(tag))


def _room(words: Sentences, found: Translations) -> Sentences:
    values = {one.name: _translated(getattr(words, one.name), found) for one in fields(words)}  # type: ignore[arg-type]  # a dataclass
    return replace(words, **values)  # type: ignore[type-var]  # likewise


def _translated(value: object, found: Translations) -> object:
    if isinstance(value, Forms):
        first, other = value.sentences
        every = (found.ungettext(first, other, number) for number in range(_MOST))
        return Forms(tuple(every), lambda number: number if number < _MOST else _MOST - 1)
    if isinstance(value, str):
        return found.ugettext(value) if value else value
    if isinstance(value, Mapping):
        return {name: _translated(part, found) for name, part in value.items()}
    if is_dataclass(value):
        return _room(value, found)
    if isinstance(value, tuple):
        return tuple(
            (part[0], _translated(part[1], found)) if isinstance(part, tuple) else _translated(part, found)
            for part in value
        )
    return value


_MOST = 300
"""No survey asks as many questions: forms are worked out up to here, so that a sentence is a plain value."""


def say(sentence: str, **facts: object) -> str:
    """A sentence of the site in the language of this request, with its places filled."""
    language = here()
    shown = {name: plainly(fact, language) for name, fact in facts.items()}
    said = sentence if language == SOURCE_LANGUAGE else _SITE.gettext(sentence)
    return said.format(**shown) if facts else said


def plainly(fact: object, language: str) -> str:
    """A date, a number or anything else as it is written in this language."""
    if isinstance(fact, date):
        return day(fact, language)
    return number(fact, language) if isinstance(fact, int) else str(fact)


def day(when: date, language: str = SOURCE_LANGUAGE) -> str:
    """A date in words: 3 March 2026, 3 Mawrth 2026."""
    return format_date(when, "d MMMM y", locale=locale(language))


def month(when: date, language: str) -> str:
    """A month in words: March 2026, Mawrth 2026."""
    return format_date(when, "LLLL y", locale=locale(language))


def number(value: int, language: str) -> str:
    """A number as it is written in this language: 4,000."""
    return format_decimal(value, locale=locale(language))


def isolated(name: str, language: str) -> str:
    """A name inside a sentence, kept from turning the writing round where that runs from right to left."""
    return f"\u2068{name}\u2069" if direction(language) == "rtl" and name else name


@cache
def name_of(language: str) -> str:
    """What a language calls itself: Cymraeg, اردو; a language that CLDR does not know keeps its tag."""
    try:
        name = Locale.parse(language, sep="-").get_display_name(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:] if name else language


@cache
def name_in(language: str, other: str) -> str:
    """What a language is called in another one."""
    try:
        name = Locale.parse(language, sep="-").get_display_name(locale(other))
    except (UnknownLocaleError, ValueError):
        return language
    return name or language


@cache
def locale(language: str) -> Locale:
    """What Babel knows of a language; where it knows nothing, English as it is written here."""
    try:
        return Locale.parse("en_GB" if language == SOURCE_LANGUAGE else language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def preferred(offered: Iterable[str]) -> str | None:
    """The first of these that the browser asks for (Accept-Language); None where it asks for none of them."""
    # Werkzeug's own match would take a lesser wish that is exact before “ur-PK” for “ur”.
    there = {fallbacks(language)[0]: language for language in reversed(tuple(offered))}
    for wish, _quality in request.accept_languages:
        near = (tag for tag in fallbacks(wish) if tag.partition("-")[0] == parts(wish)[0])
        if found := next((there[tag] for tag in near if tag in there), None):
            return found
    return None


def here() -> str:
    """The language of this request: named in its address, spoken here before, or asked for by the browser."""
    if not has_request_context() or request.blueprint not in ANSWERING:
        return SOURCE_LANGUAGE
    asked = (request.args.get("language", ""), session.get("language", ""))
    said = next((language for language in asked if language and fallbacks(language)[0] in known()), None)
    return interface(said or preferred(known()) or SOURCE_LANGUAGE)


def speak(language: str) -> None:
    """Remember in this browser which language its pages are in."""
    session["language"] = language


class _Site(Domain):  # type: ignore[misc]  # Flask-Babel's own class
    """Flask-Babel's sentences, from our catalogues: there are no compiled files to fall behind."""

    def get_translations(self) -> Translations:
        """The catalogue of the language of this request."""
        return catalogue(interface(str(get_locale() or SOURCE_LANGUAGE).replace("_", "-")))


_SITE = _Site()


def attach(app: Flask) -> None:
    """Teach the application which language a request is in."""
    Babel(app, default_locale="en_GB", locale_selector=lambda: locale(here()), configure_jinja=False)
