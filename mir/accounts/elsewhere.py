"""Signing in with an account of one's own organisation: OpenID Connect, by Authlib. Off unless it is set."""

from typing import Any

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.flask_client import OAuth
from flask import Blueprint, Flask, abort, current_app, render_template, request, session, url_for
from joserfc.errors import JoseError
from requests import RequestException
from werkzeug.wrappers import Response

from mir.accounts import operations
from mir.accounts.entering import enter, inside, settings
from mir.accounts.forms import Problem, SignInForm, line
from mir.config import Settings
from mir.db import store
from mir.limits import limiter

bp = Blueprint("elsewhere", __name__)

Page = str | Response | tuple[str, int]

_NAME = "elsewhere"
DOWN = "We cannot reach the place where you sign in. Try again in a minute, or use your password."
UNKNOWN = "Nobody here has the email address of that account. Ask the person who leads your organisation."


def attach(app: Flask, given: Settings) -> None:
    """Let people sign in elsewhere, where that is set."""
    oauth = OAuth(app)
    if given.oidc:
        oauth.register(
            _NAME,
            client_id=given.oidc.client_id,
            client_secret=given.oidc.client_secret,
            server_metadata_url=f"{given.oidc.issuer}/.well-known/openid-configuration",
            client_kwargs={"scope": "openid email", "code_challenge_method": "S256", "timeout": 10},
        )
    app.extensions["mir_elsewhere"] = oauth


@bp.app_context_processor
def named() -> dict[str, object]:
    """Let the sign-in page show the way."""
    given = settings().oidc
    return {"elsewhere": given.name if given else ""}


@bp.post("/sign-in/elsewhere")
@limiter.limit("30 per minute")
def go() -> Page:
    """Go there."""
    client = _client()
    session["onward"] = inside(line(request.form.get("onward")))
    try:
        found: Response = client.authorize_redirect(f"{settings().url}{url_for('elsewhere.back')}")
    except (RequestException, OAuthError):
        return _door(DOWN)
    return found


@bp.get("/sign-in/elsewhere/back")
@limiter.limit("30 per minute")
def back() -> Page:
    """Come back from there, with an address that they have checked."""
    try:
        token = _client().authorize_access_token()
    except (OAuthError, RequestException, JoseError, KeyError, ValueError):
        return _door(DOWN)
    told = token.get("userinfo") or {}
    email = line(str(told.get("email", "")))
    # An address that nobody checked could be anybody's.
    come = operations.known_elsewhere(store(), email) if told.get("email_verified") is True else None
    if come is None:
        return _door(UNKNOWN)
    return enter(come, session.pop("onward", ""))


def _client() -> Any:  # noqa: ANN401 - Authlib has no types
    if not settings().oidc:
        abort(404)
    return current_app.extensions["mir_elsewhere"].create_client(_NAME)


def _door(sentence: str) -> Page:
    problems = (Problem("email", sentence),)
    return render_template("accounts/sign_in.html", form=SignInForm(), problems=problems), 422
