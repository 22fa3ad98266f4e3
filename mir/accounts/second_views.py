"""The pages for the second step: asking for it at the door, switching it on and off."""

from io import BytesIO

import segno
from flask import Blueprint, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts import second
from mir.accounts.entering import enter_now, halfway, me, settings, sure
from mir.accounts.forms import Problem, line
from mir.accounts.second import Offer
from mir.db import store
from mir.errors import RefusalError
from mir.limits import limiter
from mir.mail.postman import postman

bp = Blueprint("second", __name__)

Page = str | Response | tuple[str, int]

WRONG = "These are not the digits that the app shows now, or the code was used before. Try the next ones."


@bp.get("/sign-in/second")
def ask() -> Page:
    """At the door: six digits, or a code that was written down."""
    if halfway() is None:
        return redirect(url_for("accounts.sign_in"))
    return render_template("accounts/second.html", problems=())


@bp.post("/sign-in/second")
@limiter.limit("30 per minute")
def try_second() -> Page:
    """Let them in."""
    come = halfway()
    if come is None:
        return redirect(url_for("accounts.sign_in"))
    account_id, how, onward = come
    if second.passes(store(), account_id, line(request.form.get("digits")), clock.now()):
        return enter_now(account_id, f"{how} and second step", onward)
    return render_template("accounts/second.html", problems=(Problem("digits", WRONG),)), 422


@bp.get("/account/second")
@sure
def ask_on() -> str:
    """A secret for an app, as a QR picture and in letters."""
    return _on(second.offer(me()), ())


@bp.post("/account/second")
@sure
def switch_on() -> Page:
    """Take the first digits of the app, and show the codes to write down: once."""
    secret, digits = line(request.form.get("secret")), line(request.form.get("digits"))
    try:
        codes = second.switch_on(store(), me(), secret, digits, clock.now())
    except RefusalError as error:
        return _on(second.offer(me(), secret), (Problem("digits", error.sentence),)), 422
    return render_template("accounts/codes.html", codes=codes)


@bp.post("/account/second/codes")
@sure
def more_codes() -> str:
    """New codes, in place of the old ones."""
    return render_template("accounts/codes.html", codes=second.new_codes(store(), me()))


@bp.post("/account/second/off")
@sure
def switch_off() -> Response:
    """Only the password from now on."""
    second.switch_off(store(), settings(), me().id)
    postman().call()
    flash("The second step is off.")
    return redirect(url_for("account.mine"))


def _on(offer: Offer, problems: tuple[Problem, ...]) -> str:
    picture = BytesIO()
    segno.make(offer.address, error="m", micro=False).save(
        picture, kind="svg", scale=4, border=4, light="#fff", xmldecl=False, svgclass="qr", lineclass=None
    )
    # The picture stands in the page: at an address of its own its secret would be kept by proxies.
    drawn = Markup(picture.getvalue().decode("ascii"))  # noqa: S704 - segno's own drawing of black and white
    spaced = " ".join(offer.secret[at : at + 4] for at in range(0, len(offer.secret), 4))
    return render_template(
        "accounts/second_on.html", secret=offer.secret, spaced=spaced, picture=drawn, problems=problems
    )
