"""The sentences of the answering pages and the wordings of an edition, in somebody’s own presentation."""

from collections.abc import Mapping
from functools import cache
from typing import Self

from mir import i18n
from mir.respond.easy import EASY_READ
from mir.respond.sentences import Words
from surveys.framework import Presentation, Text, Wording
from surveys.languages.tags import direction
from surveys.languages.translating import spoken

__all__ = ["EASY_READ", "STANDARD", "Spoken", "Words", "put", "said", "words_for"]

STANDARD = Words()

_ENGLISH: Mapping[Presentation, Words] = {
    Presentation.STANDARD: STANDARD,
    Presentation.EASY_READ: EASY_READ,
}


class Spoken(str):
    """Words of an edition that know which language they are really in, and which one the page is in."""

    __slots__ = ("language", "page")
    language: str
    page: str

    @classmethod
    def of(cls, words: str, language: str, page: str) -> Self:
        """These words."""
        made = cls(words)
        made.language, made.page = language, page
        return made

    @property
    def apart(self) -> bool:
        """Whether they are in another language than the page, so that their element must say so."""
        return self.language != self.page

    @property
    def direction(self) -> str:
        """Which way they are written."""
        return direction(self.language)

    def filled(self, words: str) -> "Spoken":
        """The same with its places filled."""
        return Spoken.of(words, self.language, self.page)


@cache
def words_for(language: str, presentation: Presentation) -> Words:
    """The interface in this language and presentation; English where it is not translated yet."""
    return i18n.translated(_ENGLISH[presentation], language)


def said(text: Text, language: str) -> Spoken:
    """The sentence in this language, or in the nearest it has, or in the first language there is."""
    found = spoken(text, language)
    return Spoken.of(found.words, found.language, i18n.interface(language))


def put(wording: Wording, presentation: Presentation, language: str) -> Spoken:
    """The wording in this presentation, or in the first there is: a question is never left empty."""
    return said(wording.get(presentation) or next(iter(wording.values())), language)
