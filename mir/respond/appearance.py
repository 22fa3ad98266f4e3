"""How this browser wants the answering pages to look: kept in its cookie, beside nothing of any answer."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Flask, has_request_context, request, session
from werkzeug.exceptions import RequestEntityTooLarge

from mir import i18n, pages
from mir.i18n import ANSWERING, Tongue
from mir.pages import Element
from mir.respond.words import Words, words_for
from surveys.framework import Presentation

LOOK = "look-"
"""What the buttons send: look-large, and look-large-off."""
HERE = LOOK + "here"
"""On a shared tablet: somebody is still there. The same page again, as it is."""
LANGUAGE = "language-"
"""What the buttons of other languages send: language-cy."""
FLAGS = ("large", "contrast", "bare", "keyless")
NOTHING = Element("")
PLACE = "looks"
"""The place on a page where its settings are."""


@dataclass(frozen=True)
class Appearance:
    """Everything off is how pages look unless somebody asks."""

    large: bool = False
    """Large print: type of 28 pixels, and a page laid out for it."""
    contrast: bool = False
    """Black, white and yellow."""
    bare: bool = False
    """No pictures."""
    keyless: bool = False
    """No number keys for an interviewer: a voice or a switch must not press them by chance (WCAG 2.1.4)."""
    live: bool = False
    """Whether this is somebody's own page, which may change, and not one that the desk only looks at."""

    @property
    def classes(self) -> str:
        """What the body of a page is called, so that the stylesheet knows."""
        return "".join(f" {flag}" for flag in FLAGS if getattr(self, flag))


_AS_IT_IS = Appearance()
_AT_THE_DESK = frozenset({"concerns.message", "concerns.messages"})
"""Pages of a room that people who answer use too."""


def here() -> Appearance:
    """How this request's page looks. The desk looks the same for everybody."""
    if not has_request_context() or request.blueprint not in ANSWERING or request.endpoint in _AT_THE_DESK:
        return _AS_IT_IS
    return _kept(session.get("looks", ""))


@cache
def _kept(looks: str) -> Appearance:
    kept = looks.split()
    return Appearance(**{flag: flag in kept for flag in FLAGS}, live=True)


def symbol(slug: str, kind: str = "") -> Element:
    """One of our drawings, or nothing where this browser wants no pictures."""
    return NOTHING if here().bare else pages.symbol(slug, kind)


def change(go: str) -> bool:
    """Do what a button asks; whether it was one about how pages look. Pressed twice, it does the same."""
    name, _, off = go.removeprefix(LOOK).partition("-")
    if not go.startswith(LOOK):
        return False
    kept = {flag for flag in session.get("looks", "").split() if flag != name}
    session["looks"] = " ".join(flag for flag in FLAGS if flag in kept or (flag == name and not off))
    return True


def stays(go: str) -> bool:
    """Whether a button shows the same page another way: other words, another language, another look."""
    return go == "switch" or go.startswith((LANGUAGE, LOOK))


def is_open() -> bool:
    """Whether the settings stand open: after a change, so that more can be changed at once."""
    try:
        go = request.form.get("go", "")
    except RequestEntityTooLarge:  # the page that says so asks this too
        go = ""
    return (stays(go) and go != HERE) or request.args.get(PLACE) == "open"


def way_back(asked: str, *, speaks: bool = False) -> str:
    """An address of this site to lead back to; the front page where another was asked for.

    With `speaks` it names no language: another was chosen since.
    """
    parts = urlsplit(asked.replace("\\", "/"))
    ours = not (parts.scheme or parts.netloc) and parts.path.startswith("/")
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = urlencode([pair for pair in query if not (speaks and pair[0] == "language")])
    return f"{parts.path}?{kept}" if ours and not parts.path.startswith("//") else "/"


@dataclass(frozen=True)
class Around:
    """What a page without a frame of its own says of how it looks: one that tells what went wrong."""

    words: Words
    tongues: tuple[Tongue, ...]


def around() -> Around:
    """The same, in the language of this request."""
    language = i18n.here()
    others = tuple(Tongue(tag) for tag in i18n.known() if tag != language)
    return Around(words_for(language, Presentation.EASY_READ), others)


def this_page() -> str:
    """The address of this page with what was asked of it, as it can stand in a page."""
    return "".join(one for one in request.full_path if one.isprintable())


def attach(app: Flask) -> None:
    """Let every template ask: drawings stand in many, and none of them has to be told."""
    app.jinja_env.globals["around"] = around
    app.jinja_env.globals["this_page"] = this_page
    app.jinja_env.globals["appearance"] = here
    app.jinja_env.globals["looks_open"] = is_open
    app.jinja_env.globals["symbol"] = symbol
