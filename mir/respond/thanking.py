"""The page after sending, and the same in another look, words or language."""

from dataclasses import replace

from mir import i18n
from mir.db import store
from mir.i18n import Tongue
from mir.respond import appearance
from mir.respond.appearance import LANGUAGE
from mir.respond.browser import Thanked
from mir.respond.leaving_shown import ThanksPage
from mir.respond.pages import thanks_page
from mir.rounds import queries
from surveys.edition import Edition
from surveys.framework import Presentation


def page(sent: Thanked) -> ThanksPage:
    """The page for whoever sent last from this browser."""
    door = queries.door(store(), sent.code)
    edition = queries.edition(store(), door.round.edition_hash)
    shown, other = thanks_page(door, sent), _other(edition, sent)
    words = shown.frame.words
    switch = {None: "", Presentation.EASY_READ: words.switch_to_easy}
    return replace(
        shown,
        switch=switch.get(other, words.switch_to_standard),
        tongues=tuple(Tongue(tag) for tag in edition.languages if tag != sent.language),
    )


def another_way(sent: Thanked, go: str) -> Thanked:
    """The same as a button asks for it, where the edition has those words or that language."""
    edition = queries.edition(store(), queries.door(store(), sent.code).round.edition_hash)
    other, language = _other(edition, sent), go.removeprefix(LANGUAGE)
    if appearance.change(go):
        return sent
    if go == "switch" and other:
        return replace(sent, presentation=other)
    if go.startswith(LANGUAGE) and language in edition.languages:
        i18n.speak(language)
        return replace(sent, language=language)
    return sent


def _other(edition: Edition, sent: Thanked) -> Presentation | None:
    """The other way to read, where the edition has one."""
    easy = sent.presentation == Presentation.EASY_READ
    other = Presentation.STANDARD if easy else Presentation.EASY_READ
    return other if other in edition.presentations else None
