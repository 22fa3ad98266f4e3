"""The desk’s pages for what is done because of what people said."""

from dataclasses import replace

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from mir import clock
from mir.actions import forms, operations, queries, reminding
from mir.actions.forms import TypedAction
from mir.actions.models import State
from mir.actions.moved import moved
from mir.actions.operations import Hand
from mir.actions.pages import CHANGED, ActionPage, FormPage, ListPage, Measures, Row
from mir.actions.queries import ActionView
from mir.actions.words import OPEN, STATE_WORDS
from mir.audit.operations import Done, tell_once_a_day
from mir.config import Settings
from mir.db import store
from mir.errors import ConflictError, NotFoundError, RefusalError
from mir.pages import shown_version
from mir.providers.guard import i_may, locates, needs
from mir.providers.may import May
from mir.providers.queries import place_of_service
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from mir.rounds.queries import RoundCard, edition

bp = Blueprint("actions", __name__)

locates("service_id", place_of_service)
locates("action_id", queries.place_of_action)

Page = str | Response | tuple[str, int]


@bp.app_context_processor
def actions_of() -> dict[str, object]:
    """Let a page of what was chosen together name the actions that came of it."""
    return {"actions_for": lambda priority_id: queries.actions_for(store(), priority_id)}


@bp.get("/services/<service_id>/actions")
@needs(May.READ_RESULTS)
def every(service_id: str) -> str:
    """What is done at this service, and what people can read of it."""
    found = tuple(_row(one) for one in queries.actions(store(), service_id))
    parts = (
        ("Late", tuple(one for one in found if one.late)),
        ("To do", tuple(one for one in found if one.action.state in OPEN and not one.late)),
        ("Done", tuple(one for one in found if one.action.state is State.DONE)),
        ("Stopped", tuple(one for one in found if one.action.state is State.STOPPED)),
    )
    page = ListPage(
        service=queries.service(store(), service_id),
        parts=tuple((name, rows) for name, rows in parts if rows),
        pledges=queries.pledges(store(), service_id),
        rounds=queries.closed_rounds(store(), service_id),
        changes=i_may(May.KEEP_ACTIONS),
        public=_public(service_id),
    )
    return render_template("actions/every.html", page=page)


@bp.get("/services/<service_id>/actions/new")
@needs(May.KEEP_ACTIONS)
def ask_new(service_id: str) -> str:
    """A new action, about something that people said."""
    card = round_of(service_id, request.args.get("round", ""))
    priority = request.args.get("priority", "")
    typed = TypedAction(card.id, request.args.get("measure", ""), priority_id=priority)
    return _form(FormPage(queries.service(store(), service_id), card, queries.measures(store(), card), typed))


@bp.post("/services/<service_id>/actions/new")
@needs(May.KEEP_ACTIONS)
def make(service_id: str) -> Page:
    """Keep it."""
    card = round_of(service_id, request.form.get("round", ""))
    typed, measures = forms.typed_action(request.form, card.id), queries.measures(store(), card)
    problems = tuple(forms.action_problems(typed, _codes(measures), clock.today()))
    if problems:
        page = FormPage(queries.service(store(), service_id), card, measures, typed, problems=problems)
        return _form(page), 422
    made = operations.make_action(store(), service_id, typed.new, _hand())
    return redirect(url_for("actions.one", action_id=made))


@bp.get("/actions/<action_id>")
@needs(May.READ_RESULTS)
def one(action_id: str) -> str:
    """One action."""
    action = queries.action(store(), action_id)
    service, told = queries.service(store(), action.service_id), moved(store(), action)
    if told.lines:
        about = f"{service.name}: {action.what}"
        tell_once_a_day(store(), Done("read whether an action helped", about, service.organisation_id))
    page = ActionPage(
        service=service,
        row=_row(action),
        moved=told,
        steps=queries.steps(store(), action_id),
        states=tuple(STATE_WORDS.items()),
        changes=i_may(May.KEEP_ACTIONS),
        colleagues=(("", "Nobody"), *_colleagues(action.service_id)),
        reminded=reminding.reminded(store(), action_id),
    )
    return render_template("actions/one.html", page=page)


@bp.get("/actions/<action_id>/change")
@needs(May.KEEP_ACTIONS)
def ask_change(action_id: str) -> str:
    """Say it in other words."""
    action = queries.action(store(), action_id)
    return _form(_changing(action, forms.standing_action(action)))


@bp.post("/actions/<action_id>/change")
@needs(May.KEEP_ACTIONS)
def change(action_id: str) -> Page:
    """Keep it; or show both, where somebody else changed it meanwhile."""
    action = queries.action(store(), action_id)
    typed = forms.typed_action(request.form, action.round.id)
    page = _changing(action, typed)
    problems = tuple(forms.action_problems(typed, _codes(page.measures), clock.today(), action.due))
    if problems:
        return _form(replace(page, problems=problems)), 422
    try:
        operations.change_action(
            store(), action_id, shown_version(request.form.get("version")), typed.new, _hand()
        )
    except ConflictError as error:
        return _form(replace(page, problems=(Problem("what", CHANGED),), now=action)), error.status
    return redirect(url_for("actions.one", action_id=action_id))


@bp.post("/actions/<action_id>/state")
@needs(May.KEEP_ACTIONS)
def move_on(action_id: str) -> Response:
    """Planned, under way, done or stopped, and what there is to say of it."""
    state = request.form.get("state", "")
    if state not in set(State):
        raise RefusalError("Go back and choose how far it has come.")
    operations.move_on(store(), action_id, State(state), plain(request.form.get("why")), _hand())
    return redirect(url_for("actions.one", action_id=action_id))


def _colleagues(service_id: str) -> tuple[tuple[str, str], ...]:
    return tuple((one.account_id, one.name) for one in reminding.colleagues(store(), service_id))


def _row(action: ActionView) -> Row:
    words = queries.measure_words(edition(store(), action.round.edition_hash), action.measure)
    return Row(action, words, STATE_WORDS[action.state], action.late(clock.today()))


def round_of(service_id: str, round_id: str) -> RoundCard:
    """The closed round of this id, or the latest. Raises RefusalError where there is none, NotFoundError."""
    rounds = queries.closed_rounds(store(), service_id)
    if not rounds:
        raise RefusalError("Actions start from what people said. Close a round of this service first.")
    if not round_id:
        return rounds[0]
    found = next((one for one in rounds if one.id == round_id), None)
    if found is None:
        raise NotFoundError("Choose one of the closed rounds of this service.")
    return found


def _codes(measures: Measures) -> frozenset[str]:
    return frozenset(code for _, options in measures for code, _ in options)


def _changing(action: ActionView, typed: TypedAction) -> FormPage:
    service, measures = queries.service(store(), action.service_id), queries.measures(store(), action.round)
    return FormPage(service, action.round, measures, typed, action.version)


def _form(page: FormPage) -> str:
    return render_template("actions/form.html", page=page)


def _public(service_id: str) -> str:
    address = queries.address(store(), service_id)
    settings: Settings = current_app.config["MIR_SETTINGS"]
    return settings.url + url_for("changed.page", address=address) if address else ""


def _hand() -> Hand:
    return Hand(current_user.name, clock.today())
