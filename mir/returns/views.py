"""The pages of the leaders’ return."""

from io import BytesIO

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from flask_login import current_user
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from mir import clock
from mir.db import store
from mir.errors import NotFoundError
from mir.pages import Page as Wrong
from mir.pages import shown_version, went_wrong
from mir.providers.guard import locates, needs
from mir.providers.may import May
from mir.providers.queries import place_of_service
from mir.returns import adding, operations, overview, pages, queries
from mir.returns.asks import known
from mir.returns.files import KINDS, MEGABYTE, MOST_BYTES
from mir.returns.keeping import WRONG, Page, hand, keep, line_page
from mir.returns.operations import NewAnswer
from mir.returns.queries import Whole
from mir.returns.words import NOT_A_RATING, RULE
from mir.rounds.first import sought
from mir.rounds.views import plain_line
from mir.security import me

bp = Blueprint("returns", __name__)

locates("service_id", place_of_service)
locates("return_id", queries.place_of_return)

MOST_SENT = MOST_BYTES + MEGABYTE
"""A file with the page around it."""
DOWNLOAD_POLICY = "sandbox; default-src 'none'"
TOO_LARGE = 413


def let_files_in() -> None:
    """Take a whole file on the one page that has a place for it, from somebody who has signed in.

    It is asked before the page's token is looked for, because that reads what was sent.
    """
    if request.endpoint == "returns.save" and current_user.is_authenticated:
        request.max_content_length = MOST_SENT


@bp.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Wrong:
    """Say it of files, and not of pages."""
    sentence = (
        f"A file can be {MOST_BYTES // MEGABYTE} MB at most. Nothing of this page was kept. "
        "Go back: what you typed stands there. Make the file smaller, or add a link to it."
    )
    return went_wrong("That file is too large", sentence, TOO_LARGE)


@bp.get("/returns")
@needs(May.READ_RETURNS)
def every() -> str:
    """The returns of every service that this person may read."""
    adding.forget_removed(store(), clock.today())
    kept, wanted = overview.shelves(store(), me(), clock.today()), plain_line(request.args.get("find", ""))
    return render_template(
        "returns/returns.html",
        sought=sought(kept, wanted, every=request.args.get("every") == "yes"),
        first=any(one.writes for one in kept) and not any(one.returns for one in kept),
    )


@bp.get("/services/<service_id>/returns/new")
@needs(May.WRITE_RETURNS)
def ask_start(service_id: str) -> str:
    """What a return is, that it is named, and what to answer against."""
    return _start_page(service_id)


@bp.post("/services/<service_id>/returns/new")
@needs(May.WRITE_RETURNS)
def start(service_id: str) -> Page:
    """Begin a return."""
    scheme = request.form.get("scheme", "")
    if scheme not in known():
        return _start_page(service_id, "Choose what to answer against."), WRONG
    made = operations.start(store(), hand(), service_id, scheme)
    return redirect(url_for("returns.one", return_id=made))


@bp.get("/returns/<return_id>")
@needs(May.READ_RETURNS)
def one(return_id: str) -> str:
    """How far the return is, and where to go on."""
    page = overview.overview(_whole(return_id), clock.today())
    return render_template("returns/return.html", page=page, rule=RULE, not_a_rating=NOT_A_RATING)


@bp.get("/returns/<return_id>/whole")
@needs(May.READ_RETURNS)
def whole(return_id: str) -> str:
    """The whole return in one piece."""
    found = _whole(return_id)
    return render_template("returns/whole.html", card=found.card, parts=pages.line_views(found))


@bp.get("/returns/<return_id>/lines/<line>")
@needs(May.WRITE_RETURNS)
def line(return_id: str, line: str) -> Page:
    """One line to answer."""
    found = _whole(return_id)
    asked = found.card.line(line)
    if found.card.finished_on:
        return redirect(url_for("returns.whole", return_id=return_id, _anchor=line))
    return line_page(pages.line_page(store(), found, asked))


@bp.post("/returns/<return_id>/lines/<line>")
@needs(May.WRITE_RETURNS)
def save(return_id: str, line: str) -> Page:
    """Keep the answer and what was added to it, then go where the button leads."""
    found = _whole(return_id)
    return keep(found, found.card.line(line))


@bp.get("/returns/<return_id>/lines/<line>/earlier")
@needs(May.WRITE_RETURNS)
def earlier(return_id: str, line: str) -> str:
    """What the line said before, and who said it."""
    found = _whole(return_id)
    asked = found.card.line(line)
    before = [
        (one, pages.said_by(one), choice.words if (choice := asked.choice(one.view)) else "")
        for one in queries.earlier(store(), return_id, line)
    ]
    standing = pages.line_view(found, asked)
    return render_template("returns/earlier.html", card=found.card, standing=standing, earlier=before)


@bp.post("/returns/<return_id>/lines/<line>/earlier/<int:version>")
@needs(May.WRITE_RETURNS)
def go_back(return_id: str, line: str, version: int) -> Page:
    """Say again what was said at this version."""
    found = _whole(return_id)
    asked = found.card.line(line)
    before = NewAnswer(asked.code, shown_version(request.form.get("version")), "", "")
    operations.go_back(store(), hand(), return_id, before, version)
    return redirect(url_for("returns.line", return_id=return_id, line=line))


@bp.get("/returns/<return_id>/files/<evidence_id>")
@needs(May.READ_RETURNS)
def file(return_id: str, evidence_id: str) -> Response:
    """A file to keep, never to be opened inside the browser."""
    _whole(return_id)
    found = queries.opened(store(), return_id, evidence_id)
    answer = send_file(
        BytesIO(found.content), mimetype=KINDS[found.kind][1], as_attachment=True, download_name=found.name
    )
    answer.headers["Content-Security-Policy"] = DOWNLOAD_POLICY
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.post("/returns/<return_id>/finish")
@needs(May.WRITE_RETURNS)
def finish(return_id: str) -> Response:
    """Finish the return, or open it again."""
    operations.set_finished(store(), hand(), return_id, finished=request.form.get("finished", "yes") == "yes")
    return redirect(url_for("returns.one", return_id=return_id))


def _whole(return_id: str) -> Whole:
    return queries.whole(store(), me(), return_id)


def _start_page(service_id: str, problem: str = "") -> str:
    services = {card.id: card for card, _ in queries.places(store(), me())}
    service = services.get(service_id)
    if service is None:
        raise NotFoundError
    return render_template(
        "returns/start.html", service=service, schemes=known().values(), problem=problem, me=current_user.name
    )
