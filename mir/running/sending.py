"""Sending links by e-mail: typed, looked at once more, sent; and reminding."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import flash, get_flashed_messages, make_response, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts.forms import not_typed
from mir.db import store
from mir.errors import NotFoundError, RefusalError
from mir.mail.queries import going
from mir.providers.guard import needs
from mir.providers.may import May
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from mir.rounds.cards import VOICE_WORDS
from mir.rounds.queries import RoundCard, edition
from mir.running import operations, queries
from mir.running.addresses import LEAST, Addresses, read, wrong
from mir.running.handing import choice_of, choosers
from mir.running.letterbox import call_the_postman, letterbox
from mir.running.operations import MOST_REMINDERS
from mir.running.queries import Mailed
from mir.running.views import Page, bp, open_card, site_url
from mir.running.writing import post
from surveys.framework import Voice

LOOK_AGAIN = 4
"""Seconds after which the page of letters on their way asks again."""


@dataclass(frozen=True)
class Sending:
    """One voice to whom links went: what was sent, and why nobody can be reminded now, if so."""

    mailed: Mailed
    who: str
    not_now: str

    @property
    def over(self) -> bool:
        """Whether their addresses are deleted."""
        return self.mailed.reminders >= MOST_REMINDERS


@bp.get("/rounds/<round_id>/send")
@needs(May.OPEN_ROUNDS)
def send(round_id: str) -> str:
    """A place for addresses, and what has been sent."""
    return _page(open_card(round_id))


@bp.post("/rounds/<round_id>/send")
@needs(May.OPEN_ROUNDS)
def send_to(round_id: str) -> Page:
    """Look at the addresses; when that has been confirmed, send."""
    card, form = open_card(round_id), request.form.to_dict()
    choice = choice_of(form, edition(store(), card.edition_hash))
    text, unread = _text(form, request.files.get("file"))
    found = read(text)
    fault = unread or wrong(found)
    if fault:
        return _page(card, text, Problem("addresses", fault)), 422
    if form.get("sure") != "yes":
        return _confirm(card, form, found)
    try:
        letters = post(letterbox(), card, site_url())
        posted = operations.invite(store(), card.id, choice, found.good, clock.today(), letters)
    except RefusalError as error:
        return _page(card, text, Problem("addresses", error.sentence)), error.status
    call_the_postman()
    flash(f"{len(posted)} links are on their way to {VOICE_WORDS[choice.voice].lower()}.")
    return redirect(url_for("running.see_going", round_id=round_id))


@bp.get("/rounds/<round_id>/send/going")
@needs(May.OPEN_ROUNDS)
def see_going(round_id: str) -> Response:
    """How many of the first letters have gone. The page asks again by itself until all have."""
    found = going(store(), round_id)
    page = make_response(
        render_template(
            "running/going.html", round=open_card(round_id), going=found, notes=get_flashed_messages()
        )
    )
    if found.gone < found.every:
        page.headers["Refresh"] = str(LOOK_AGAIN)
    return page


@bp.get("/rounds/<round_id>/remind/<voice>")
@needs(May.OPEN_ROUNDS)
def ask_remind(round_id: str, voice: str) -> str:
    """What a reminder does, before it goes."""
    card = open_card(round_id)
    return _reminding(card, _sending(card, voice))


@bp.post("/rounds/<round_id>/remind/<voice>")
@needs(May.OPEN_ROUNDS)
def remind(round_id: str, voice: str) -> Page:
    """Remind those whose link has not been used, or forget every address. Nobody is told how many."""
    card = open_card(round_id)
    one = _sending(card, voice)
    if request.form.get("go") == "forget":
        wanted = not_typed(request.form.get("name"), card.service.name, "of the service to delete them")
        if wanted:
            return _reminding(card, one, request.form.get("name", ""), wanted), 422
        operations.forget(store(), card.id, one.mailed.voice)
        flash(f"The addresses of {one.who.lower()} are deleted. Nobody of them is reminded.")
    else:
        letters = post(letterbox(), card, site_url(), reminder=True)
        operations.remind(store(), card.id, one.mailed.voice, clock.today(), letters)
        call_the_postman()
        flash(
            f"A reminder goes to {one.who.lower()} whose link has not been used. We do not say to how many."
        )
    return redirect(url_for("running.send", round_id=round_id))


def _reminding(card: RoundCard, one: Sending, typed: str = "", error: str = "") -> str:
    return render_template("running/remind.html", round=card, one=one, typed=typed, error=error)


def _sending(card: RoundCard, voice: str) -> Sending:
    found = next((one for one in queries.mailed(store(), card.id) if one.voice == voice), None)
    if found is None:
        raise NotFoundError("No links have been sent to these people.")
    return _told(found)


def _told(mailed: Mailed) -> Sending:
    try:
        operations.refuse_reminder((mailed.reminders, mailed.last_on), clock.today())
    except RefusalError as error:
        return Sending(mailed, VOICE_WORDS[mailed.voice], error.sentence)
    return Sending(mailed, VOICE_WORDS[mailed.voice], "")


def _page(card: RoundCard, text: str = "", problem: Problem | None = None) -> str:
    return render_template(
        "running/send.html",
        round=card,
        text=text,
        typed=request.form,
        problems=(problem,) if problem else (),
        choosers=choosers(edition(store(), card.edition_hash)),
        sendings=tuple(map(_told, queries.mailed(store(), card.id))),
        notes=get_flashed_messages(),
        least=LEAST,
    )


def _confirm(card: RoundCard, form: Mapping[str, str], found: Addresses) -> str:
    return render_template(
        "running/confirm.html", round=card, typed=form, found=found, who=VOICE_WORDS[Voice(form["voice"])]
    )


def _text(form: Mapping[str, str], file: FileStorage | None) -> tuple[str, str]:
    """The addresses of a file, if one was chosen, else of the box; and why the file cannot be read."""
    data = file.read() if file else b""
    if not data:
        return plain(form.get("addresses")), ""
    try:
        return plain(data.decode("utf-8-sig")), ""
    except UnicodeDecodeError:
        return plain(data.decode("cp1252", "replace")), "This file is not text. Save it as CSV in UTF-8."
