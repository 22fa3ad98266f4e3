"""Stopping with four words, coming back with them, and taking sent answers back."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField

from mir import i18n
from mir.config import Settings
from mir.db import new_id, store
from mir.errors import NotFoundError
from mir.policy import may_script
from mir.respond import appearance, browser, leading_back, saving
from mir.respond.answering import Answering, answering
from mir.respond.browser import Thanked
from mir.respond.four_words import HOW_MANY, tidy_words
from mir.respond.interviewing import beside_stop
from mir.respond.kinds.forms import plain
from mir.respond.leaving_shown import BackPage, StopPage, TakeBackPage
from mir.respond.pages import frame, other_known, switch_words, thanks_page
from mir.respond.promising import back_address
from mir.respond.refusals import ClosedError
from mir.respond.shown import Frame, Problem, frame_in
from mir.rounds.queries import Door, door
from mir.security import limiter
from surveys.framework import Presentation
from surveys.logic.tree import CODE

bp = Blueprint("back", __name__)
bp.after_request(may_script)

Page = str | Response | tuple[str, int]

LONGEST_ID = 32


class WordsForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """The four words that somebody typed."""

    words = StringField(filters=[plain])


@bp.get("/answer/stop")
def stop() -> str:
    """What is kept, and the button that gives four words."""
    return render_template("respond/stop.html", page=_stop_page(answering(), ()))


@bp.post("/answer/stop")
@limiter.limit("10 per minute", exempt_when=saving.asks_another_way)
def make_words() -> str:
    """Four new words; or the page as it is, in another look or language."""
    here, go = answering(request.form.get("of", "")), request.form.get("go", "")
    if saving.stays(go):
        saving.switch(here, go)
        there = tidy_words(request.form.get("shown", ""))
        return render_template(
            "respond/stop.html",
            page=_stop_page(answering(here.held.tag), there if len(there) == HOW_MANY else ()),
        )
    asked = request.form.get("asked", "")[:LONGEST_ID] or new_id()
    words = leading_back.make_words(store(), here.held, _site(), asked)
    return render_template("respond/stop.html", page=_stop_page(here, words))


@bp.get("/back")
def back() -> str:
    """A place for four words."""
    return render_template("respond/back.html", page=_back_page())


@bp.post("/back")
@limiter.limit("10 per minute; 60 per hour")
def find() -> Page:
    """On with the answers that the words lead to, or to taking them back."""
    typed = WordsForm().words.data
    words, said = tidy_words(typed), _easy().words
    if saving.asks_another_way():
        saving.switch_without_answers(request.form["go"])
        if "found" not in request.form:
            return render_template("respond/back.html", page=_back_page(typed))
    if len(words) != HOW_MANY:
        return _again(typed, said.four_words)
    try:
        found = leading_back.come_back(store(), words, _site())
    except NotFoundError:
        return _again(typed, said.unknown_words)
    if found.sent:
        return render_template("respond/take_back.html", page=_take_back_page(found.held.code, typed))
    browser.keep(found.held)
    here = answering()
    return redirect(saving.at(here.furthest()))


@bp.post("/back/delete")
@limiter.limit("10 per minute; 60 per hour")
def take_back() -> Page:
    """Delete sent answers."""
    if "taken" in request.form and appearance.change(request.form.get("go", "")):
        return _taken_back(request.form["taken"])
    words = tidy_words(WordsForm().words.data)
    try:
        found = leading_back.come_back(store(), words, _site())
        leading_back.take_back(store(), found.held.secret, found.held.code)
    except NotFoundError as error:
        raise ClosedError from error
    browser.drop(found.held)
    browser.put_away()
    return _taken_back(found.held.code)


def _taken_back(code: str) -> str:
    thanked = Thanked(code, Presentation.EASY_READ, i18n.here())
    page = thanks_page(door(store(), code), thanked)
    return render_template("respond/taken_back.html", page=page, code=code)


def _again(typed: str, sentence: str) -> Page:
    page = _back_page(typed, (Problem("words", sentence),))
    return render_template("respond/back.html", page=page), 422


def _back_page(typed: str = "", problems: tuple[Problem, ...] = ()) -> BackPage:
    return BackPage(typed[:200], problems, _easy(), other_known())


def _stop_page(here: Answering, words: tuple[str, ...]) -> StopPage:
    said, at = here.words, request.args.get("at", "")
    closes = i18n.day(here.round.closes_on, here.draft.language)
    names = {"closes": closes, "address": back_address(i18n.interface(here.draft.language))}
    facts = said.words_facts if words else said.stop_facts
    return StopPage(
        frame=frame(here),
        action=url_for("back.make_words", at=at if CODE.fullmatch(at) else None),
        of=here.held.tag,
        asked=new_id(),
        facts=tuple(fact.format(**names) for fact in facts),
        words=words,
        switch=switch_words(here),
        tongues=here.other_tongues,
        onward=saving.at(at) if any(step.code == at for step in here.steps) else saving.at(here.furthest()),
        beside=beside_stop(here, door(store(), here.held.code), given=bool(words))
        if here.asked_aloud
        else None,
    )


def _take_back_page(code: str, typed: str) -> TakeBackPage:
    opened: Door = door(store(), code)
    shown = _easy(opened)
    closes = i18n.day(opened.round.closes_on, shown.language)
    facts = tuple(fact.format(closes=closes) for fact in shown.words.take_back_facts)
    return TakeBackPage(shown, typed[:200], facts)


def _easy(opened: Door | None = None) -> Frame:
    """The frame of pages without a draft: Easy Read, in the language that this browser speaks."""
    service = opened.round.service if opened else None
    about = (service.name, service.organisation, "") if service else ("", "", "")
    return frame_in(i18n.here(), Presentation.EASY_READ, about)


def _site() -> str:
    settings: Settings = current_app.config["MIR_SETTINGS"]
    return settings.secret_key
