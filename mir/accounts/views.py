"""Signing in and out. Opening a link changes nothing; pressing its button does."""

from flask import Blueprint, redirect, render_template, url_for
from flask_login import login_user, logout_user
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts import operations
from mir.db import store

bp = Blueprint("accounts", __name__)


@bp.get("/sign-in")
def sign_in() -> str:
    """How to get in, for somebody without a link."""
    return render_template("accounts/sign_in.html")


@bp.get("/sign-in/<secret>")
def sign_in_link(secret: str) -> str:
    """A button, so that a mail scanner that opens the link does not use it up."""
    return render_template("accounts/sign_in_link.html", secret=secret)


@bp.post("/sign-in/<secret>")
def use_link(secret: str) -> Response:
    """Sign in."""
    login_user(operations.use_sign_in_link(store(), secret, clock.now()))
    return redirect(url_for("rounds.desk"))


@bp.post("/sign-out")
def sign_out() -> Response:
    """Sign out."""
    logout_user()
    return redirect(url_for("respond.front"))
