"""The front page and the welcome, in whichever language somebody reads."""

from dataclasses import replace

from flask import request, url_for

from mir import i18n
from mir.i18n import Tongue
from mir.respond import browser
from mir.respond.browser import Held
from mir.respond.changed import lately
from mir.respond.promising import card_address, card_of
from mir.respond.shown import Choice, Frame, FrontPage, Problem, WelcomePage, frame_in
from mir.respond.words import Spoken, Words, words_for
from mir.rounds.queries import Door
from surveys import journey
from surveys.edition import Edition
from surveys.framework import Presentation
from surveys.languages.tags import fallbacks, parts

_DRAWN = {"standard": "write", "easy_read": "information"}


def front_page(typed: str | None = None, language: str = "") -> FrontPage:
    """The place to type a code; with what was typed where that opens nothing."""
    asked = language or request.args.get("language")
    language = language or i18n.here()
    words = words_for(language, Presentation.STANDARD)
    tongues = tuple(
        Tongue(tag, tag == language, url_for("respond.front", language=tag)) for tag in i18n.known()
    )
    problem = words.code_unknown if typed else words.code_missing
    return FrontPage(
        typed=(typed or "")[:40],
        problems=() if typed is None else (Problem("code", problem),),
        frame=Frame(words, language, tongues=tongues),
        action=url_for("respond.find", language=asked),
    )


def language_of(edition: Edition) -> str:
    """The language of the welcome: named in the address, else asked for by the browser, else the first."""
    asked = request.args.get("language", "")
    if asked in edition.languages:
        return asked
    near = next(
        (tag for tag in edition.languages if asked and fallbacks(tag)[0] == fallbacks(asked)[0]), None
    )
    return near or i18n.preferred(edition.languages) or edition.languages[0]


def welcome_page(door: Door, edition: Edition, held: Held | None) -> WelcomePage:
    """The welcome for whoever holds this code."""
    language, service = language_of(edition), door.round.service
    shown = frame_in(
        language, Presentation.EASY_READ, (service.name, service.organisation, card_address(door.code))
    )
    words = shown.words
    ways = dict(words.ways if len(edition.presentations) > 1 else words.only_way)
    return WelcomePage(
        frame=replace(_with_tongues(shown, door, edition, language), code=door.code),
        code=door.code,
        action=url_for("respond.begin", code=door.code),
        heading=dict(words.leads)[door.voice].format(service=shown.service),
        language=language,
        notes=notes(edition, language, words),
        wants=words.wants.format(organisation=shown.organisation),
        facts=_facts(door, edition, shown),
        ways=tuple(Choice(way, ways[way], _DRAWN[way]) for way in sorted(edition.presentations)),
        about_ways=tuple(dict(words.ways_about)[way] for way in sorted(edition.presentations)),
        promises=card_of(door.round, edition, shown).short,
        held=held is not None,
        changed=lately(service.id, easy=True).address,
    )


def _with_tongues(shown: Frame, door: Door, edition: Edition, language: str) -> Frame:
    if len(edition.languages) == 1:
        return shown
    tongues = tuple(
        Tongue(tag, tag == language, url_for("respond.welcome", code=door.code, language=tag))
        for tag in edition.languages
    )
    return replace(shown, tongues=tongues)


def _facts(door: Door, edition: Edition, shown: Frame) -> tuple[tuple[str, str], ...]:
    words, number = shown.words, len(journey.every(edition, door.voice))
    counted = (words.at_most if edition.branches else words.how_many).of(number).format(number=number)
    takes = words.takes.format(minutes=journey.minutes(number))
    closes = i18n.day(door.round.closes_on, shown.language)
    facts = (
        ("talk", f"{counted} {takes}"),
        ("stop", words.free),
        ("calendar", words.come_back.format(closes=closes)),
        ("help", words.can_help),
    )
    # A tablet that people share remembers nobody.
    return tuple(fact for fact in facts if fact[0] != "calendar") if browser.shared() else facts


def notes(edition: Edition, language: str, words: Words) -> tuple[str, ...]:
    """Why this is not the reader's language, whether it was reviewed, and whether the pages speak it."""
    spoken = i18n.interface(language)
    name = i18n.name_in(language, spoken)
    silent = parts(spoken)[0] != parts(language)[0]
    draft = language in edition.drafts or (not silent and i18n.unreviewed(language))
    told = ((draft, words.draft), (silent, words.mixed))
    return (*_missing(edition, language), *(sentence.format(language=name) for so, sentence in told if so))


def _missing(edition: Edition, language: str) -> tuple[Spoken, ...]:
    """In the reader's own language, where the pages speak it and the questions do not."""
    reads = i18n.here()
    if parts(reads)[0] in {parts(tag)[0] for tag in edition.languages}:
        return ()
    sentence = words_for(reads, Presentation.EASY_READ).missing
    names = {"language": i18n.name_in(reads, reads), "other": i18n.name_in(language, reads)}
    return (Spoken.of(sentence.format(**names), reads, i18n.interface(language)),)
