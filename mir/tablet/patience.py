"""On a shared tablet without script: asking whether somebody is there, and then going back to the start."""

from dataclasses import dataclass

from flask import Blueprint, current_app, has_request_context, request, url_for
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from mir import i18n
from mir.config import Settings
from mir.db import store
from mir.respond import browser, leading_back
from mir.tablet.pages import spoken
from mir.tablet.words import TabletWords

bp = Blueprint("patience", __name__)

ROOMS = i18n.ANSWERING - {"tablet", None} | {"alone", "interview"}
"""Where somebody may have walked away. The pages of the tablet itself have a script that asks."""
MINUTE = 60
ANSWERING = 2
"""So many minutes there are for pressing the button, as `TabletWords.still_deleted` says."""


@dataclass(frozen=True)
class Asking:
    """The question over the page. It stands there from the start, and a stylesheet shows it in time."""

    words: TabletWords
    kept: bool
    """Whether four words lead to the answers, so that they are not deleted."""
    again: str
    """The address of the same page."""
    style: str


def asking() -> Asking | None:
    """What this page asks when nobody has pressed anything for a while; None where nothing could be lost."""
    held = browser.current() if _is_shared() else None
    if held is None:
        return None
    kept = leading_back.has_words(store(), held.secret)
    again = request.full_path if request.method == "GET" else request.path
    return Asking(spoken(i18n.here()), kept, again, url_for("patience.style", after=asks_after()))


def asks_after() -> int:
    """Seconds until a page asks."""
    settings: Settings = current_app.config["MIR_SETTINGS"]
    return settings.tablet_minutes * MINUTE


def forgets_after() -> int:
    """Seconds from the question until the tablet forgets."""
    return ANSWERING * MINUTE


@bp.get("/tablet/patience.css")
def style() -> Response:
    """When the question appears. Scripts are not needed for it, and what is typed stays where it is."""
    rule = f".still {{ animation-delay: {asks_after()}s; }}\n"
    return current_app.response_class(rule, mimetype="text/css")


@bp.after_app_request
def go_back(response: Response) -> Response:
    """Tell the browser when to go back to the start, where everybody before is forgotten."""
    if response.mimetype == "text/html" and _is_shared():
        seconds = asks_after() + (forgets_after() if browser.current() else 0)
        response.headers["Refresh"] = f"{seconds}; url={url_for('tablet.start')}"
    return response


@bp.record_once
def _let_templates_ask(state: BlueprintSetupState) -> None:
    state.app.jinja_env.globals["still_there_asked"] = asking


def _is_shared() -> bool:
    return has_request_context() and request.blueprint in ROOMS and browser.shared() is not None
