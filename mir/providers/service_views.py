"""The pages for services: the list, one service, closing, merging, and many from a file."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from flask import (
    Blueprint,
    Response,
    flash,
    get_flashed_messages,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as Answer

from mir import clock
from mir.accounts.forms import Problem, not_typed
from mir.db import store
from mir.errors import RefusalError
from mir.providers import services
from mir.providers.forms import KINDS, Choice, ServiceForm
from mir.providers.guard import needs
from mir.providers.importing import COLUMNS, EXAMPLE, bring
from mir.providers.may import May
from mir.providers.register import organisation_card, organisation_of
from mir.providers.services import REGIONS, About
from surveys.faults import Fault, FaultyFileError

bp = Blueprint("services", __name__)

Page = str | Answer | tuple[str, int]

MOST_FAULTS = 30
"""So many faults of a file are told at once."""


@bp.get("/organisations/<organisation_id>/services")
@needs(May.KEEP_SERVICES)
def every(organisation_id: str) -> str:
    """The services of the organisation."""
    return render_template(
        "organisation/services.html",
        organisation=organisation_card(store(), organisation_id),
        services=services.kept_services(store(), organisation_id),
        notes=get_flashed_messages(),
    )


@bp.get("/organisations/<organisation_id>/services/new")
@needs(May.KEEP_SERVICES)
def ask_new(organisation_id: str) -> str:
    """A form for a service."""
    return _form(organisation_id, ServiceForm(), None, [])


@bp.post("/organisations/<organisation_id>/services/new")
@needs(May.KEEP_SERVICES)
def new(organisation_id: str) -> Page:
    """Add it."""
    form = ServiceForm()
    problems = _kept(form, partial(services.add, store(), organisation_id))
    if problems:
        return _form(organisation_id, form, None, problems), 422
    flash(f"{form.name.data} is added.")
    return redirect(url_for("services.every", organisation_id=organisation_id))


@bp.get("/organisations/<organisation_id>/services/bring")
@needs(May.KEEP_SERVICES)
def ask_bring(organisation_id: str) -> str:
    """A place for a file of services."""
    return _bring_page(organisation_id, ())


@bp.post("/organisations/<organisation_id>/services/bring")
@needs(May.KEEP_SERVICES)
def bring_in(organisation_id: str) -> Page:
    """Take the whole file, or none of it and say what to put right."""
    brought = request.files.get("file")
    data = brought.read() if brought else b""
    if not data:
        problem = Problem("file", "Choose a file that is not empty.")
        return _bring_page(organisation_id, (problem,)), 422
    try:
        number = bring(store(), organisation_id, "Your file", data)
    except FaultyFileError as error:
        return _bring_page(organisation_id, tuple(_told(error.faults))), 422
    flash(f"{number} services are added." if number != 1 else "One service is added.")
    return redirect(url_for("services.every", organisation_id=organisation_id))


@bp.get("/organisations/<organisation_id>/services/example.csv")
@needs(May.KEEP_SERVICES)
def example(organisation_id: str) -> Response:  # noqa: ARG001 - the guard looks at it
    """A file to fill in."""
    headers = {"Content-Disposition": 'attachment; filename="services.csv"'}
    return Response("\ufeff" + EXAMPLE, mimetype="text/csv", headers=headers)


@bp.get("/services/<service_id>")
@needs(May.KEEP_SERVICES)
def one(service_id: str) -> str:
    """What is known of a service, to change it."""
    kept, form = services.kept_service(store(), service_id), ServiceForm()
    form.show(kept)
    return _form(organisation_of(store(), service_id), form, kept, [])


@bp.post("/services/<service_id>")
@needs(May.KEEP_SERVICES)
def change(service_id: str) -> Page:
    """Keep it."""
    kept, form, of = (
        services.kept_service(store(), service_id),
        ServiceForm(),
        organisation_of(store(), service_id),
    )
    problems = _kept(form, partial(services.change, store(), service_id))
    if problems:
        return _form(of, form, kept, problems), 422
    flash(f"{form.name.data} is changed.")
    return redirect(url_for("services.every", organisation_id=of))


@bp.get("/services/<service_id>/close")
@needs(May.KEEP_SERVICES)
def ask_close(service_id: str) -> str:
    """What closing means, and what it may go into."""
    return _closing(service_id, {})


def _closing(service_id: str, typed: Mapping[str, str], error: str = "") -> str:
    of = organisation_of(store(), service_id)
    kept = services.kept_service(store(), service_id)
    others = [
        one for one in services.kept_services(store(), of) if one.id != service_id and not one.closed_on
    ]
    organisation = organisation_card(store(), of)
    return render_template(
        "organisation/close_service.html",
        organisation=organisation,
        service=kept,
        others=others,
        typed=typed,
        error=error,
    )


@bp.post("/services/<service_id>/close")
@needs(May.KEEP_SERVICES)
def close(service_id: str) -> Page:
    """Close it; or let it go into another one for good, once its name has been typed."""
    into, name = request.form.get("into", ""), services.kept_service(store(), service_id).about.name
    if into:
        wanted = not_typed(request.form.get("name"), name, "of the service that goes into another one")
        if wanted:
            return _closing(service_id, request.form, wanted), 422
        services.merge(store(), service_id, into, clock.today())
    else:
        services.close(store(), service_id, clock.today())
    flash("The service is closed. What people said before stays.")
    return redirect(url_for("services.every", organisation_id=organisation_of(store(), service_id)))


@bp.post("/services/<service_id>/open-again")
@needs(May.KEEP_SERVICES)
def open_again(service_id: str) -> Answer:
    """It was closed by mistake."""
    services.open_again(store(), service_id)
    flash("The service is open again.")
    return redirect(url_for("services.every", organisation_id=organisation_of(store(), service_id)))


def _kept(form: ServiceForm, keep: Callable[[About], object]) -> list[Problem]:
    """What has to be put right; nothing once it is kept."""
    problems = form.problems()
    if not problems:
        try:
            keep(form.about())
        except RefusalError as error:
            problems = [Problem("name", error.sentence)]
    return problems


def _form(
    organisation_id: str, form: ServiceForm, kept: services.Kept | None, problems: list[Problem]
) -> str:
    return render_template(
        "organisation/service.html",
        organisation=organisation_card(store(), organisation_id),
        form=form,
        kept=kept,
        kinds=KINDS,
        regions=[Choice(one, one) for one in REGIONS],
        problems=tuple(problems),
    )


def _told(faults: tuple[Fault, ...]) -> Iterator[Problem]:
    """The first faults of a file, each with its line, and how many more there are: nobody reads thousands."""
    for one in faults[:MOST_FAULTS]:
        where = f"{one.place.capitalize()}: " * bool(one.line)
        yield Problem("file", f"{where}{one.what} {one.fix}".strip())
    if len(faults) > MOST_FAULTS:
        yield Problem("file", f"And {len(faults) - MOST_FAULTS:,} more. Put these right first.")


def _bring_page(organisation_id: str, problems: tuple[Problem, ...]) -> str:
    return render_template(
        "organisation/bring.html",
        organisation=organisation_card(store(), organisation_id),
        columns=COLUMNS,
        problems=problems,
    )
