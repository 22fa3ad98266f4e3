"""The pages on which somebody who is helped hides their answers, and shows them again with a picture."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir.db import store
from mir.i18n import Tongue
from mir.policy import may_script
from mir.respond import drafts, saving
from mir.respond.answering import Answering, answering
from mir.respond.hiding import PICTURES
from mir.respond.pages import frame, switch_words
from mir.respond.shown import Choice, Frame, Problem
from mir.security import limiter

bp = Blueprint("alone", __name__)
bp.after_request(may_script)

Page = str | Response | tuple[str, int]


@dataclass(frozen=True)
class AlonePage:
    """Six pictures: one hides the answers, or shows them again."""

    frame: Frame
    action: str
    of: str
    heading: str
    facts: tuple[str, ...]
    helper: str
    pictures: tuple[Choice, ...]
    back: str
    """What the way back without pressing a picture is called."""
    onward: str
    problems: tuple[Problem, ...] = ()
    switch: str = ""
    tongues: tuple[Tongue, ...] = ()


@bp.get("/answer/alone")
def alone() -> Page:
    """Six pictures, one of which hides the answers."""
    here = answering()
    return redirect(_onward(here)) if here.draft.hidden else _shown(_hiding(here))


@bp.post("/answer/alone")
def hide() -> Page:
    """Hide the answers, unless they are hidden."""
    here, picture = answering(request.form.get("of", "")), request.form.get("picture", "")
    if saving.asks_another_way():
        return _another_way(here, "alone.alone")
    if picture not in PICTURES:
        return _shown(_hiding(here))
    drafts.hide(store(), here.held.secret, picture)
    return redirect(_onward(here))


@bp.get("/answer/alone/show")
def ask_picture() -> Page:
    """The same pictures, one of which shows the answers again."""
    here = answering()
    return _shown(_showing(here)) if here.draft.hidden else redirect(_onward(here))


@bp.post("/answer/alone/show")
@limiter.limit("10 per minute", exempt_when=saving.asks_another_way)
def show() -> Page:
    """Show the answers again, for the right picture only."""
    here = answering(request.form.get("of", ""))
    if saving.asks_another_way():
        return _another_way(here, "alone.ask_picture")
    if drafts.show(store(), here.held.secret, request.form.get("picture", "")):
        return redirect(_onward(here))
    now = answering(here.held.tag)
    problems = (Problem("pictures", now.words.show_wrong),) if now.draft.tries else ()
    return _shown(_showing(now, problems)), 422


def _another_way(here: Answering, endpoint: str) -> Page:
    """The same page in another look, words or language. What is hidden stays so."""
    saving.switch(here, request.form["go"])
    return redirect(saving.stay(endpoint, at=_at(here)))


def _shown(page: AlonePage) -> str:
    return render_template("respond/alone.html", page=page)


def _hiding(here: Answering) -> AlonePage:
    words = here.words
    return AlonePage(
        frame=frame(here),
        action=url_for("alone.hide", at=_at(here)),
        of=here.held.tag,
        heading=words.alone_heading,
        facts=words.alone_facts,
        helper=words.alone_helper,
        pictures=_pictures(here),
        back=words.alone_back,
        onward=_onward(here),
        switch=switch_words(here),
        tongues=here.other_tongues,
    )


def _showing(here: Answering, problems: tuple[Problem, ...] = ()) -> AlonePage:
    words, tries = here.words, here.draft.tries
    return AlonePage(
        frame=frame(here),
        action=url_for("alone.show", at=_at(here)),
        of=here.held.tag,
        heading=words.show_heading,
        facts=words.show_facts if tries else (words.show_never,),
        helper="",
        pictures=_pictures(here) if tries else (),
        back=words.show_back,
        onward=_onward(here),
        problems=problems,
        switch=switch_words(here),
        tongues=here.other_tongues,
    )


def _pictures(here: Answering) -> tuple[Choice, ...]:
    return tuple(Choice(slug, words, slug) for slug, words in here.words.pictures)


def _at(here: Answering) -> str | None:
    """The question that this was asked from, if it is one."""
    at = request.args.get("at", "")
    return at if any(step.code == at for step in here.steps) else None


def _onward(here: Answering) -> str:
    return saving.at(_at(here) or here.furthest())
