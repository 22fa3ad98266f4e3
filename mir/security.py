"""Cookies, headers, limits and signing in: what keeps one person's things from another."""

from datetime import timedelta
from typing import ParamSpec, TypeVar

from flask import Flask, current_app, request
from flask_login import LoginManager, current_user
from flask_wtf import CSRFProtect
from werkzeug.wrappers import Response

from mir import clock, limits, policy
from mir.accounts import entering, sessions
from mir.accounts.queries import Person
from mir.config import Settings
from mir.db import store

ANSWERS_LAST = timedelta(days=120)
"""How long a browser remembers where its answers are: longer than any round."""

ALWAYS_HTTPS = int(timedelta(days=365).total_seconds())
"""For how long a browser that was here over https comes no other way, so that nobody between can read it."""

CONTENT_POLICY, SCRIPT_POLICY, scripted = policy.CONTENT_POLICY, policy.SCRIPT_POLICY, policy.scripted

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
        # It lasts as long as a round can: to send it again with every page would only cost time and bytes.
        PERMANENT_SESSION_LIFETIME=ANSWERS_LAST,
        SESSION_REFRESH_EACH_REQUEST=False,
        # Nobody is hurried: a page may lie open for as long as the session lasts.
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=settings.secure,
        # Every sentence about a field is ours, in `mir.i18n`: WTForms need not look for its own.
        WTF_I18N_ENABLED=False,
    )
    csrf.init_app(app)
    limiter.init_app(app)
    login.init_app(app)
    login.login_view = "accounts.sign_in"
    login.login_message = None
    login.user_loader(_person)
    app.after_request(_headers)


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
    if current_app.config["SESSION_COOKIE_SECURE"]:
        headers["Strict-Transport-Security"] = f"max-age={ALWAYS_HTTPS}"
    for name, value in headers.items():
        response.headers.setdefault(name, value)
    if not request.path.startswith("/static/"):
        # A shared tablet must not show the last person's page to the next.
        response.headers.setdefault("Cache-Control", "no-store")
    return response
