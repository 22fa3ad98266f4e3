"""The pages of a survey's own questions: choosing a kind, writing one, and taking it away."""

from flask import render_template, request, url_for

from mir.authoring import changes
from mir.authoring.asking import problems as problems_of
from mir.authoring.asking import question as question_typed
from mir.authoring.keeping import Page, keep, opened
from mir.authoring.pages import Here, voiced
from mir.authoring.preview import look_from
from mir.authoring.question_page import editor, kinds, place_of, question_of
from mir.authoring.typed import Typed, after, fresh, posted, standing
from mir.authoring.views import bp
from mir.errors import RefusalError
from mir.providers.guard import needs
from mir.providers.may import May
from mir.respond.shown import Problem
from surveys.own.question import Kind

MOST_OWN = 100


@bp.get("/surveys/<survey_id>/questions/new")
@needs(May.MAKE_SURVEYS)
def new_question(survey_id: str) -> str:
    """How is it answered? Then the page of a new question."""
    here, kind = opened(survey_id), request.args.get("kind", "")
    if kind not in set(Kind):
        missing = Problem("kind", "Choose how the question is answered.") if "asked" in request.args else None
        return render_template("authoring/kinds.html", here=here, kinds=kinds(), problem=missing)
    return _page(here, fresh(Kind(kind), here.making.survey))


@bp.post("/surveys/<survey_id>/questions/new")
@needs(May.MAKE_SURVEYS)
def add_question(survey_id: str) -> Page:
    """Add it, or do what another button of its page says."""
    here, kind = opened(survey_id), request.form.get("kind", "")
    if kind not in set(Kind):
        raise RefusalError("Go back and choose how the question is answered.")
    if len(here.making.survey.questions) >= MOST_OWN:
        raise RefusalError(f"A survey has room for {MOST_OWN} questions of its own. Remove one first.")
    return _saved(here, posted(Kind(kind), "", request.form))


@bp.get("/surveys/<survey_id>/questions/<code>")
@needs(May.MAKE_SURVEYS)
def question(survey_id: str, code: str) -> str:
    """One own question."""
    here = opened(survey_id)
    return _page(here, standing(question_of(here.making.survey, code), here.making.survey))


@bp.post("/surveys/<survey_id>/questions/<code>")
@needs(May.MAKE_SURVEYS)
def save_question(survey_id: str, code: str) -> Page:
    """Keep it, or do what another button of its page says."""
    here = opened(survey_id)
    return _saved(here, posted(question_of(here.making.survey, code).kind, code, request.form))


@bp.post("/surveys/<survey_id>/questions/<code>/remove")
@needs(May.MAKE_SURVEYS)
def remove_question(survey_id: str, code: str) -> Page:
    """Take it away. It can be undone."""
    here = opened(survey_id)
    words = f"Removed “{voiced(question_of(here.making.survey, code))}”"
    survey = changes.without_question(here.making.survey, here.making.framework, code)
    return keep(here, survey, words, _home(here))


def _saved(here: Here, typed: Typed) -> Page:
    go = request.form.get("go", "save")
    if go != "save":
        moved, goal = after(typed, go)
        return _page(here, moved, goal=goal)
    place = place_of(here, typed.code)
    problems = problems_of(typed, place)
    if problems:
        return _page(here, typed, problems), 422
    try:
        made = question_typed(typed, place)
    except ValueError:
        raise RefusalError("This question cannot be kept as it is. Go back and make it simpler.") from None
    survey = changes.with_question(here.making.survey, here.making.framework, made)
    verb = "Changed" if typed.code else "Added"
    return keep(here, survey, f"{verb} “{voiced(made)}”", _home(here))


def _page(here: Here, typed: Typed, problems: tuple[Problem, ...] = (), goal: str = "") -> str:
    see = (request.values.get(f"see_{name}", "") for name in ("voice", "look", "language"))
    look = look_from(here.making.survey, *see)
    page = editor(here, typed, look, problems, goal)
    return render_template("authoring/question.html", page=page)


def _home(here: Here) -> str:
    return url_for("authoring.one", survey_id=here.kept.id, _anchor="questions")
