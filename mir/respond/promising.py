"""The page that says what is kept, made from the card of its round."""

from dataclasses import replace
from functools import partial

from flask import current_app, request, url_for

from mir import i18n
from mir.config import Settings
from mir.db import store
from mir.i18n import Tongue
from mir.respond import browser, drafts, promise
from mir.respond.promise import Card
from mir.respond.shown import Frame, KeptPage, frame_in
from mir.rounds.codes import tidy
from mir.rounds.queries import Door, RoundCard
from surveys.edition import Edition
from surveys.framework import Presentation


def card_of(round_: RoundCard, edition: Edition, shown: Frame) -> Card:
    """The card of this round, in the words and the language of this page."""
    return promise.card(
        promise.facts(),
        shown.words,
        comments=edition.comments,
        closes=i18n.day(round_.closes_on, shown.language),
        organisation=shown.organisation,
        tablet=browser.shared() is not None,
    )


def back_address(language: str) -> str:
    """Where four words are typed, as it stands in a sentence of this language.

    By the site's own name: a request may call the site something else.
    """
    settings: Settings = current_app.config["MIR_SETTINGS"]
    return i18n.isolated(settings.url + url_for("back.back"), language)


def card_address(code: str) -> str:
    """Where the card is for whoever holds this code."""
    return url_for("respond.what_we_keep", code=code)


def way_to_read(code: str) -> Presentation:
    """The presentation that was asked for, or the one of the answers begun here, or Easy Read."""
    asked = request.args.get("read")
    if asked in set(Presentation):
        return Presentation(asked)
    held = browser.held_for(tidy(code))
    draft = drafts.load(store(), held.secret) if held else None
    return draft.presentation if draft else Presentation.EASY_READ


def language_to_read(code: str, edition: Edition) -> str:
    """The language that was asked for, or that of the answers begun here, or what the browser asks for."""
    asked = request.args.get("language")
    if asked in edition.languages:
        return str(asked)
    held = browser.held_for(tidy(code))
    draft = drafts.load(store(), held.secret) if held else None
    return draft.language if draft else i18n.preferred(edition.languages) or edition.languages[0]


def kept_page(door: Door, edition: Edition, way: Presentation) -> KeptPage:
    """The whole card. Its way back is to the answers begun here, or to the welcome."""
    language, service = language_to_read(door.code, edition), door.round.service
    shown = frame_in(language, way, (service.name, service.organisation, ""))
    words, easy, card = shown.words, shown.easy, card_of(door.round, edition, shown)
    other = Presentation.STANDARD if easy else Presentation.EASY_READ
    here = partial(url_for, "respond.what_we_keep", code=door.code)
    tongues = tuple(
        Tongue(tag, tag == language, here(read=way.value, language=tag)) for tag in edition.languages
    )
    begun = browser.current()
    mine = begun is not None and begun.code == door.code
    return KeptPage(
        frame=replace(shown, tongues=tongues if len(tongues) > 1 else (), code=door.code),
        level=card.level,
        parts=tuple(
            (heading, words.hints_why if part == "hints" else "", getattr(card, part))
            for part, heading in words.card_parts
        ),
        in_other_words=words.switch_to_standard if easy else words.switch_to_easy,
        other=here(read=other.value, language=request.args.get("language")),
        back=url_for("respond.check")
        if mine
        else url_for("respond.welcome", code=door.code, language=request.args.get("language")),
    )
