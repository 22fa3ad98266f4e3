"""What a browser may load for a page: nothing but our own, and scripts only where a page says so."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import after_this_request
from werkzeug.wrappers import Response

CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

SCRIPT_POLICY = CONTENT_POLICY + "; script-src 'self'"
"""For pages that are faster or can be heard with a script of ours. Every one works without it."""
PLAY_POLICY = SCRIPT_POLICY + "; media-src 'self'"
"""For questions that somebody has recorded or filmed."""
OFFLINE_POLICY = SCRIPT_POLICY + "; worker-src 'self'; connect-src 'self'"
"""For the pages of a shared tablet, which go on without a network. With one they work without script too."""

Given = ParamSpec("Given")
Page = TypeVar("Page")


def scripted(view: Callable[Given, Page]) -> Callable[Given, Page]:
    """Let this page load scripts from our own static files."""

    @wraps(view)
    def allowed(*args: Given.args, **kwargs: Given.kwargs) -> Page:
        after_this_request(_may_script)
        return view(*args, **kwargs)

    return allowed


def _may_script(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = SCRIPT_POLICY
    return response


def may_script(response: Response) -> Response:
    """After each request of a room: its pages may load scripts of ours. One that says more keeps its own."""
    response.headers.setdefault("Content-Security-Policy", SCRIPT_POLICY)
    return response


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
