"""The printed scorecard for whoever may see the results, and booklets for whoever hands them out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from unicodedata import category

from flask import (
    Blueprint,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from werkzeug.wrappers import Response

from mir.actions import queries as actions
from mir.actions.poster import poster_of
from mir.audit.operations import Done, tell
from mir.choosing.meetings import MeetingView
from mir.choosing.queries import meeting
from mir.choosing.sheets import DotSheet, WallSheet, dot_sheet, wall_sheet
from mir.concerns.calling import calls
from mir.concerns.queries import contacts
from mir.config import Settings
from mir.db import store
from mir.errors import GoneError, NotFoundError
from mir.paper.booklet import Choice, address_lines, booklet_of, door_of, form_of
from mir.paper.pages import KINDS
from mir.paper.views import chosen
from mir.pledges.queries import changed_at
from mir.providers.guard import needs
from mir.providers.may import May
from mir.reports.board import board_paper
from mir.reports.press import Press
from mir.rounds import queries as editions
from mir.rounds.queries import RoundCard, round_card
from mir.running import handing
from mir.running.handouts import Handout, What
from mir.running.views import open_card

bp = Blueprint("reports", __name__)

LONGEST_PART = 80
UNSAFE = set('\\/:*?"<>|')


@dataclass(frozen=True)
class Waiting:
    """The page while something is being printed."""

    what: str
    href: str
    back: str
    back_words: str


@bp.get("/rounds/<round_id>/scorecard.pdf")
@needs(May.READ_RESULTS)
def scorecard_pdf(round_id: str) -> Response:
    """The board scorecard; until it is printed, a page that asks again by itself."""
    card = round_card(store(), round_id)
    path = press().printed(board_paper(store(), round_id))
    if path is None:
        href = url_for("reports.scorecard_pdf", round_id=round_id)
        back = url_for("results.scorecard", round_id=round_id)
        return _waiting(Waiting("report", href, back, "Back to the results"))
    about = f"{card.title}, {card.service.name}"
    tell(store(), Done("read the printed scorecard", about, card.service.organisation_id))
    return _sent(path, file_name(card))


@bp.get("/services/<service_id>/changed.pdf")
@needs(May.READ_RESULTS)
def poster_pdf(service_id: str) -> Response:
    """“You said, we did” of a service as a poster, in Easy Read unless standard words are asked for."""
    service, easy = actions.service(store(), service_id), request.args.get("read") != "standard"
    found = changed_at(store(), service_id, easy=easy)
    settings: Settings = current_app.config["MIR_SETTINGS"]
    address = settings.url + url_for("changed.page", address=found.address or "-")
    path = press().printed(poster_of(service, found, address, easy=easy))
    if path is None:
        back = url_for("actions.every", service_id=service_id)
        return _waiting(Waiting("poster", request.full_path, back, "Back to what is being done"))
    return _sent(path, f"{_safe(service.name)} – you said, we did.pdf")


@bp.get("/choosing/<meeting_id>/wall.pdf")
@needs(May.READ_RESULTS)
def wall_pdf(meeting_id: str) -> Response:
    """The wall of a meeting, for sticky dots."""
    found = meeting(store(), meeting_id)
    return _sheet(found, wall_sheet(found), "wall")


@bp.get("/choosing/<meeting_id>/dots.pdf")
@needs(May.READ_RESULTS)
def dot_sheet_pdf(meeting_id: str) -> Response:
    """The sheet on which one person chooses on paper."""
    found = meeting(store(), meeting_id)
    return _sheet(found, dot_sheet(found), "sheet for dots")


def _sheet(found: MeetingView, sheet: WallSheet | DotSheet, what: str) -> Response:
    path = press().printed(sheet)
    if path is None:
        back = url_for("choosing.one", meeting_id=found.id)
        return _waiting(Waiting(what, request.full_path, back, "Back to the meeting"))
    return _sent(path, file_name(found.round, what))


@bp.get("/rounds/<round_id>/booklet.pdf")
@needs(May.TYPE_PAPER)
def booklet_pdf(round_id: str) -> Response:
    """The booklet of one voice with its shared code, for a round that takes answers."""
    card = round_card(store(), round_id)
    if not card.is_open:
        raise GoneError("This round is closed, so nobody could send a booklet back.")
    choice = _choice(request.args)
    edition = editions.edition(store(), card.edition_hash)
    form_of(card, edition, choice)  # refuses what the survey does not offer, before a code is looked for
    code = next(one.shared for one in editions.code_lists(store(), card.id) if one.voice == choice.voice)
    door = door_of(current_app.config["MIR_SETTINGS"].url, code, single=False)
    numbers = calls(contacts(store(), card.service.id), choice.voice, choice.presentation, choice.language)
    path = press().printed(booklet_of(card, edition, choice, door, numbers))
    if path is None:
        back = url_for("paper.one", round_id=round_id)
        return _waiting(Waiting("booklet", request.full_path, back, "Back to booklets"))
    return _sent(path, file_name(card, f"booklet – {choice.whose}"))


@bp.post("/rounds/<round_id>/hand-out")
@needs(May.START_PEOPLE)
def hand_out(round_id: str) -> Response | tuple[str, int]:
    """Begin to print cards, letters or a poster. Who gets which code is kept nowhere."""
    card = open_card(round_id)
    found = handing.wanted(card, request.form.to_dict())
    if not isinstance(found, Handout):
        return handing.page(card, found), 422
    name = press().begun(found, card.id)
    return redirect(url_for("reports.handout_pdf", round_id=card.id, name=name, what=found.what))


@bp.get("/rounds/<round_id>/hand-out/<name>.pdf")
@needs(May.START_PEOPLE)
def handout_pdf(round_id: str, name: str) -> Response:
    """What was printed; until then, a page that asks again by itself."""
    card, what = open_card(round_id), request.args.get("what", "")
    if not re.fullmatch("[0-9a-f]{64}", name) or what not in set(What):
        raise NotFoundError
    path = press().named(card.id, name)
    if path is None:
        back = url_for("running.hand_out", round_id=round_id)
        return _waiting(Waiting(_CALLED[What(what)], request.full_path, back, "Back to what can be printed"))
    return _sent(path, file_name(card, what))


_CALLED = {What.CARDS: "sheet of cards", What.LETTERS: "pile of letters", What.POSTER: "poster"}


def _choice(args: Mapping[str, str]) -> Choice:
    """What was chosen on the page for paper. Raises NotFoundError for what is not on it."""
    kind = args.get("kind", "")
    if kind not in KINDS:
        raise NotFoundError("Go back and choose how the booklet should look.")
    choice = chosen(args.get("voice", ""), KINDS[kind][1], args.get("language", ""))
    return replace(
        choice,
        large=kind.endswith("-large"),
        pictures=kind != "easy-plain",
        address=address_lines(args.get("address", "")),
    )


def _waiting(waiting: Waiting) -> Response:
    page = make_response(render_template("report/waiting.html", page=waiting), 202)
    page.headers["Refresh"] = "1"
    return page


def _sent(path: Path, name: str) -> Response:
    found = send_file(
        BytesIO(path.read_bytes()), mimetype="application/pdf", download_name=name, conditional=False
    )
    found.headers["Cache-Control"] = "no-store"
    return found


def file_name(card: RoundCard, what: str = "scorecard") -> str:
    """What the file is called when it is saved: Rose House – Spring – scorecard.pdf."""
    return f"{_safe(card.service.name)} – {_safe(card.title)} – {what}.pdf"


def _safe(text: str) -> str:
    kept = "".join(" " if each in UNSAFE or category(each)[0] == "C" else each for each in text)
    return " ".join(kept.split())[:LONGEST_PART]


def press() -> Press:
    """The press of the application that is answering now, set up when it is first wanted."""
    settings: Settings = current_app.config["MIR_SETTINGS"]
    found: Press = current_app.extensions.setdefault("mir_press", Press(settings.home / "reports"))
    return found
