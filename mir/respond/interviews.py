"""A neutral interviewer asks somebody the questions: an opening to read aloud, and a yes before the first."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock, i18n
from mir.db import store
from mir.errors import RefusalError
from mir.respond import browser, drafts, helping, saving
from mir.respond.answering import answering, may_begin
from mir.respond.browser import Held
from mir.respond.forms import BeginForm
from mir.respond.interview_words import INTERVIEW, InterviewWords
from mir.respond.promising import card_address
from mir.respond.shown import Choice, Frame, Problem, frame_in
from mir.rounds import queries
from mir.rounds.codes import tidy
from mir.rounds.queries import Door
from mir.security import limiter
from surveys.framework import Presentation

bp = Blueprint("interview", __name__)

Page = str | Response | tuple[str, int]


@dataclass(frozen=True)
class InterviewPage:
    """What is read aloud before the first question, and what the interviewer is asked."""

    frame: Frame
    words: InterviewWords
    action: str
    who: str
    opening: tuple[str, ...]
    works: tuple[Choice, ...]
    presentations: tuple[Presentation, ...]
    problems: tuple[Problem, ...] = ()


@bp.get("/interview/<code>")
@limiter.limit("60 per minute")
def opening(code: str) -> str:
    """The opening. It shows nothing of anybody who was asked before."""
    return render_template("respond/interview.html", page=_page(may_begin(tidy(code))))


@bp.post("/interview/<code>")
def begin(code: str) -> Page:
    """Begin afresh, once the person has said yes to somebody who does not work for the service."""
    door, form = may_begin(tidy(code)), BeginForm()
    words, works = i18n.translated(INTERVIEW, i18n.here()), request.form.get("works")
    if works == "yes":
        raise RefusalError(words.staff_refused)
    if works != "no":
        page = _page(door, (Problem("works", words.works_missing),))
        return render_template("respond/interview.html", page=page), 422
    if request.form.get("go") != "yes":
        if held := browser.held_for(door.code):  # of somebody who was asked before
            browser.drop(held)
        return redirect(url_for("interview.opening", code=door.code, said="no"))
    edition = queries.edition(store(), door.round.edition_hash)
    chosen, language = form.presentation.data, form.language.data or edition.languages[0]
    if chosen not in edition.presentations or language not in edition.languages:
        raise RefusalError("Go back and press one of the buttons to start.")
    secret = drafts.start(store(), door, Presentation(chosen), clock.today(), language)
    helping.asked_aloud(store(), secret)
    i18n.speak(language)
    browser.keep(Held(door.code, secret))
    return redirect(saving.at(answering().steps[0].code))


def _page(door: Door, problems: tuple[Problem, ...] = ()) -> InterviewPage:
    edition = queries.edition(store(), door.round.edition_hash)
    service, words = door.round.service, i18n.translated(INTERVIEW, i18n.here())
    about = (service.name, service.organisation, card_address(door.code))
    shown = frame_in(i18n.here(), Presentation.STANDARD, about)
    names = {"service": shown.service, "organisation": shown.organisation}
    said_no = request.args.get("said") == "no"
    return InterviewPage(
        frame=shown,
        words=words,
        action=url_for("interview.begin", code=door.code),
        who=words.who.format(**names),
        opening=(words.thanks_all_the_same,) if said_no else tuple(x.format(**names) for x in words.opening),
        works=(Choice("no", words.works_no), Choice("yes", words.works_yes)),
        presentations=() if said_no else edition.presentations,
        problems=problems,
    )
