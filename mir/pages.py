"""What every page has: dates in words, the version it showed, and a page for each thing that goes wrong."""

import json
import logging
from datetime import date
from functools import cache
from html import escape
from http import HTTPStatus

from flask import Flask, Response, current_app, make_response, render_template, request
from flask_limiter.errors import RateLimitExceeded
from flask_wtf.csrf import CSRFError, generate_csrf
from itsdangerous import BadSignature, URLSafeSerializer
from jinja2 import StrictUndefined
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge

from mir import i18n
from mir.errors import NotFoundError, RefusalError
from mir.places import TEMPLATES
from surveys.languages.tags import direction
from surveys.symbols import SYMBOLS

log = logging.getLogger("mir")

Page = Response | tuple[str, int]

PROGRAMS = "/api/"
"""Below this, whoever asks is a program, and is answered as one."""

_WORDS: dict[type[HTTPException], tuple[str, str]] = {
    NotFound: (NotFoundError.heading, NotFoundError.sentence),
    RequestEntityTooLarge: (
        "That is too much at once",
        "What you sent is too long for one page. Go back and make it shorter.",
    ),
    RateLimitExceeded: (
        "Please wait a minute",
        "Too many tries in a short time. Wait one minute, then try again.",
    ),
    CSRFError: (
        "Please send that page again",
        "This page was open for a long time or in another browser. Go back, reload it and try again.",
    ),
}
_FILE = (
    "That file is too large",
    "Nothing of it was kept. Go back and choose a smaller file, or split it into several.",
)
"""Only at the desk: nobody who answers sends a file."""
DRAWINGS = "components/symbols"
_MOST_DIGITS = 9
DESK = "Go to services and rounds"
SKIP, START = "Skip to the main part", "Go to the start page"
WORRIED, LEAVE = "I am worried, or not safe", "Leave this page quickly"
_ANY = ("We could not do that", "Go back and try again.")
_OURS = ("Something went wrong on our side", "Nothing you sent before is lost. Please try again in a minute.")


def attach(app: Flask) -> None:
    """Teach the templates what they need and give each error its page."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["token"] = token
    app.jinja_env.filters["day"] = day
    app.jinja_env.filters["in_its_language"] = in_its_language
    app.before_request(_only_letters)
    app.register_error_handler(RefusalError, _refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _broken)


def shown_version(text: str | None) -> int:
    """The version that a page showed, as its form sends it; 0 for anything that is none."""
    given = text or ""
    return int(given) if given.isascii() and given.isdecimal() and len(given) <= _MOST_DIGITS else 0


def day(when: date) -> str:
    """Put a date in words, for the desk: 3 March 2026."""
    return f"{when.day} {when:%B %Y}"


class Element(str):
    """HTML that is safe as it stands."""

    __slots__ = ()

    def __html__(self) -> str:
        """The same: what templates ask for before they escape."""
        return self


@cache
def symbol(slug: str, kind: str = "") -> Element:
    """One of our drawings, beside words that say the same; nothing for a name that was never drawn."""
    if slug not in SYMBOLS:
        return Element("")
    drawn = (TEMPLATES / DRAWINGS / f"{slug}.svg").read_text("utf-8").strip()
    named = f"symbol {kind}".strip()
    return Element(f'<svg class="{named}" viewBox="0 0 48 48" width="48" aria-hidden="true">{drawn}</svg>\n')


def token() -> Element:
    """What proves that a form was ours: first in every form that posts."""
    return Element(f'<input type="hidden" name="csrf_token" value="{generate_csrf()}">')


def in_its_language(words: str) -> str:
    """Words for an element of a page, which say so where they are in another language than the page."""
    if not getattr(words, "apart", False):
        return words
    language, way = words.language, words.direction  # type: ignore[attr-defined]  # mir.respond.words.Spoken
    return Element(f'<span lang="{escape(language)}" dir="{way}">{escape(words)}</span>')


def _only_letters() -> None:
    # PostgreSQL breaks off at this sign instead of finding nothing, and no address of ours has it.
    if "\0" in request.path or any("\0" in value for value in request.args.values()):
        raise NotFoundError


def went_wrong(heading: str, sentence: str, status: int) -> Page:
    """The page that says so in plain words; the same for a program."""
    if request.path.startswith(PROGRAMS):
        return _problem(heading, sentence, status)
    language, told = i18n.here(), (i18n.say(heading), i18n.say(sentence), status)
    page = render_template(
        "errors/error.html",
        heading=told[0],
        sentence=told[1],
        told=_seal().dumps(told),
        skip=i18n.say(SKIP),
        start=i18n.say(START),
        desk=DESK,
        worried=i18n.say(WORRIED),
        leave=i18n.say(LEAVE),
        language=language,
        direction=direction(language),
    )
    return page, status


def told_again(sealed: str) -> Page | None:
    """The same page once more, for whoever changed how it looks; None for words that are not ours."""
    try:
        return went_wrong(*_seal().loads(sealed))
    except BadSignature:
        return None


def _seal() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt="what went wrong")


def _problem(heading: str, sentence: str, status: int) -> Response:
    """The same for a program, as RFC 9457 has it."""
    told = json.dumps({"title": heading, "status": status, "detail": sentence}, ensure_ascii=False)
    answer = Response(told, status, mimetype="application/problem+json")
    if status == HTTPStatus.UNAUTHORIZED:
        answer.www_authenticate = WWWAuthenticate("bearer", {"realm": "Making it Real"})
    return answer


def _refused(error: RefusalError) -> Page:
    return went_wrong(error.heading, i18n.say(error.said, **error.facts), error.status)


def _http(error: HTTPException) -> Page | HTTPException:
    if error.code is None or error.code < 400:  # noqa: PLR2004 - a redirect is not an error
        return error
    heading, sentence = next((words for kind, words in _WORDS.items() if isinstance(error, kind)), _ANY)
    if isinstance(error, RequestEntityTooLarge) and request.mimetype == "multipart/form-data":
        heading, sentence = _FILE
    answer = make_response(went_wrong(heading, sentence, error.code))
    if isinstance(error, MethodNotAllowed):
        answer.allow.update(error.valid_methods or ())
    return answer


def _broken(error: Exception) -> Page:
    # The type and place only: the message of an exception may hold what somebody typed.
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
    log.error("%s at %s", type(error).__name__, where)
    return went_wrong(*_OURS, 500)
