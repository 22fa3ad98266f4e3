"""Finding a survey, keeping a change to it, and what happens when two windows change it at once."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir.authoring import operations, queries
from mir.authoring.changes import without_stale
from mir.authoring.differences import differences
from mir.authoring.making import made_of, read
from mir.authoring.operations import Step
from mir.authoring.pages import Here
from mir.db import store
from mir.errors import ConflictError, RefusalError
from mir.pages import shown_version
from mir.security import me
from surveys.faults import FaultyFileError
from surveys.survey import Survey

Page = str | Response | tuple[str, int]

CONFLICT = 409


def opened(survey_id: str) -> Here:
    """The survey, for somebody who may change it. Raises NotFoundError or NotAllowedError."""
    kept = queries.survey_for(store(), me(), survey_id)
    return Here(kept, read(kept.text, kept.slug))


def keep(here: Here, survey: Survey, words: str, onward: str) -> Page:
    """Keep the survey as it is after a change, and go on; or show both where another window changed it."""
    try:
        text = made_of(without_stale(here.making.survey, survey)).text
    except FaultyFileError as error:
        raise RefusalError(" ".join(f"{one.what} {one.fix}" for one in error.faults[:3])) from None
    step = Step(shown_version(request.form.get("version")), words, text)
    try:
        operations.save(store(), me(), here.kept.id, step)
    except ConflictError:
        return two_windows(opened(here.kept.id), step, onward)
    return redirect(onward)


def two_windows(here: Here, step: Step, onward: str) -> Page:
    """The page that shows both, to choose from; nothing where they say the same."""
    found = differences(here.kept.text, step.text)
    if not found:
        return redirect(onward)
    page = render_template(
        "authoring/two_windows.html", here=here, step=step, onward=onward, differences=found
    )
    return page, CONFLICT


def inside(here: Here, address: str) -> str:
    """The address, if it is one of this survey's pages; else its first page."""
    first = url_for("authoring.one", survey_id=here.kept.id)
    return (
        address if address == first or address.startswith((f"{first}/", f"{first}?", f"{first}#")) else first
    )
