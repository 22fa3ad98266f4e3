"""Cookies, headers, limits and signing in: what keeps one person's things from another."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from flask import Flask, after_this_request, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager, current_user
from flask_wtf import CSRFProtect
from werkzeug.wrappers import Response

from mir.accounts import queries
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

OFFLINE_POLICY = SCRIPT_POLICY + "; worker-src 'self'; connect-src 'self'"
"""For the pages of a shared tablet, which go on without a network. With one they work without script too."""

Given = ParamSpec("Given")
Page = TypeVar("Page")

# Addresses are counted in memory for a minute and never written down.
limiter = Limiter(get_remote_address, storage_uri="memory://", default_limits=[])
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


def signed_in(view: Callable[Given, Page]) -> Callable[Given, Page | Response]:
    """Let only somebody who has signed in reach this page; others are told how to get in."""

    @wraps(view)
    def guarded(*args: Given.args, **kwargs: Given.kwargs) -> Page | Response:
        if current_user.is_authenticated:
            return view(*args, **kwargs)
        return cast("Response", login.unauthorized())

    return guarded


def scripted(view: Callable[Given, Page]) -> Callable[Given, Page]:
    """Let this page of the desk load scripts from our own static files."""

    @wraps(view)
    def allowed(*args: Given.args, **kwargs: Given.kwargs) -> Page:
        after_this_request(_may_script)
        return view(*args, **kwargs)

    return allowed


def offline(view: Callable[Given, Page]) -> Callable[Given, Page]:
    """Let this page of a shared tablet keep itself, and send what waits, with scripts of our own."""

    @wraps(view)
    def allowed(*args: Given.args, **kwargs: Given.kwargs) -> Page:
        after_this_request(_may_work_offline)
        return view(*args, **kwargs)

    return allowed


def _may_work_offline(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = OFFLINE_POLICY
    return response


def _may_script(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = SCRIPT_POLICY
    return response


def me() -> str:
    """The account id of whoever has signed in."""
    account_id: str = current_user.id
    return account_id


def _person(account_id: str) -> Person | None:
    return queries.person(store(), account_id)


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
