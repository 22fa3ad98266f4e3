"""Letting somebody in, in this browser: where they go next, and what changes with it."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

from flask import current_app, redirect, request, session, url_for
from flask_login import current_user, login_user
from werkzeug.wrappers import Response

from mir import clock
from mir.accounts import operations, sessions
from mir.accounts.operations import Halfway
from mir.accounts.queries import Person
from mir.config import Settings
from mir.db import store

Given = ParamSpec("Given")
Page = TypeVar("Page")


HALFWAY_LASTS = 10 * 60
"""Seconds that the page for the second step may lie open."""


def enter(come: Halfway, onward: str = "") -> Response:
    """Let somebody in, or ask for their second step first."""
    onward = inside(onward)
    if come.second:
        session["halfway"] = [come.person.id, come.how, onward, int(clock.now().timestamp())]
        return redirect(url_for("second.ask"))
    return enter_now(come.person.id, come.how, onward)


def enter_now(account_id: str, how: str, onward: str) -> Response:
    """Sign this browser in under a new secret, and go on."""
    person = operations.enter(store(), account_id, how, agent(), clock.now())
    for held in ("csrf_token", "halfway"):
        session.pop(held, None)  # what a page of before held opens nothing any more
    login_user(person)
    return redirect(inside(onward) or url_for("rounds.desk"))


def halfway() -> tuple[str, str, str] | None:
    """Who waits for their second step in this browser, how they came, and where they go; None for nobody."""
    held = session.get("halfway")
    if not held or clock.now().timestamp() - held[3] > HALFWAY_LASTS:
        return None
    return held[0], held[1], held[2]


def inside(address: str) -> str:
    """The address, if it is a page of this site; else nothing."""
    parts = urlsplit(address)
    ours = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if ours and not parts.scheme and not parts.netloc else ""


def agent() -> str:
    """What this browser says of itself."""
    return request.headers.get("User-Agent", "")


def me() -> Person:
    """Whoever has signed in."""
    found: Person = current_user._get_current_object()  # noqa: SLF001 - the person behind Werkzeug's proxy
    return found


def settings() -> Settings:
    """The settings of the application that is answering now."""
    found: Settings = current_app.config["MIR_SETTINGS"]
    return found


def signed_in(view: Callable[Given, Page]) -> Callable[Given, Page | Response]:
    """Let only somebody who has signed in reach this page; others are told how to get in."""

    @wraps(view)
    def guarded(*args: Given.args, **kwargs: Given.kwargs) -> Page | Response:
        return view(*args, **kwargs) if current_user.is_authenticated else _shown_in()

    return guarded


def sure(view: Callable[Given, Page]) -> Callable[Given, Page | Response]:
    """Let somebody reach this page only who showed a short while ago that it is they."""

    @wraps(view)
    def asked(*args: Given.args, **kwargs: Given.kwargs) -> Page | Response:
        if not current_user.is_authenticated:
            return _shown_in()
        if sessions.is_sure(store(), me().token, clock.now()):
            return view(*args, **kwargs)
        onward = request.path if request.method == "GET" else url_for("account.mine")
        return redirect(url_for("account.ask_confirm", onward=onward))

    return asked


def _shown_in() -> Response:
    found: Response = current_app.login_manager.unauthorized()  # type: ignore[attr-defined]  # Flask-Login's
    return found
