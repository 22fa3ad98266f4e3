"""The one guard of the desk: who may open a page, by what its address names."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from flask import Flask
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from mir.db import store
from mir.errors import NotAllowedError, NotFoundError
from mir.providers.may import REFUSED, May, may
from mir.providers.queries import Place, role_at, roles_of
from mir.security import login, me

Locate = Callable[[Session, str], Place | None]
"""Finds where a thing is by its id; None where there is no such thing."""

Given = ParamSpec("Given")
Page = TypeVar("Page")

_LOCATE: dict[str, Locate] = {}
_NOWHERE = Place("", "")


def locates(name: str, find: Locate) -> None:
    """Say how the guard finds the place of what stands as `<name>` in an address."""
    _LOCATE[name] = find


def needs(what: May) -> Callable[[Callable[Given, Page]], Callable[Given, Page | Response]]:
    """Let only somebody open this page who may do this where its address leads.

    What is not there and what is another's look alike. A page whose address names
    no place is for whoever may do this anywhere.
    """

    def guarded(view: Callable[Given, Page]) -> Callable[Given, Page | Response]:
        @wraps(view)
        def asked(*args: Given.args, **kwargs: Given.kwargs) -> Page | Response:
            if not current_user.is_authenticated:
                return cast("Response", login.unauthorized())
            named = {name: str(value) for name, value in kwargs.items() if name in _LOCATE}
            with store().reading() as session:
                _allow_all(session, named, what)
            return view(*args, **kwargs)

        return asked

    return guarded


def owners_only(view: Callable[Given, Page]) -> Callable[Given, Page | Response]:
    """Let only somebody open this page who looks after the whole site."""

    @wraps(view)
    def asked(*args: Given.args, **kwargs: Given.kwargs) -> Page | Response:
        if not current_user.is_authenticated:
            return cast("Response", login.unauthorized())
        if not current_user.owner:
            raise NotAllowedError("This page is for whoever looks after the whole site.")
        return view(*args, **kwargs)

    return asked


def allow(session: Session, account_id: str, what: May, place: Place | None) -> None:
    """Raises NotFoundError for a place that is not this account's to see, NotAllowedError for a thing."""
    # As much is looked up for what is not there, so that the wait does not tell the two apart.
    role = role_at(session, account_id, place or _NOWHERE)
    if role is None:
        raise NotFoundError
    if not may(role, what):
        raise NotAllowedError(REFUSED[what])


def i_may(what: May) -> bool:
    """Whether whoever has signed in may do this anywhere: for pages that show the way there."""
    if not current_user.is_authenticated:
        return False
    with store().reading() as session:
        return any(may(role, what) for role in roles_of(session, me()))


def attach(app: Flask) -> None:
    """Let the pages ask what the reader may do: `i_may('make surveys')`."""
    app.context_processor(lambda: {"i_may": lambda what: i_may(May(what))})


def _allow_all(session: Session, named: dict[str, str], what: May) -> None:
    for name, value in named.items():
        allow(session, me(), what, _LOCATE[name](session, value))
    if not named and not any(may(role, what) for role in roles_of(session, me())):
        raise NotAllowedError(REFUSED[what])
