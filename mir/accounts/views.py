"""Signing in and out. Opening a link changes nothing; pressing its button does."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import current_user, logout_user
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts import operations
from mir.accounts.entering import enter, inside, me, settings
from mir.accounts.forms import AskForm, Problem, SignInForm, address_problem, line
from mir.accounts.operations import Credentials
from mir.db import store
from mir.limits import limiter
from mir.mail.operations import NewLetter
from mir.mail.postman import postman

bp = Blueprint("accounts", __name__)

Page = str | Response | tuple[str, int]

WRONG = "This email address and password do not go together. Try again, or ask for a link by email."


@bp.get("/sign-in")
def sign_in() -> Page:
    """The way in."""
    onward = inside(line(request.args.get("next")))
    if current_user.is_authenticated:
        return redirect(onward or url_for("rounds.desk"))
    return render_template("accounts/sign_in.html", form=SignInForm(onward=onward), problems=())


@bp.post("/sign-in")
@limiter.limit("30 per minute; 200 per hour")
def try_password() -> Page:
    """Sign in with a password."""
    form = SignInForm()
    typed = Credentials(form.email.data, form.password.data or "")
    come = operations.sign_in(store(), typed, clock.now())
    if come is None:
        problems = (Problem("email", WRONG),)
        return render_template("accounts/sign_in.html", form=form, problems=problems), 422
    return enter(come, form.onward.data)


@bp.get("/sign-in/help")
def ask_help() -> str:
    """For somebody who has no password, or forgot it."""
    return render_template("accounts/ask_link.html", form=AskForm(), problems=())


@bp.post("/sign-in/help")
@limiter.limit("10 per minute; 60 per hour")
def send_link() -> Page:
    """Send a link to the address, if there is such an account. The page does not tell."""
    form = AskForm()
    wrong = address_problem(form.email.data)
    if wrong:
        problems = (Problem("email", wrong),)
        return render_template("accounts/ask_link.html", form=form, problems=problems), 422
    # The link itself is made where it is known whether there is an account.
    link = f"{settings().url}/sign-in/{{link}}"
    body = render_template("email/sign_in_link.txt", link=link, url=settings().url)
    letter = NewLetter("sign-in link", "", "Your link to sign in", body)
    operations.ask_for_link(store(), form.email.data, letter, clock.now())
    postman().call()
    return render_template("accounts/link_sent.html", email=form.email.data)


@bp.get("/sign-in/<secret>")
def sign_in_link(secret: str) -> str:
    """A button, so that a mail scanner that opens the link does not use it up."""
    return render_template("accounts/sign_in_link.html", secret=secret)


@bp.post("/sign-in/<secret>")
@limiter.limit("30 per minute")
def use_link(secret: str) -> Response:
    """Sign in."""
    return enter(operations.use_sign_in_link(store(), secret, clock.now()))


@bp.post("/sign-out")
def sign_out() -> Response:
    """Sign out."""
    if current_user.is_authenticated:
        operations.sign_out(store(), me())
    logout_user()
    return redirect(url_for("respond.front"))
