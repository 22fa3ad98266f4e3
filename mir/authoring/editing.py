"""What a survey is, which statements it asks and of whom, and its parts."""

from dataclasses import replace

from flask import render_template, request, url_for

from mir.authoring import changes, partly
from mir.authoring.forms import about_problems, about_standing, about_typed, survey_about
from mir.authoring.keeping import Page, keep, opened
from mir.authoring.making import STATEMENTS
from mir.authoring.pages import Here, plainly
from mir.authoring.statements import statements_page
from mir.authoring.views import bp
from mir.authoring.words import OTHER_PARTS
from mir.errors import NotFoundError
from mir.providers.guard import needs
from mir.providers.may import May
from mir.respond.shown import Problem
from mir.rounds.cards import VOICE_WORDS
from surveys.framework import Voice

NOTHING = "Choose at least one statement."


@bp.get("/surveys/<survey_id>/about")
@needs(May.MAKE_SURVEYS)
def about(survey_id: str) -> str:
    """The title, what it is about, who is asked and how it may be read."""
    here = opened(survey_id)
    return render_template("authoring/about.html", here=here, typed=about_standing(here.making), problems=())


@bp.post("/surveys/<survey_id>/about")
@needs(May.MAKE_SURVEYS)
def save_about(survey_id: str) -> Page:
    """Keep it."""
    here, typed = opened(survey_id), about_typed(request.form)
    problems = about_problems(typed)
    if problems:
        page = render_template("authoring/about.html", here=here, typed=typed, problems=problems)
        return page, 422
    survey = survey_about(here.making.survey, typed)
    return keep(here, survey, "Changed what the survey is", _home(here))


@bp.get("/surveys/<survey_id>/statements")
@needs(May.MAKE_SURVEYS)
def statements(survey_id: str) -> str:
    """The statements of the framework by theme, each switched on or off."""
    here = opened(survey_id)
    chosen = changes.asked_in(here.making.survey, here.making.framework)
    return render_template("authoring/statements.html", page=statements_page(here, None, chosen), problems=())


@bp.post("/surveys/<survey_id>/statements")
@needs(May.MAKE_SURVEYS)
def save_statements(survey_id: str) -> Page:
    """Keep which are on."""
    here = opened(survey_id)
    codes = request.form.getlist("statement")
    making = here.making
    survey = changes.with_statements(making.survey, making.framework, codes)
    if not survey.statements:
        page = statements_page(here, None, frozenset())
        return render_template("authoring/statements.html", page=page, problems=_nothing(here)), 422
    return keep(here, survey, "Switched statements on or off", _home(here, STATEMENTS))


@bp.get("/surveys/<survey_id>/statements/<voice>")
@needs(May.MAKE_SURVEYS)
def statements_of(survey_id: str, voice: str) -> str:
    """Which of the chosen statements this voice is asked."""
    here, who = _voice(survey_id, voice)
    chosen = changes.asked_of(here.making.survey, here.making.framework, who)
    return render_template("authoring/statements.html", page=statements_page(here, who, chosen), problems=())


@bp.post("/surveys/<survey_id>/statements/<voice>")
@needs(May.MAKE_SURVEYS)
def save_statements_of(survey_id: str, voice: str) -> Page:
    """Keep which."""
    here, who = _voice(survey_id, voice)
    codes = request.form.getlist("statement")
    survey = changes.with_only(here.making.survey, here.making.framework, who, codes)
    if not survey.only.get(who, (who,)):
        page = statements_page(here, who, frozenset())
        return render_template("authoring/statements.html", page=page, problems=_nothing(here)), 422
    words = f"Changed what is asked of: {VOICE_WORDS[who].lower()}"
    return keep(here, survey, words, _home(here, STATEMENTS))


@bp.get("/surveys/<survey_id>/parts")
@needs(May.MAKE_SURVEYS)
def parts(survey_id: str) -> str:
    """The parts of the survey, in the order in which they are asked."""
    here = opened(survey_id)
    moved = request.args.get("moved", ""), request.args.get("way", "")
    return render_template("authoring/parts.html", page=partly.parts_page(here, moved))


@bp.post("/surveys/<survey_id>/parts")
@needs(May.MAKE_SURVEYS)
def save_parts(survey_id: str) -> Page:
    """Divide the survey, put it together again, or move what is in it."""
    here = opened(survey_id)
    verb, _, code = request.form.get("go", "").partition(":")
    making = here.making
    if verb == "divide":
        survey = changes.divided(making.survey, making.framework, OTHER_PARTS)
        return keep(here, survey, "Divided the survey into parts", _parts(here))
    if verb == "join":
        survey = changes.changed(making.survey, sections=())
        return keep(here, survey, "Put the parts together", _parts(here))
    if verb == "mend":
        survey = changes.mended(making.survey, making.framework)
        return keep(here, survey, "Put the rest in the last part", _parts(here))
    entries = partly.after(partly.entries(making.survey), verb, code, request.form.getlist("entry"))
    words = f"{partly.VERBS.get(verb, 'Moved')} “{partly.name(making, code)}”"
    return keep(here, partly.gathered(making, entries), words, _parts(here, moved=code, way=verb))


@bp.get("/surveys/<survey_id>/parts/<code>")
@needs(May.MAKE_SURVEYS)
def part(survey_id: str, code: str) -> str:
    """The words of one part."""
    here = opened(survey_id)
    return render_template("authoring/part.html", page=partly.part_page(here, code, None))


@bp.post("/surveys/<survey_id>/parts/<code>")
@needs(May.MAKE_SURVEYS)
def save_part(survey_id: str, code: str) -> Page:
    """Keep them."""
    here = opened(survey_id)
    page = partly.part_page(here, code, request.form)
    problems = partly.part_problems(page, here.making.survey)
    if problems:
        page = replace(page, problems=problems)
        return render_template("authoring/part.html", page=page), 422
    survey = partly.with_words(here.making.survey, page)
    return keep(here, survey, f"Changed the part “{plainly(page.part.title)}”", _parts(here))


@bp.post("/surveys/<survey_id>/questions/move")
@needs(May.MAKE_SURVEYS)
def move_question(survey_id: str) -> Page:
    """Move an own question up or down, or take the whole order that was made by dragging."""
    here = opened(survey_id)
    way, _, code = request.form.get("go", "").partition(":")
    codes = tuple(one.code for one in here.making.survey.questions)
    if way == "order":
        after = tuple(one for one in request.form.getlist("entry") if one in codes)
    else:
        after = changes.moved(codes, code, -1 if way == "up" else 1)
    survey = changes.mended(changes.in_order(here.making.survey, after), here.making.framework)
    if code and code not in codes:
        raise NotFoundError
    # No fragment: a browser would go there and leave the button that was pressed.
    onward = url_for("authoring.one", survey_id=survey_id, moved=code or None, way=way)
    return keep(here, survey, "Changed the order of the questions", onward)


def _voice(survey_id: str, voice: str) -> tuple[Here, Voice]:
    here = opened(survey_id)
    found = next((one for one in here.making.survey.voices if one == voice), None)
    if found is None:
        raise NotFoundError
    return here, found


def _nothing(here: Here) -> tuple[Problem, ...]:
    first = here.making.framework.themes[0].statements[0].code
    return (Problem(f"statement-{first}", NOTHING),)


def _home(here: Here, place: str | None = None) -> str:
    return url_for("authoring.one", survey_id=here.kept.id, _anchor=place)


def _parts(here: Here, moved: str | None = None, way: str | None = None) -> str:
    return url_for("authoring.parts", survey_id=here.kept.id, moved=moved, way=way)
