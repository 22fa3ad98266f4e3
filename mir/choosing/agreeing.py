"""The desk’s pages on which a meeting agrees, and those that take something away."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts.forms import not_typed
from mir.choosing import forms, operations, queries
from mir.choosing.meetings import MeetingView
from mir.choosing.models import Stage
from mir.choosing.pages import AgreePage, Chosen, ConfirmPage, lines_of
from mir.choosing.views import Page, to, told_of
from mir.db import store
from mir.errors import ConflictError
from mir.providers.guard import needs
from mir.providers.may import May
from mir.respond.shown import Problem
from mir.rounds.queries import round_card

bp = Blueprint("agreeing", __name__)


@bp.app_context_processor
def chosen() -> dict[str, object]:
    """Let other pages say what was chosen: `chosen_after(round_id)` and `chosen_at(service_id)`."""
    return {
        "chosen_after": _after,
        "chosen_at": lambda service_id: queries.agreed_at(store(), service_id),
        "better_of": lambda priority_id: queries.better_of(store(), priority_id),
    }


@bp.get("/choosing/<meeting_id>/agree")
@needs(May.KEEP_ACTIONS)
def ask(meeting_id: str) -> str:
    """Two or three priorities, in the group's own words, and who was in the room."""
    page = _page(queries.meeting(store(), meeting_id))
    return render_template("choosing/agree.html", page=page)


@bp.post("/choosing/<meeting_id>/agree")
@needs(May.KEEP_ACTIONS)
def agree(meeting_id: str) -> Page:
    """Keep it, or say what is to be put right and keep what was typed."""
    page = _page(queries.meeting(store(), meeting_id))
    typed = forms.typed_agreed(request.form, page.meeting.ids)
    problems = tuple(forms.agreed_problems(typed, page.meeting, page.told.voters, clock.today()))
    if problems:
        return render_template("choosing/agree.html", page=replace(page, typed=typed, problems=problems)), 422
    try:
        operations.agree(store(), meeting_id, typed.wanted, typed.room)
    except ConflictError as error:
        told = replace(page, typed=typed, problems=(Problem("chosen", error.sentence),))
        return render_template("choosing/agree.html", page=told), error.status
    return to(meeting_id)


@bp.post("/choosing/<meeting_id>/open-again")
@needs(May.KEEP_ACTIONS)
def open_again(meeting_id: str) -> Response:
    """What was agreed may be changed."""
    operations.open_again(store(), meeting_id)
    return redirect(url_for("agreeing.ask", meeting_id=meeting_id))


@bp.get("/choosing/<meeting_id>/again")
@needs(May.KEEP_ACTIONS)
def ask_again(meeting_id: str) -> str:
    """What going back to the wall means."""
    return render_template("choosing/confirm.html", page=_again(queries.meeting(store(), meeting_id)))


@bp.post("/choosing/<meeting_id>/again")
@needs(May.KEEP_ACTIONS)
def begin_again(meeting_id: str) -> Page:
    """Take all dots away and go back to the wall, once the name of the service has been typed."""
    page = _typed(_again(queries.meeting(store(), meeting_id)))
    if page.error:
        return render_template("choosing/confirm.html", page=page), 422
    operations.begin_again(store(), meeting_id)
    return to(meeting_id)


@bp.get("/choosing/<meeting_id>/delete")
@needs(May.KEEP_ACTIONS)
def ask_delete(meeting_id: str) -> str:
    """What deleting means."""
    return render_template("choosing/confirm.html", page=_deleting(queries.meeting(store(), meeting_id)))


@bp.post("/choosing/<meeting_id>/delete")
@needs(May.KEEP_ACTIONS)
def delete(meeting_id: str) -> Page:
    """Take the meeting away, once the name of the service has been typed."""
    page = _typed(_deleting(queries.meeting(store(), meeting_id)))
    if page.error:
        return render_template("choosing/confirm.html", page=page), 422
    operations.delete_meeting(store(), meeting_id)
    return redirect(url_for("choosing.ask_begin", round_id=page.meeting.round.id))


def _after(round_id: str) -> Chosen:
    card = round_card(store(), round_id)
    return Chosen(
        card.service,
        queries.meetings_after(store(), round_id),
        queries.agreed_at(store(), card.service.id, before=card),
    )


def _page(meeting: MeetingView) -> AgreePage:
    # Somebody may have agreed while this was typed: then it is shown again, with what was typed.
    stages = {Stage.COUNTED} if request.method == "GET" else {Stage.COUNTED, Stage.AGREED}
    if meeting.stage not in stages:
        raise ConflictError(operations.GONE_ON)
    told = told_of(meeting, queries.counted(store(), meeting.id))
    return AgreePage(meeting, lines_of(meeting, told), told, forms.standing_agreed(meeting, clock.today()))


def _again(meeting: MeetingView) -> ConfirmPage:
    facts = (
        "All dots and raised hands are taken away.",
        "The wall stays, and you can change it.",
        "Then everybody can put dots again.",
    )
    return ConfirmPage(meeting, "Go back to the wall", facts, "Take the dots away")


def _deleting(meeting: MeetingView) -> ConfirmPage:
    facts = (
        "The wall, the dots, what was agreed and who was there are deleted.",
        "What people said in the round stays.",
        "Where an action has been started from it, it cannot be deleted.",
    )
    return ConfirmPage(meeting, "Delete this meeting", facts, "Delete it")


def _typed(page: ConfirmPage) -> ConfirmPage:
    """The page with what was typed, and what is wrong with it."""
    typed = request.form.get("name", "")
    return replace(
        page, typed=typed, error=not_typed(typed, page.meeting.service.name, "of the service to go on")
    )
