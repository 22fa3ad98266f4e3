"""The pages on which a survey is looked at before anybody answers it."""

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for

from mir.authoring.asking import Place, problems, question
from mir.authoring.keeping import Page, opened
from mir.authoring.pages import Here
from mir.authoring.preview import Look, Nothing, alone, look_from, page, steps
from mir.authoring.question_page import place_of
from mir.authoring.typed import Typed, posted
from mir.authoring.views import bp
from mir.authoring.words import LANGUAGE_WORDS, LOOK_WORDS
from mir.errors import NotFoundError
from mir.providers.guard import needs
from mir.providers.may import May
from mir.respond.shown import QuestionPage
from mir.rounds.cards import VOICE_WORDS
from surveys import journey
from surveys.own.question import Kind


@dataclass(frozen=True)
class PreviewPage:
    """The desk's page around a preview."""

    here: Here
    look: Look
    voices: tuple[tuple[str, str], ...]
    looks: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    frame: str


@bp.get("/surveys/<survey_id>/preview")
@needs(May.MAKE_SURVEYS)
def preview(survey_id: str) -> str:
    """The survey as people will see it: whose page, in which words, in which language."""
    here = opened(survey_id)
    look, survey = _look(here), here.making.survey
    code = request.args.get("code", "")
    shown = PreviewPage(
        here,
        look,
        tuple((one, VOICE_WORDS[one]) for one in survey.voices),
        tuple((one, LOOK_WORDS[one]) for one in survey.presentations),
        tuple((one, LANGUAGE_WORDS.get(one, one)) for one in survey.languages),
        _address("authoring.preview_page", here, look, code),
    )
    return render_template("authoring/preview.html", page=shown)


@bp.get("/surveys/<survey_id>/preview/page")
@needs(May.MAKE_SURVEYS)
def preview_page(survey_id: str) -> str:
    """The page of one question, from the very template that people will see."""
    here = opened(survey_id)
    look, code = _look(here), request.args.get("code", "")
    turn = _address("authoring.preview_turn", here, look, code)
    return _shown(page(here.making, look, code, turn, here.kept.organisation))


@bp.post("/surveys/<survey_id>/preview/page")
@needs(May.MAKE_SURVEYS)
def preview_turn(survey_id: str) -> Page:
    """Go where the buttons of that page lead. Nothing is kept."""
    here = opened(survey_id)
    look, code, go = _look(here), request.args.get("code", ""), request.form.get("go", "")
    every = steps(here.making.edition, look)
    known = [one.code for one in every]
    if go == "switch":
        others = [one for one in here.making.survey.presentations if one != look.presentation]
        look = Look(look.voice, (others or [look.presentation])[0], look.language)
    elif known:
        here_now = code if code in known else known[0]
        back = go == "back"
        step = journey.before(every, here_now) if back else journey.after(every, here_now)
        code = step or (known[0] if back else known[-1])
    return redirect(_address("authoring.preview_page", here, look, code))


@bp.post("/surveys/<survey_id>/preview/typed")
@needs(May.MAKE_SURVEYS)
def preview_typed(survey_id: str) -> Page:
    """A question as it is typed now, before it is kept."""
    here, kind = opened(survey_id), request.form.get("kind", "")
    if kind not in set(Kind):
        raise NotFoundError
    code = request.form.get("code", "")
    known = any(one.code == code for one in here.making.survey.questions)
    typed = posted(Kind(kind), code if known else "", request.form)
    return _shown(_typed(here, typed, place_of(here, typed.code)))


@bp.post("/surveys/nowhere")
@needs(May.MAKE_SURVEYS)
def nowhere() -> Page:
    """Where the buttons of a question that is looked at alone lead."""
    return redirect(url_for("authoring.every"))


def _typed(here: Here, typed: Typed, place: Place) -> QuestionPage | Nothing:
    found = problems(typed, place)
    if found:
        return Nothing(f"Nothing to show yet. {found[0].sentence}")
    try:
        made = question(typed, place)
    except ValueError:
        return Nothing("Nothing to show yet. Fill in the question first.")
    return alone(here.making, made, _look(here), here.kept.organisation)


def _shown(found: QuestionPage | Nothing) -> str:
    if isinstance(found, Nothing):
        return render_template("authoring/nothing.html", nothing=found)
    return render_template("respond/question.html", page=found)


def _look(here: Here) -> Look:
    given = (request.values.get(f"see_{name}", "") for name in ("voice", "look", "language"))
    return look_from(here.making.survey, *given)


def _address(endpoint: str, here: Here, look: Look, code: str) -> str:
    return url_for(
        endpoint,
        survey_id=here.kept.id,
        see_voice=look.voice,
        see_look=look.presentation,
        see_language=look.language,
        code=code or None,
    )
