"""For somebody who is worried: whom to call, a message, and a quick way out. For its reader: the messages."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts.forms import not_typed
from mir.concerns import operations, pages, queries
from mir.concerns.forms import MessageForm
from mir.concerns.operations import Message
from mir.concerns.queries import Opened
from mir.db import store
from mir.errors import RefusalError
from mir.respond import browser, saving
from mir.respond.answering import answering
from mir.security import limiter, me, scripted, signed_in

bp = Blueprint("concerns", __name__)

Page = str | Response | tuple[str, int]

NEUTRAL = "https://www.bbc.co.uk/weather"
"""Where the quick way out leads: a page that anybody might have open."""


@bp.app_context_processor
def messages_waiting() -> dict[str, object]:
    """Let the desk say how many messages nobody has opened; asked only where a page does."""
    return {"messages_waiting": lambda: queries.waiting(store(), me())}


@bp.get("/safe")
@limiter.limit("60 per minute", exempt_when=lambda: not pages.asked_with())
@scripted
def safe() -> str:
    """Whom to call, and the message that can be sent."""
    return render_template("concerns/safe.html", page=pages.safe_page(pages.whereabouts()))


@bp.post("/safe")
@limiter.limit("10 per minute", exempt_when=saving.asks_another_way)
@scripted
def send() -> Page:
    """Keep the message for the one person it is for."""
    form, go = MessageForm(), request.form.get("go", "")
    if saving.stays(go):
        return _another_way(go, Message(form.text.data, form.reach.data, form.once.data))
    here = pages.whereabouts()
    route = pages.route(here)
    if route is None:
        raise RefusalError("A message cannot be sent from here. Please call one of the numbers.")
    message = Message(form.text.data, form.reach.data, form.once.data)
    page = pages.with_problems(pages.safe_page(here), message)
    if page.problems:
        return render_template("concerns/safe.html", page=page), 422
    operations.leave_message(store(), route, message, clock.today())
    return render_template("concerns/sent.html", page=page)


def _another_way(go: str, message: Message) -> str:
    """The page as it is, with what was typed on it, in another look or in other words."""
    if pages.whereabouts().answering:
        saving.switch(answering(), go)
    else:
        saving.switch_without_answers(go)
    page = replace(pages.safe_page(pages.whereabouts()), message=message)
    shown = "concerns/sent.html" if "sent" in request.form else "concerns/safe.html"
    return render_template(shown, page=page)


@bp.get("/leave")
def leave() -> Response:
    """Away from here at once. This browser puts its answers away, and Back shows none of them.

    A GET, because the browser would stop a form from leading to another site. It
    changes nothing but what this browser shows: the answers come back with the code.
    """
    browser.put_away()
    return redirect(url_for("tablet.start") if browser.shared() else NEUTRAL)


@bp.get("/messages")
@signed_in
def messages() -> str:
    """The messages for whoever has signed in."""
    return render_template("concerns/messages.html", concerns=queries.concerns_for(store(), me()))


@bp.get("/messages/<concern_id>")
@signed_in
def message(concern_id: str) -> str:
    """One message."""
    return _message(queries.concern(store(), me(), concern_id))


@bp.post("/messages/<concern_id>/read")
@signed_in
def read(concern_id: str) -> Response:
    """Its reader has read it."""
    operations.mark_read(store(), me(), concern_id)
    return redirect(url_for("concerns.message", concern_id=concern_id))


@bp.post("/messages/<concern_id>/done")
@signed_in
def done(concern_id: str) -> Page:
    """It stands in the service's own record: the words are deleted here, once its name has been typed."""
    opened, typed = queries.concern(store(), me(), concern_id), request.form.get("name", "")
    wanted = not_typed(typed, opened.card.service, "of the service to delete the message")
    if wanted:
        return _message(opened, typed, wanted), 422
    operations.mark_done(store(), me(), concern_id)
    return redirect(url_for("concerns.messages"))


def _message(opened: Opened, typed: str = "", error: str = "") -> str:
    return render_template("concerns/message.html", opened=opened, typed=typed, error=error)
