"""The desk’s pages for “you said, we did”: written, let out and taken in."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.actions import forms, operations, queries
from mir.actions.forms import TypedPledge
from mir.actions.pages import CHANGED, PledgePage
from mir.actions.queries import ActionView, PledgeView
from mir.actions.views import Page, round_of
from mir.db import store
from mir.errors import ConflictError
from mir.pages import shown_version
from mir.providers.guard import locates, needs
from mir.providers.may import May
from mir.respond.shown import Problem

bp = Blueprint("pledges", __name__)

locates("pledge_id", queries.place_of_pledge)


@bp.get("/services/<service_id>/pledges/new")
@needs(May.KEEP_ACTIONS)
def ask_new(service_id: str) -> str:
    """A new pledge; from an action, it begins with what was done."""
    action = _action_of(service_id, request.args.get("action", ""))
    card = action.round if action else round_of(service_id, request.args.get("round", ""))
    typed = TypedPledge(card.id, action.id if action else "", did=action.what if action else "")
    return _pledge(PledgePage(queries.service(store(), service_id), card, typed))


@bp.post("/services/<service_id>/pledges/new")
@needs(May.KEEP_ACTIONS)
def make(service_id: str) -> Page:
    """Keep it. Nobody outside sees it yet."""
    action = _action_of(service_id, request.form.get("action", ""))
    card = action.round if action else round_of(service_id, request.form.get("round", ""))
    typed = forms.typed_pledge(request.form, card.id, action.id if action else "")
    problems = tuple(forms.pledge_problems(typed))
    if problems:
        page = PledgePage(queries.service(store(), service_id), card, typed, problems=problems)
        return _pledge(page), 422
    operations.make_pledge(store(), service_id, typed.new)
    return _back(service_id)


@bp.get("/pledges/<pledge_id>")
@needs(May.KEEP_ACTIONS)
def ask_change(pledge_id: str) -> str:
    """Say it in other words."""
    pledge = queries.pledge(store(), pledge_id)
    return _pledge(_changing(pledge, forms.standing_pledge(pledge)))


@bp.post("/pledges/<pledge_id>")
@needs(May.KEEP_ACTIONS)
def change(pledge_id: str) -> Page:
    """Keep it; or show both, where somebody else changed it meanwhile."""
    pledge = queries.pledge(store(), pledge_id)
    typed = forms.typed_pledge(request.form, pledge.round_id, pledge.action_id or "")
    page, problems = _changing(pledge, typed), tuple(forms.pledge_problems(typed))
    if problems:
        return _pledge(replace(page, problems=problems)), 422
    try:
        operations.change_pledge(store(), pledge_id, shown_version(request.form.get("version")), typed.new)
    except ConflictError as error:
        return _pledge(replace(page, problems=(Problem("said", CHANGED),), now=pledge)), error.status
    return _back(pledge.service_id)


@bp.post("/pledges/<pledge_id>/release")
@needs(May.KEEP_ACTIONS)
def release(pledge_id: str) -> Response:
    """Let it out."""
    operations.release(store(), pledge_id, clock.today())
    return _back(queries.pledge(store(), pledge_id).service_id)


@bp.post("/pledges/<pledge_id>/take-in")
@needs(May.KEEP_ACTIONS)
def take_in(pledge_id: str) -> Response:
    """Take it in again."""
    operations.take_in(store(), pledge_id)
    return _back(queries.pledge(store(), pledge_id).service_id)


def _changing(pledge: PledgeView, typed: TypedPledge) -> PledgePage:
    service = queries.service(store(), pledge.service_id)
    return PledgePage(service, round_of(pledge.service_id, pledge.round_id), typed, pledge.version)


def _action_of(service_id: str, action_id: str) -> ActionView | None:
    return next((one for one in queries.actions(store(), service_id) if one.id == action_id), None)


def _pledge(page: PledgePage) -> str:
    return render_template("actions/pledge.html", page=page)


def _back(service_id: str) -> Response:
    return redirect(url_for("actions.every", service_id=service_id, _anchor="pledges"))
