"""Somebody's own account: their name, their password, and where they are signed in."""

from flask import Blueprint, flash, get_flashed_messages, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts import operations, passkeys, second, sessions
from mir.accounts.entering import inside, me, settings, signed_in, sure
from mir.accounts.forms import ConfirmForm, NewPasswordForm, Problem, line, name_problem
from mir.db import store
from mir.limits import limiter
from mir.mail.operations import NewLetter
from mir.mail.postman import postman

bp = Blueprint("account", __name__)

Page = str | Response | tuple[str, int]

WRONG = "That is not your password. Try again, or sign out and ask for a link by email."


@bp.get("/account")
@signed_in
def mine() -> str:
    """What is kept of somebody who signs in, and what they can change."""
    return _mine(())


@bp.post("/account/name")
@signed_in
def rename() -> Page:
    """Change what one is called."""
    name = line(request.form.get("name"))
    wrong = name_problem(name)
    if wrong:
        return _mine((Problem("name", wrong),), name), 422
    operations.rename(store(), me(), name)
    flash("Your name is changed.")
    return redirect(url_for("account.mine"))


@bp.post("/account/sign-out-elsewhere")
@signed_in
def sign_out_elsewhere() -> Response:
    """Sign out of one other browser, or of all of them."""
    operations.sign_out_elsewhere(store(), me(), line(request.form.get("browser")))
    flash("You are signed out there.")
    return redirect(url_for("account.mine"))


@bp.get("/account/confirm")
@signed_in
def ask_confirm() -> str:
    """Ask for the password again, before how one signs in can be changed."""
    form = ConfirmForm(onward=inside(line(request.args.get("onward"))))
    return render_template("accounts/confirm.html", form=form, problems=())


@bp.post("/account/confirm")
@signed_in
@limiter.limit("20 per minute")
def confirm() -> Page:
    """Take the password, and go on to what is to be changed."""
    form = ConfirmForm()
    if operations.confirm(store(), me(), form.password.data or "", clock.now()):
        return redirect(inside(form.onward.data) or url_for("account.mine"))
    problems = (Problem("password", WRONG),)
    return render_template("accounts/confirm.html", form=form, problems=problems), 422


@bp.get("/account/password")
@sure
def ask_password() -> str:
    """A new password."""
    return render_template("accounts/password.html", form=NewPasswordForm(), problems=())


@bp.post("/account/password")
@sure
def set_password() -> Page:
    """Keep it; every other browser is signed out."""
    form = NewPasswordForm()
    problems = form.problems(me().email, me().name)
    if problems:
        return render_template("accounts/password.html", form=form, problems=problems), 422
    body = render_template("email/password_changed.txt", url=settings().url)
    letter = NewLetter("password changed", me().email, "Your password was changed", body)
    operations.set_password(store(), me(), form.password.data, letter, clock.now())
    postman().call()
    flash("Your password is kept. You are signed out in every other browser.")
    return redirect(url_for("account.mine"))


def _mine(problems: tuple[Problem, ...], name: str | None = None) -> str:
    return render_template(
        "accounts/mine.html",
        person=me(),
        name=me().name if name is None else name,
        keys=passkeys.keys(store(), me().id),
        second=second.is_on(store(), me().id),
        codes_left=second.codes_left(store(), me().id),
        browsers=sessions.browsers(store(), me(), clock.now()),
        problems=problems,
        notes=get_flashed_messages(),
    )
