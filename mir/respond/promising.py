"""The page that says what is kept, made from the card of its round."""

from flask import request, url_for

from mir.db import store
from mir.pages import day
from mir.respond import browser, drafts, promise
from mir.respond.promise import Card
from mir.respond.shown import Frame, KeptPage
from mir.respond.words import Words, words_for
from mir.rounds.codes import tidy
from mir.rounds.queries import Door, RoundCard
from surveys.edition import Edition
from surveys.framework import Presentation


def card_of(round_: RoundCard, edition: Edition, words: Words) -> Card:
    """The card of this round, in these words."""
    return promise.card(
        promise.facts(),
        words,
        comments=edition.comments,
        closes=day(round_.closes_on),
        organisation=round_.service.organisation,
    )


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


def kept_page(door: Door, edition: Edition, way: Presentation) -> KeptPage:
    """The whole card. Its way back is to the answers begun here, or to the welcome."""
    words, service, easy = words_for("en", way), door.round.service, way == Presentation.EASY_READ
    card = card_of(door.round, edition, words)
    other = Presentation.STANDARD if easy else Presentation.EASY_READ
    begun = browser.current()
    mine = begun is not None and begun.code == door.code
    return KeptPage(
        frame=Frame(words, "en", easy, service.name, service.organisation),
        level=card.level,
        parts=tuple(
            (heading, words.hints_why if part == "hints" else "", getattr(card, part))
            for part, heading in words.card_parts
        ),
        switch=words.switch_to_standard if easy else words.switch_to_easy,
        other=url_for("respond.what_we_keep", code=door.code, read=other.value),
        back=url_for("respond.check") if mine else url_for("respond.welcome", code=door.code),
    )
