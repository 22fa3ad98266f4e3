"""A neutral interviewer asks somebody the questions: an opening to read aloud, and a yes before the first."""

from dataclasses import dataclass, replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock, i18n
from mir.db import store
from mir.errors import RefusalError
from mir.i18n import Tongue
from mir.policy import may_script
from mir.respond import appearance, browser, drafts, saving
from mir.respond.answering import answering, may_begin
from mir.respond.browser import Held
from mir.respond.draft import ASKED_ALOUD
from mir.respond.forms import BeginForm
from mir.respond.interview_words import InterviewWords, interview_words
from mir.respond.interviewing import beside_no
from mir.respond.kinds.typed import NOT_OURS
from mir.respond.promising import card_address
from mir.respond.shown import Beside, Choice, Frame, Problem, frame_in
from mir.respond.welcome import language_of, notes
from mir.rounds import queries
from mir.rounds.codes import tidy
from mir.rounds.queries import Door
from mir.security import limiter
from surveys.edition import Edition
from surveys.framework import Presentation

bp = Blueprint("interview", __name__)
bp.after_request(may_script)

Page = str | Response | tuple[str, int]


@dataclass(frozen=True)
class Way:
    """How the questions will be read: in which words, and in which language."""

    presentation: Presentation
    language: str


@dataclass(frozen=True)
class InterviewPage:
    """What is read aloud before the first question, and what the interviewer is asked."""

    frame: Frame
    words: InterviewWords
    action: str
    who: str
    opening: tuple[str, ...]
    notes: tuple[str, ...]
    """What is to be known of the language: that it is a draft."""
    works: tuple[Choice, ...]
    way: Way
    chosen: str = ""
    """Whether the interviewer works for the service, as far as they have said."""
    switch: str = ""
    tongues: tuple[Tongue, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class NoPage:
    """Somebody said no: thanks, and the way to the next person."""

    frame: Frame
    words: InterviewWords
    beside: Beside


@bp.get("/interview/<code>")
@limiter.limit("60 per minute")
def opening(code: str) -> str:
    """The opening. It shows nothing of anybody who was asked before."""
    door = may_begin(tidy(code))
    edition = queries.edition(store(), door.round.edition_hash)
    if request.args.get("said") == "no":
        way = _way(edition, request.args.get("read", ""), request.args.get("language", ""))
        shown, words = _around(door, way)
        return render_template("respond/said_no.html", page=NoPage(shown, words, beside_no(door, words)))
    return _shown(door, edition, _way(edition))


@bp.post("/interview/<code>")
def begin(code: str) -> Page:
    """Begin afresh, once the person has said yes to somebody who does not work for the service."""
    door, form = may_begin(tidy(code)), BeginForm()
    edition = queries.edition(store(), door.round.edition_hash)
    way, go = _way(edition, form.presentation.data or "", form.language.data), request.form.get("go", "")
    works = request.form.get("works", "")
    if saving.stays(go):
        return _shown(door, edition, _changed(edition, way, go), works)
    words = interview_words(way.language, way.presentation)
    if works == "yes":
        raise RefusalError(words.staff_refused)
    if works != "no":
        return _shown(door, edition, way, works, (Problem("works", words.works_missing),)), 422
    if go not in {"yes", "no"}:
        return _shown(door, edition, way, works, (Problem("said", words.said_missing),)), 422
    if go == "no":
        browser.next_person(door.code)
        i18n.speak(way.language)
        return redirect(url_for("interview.opening", code=door.code, said="no", read=way.presentation.value))
    secret = drafts.start(store(), door, way.presentation, clock.today(), way.language, how=ASKED_ALOUD)
    i18n.speak(way.language)
    browser.keep(Held(door.code, secret))
    return redirect(saving.at(answering().steps[0].code))


@bp.post("/interview/<code>/next")
@limiter.limit("60 per minute")
def next_person(code: str) -> Response:
    """Put everything of this person away, and begin with the next."""
    browser.next_person(tidy(code))
    return redirect(url_for("interview.opening", code=tidy(code)))


def _way(edition: Edition, presentation: str = "", language: str = "") -> Way:
    """The way that was asked for, as far as this edition has it. Raises RefusalError for a forged one."""
    if presentation and presentation not in edition.presentations:
        raise RefusalError(NOT_OURS)
    if language and language not in edition.languages:
        raise RefusalError(NOT_OURS)
    spoken = i18n.here() if i18n.here() in edition.languages else language_of(edition)
    return Way(Presentation(presentation or edition.presentations[0]), language or spoken)


def _changed(edition: Edition, way: Way, go: str) -> Way:
    """The same in other words or another language; or as it is, in another look."""
    if appearance.change(go):
        return way
    others = [one for one in edition.presentations if one != way.presentation]
    if go == "switch" and others:
        return replace(way, presentation=others[0])
    language = go.removeprefix(appearance.LANGUAGE)
    return replace(way, language=language) if language in edition.languages else way


def _around(door: Door, way: Way) -> tuple[Frame, InterviewWords]:
    service = door.round.service
    about = (service.name, service.organisation, card_address(door.code))
    shown = replace(frame_in(way.language, way.presentation, about), aloud=True, code=door.code)
    return shown, interview_words(way.language, way.presentation)


def _shown(
    door: Door, edition: Edition, way: Way, works: str = "", problems: tuple[Problem, ...] = ()
) -> str:
    shown, words = _around(door, way)
    names = {"service": shown.service, "organisation": shown.organisation}
    easy = way.presentation == Presentation.EASY_READ
    other = shown.words.switch_to_standard if easy else shown.words.switch_to_easy
    page = InterviewPage(
        frame=shown,
        words=words,
        action=url_for("interview.begin", code=door.code),
        who=words.who.format(**names),
        opening=tuple(line.format(**names) for line in words.opening),
        notes=notes(edition, way.language, shown.words),
        works=(Choice("no", words.works_no, key="1"), Choice("yes", words.works_yes, key="2")),
        way=way,
        chosen=works,
        switch=other if len(edition.presentations) > 1 else "",
        tongues=tuple(Tongue(tag) for tag in edition.languages if tag != way.language),
        problems=problems,
    )
    return render_template("respond/interview.html", page=page)
