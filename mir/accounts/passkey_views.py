"""The pages for passkeys. They need a script: only a script can ask a device to sign."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts import passkeys
from mir.accounts.entering import enter, inside, me, settings, sure
from mir.accounts.forms import Problem, line, not_typed
from mir.accounts.passkeys import Key, Question
from mir.db import store
from mir.errors import RefusalError
from mir.limits import limiter
from mir.mail.postman import postman
from mir.policy import scripted

bp = Blueprint("passkeys", __name__)

Page = str | Response | tuple[str, int]

WRONG = "We do not know this passkey. Try another one, or sign in with your password."


@bp.get("/sign-in/passkey")
@scripted
def ask() -> str:
    """At the door: let the device sign."""
    return _door(inside(line(request.args.get("onward"))), ())


@bp.post("/sign-in/passkey")
@scripted
@limiter.limit("30 per minute")
def try_passkey() -> Page:
    """Let them in."""
    onward = line(request.form.get("onward"))
    asked = _asked()
    come = passkeys.who_signed(store(), settings(), request.form.get("answer", ""), asked) if asked else None
    if come is None:
        return _door(inside(onward), (Problem("passkey", WRONG),)), 422
    return enter(come, onward)


@bp.get("/account/passkeys/new")
@sure
@scripted
def ask_new() -> str:
    """Let the device make a key."""
    return _new("", ())


@bp.post("/account/passkeys/new")
@sure
@scripted
def add() -> Page:
    """Keep it."""
    name, asked = line(request.form.get("name")), _asked()
    try:
        passkeys.add(store(), settings(), me(), (name, request.form.get("answer", "")), asked)
    except RefusalError as error:
        return _new(name, (Problem("passkey", error.sentence),)), 422
    postman().call()
    flash("The passkey is kept. From now on you can sign in with it.")
    return redirect(url_for("account.mine"))


@bp.get("/account/passkeys/<key_id>/remove")
@sure
def ask_remove(key_id: str) -> str:
    """What removing one means."""
    return _removing(passkeys.key(store(), me().id, key_id))


@bp.post("/account/passkeys/<key_id>/remove")
@sure
def remove(key_id: str) -> Page:
    """Forget one, once its name has been typed: nobody can bring it back."""
    key, typed = passkeys.key(store(), me().id, key_id), request.form.get("name", "")
    wanted = not_typed(typed, key.name, "of the passkey to remove it")
    if wanted:
        return _removing(key, typed, wanted), 422
    passkeys.remove(store(), settings(), me(), key_id)
    postman().call()
    flash("The passkey is removed.")
    return redirect(url_for("account.mine"))


def _removing(key: Key, typed: str = "", error: str = "") -> str:
    return render_template("accounts/remove_passkey.html", key=key, typed=typed, error=error)


def _door(onward: str, problems: tuple[Problem, ...]) -> str:
    question = _ask(passkeys.ask_to_sign(settings()))
    return render_template("accounts/passkey.html", options=question, onward=onward, problems=problems)


def _new(name: str, problems: tuple[Problem, ...]) -> str:
    question = _ask(passkeys.ask_to_make(store(), settings(), me()))
    return render_template("accounts/new_passkey.html", options=question, name=name, problems=problems)


def _ask(question: Question) -> str:
    """The options for the page; the challenge waits in this browser's cookie, for one answer."""
    when = int(clock.now().timestamp())
    session["asked"] = [urlsafe_b64encode(question.challenge).decode("ascii"), when]
    return question.options


def _asked() -> bytes:
    held = session.pop("asked", None)
    lasts = 600
    if not held or clock.now().timestamp() - held[1] > lasts:
        return b""
    return urlsafe_b64decode(held[0])
