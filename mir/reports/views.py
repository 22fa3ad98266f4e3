"""The printed scorecard, for whoever may see the results."""

from io import BytesIO
from unicodedata import category

from flask import Blueprint, current_app, make_response, render_template, send_file
from werkzeug.wrappers import Response

from mir.config import Settings
from mir.db import store
from mir.reports.press import Press
from mir.results.scorecard import scorecard_of
from mir.rounds.queries import RoundCard, round_for
from mir.security import me, signed_in

bp = Blueprint("reports", __name__)

LONGEST_PART = 80
UNSAFE = set('\\/:*?"<>|')


@bp.get("/rounds/<round_id>/scorecard.pdf")
@signed_in
def scorecard_pdf(round_id: str) -> Response:
    """The board scorecard; until it is printed, a page that asks again by itself."""
    card, _ = round_for(store(), me(), round_id)
    path = press().printed(scorecard_of(store(), round_id))
    if path is None:
        waiting = make_response(render_template("report/waiting.html", round_id=round_id), 202)
        waiting.headers["Refresh"] = "1"
        return waiting
    found = send_file(
        BytesIO(path.read_bytes()),
        mimetype="application/pdf",
        download_name=file_name(card),
        conditional=False,
    )
    found.headers["Cache-Control"] = "no-store"
    return found


def file_name(card: RoundCard) -> str:
    """What the file is called when it is saved: Rose House – Spring – scorecard.pdf."""
    return f"{_safe(card.service.name)} – {_safe(card.title)} – scorecard.pdf"


def _safe(text: str) -> str:
    kept = "".join(" " if each in UNSAFE or category(each)[0] == "C" else each for each in text)
    return " ".join(kept.split())[:LONGEST_PART]


def press() -> Press:
    """The press of the application that is answering now, set up when it is first wanted."""
    settings: Settings = current_app.config["MIR_SETTINGS"]
    found: Press = current_app.extensions.setdefault("mir_press", Press(settings.home / "reports"))
    return found
