"""Cookies, headers, limits and signing in: what keeps one person's things from another."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask, after_this_request, request
from flask_login import LoginManager, current_user
from flask_wtf import CSRFProtect
from werkzeug.wrappers import Response

from mir import clock, limits
from mir.accounts import entering, sessions
from mir.accounts.queries import Person
from mir.config import Settings
from mir.db import store

ANSWERS_LAST = timedelta(days=120)
"""How long a browser remembers where its answers are: longer than any round."""

CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

SCRIPT_POLICY = CONTENT_POLICY + "; script-src 'self'"
"""For the few pages of the desk that go faster with a script of ours. Every one works without it."""

Given = ParamSpec("Given")
Page = TypeVar("Page")

limiter = limits.limiter
signed_in = entering.signed_in
csrf = CSRFProtect()
login = LoginManager()


def attach(app: Flask, settings: Settings) -> None:
    """Give the application its manners."""
    app.config.update(
        SESSION_COOKIE_NAME="__Host-mir" if settings.secure else "mir",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure,
        PERMANENT_SESSION_LIFETIME=ANSWERS_LAST,
        # Nobody is hurried: a page may lie open for as long as the session lasts.
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=settings.secure,
    )
    csrf.init_app(app)
    limiter.init_app(app)
    login.init_app(app)
    login.login_view = "accounts.sign_in"
    login.login_message = None
    login.user_loader(_person)
    app.after_request(_headers)


def scripted(view: Callable[Given, Page]) -> Callable[Given, Page]:
    """Let this page of the desk load scripts from our own static files."""

    @wraps(view)
    def allowed(*args: Given.args, **kwargs: Given.kwargs) -> Page:
        after_this_request(_may_script)
        return view(*args, **kwargs)

    return allowed


def _may_script(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = SCRIPT_POLICY
    return response


def me() -> str:
    """The account id of whoever has signed in."""
    account_id: str = current_user.id
    return account_id


def _person(token: str) -> Person | None:
    return sessions.whose(store(), token, clock.now())


def _headers(response: Response) -> Response:
    headers = {
        "Content-Security-Policy": CONTENT_POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
    for name, value in headers.items():
        response.headers.setdefault(name, value)
    if not request.path.startswith("/static/"):
        # A shared tablet must not show the last person's page to the next.
        response.headers.setdefault("Cache-Control", "no-store")
    return response
