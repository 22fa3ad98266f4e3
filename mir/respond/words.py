"""The sentences of the answering pages and the wordings of an edition, in somebody’s own presentation."""

from collections.abc import Mapping

from mir.respond.easy import EASY_READ
from mir.respond.sentences import Words
from surveys.framework import Presentation, Text, Wording

__all__ = ["EASY_READ", "STANDARD", "Words", "put", "said", "words_for"]

STANDARD = Words()

_BY_LANGUAGE: Mapping[tuple[str, Presentation], Words] = {
    ("en", Presentation.STANDARD): STANDARD,
    ("en", Presentation.EASY_READ): EASY_READ,
}


def words_for(language: str, presentation: Presentation) -> Words:
    """The interface in this language and presentation; English where it is not translated yet."""
    return _BY_LANGUAGE.get((language, presentation)) or _BY_LANGUAGE["en", presentation]


def said(text: Text, language: str) -> str:
    """The sentence in this language, or in English, or in the first language there is."""
    return text.get(language) or text.get("en") or next(iter(text.values()))


def put(wording: Wording, presentation: Presentation, language: str) -> str:
    """The wording in this presentation, or in the first there is: a question is never left empty."""
    return said(wording.get(presentation) or next(iter(wording.values())), language)
