"""The pages of a shared tablet: the start, and every answering page, drawn beforehand."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Protocol

from flask import render_template, url_for

from mir import i18n
from mir.concerns import pages as concerns
from mir.concerns.pages import Whereabouts
from mir.db import store
from mir.respond import pages, who_helps
from mir.respond.answering import Answering
from mir.respond.browser import Held, Thanked
from mir.respond.checking import check_page
from mir.respond.draft import DraftView
from mir.respond.kinds.typed import Typed
from mir.respond.promising import back_address, kept_page
from mir.respond.shown import Choice, Frame, Given, frame_in
from mir.respond.welcome import welcome_page
from mir.rounds.queries import Door, RoundCard, code_lists
from mir.tablet.asking import steps
from mir.tablet.words import WORDS, TabletWords
from surveys import journey
from surveys.edition import Edition, Step
from surveys.framework import Presentation, Voice

SHEETS = ("answer.css", "tablet.css")
_PARTS = ("path", "keeping", "person", "screen", "turns", "waiting")
SCRIPTS = (*(f"tablet-{part}.js" for part in _PARTS), "tablet.js")
"""What every page of a tablet is made of besides its HTML: each script stands on those before it."""


class Whole(Answering):
    """Answers of nobody, on the way through everything that could be asked."""

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step, whatever the conditions say: the tablet chooses among them."""
        return journey.every(self.edition, self.draft.voice)


@dataclass(frozen=True)
class StartPage:
    """Who is answering? Each start is fresh."""

    frame: Frame
    words: TabletWords
    voices: tuple[Choice, ...]
    list: str
    """Where the tablet finds what it has to keep."""
    worker: str
    version: str
    """The mark of the pages that belong to this one."""
    scripts: tuple[str, ...]


@dataclass(frozen=True)
class StopHerePage:
    """Whether to stop and forget, get four words, or go on."""

    frame: Frame
    words: TabletWords
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Way:
    """One way to be asked: by whom, in which language and which words."""

    voice: Voice
    language: str
    presentation: Presentation

    @property
    def name(self) -> str:
        """How the tablet names it."""
        return f"{self.voice} {self.language} {self.presentation}"


def spoken(language: str) -> TabletWords:
    """The sentences of the tablet in this language."""
    return i18n.translated(WORDS, language)


def start_page(card: RoundCard, edition: Edition, version: str) -> StartPage:
    """The start page, in the language of the request or the first of the edition."""
    language = i18n.preferred(edition.languages) or edition.languages[0]
    shown = frame_in(language, Presentation.EASY_READ, (card.service.name, card.service.organisation, ""))
    words = spoken(language)
    named = dict(words.who)
    return StartPage(
        frame=shown,
        words=words,
        voices=tuple(Choice(voice, named[voice]) for voice in edition.voices),
        list=url_for("tablet.everything", round=card.id),
        worker=url_for("tablet.worker"),
        version=version,
        scripts=SCRIPTS,
    )


def ways(edition: Edition) -> tuple[Way, ...]:
    """Every way in which this edition can be asked."""
    return tuple(
        Way(voice, language, presentation)
        for voice in edition.voices
        for language in edition.languages
        for presentation in edition.presentations
    )


def drawn(card: RoundCard, edition: Edition, way: Way) -> dict[str, Any]:
    """Every page of one way, as HTML, with the rules by which the tablet goes from one to the next."""
    here, way_in = _nobody(card, edition, way), door(card, way.voice)
    shown, words = pages.frame(here), spoken(way.language)
    asked = _asked(here, "question")
    for instead in _instead(here):
        asked |= _asked(instead, "for question") | {
            "again": _page("again", who_helps.again_page(here, {}, "")),
            "for again": _page("again", who_helps.again_page(instead, {}, "")),
            "for check": _page("check", check_page(instead)),
        }
    around = {
        "welcome": _page("welcome", welcome_page(way_in, edition, None)),
        "consent": _page("consent", pages.consent_page(here)),
        "declined": _declined(here, way_in),
        "check": _page("check", check_page(here)),
        "thanks": _thanks(way, way_in, words),
        "kept": _page("what_we_keep", kept_page(way_in, edition, way.presentation)),
        "safe": _safe(way, way_in, words),
        "stop": render_template("tablet/stop.html", page=StopHerePage(shown, words)),
        "words": render_template("tablet/four_words.html", page=_words_page(shown, words)),
        "still": render_template("tablet/still.html", page=StopHerePage(shown, words)),
    }
    if here.asked_about_help:
        around["help"] = _page("help", who_helps.help_page(here, (None, None), ""))
    return {
        "pages": around | asked,
        "steps": steps(edition, here.reader),
        "branches": edition.branches,
        "progress": here.words.progress,
        "progress_most": here.words.progress_most,
        "look_again": here.words.look_again,
        "error": here.words.error,
        "nothing": here.words.nothing_to_send,
        "choose_help": here.words.choose_help,
        "choose_helper": here.words.choose_helper,
        "you_wrote": here.words.you_wrote,
        "not_kept": words.not_kept,
    }


def _words_page(shown: Frame, words: TabletWords) -> StopHerePage:
    address = back_address(shown.language)
    return StopHerePage(shown, words, tuple(fact.format(address=address) for fact in words.words_facts))


def _nobody(card: RoundCard, edition: Edition, way: Way) -> Answering:
    draft = DraftView(
        round_id=card.id,
        voice=way.voice,
        edition_hash=edition.hash,
        presentation=way.presentation,
        language=way.language,
        help="none",
        helper=None,
        answers={},
        comments={},
        version=0,
        sent=False,
        hidden=False,
        tries=0,
        how="tablet",
    )
    return Whole(Held(_code(card, way.voice), "nobody"), draft, edition, card)


def _asked(here: Answering, name: str) -> dict[str, str]:
    given = Given(Typed(), "")
    return {
        f"{name} {step.code}": _page("question", pages.question_page(here, step, given, ""))
        for step in here.steps
    }


def _instead(here: Answering) -> tuple[Answering, ...]:
    """The same for somebody who answers for the person, where there are words for that."""
    if here.draft.voice is not Voice.PERSON:
        return ()
    draft = replace(here.draft, help="answered_for_me")
    return (Whole(here.held, draft, here.edition, here.round),)


def _code(card: RoundCard, voice: Voice) -> str:
    return next(codes.shared for codes in code_lists(store(), card.id) if codes.voice == voice)


def door(card: RoundCard, voice: Voice) -> Door:
    """What the code that everybody shares opens."""
    return Door(_code(card, voice), card, voice, shared=True, used=False)


class _Framed(Protocol):
    @property
    def frame(self) -> Frame: ...


def _page(name: str, page: _Framed, **more: object) -> str:
    """A page with the tablet's own words where the others would not be true: it remembers nobody."""
    mine = spoken(page.frame.language)
    words = replace(
        page.frame.words,
        stop=mine.stop,
        sending_facts=mine.before_sending,
        thanks_lead=mine.sent_lead,
    )
    shown = replace(page.frame, words=words)
    drawn = replace(page, frame=shown)  # type: ignore[type-var]  # a dataclass
    return render_template(f"respond/{name}.html", page=drawn, **more)


def _declined(here: Answering, door: Door) -> str:
    was = Thanked(door.code, here.draft.presentation, here.draft.language)
    page = pages.declined_page(door, was)
    # Nobody holds a code here: the second sentence speaks of one.
    return _page("declined", replace(page, facts=page.facts[:-1]), was=was)


def _thanks(way: Way, door: Door, words: TabletWords) -> str:
    page = pages.thanks_page(door, Thanked(door.code, way.presentation, way.language))
    facts = (*words.sent_facts, *page.facts[2 if page.frame.easy else 1 :])
    # The page of all pledges is not on the tablet.
    return _page("thanks", replace(page, facts=facts, lately=replace(page.lately, address="")))


def _safe(way: Way, door: Door, words: TabletWords) -> str:
    page = concerns.safe_page(Whereabouts(door, way.presentation, way.language))
    # A message would have to wait on the tablet: nobody may think that somebody has read it.
    return render_template("concerns/safe.html", page=replace(page, to="", facts=(words.no_message,)))
