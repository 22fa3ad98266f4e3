"""Opening a round in the browser, what comes next, and making a round longer."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock
from mir.config import Settings
from mir.db import store
from mir.errors import GoneError, NotFoundError, RefusalError
from mir.providers.guard import locates, needs
from mir.providers.may import May
from mir.providers.queries import ServiceCard, place_of_service, services_of
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from mir.rounds.cards import VOICE_WORDS
from mir.rounds.operations import LONGEST, TitleTakenError, extend, open_round
from mir.rounds.queries import RoundCard, round_card
from mir.running import ready, watching
from mir.running.opening import Faults, Typed, fresh, read_day, round_of
from mir.running.ready import Ready
from mir.security import me

bp = Blueprint("running", __name__)

Page = str | Response | tuple[str, int]

locates("service_id", place_of_service)


@bp.app_context_processor
def watched() -> dict[str, object]:
    """What the page of a round tells of how it goes: `watch_of(round)`."""
    return {"watch_of": lambda card: watching.watch(store(), card, clock.today())}


@bp.get("/services/<service_id>/open")
@needs(May.OPEN_ROUNDS)
def choose(service_id: str) -> str:
    """The surveys that this service can ask."""
    service = service_of(service_id)
    every = ready.every(store(), service.organisation_id)
    return render_template("running/choose.html", service=service, surveys=every)


@bp.get("/services/<service_id>/open/<key>")
@needs(May.OPEN_ROUNDS)
def decide(service_id: str, key: str) -> str:
    """Title, dates, languages, and how many are asked."""
    service, survey = service_of(service_id), survey_of(service_id, key)
    return _form(service, survey, fresh(clock.today(), survey))


@bp.post("/services/<service_id>/open/<key>")
@needs(May.OPEN_ROUNDS)
def open_it(service_id: str, key: str) -> Page:
    """Open the round, or say what is wrong and keep what was typed. Pressed twice, it opens one."""
    service, survey = service_of(service_id), survey_of(service_id, key)
    typed = _typed(survey)
    new = round_of(typed, survey, service_id, clock.today())
    if isinstance(new, Faults):
        return _form(service, survey, typed, new.problems), 422
    try:
        round_id = open_round(store(), new)
    except TitleTakenError as error:
        there = round_card(store(), error.round_id)
        same = (there.edition_hash, there.opens_on, there.closes_on, there.is_open)
        if same != (new.edition.hash, new.opens_on, new.closes_on, True):
            return _form(service, survey, typed, (Problem("title", error.sentence),)), 422
        round_id = there.id
    return redirect(url_for("running.onward", round_id=round_id))


@bp.get("/rounds/<round_id>/next")
@needs(May.START_PEOPLE)
def onward(round_id: str) -> str:
    """What happens next, once a round is open."""
    return render_template("running/onward.html", round=open_card(round_id))


@bp.get("/rounds/<round_id>/longer")
@needs(May.OPEN_ROUNDS)
def ask_longer(round_id: str) -> str:
    """A later last day."""
    return _longer(open_card(round_id), "")


@bp.post("/rounds/<round_id>/longer")
@needs(May.OPEN_ROUNDS)
def make_longer(round_id: str) -> Page:
    """Take answers until a later day."""
    card, typed = open_card(round_id), plain(request.form.get("closes"))
    last = read_day(typed)
    if last is None:
        return _longer(card, typed, "Write the last day as a date, such as 22/12/2026."), 422
    try:
        extend(store(), round_id, last, clock.today())
    except GoneError:
        raise
    except RefusalError as error:
        return _longer(card, typed, error.sentence), 422
    return redirect(url_for("rounds.one", round_id=round_id))


def service_of(service_id: str) -> ServiceCard:
    """The service, for whoever may open rounds there. Raises NotFoundError, GoneError for a closed one."""
    found = services_of(store(), me(), May.OPEN_ROUNDS)
    service = next((one for one in found if one.id == service_id), None)
    if service is None:
        raise NotFoundError
    if service.closed:
        raise GoneError("This service is closed, so nobody can be asked about it.")
    return service


def survey_of(service_id: str, key: str) -> Ready:
    """A survey that this service can ask. Raises NotFoundError."""
    return ready.chosen(store(), service_of(service_id).organisation_id, key)


def open_card(round_id: str) -> RoundCard:
    """The round. Raises GoneError where it is closed."""
    card = round_card(store(), round_id)
    if not card.is_open:
        raise GoneError("This round is closed. A closed round is never opened again. Open a new one.")
    return card


def site_url() -> str:
    """The address that people type."""
    settings: Settings = current_app.config["MIR_SETTINGS"]
    return settings.url


def _typed(survey: Ready) -> Typed:
    form = request.form
    title, opens, closes = (plain(form.get(name)) for name in ("title", "opens", "closes"))
    invited = {str(voice): plain(form.get(f"invited-{voice}")) for voice in survey.edition.voices}
    return Typed(title, opens, closes, tuple(form.getlist("language")), invited)


def _form(service: ServiceCard, survey: Ready, typed: Typed, problems: tuple[Problem, ...] = ()) -> str:
    errors = {problem.field: problem.sentence for problem in problems}
    return render_template(
        "running/decide.html",
        service=service,
        survey=survey,
        typed=typed,
        problems=problems,
        errors=errors,
        voices=VOICE_WORDS,
    )


def _longer(card: RoundCard, typed: str, error: str = "") -> str:
    latest = card.opens_on + LONGEST
    return render_template("running/longer.html", round=card, typed=typed, error=error, latest=latest)
