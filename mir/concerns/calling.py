"""Whom somebody who is worried can call, as it is printed: paper has no page that opens at a press."""

from dataclasses import dataclass

from mir import i18n
from mir.concerns.national import lines_for
from mir.concerns.queries import Contact, names_council, to_call
from mir.concerns.words import SafeWords, safe_words
from surveys.framework import Presentation, Voice


@dataclass(frozen=True)
class Call:
    """Somebody to call, or a telephone line."""

    name: str
    about: str
    phone: str
    hours: str = ""


@dataclass(frozen=True)
class Calls:
    """Everybody whom one voice of a service can call."""

    words: SafeWords
    people: tuple[Call, ...]
    council: str
    """How to find the council's team, where the service has not named it."""


def calls(found: tuple[Contact, ...], voice: Voice, presentation: Presentation, language: str) -> Calls:
    """The people `found` for the service first, then the national lines."""
    words, easy = i18n.translated(safe_words(presentation), language), presentation is Presentation.EASY_READ
    lines = (i18n.translated(line, language) for line in lines_for(voice))
    return Calls(
        words,
        (
            *(Call(one.name, one.about, one.phone) for one in to_call(found, voice)),
            *(Call(one.name, one.easy if easy else one.what, one.phone, one.hours) for one in lines),
        ),
        "" if names_council(found) else words.council,
    )
