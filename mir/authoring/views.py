"""The list of surveys, one survey, what it said before, and its file."""

from flask import Blueprint, Response, redirect, render_template, request, url_for

from mir.authoring import operations, pages, queries
from mir.authoring.keeping import Page, inside, keep, opened
from mir.authoring.making import Making, read, shipped_survey
from mir.db import store
from mir.errors import NotFoundError, RefusalError
from mir.providers.guard import locates, needs
from mir.providers.may import May
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from mir.security import CONTENT_POLICY, SCRIPT_POLICY, me
from surveys.faults import Fault, FaultyFileError
from surveys.load import shipped_surveys

bp = Blueprint("authoring", __name__)

locates("survey_id", queries.place_of_survey)

FRAMED = frozenset({"authoring.preview_page", "authoring.preview_turn", "authoring.preview_typed"})
"""Pages that are shown inside another of ours. They hold no script."""


@bp.after_request
def policy(response: Response) -> Response:
    """Let the desk show previews in a frame and run our own scripts; the previews run none."""
    if request.endpoint in FRAMED:
        found = CONTENT_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    else:
        found = f"{SCRIPT_POLICY}; connect-src 'self'; frame-src 'self'"
    response.headers["Content-Security-Policy"] = found
    return response


@bp.get("/surveys")
@needs(May.MAKE_SURVEYS)
def every() -> str:
    """The surveys of this person's organisations, and those to start from."""
    shelves = pages.shelves(store(), me())
    return render_template("authoring/surveys.html", shelves=shelves, shipped=pages.shipped())


@bp.post("/surveys/start")
@needs(May.MAKE_SURVEYS)
def start() -> Page:
    """Begin a survey of one's own as one that we ship."""
    name = request.form.get("from", "")
    if name not in shipped_surveys():
        raise NotFoundError
    survey = shipped_survey(name)
    made = operations.start(store(), me(), request.form.get("organisation", ""), survey)
    return redirect(url_for("authoring.one", survey_id=made))


@bp.get("/surveys/<survey_id>")
@needs(May.MAKE_SURVEYS)
def one(survey_id: str) -> str:
    """One survey with all its parts."""
    moved = request.args.get("moved", ""), request.args.get("way", "")
    page = pages.overview(store(), opened(survey_id), moved)
    return render_template("authoring/survey.html", page=page)


@bp.get("/surveys/<survey_id>/remove")
@needs(May.MAKE_SURVEYS)
def ask_remove(survey_id: str) -> str:
    """Ask once more."""
    return render_template("authoring/remove.html", here=opened(survey_id))


@bp.post("/surveys/<survey_id>/remove")
@needs(May.MAKE_SURVEYS)
def remove(survey_id: str) -> Page:
    """Put the survey away."""
    operations.put_away(store(), me(), survey_id, away=True)
    return redirect(url_for("authoring.every"))


@bp.post("/surveys/<survey_id>/bring-back")
@needs(May.MAKE_SURVEYS)
def bring_back(survey_id: str) -> Page:
    """Put it back on the list."""
    operations.put_away(store(), me(), survey_id, away=False)
    return redirect(url_for("authoring.one", survey_id=survey_id))


@bp.get("/surveys/<survey_id>/earlier")
@needs(May.MAKE_SURVEYS)
def history(survey_id: str) -> str:
    """What was done to it, the latest first."""
    here = opened(survey_id)
    return render_template("authoring/earlier.html", here=here, steps=queries.earlier(store(), here.kept.id))


@bp.post("/surveys/<survey_id>/earlier/<int:version>")
@needs(May.MAKE_SURVEYS)
def go_back(survey_id: str, version: int) -> Page:
    """Undo: back to what it said at this version."""
    words = plain(request.form.get("step"))
    operations.go_back(store(), me(), survey_id, version, f"Undid: {words}" if words else "Went back")
    return redirect(url_for("authoring.one", survey_id=survey_id))


@bp.post("/surveys/<survey_id>/choose")
@needs(May.MAKE_SURVEYS)
def choose(survey_id: str) -> Page:
    """Of two windows, keep what the second one said."""
    here = opened(survey_id)
    try:
        making = read(_lines(request.form.get("text", "")), here.kept.slug)
    except FaultyFileError:
        raise RefusalError("Your change cannot be read any more. Go back and make it once more.") from None
    survey = making.survey.model_copy(update={"survey": here.kept.slug})
    words = plain(request.form.get("words"))
    return keep(here, survey, words, inside(here, request.form.get("onward", "")))


@bp.get("/surveys/<survey_id>/file")
@needs(May.MAKE_SURVEYS)
def file(survey_id: str) -> str:
    """The survey as a file: to download, and to change as text."""
    here = opened(survey_id)
    return _file_page(here.making, {"here": here, "text": here.kept.text})


@bp.get("/surveys/<survey_id>/survey.yaml")
@needs(May.MAKE_SURVEYS)
def download(survey_id: str) -> Response:
    """The file itself."""
    here = opened(survey_id)
    headers = {"Content-Disposition": f'attachment; filename="{here.kept.slug}.yaml"'}
    return Response(here.kept.text, mimetype="application/yaml", headers=headers)


@bp.post("/surveys/<survey_id>/file")
@needs(May.MAKE_SURVEYS)
def save_file(survey_id: str) -> Page:
    """Take the text, or say what is wrong with it, line by line."""
    here, (text, faults) = opened(survey_id), _text()
    try:
        making = _read(text, faults, here.kept.slug)
    except FaultyFileError as error:
        return _file_page(here.making, {"here": here, "text": text, "faults": error.faults}), 422
    survey = making.survey.model_copy(update={"survey": here.kept.slug})
    return keep(here, survey, "Changed the file", url_for("authoring.one", survey_id=survey_id))


@bp.get("/surveys/bring")
@needs(May.MAKE_SURVEYS)
def ask_bring() -> str:
    """A place for a file that somebody has."""
    makers = queries.makers(store(), me())
    return _file_page(None, {"makers": makers, "text": ""})


@bp.post("/surveys/bring")
@needs(May.MAKE_SURVEYS)
def bring() -> Page:
    """Begin a survey as the file says it; nothing of a faulty file is kept but on the page."""
    text, faults = _text()
    try:
        survey = _read(text, faults, "your file").survey
    except FaultyFileError as error:
        makers = queries.makers(store(), me())
        return _file_page(None, {"makers": makers, "text": text, "faults": error.faults}), 422
    made = operations.start(store(), me(), request.form.get("organisation", ""), survey)
    return redirect(url_for("authoring.one", survey_id=made))


def _text() -> tuple[str, tuple[Fault, ...]]:
    """What a file holds, if one was chosen, else what stands in the box; and why it is no text of ours."""
    brought = request.files.get("file")
    data = brought.read() if brought else b""
    if not data:
        return _lines(request.form.get("text", "")), ()
    try:
        return _lines(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError:
        what = "This file is not text in UTF-8."
        return plain(data.decode("utf-8", "replace")), (
            Fault("", 0, what, "Save it as plain text in UTF-8."),
        )


def _lines(text: str) -> str:
    """The text with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(text: str, faults: tuple[Fault, ...], file: str) -> Making:
    """The survey. Raises FaultyFileError with these faults, or with those of the text."""
    if faults:
        raise FaultyFileError(faults)
    return read(text, file)


def _file_page(making: Making | None, given: dict[str, object]) -> str:
    faults = given.get("faults", ())
    lines = tuple(
        Problem("text", f"Line {one.line}: {one.what} {one.fix}" if one.line else f"{one.what} {one.fix}")
        for one in faults  # type: ignore[attr-defined]  # faults, by the two views above
    )
    defaults = {"here": None, "makers": (), "making": making}
    return render_template(
        "authoring/file.html", **{**defaults, **given, "problems": lines, "text": plain(str(given["text"]))}
    )
