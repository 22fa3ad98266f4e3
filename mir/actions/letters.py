"""Who is reminded of an action by e-mail, and everybody’s own switch for such letters."""

from flask import Blueprint, flash, get_flashed_messages, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir.actions import reminding
from mir.db import store
from mir.providers.guard import needs
from mir.providers.may import May
from mir.security import me, signed_in

bp = Blueprint("reminders", __name__)


@bp.post("/actions/<action_id>/reminded")
@needs(May.KEEP_ACTIONS)
def choose(action_id: str) -> Response:
    """Choose who is reminded of an action."""
    reminding.remind_of(store(), action_id, request.form.get("colleague", ""))
    return redirect(url_for("actions.one", action_id=action_id))


@bp.get("/account/letters")
@signed_in
def ask() -> str:
    """Whether letters about actions come."""
    wanted = reminding.wanted(store(), me())
    return render_template("actions/letters.html", wanted=wanted, notes=get_flashed_messages())


@bp.post("/account/letters")
@signed_in
def switch() -> Response:
    """Switch them on or off."""
    yes = request.form.get("wanted") == "yes"
    reminding.want(store(), me(), yes=yes)
    flash("Letters about actions come again." if yes else "No more letters about actions come.")
    return redirect(url_for("reminders.ask"))
