"""The pages on which a survey is looked at before a round of it is opened."""

from dataclasses import dataclass

from flask import Response, redirect, render_template, request, url_for

from mir.authoring.preview import Look, Nothing, look_from, page_of, steps
from mir.authoring.words import LOOK_WORDS
from mir.providers.guard import needs
from mir.providers.may import May
from mir.rounds.cards import VOICE_WORDS
from mir.running.ready import Ready
from mir.running.views import Page, bp, service_of, survey_of
from mir.security import CONTENT_POLICY

FRAMED = frozenset({"running.see_page", "running.see_turn"})
"""Pages that are shown inside another of ours."""


@dataclass(frozen=True)
class Chooser:
    """One thing to choose of how the survey is looked at."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


@bp.after_request
def policy(response: Response) -> Response:
    """Let the desk show these pages in a frame, and nobody else."""
    if request.endpoint in FRAMED:
        found = CONTENT_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        response.headers["Content-Security-Policy"] = found
    elif request.endpoint == "running.see":
        response.headers["Content-Security-Policy"] = f"{CONTENT_POLICY}; frame-src 'self'"
    return response


@bp.get("/services/<service_id>/open/<key>/see")
@needs(May.OPEN_ROUNDS)
def see(service_id: str, key: str) -> str:
    """The survey as people will see it."""
    survey, look = _here(service_id, key)
    edition = survey.edition
    choosers = (
        Chooser("see_voice", "Who", tuple((one, VOICE_WORDS[one]) for one in edition.voices), look.voice),
        Chooser(
            "see_look",
            "Words",
            tuple((one, LOOK_WORDS[one]) for one in edition.presentations),
            look.presentation,
        ),
        Chooser("see_language", "Language", survey.languages, look.language),
    )
    return render_template(
        "running/see.html",
        service=service_of(service_id),
        survey=survey,
        choosers=choosers,
        frame=_address("running.see_page", (service_id, key), look, ""),
    )


@bp.get("/services/<service_id>/open/<key>/see/page")
@needs(May.OPEN_ROUNDS)
def see_page(service_id: str, key: str) -> str:
    """The page of one question, from the very template that people will see."""
    survey, look = _here(service_id, key)
    code = request.args.get("code", "")
    turn = _address("running.see_turn", (service_id, key), look, code)
    service = service_of(service_id)
    found = page_of(survey.edition, look, code, turn, (service.name, service.organisation))
    if isinstance(found, Nothing):
        return render_template("authoring/nothing.html", nothing=found)
    return render_template("respond/question.html", page=found)


@bp.post("/services/<service_id>/open/<key>/see/page")
@needs(May.OPEN_ROUNDS)
def see_turn(service_id: str, key: str) -> Page:
    """Go where the buttons of that page lead. Nothing is kept."""
    survey, look = _here(service_id, key)
    code, go = request.args.get("code", ""), request.form.get("go", "")
    every = steps(survey.edition, look)
    if go == "switch":
        others = [one for one in survey.edition.presentations if one != look.presentation]
        look = Look(look.voice, (others or [look.presentation])[0], look.language)
    elif every:
        code = _turned([one.code for one in every], code, -1 if go == "back" else 1)
    return redirect(_address("running.see_page", (service_id, key), look, code))


def _here(service_id: str, key: str) -> tuple[Ready, Look]:
    survey = survey_of(service_id, key)
    given = (request.values.get(f"see_{name}", "") for name in ("voice", "look", "language"))
    return survey, look_from(survey.edition, *given)


def _turned(codes: list[str], code: str, by: int) -> str:
    """The code of the question before or after; the first and the last are where it ends."""
    place = codes.index(code) if code in codes else 0
    return codes[max(0, min(place + by, len(codes) - 1))]


def _address(endpoint: str, place: tuple[str, str], look: Look, code: str) -> str:
    return url_for(
        endpoint,
        service_id=place[0],
        key=place[1],
        see_voice=look.voice,
        see_look=look.presentation,
        see_language=look.language,
        code=code or None,
    )
