"""The pages where people answer. Opening one changes nothing; a button does."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mir import clock, i18n
from mir.db import store
from mir.errors import NotFoundError, RefusalError
from mir.pages import told_again
from mir.policy import may_script
from mir.respond import appearance, browser, drafts, pages, saving, thanking, who_helps
from mir.respond.answering import answering, may_begin, not_here
from mir.respond.browser import Held, Thanked
from mir.respond.checking import check_page, empty
from mir.respond.draft import ASKED_ALOUD
from mir.respond.forms import BeginForm, CodeForm
from mir.respond.kinds.typed import standing
from mir.respond.promising import kept_page, way_to_read
from mir.respond.recordings import may_play
from mir.respond.refusals import DifferentAnswerError, WhoAnswersError
from mir.respond.shown import Given, QuestionPage
from mir.respond.welcome import front_page, welcome_page
from mir.rounds import queries
from mir.rounds.codes import is_code, tidy
from mir.security import limiter
from surveys.framework import Presentation

bp = Blueprint("respond", __name__)
bp.after_request(may_script)

Page = str | Response | tuple[str, int]


@bp.get("/")
def front() -> str:
    """A place to type a code."""
    return render_template("respond/front.html", page=front_page())


@bp.post("/start")
@limiter.limit("20 per minute", exempt_when=saving.asks_another_way)
def find() -> Page:
    """To the welcome of the code that was typed, or back with what was typed."""
    typed = CodeForm().code.data
    code = tidy(typed)
    if saving.stays(go := request.form.get("go", "")):
        saving.switch_without_answers(go)
        page = front_page(language=saving.language_in(go))
        return render_template("respond/front.html", page=replace(page, typed=typed[:40]))
    try:
        if is_code(code):
            found, language = queries.door(store(), code).code, request.args.get("language")
            return redirect(url_for("respond.welcome", code=found, language=language))
    except NotFoundError:
        pass
    return render_template("respond/front.html", page=front_page(typed)), 422


@bp.get("/a/<code>")
@limiter.limit("60 per minute")
def welcome(code: str) -> str:
    """What this survey is."""
    door = may_begin(tidy(code))
    edition = queries.edition(store(), door.round.edition_hash)
    page = welcome_page(door, edition, browser.held_for(door.code))
    return render_template("respond/welcome.html", page=page)


@bp.post("/a/<code>")
def begin(code: str) -> Page:
    """Begin a new set of answers in this browser."""
    door = may_begin(tidy(code))
    edition, form = queries.edition(store(), door.round.edition_hash), BeginForm()
    chosen, language = form.presentation.data, form.language.data or edition.languages[0]
    if chosen not in edition.presentations or language not in edition.languages:
        raise RefusalError("Go back and press one of the buttons to start.")
    how = "tablet" if browser.shared() else "web"
    secret = drafts.start(store(), door, Presentation(chosen), clock.today(), language, how=how)
    i18n.speak(language)
    browser.keep(Held(door.code, secret))
    return redirect(url_for("respond.consent"))


@bp.get("/a/<code>/what-we-keep")
@limiter.limit("60 per minute")
def what_we_keep(code: str) -> str:
    """What is kept of whoever answers with this code, and who sees it."""
    door = queries.door(store(), tidy(code))
    edition = queries.edition(store(), door.round.edition_hash)
    return render_template("respond/what_we_keep.html", page=kept_page(door, edition, way_to_read(code)))


@bp.post("/a/<code>/carry-on")
def carry_on(code: str) -> Page:
    """Go on with the answers begun in this browser with this code."""
    held = browser.held_for(tidy(code))
    if held is None:
        return redirect(url_for("respond.welcome", code=tidy(code)))
    here = answering(held.tag)
    browser.keep(held)
    begun = here.draft.answers or here.draft.comments
    return redirect(saving.at(here.furthest()) if begun else saving.first(here))


@bp.get("/answer/before")
def consent() -> str:
    """Ask whether this person wants to take part, in the words they chose."""
    return render_template("respond/consent.html", page=pages.consent_page(answering()))


@bp.post("/answer/before")
def decide() -> Page:
    """On to the questions, or away with nothing kept."""
    go = request.form.get("go", "")
    if "declined" in request.form and appearance.change(go):
        return _declined(pages.declined_before(request.form))
    here = answering(request.form.get("of", ""))
    if saving.stays(go):
        saving.switch(here, go)
        return redirect(saving.stay("respond.consent"))
    if go != "no":
        return redirect(saving.first(here))
    drafts.drop(store(), here.held.secret)
    browser.drop(here.held)
    return _declined(Thanked(here.held.code, here.draft.presentation, here.draft.language))


def _declined(was: Thanked) -> Page:
    page = pages.declined_page(queries.door(store(), was.code), was)
    return render_template("respond/declined.html", page=page, was=was)


@bp.post("/looks")
def looks() -> Page:
    """The same page again, looking another way. For pages on which nothing can be typed or chosen."""
    go = request.form.get("go", "")
    saving.switch_without_answers(go)
    if told := told_again(request.form.get("told", "")):
        return told
    return redirect(appearance.way_back(request.form.get("to", ""), speaks=bool(saving.language_in(go))))


@bp.get("/answer/help")
def help_() -> str:
    """Ask who helps, if anybody."""
    return who_helps.shown(answering())


@bp.post("/answer/help")
def save_help() -> Page:
    """Keep who helps."""
    return who_helps.save(answering(request.form.get("of", "")))


@bp.get("/answer/question/<code>")
def question(code: str) -> str:
    """One question."""
    here = answering()
    step = here.step(code)
    draft = here.draft
    kept = (None, "") if draft.hidden else (draft.answers.get(code), draft.comments.get(code, ""))
    given = Given(standing(step, kept[0]), kept[1])
    return _question(pages.question_page(here, step, given, saving.to()))


def _question(page: QuestionPage) -> str:
    if page.recorded.anything:
        may_play()
    return render_template("respond/question.html", page=page)


@bp.post("/answer/question/<code>")
def save_answer(code: str) -> Page:
    """Keep what the page brought, and go where the button says."""
    here = answering(request.form.get("of", ""))
    step = here.step(code)
    brought = saving.brought(here, step)
    problems = saving.faults(here, step, brought)
    if problems and saving.stays(brought.go):
        saving.switch(here, brought.go)
        return _question(saving.again(answering(here.held.tag), step, brought, saving.to()))
    if problems:
        page = replace(saving.again(here, step, brought, saving.to()), problems=problems)
        return _question(page), 422
    try:
        now = saving.keep(here, step, brought)
    except DifferentAnswerError as error:
        if brought.go == "worried":  # whoever is worried is not asked to choose between windows first
            return redirect(saving.onward(here, here, step, (brought.go, saving.to())))
        page = saving.again(here, step, brought, saving.to())
        page = saving.choose_between(page, here, step, (brought.answer, error))
        return _question(page), error.status
    except WhoAnswersError as error:
        return _question(saving.asked_anew(here, step, brought)), error.status
    return redirect(saving.onward(here, now, step, (brought.go, saving.to())))


@bp.get("/answer/check")
def check() -> str:
    """Every answer, before sending."""
    return render_template("respond/check.html", page=check_page(answering()))


@bp.post("/answer/send")
def send() -> Page:
    """Send the answers. Pressed twice, they count once."""
    tag = request.form.get("of", "")
    held = browser.tagged(tag)
    if held is None and browser.sent():
        return redirect(url_for("respond.thanks"))
    if held is None:
        raise not_here(tag)
    if saving.stays(go := request.form.get("go", "")):
        saving.switch(answering(tag), go)
        return redirect(saving.stay("respond.check"))
    draft = drafts.load(store(), held.secret)
    if draft and not draft.answers and not draft.comments:
        here = answering(tag)
        return render_template("respond/check.html", page=empty(check_page(here), here)), 422
    receipt = saving.send(held)
    presentation = draft.presentation if draft else Presentation.EASY_READ
    language = draft.language if draft else i18n.here()
    aloud = draft is not None and draft.how == ASKED_ALOUD
    browser.forget(held, Thanked(held.code, presentation, language, receipt, aloud))
    return redirect(url_for("respond.thanks"))


@bp.get("/thanks")
def thanks() -> Page:
    """The answers are sent."""
    sent = browser.sent()
    if sent is None:
        return redirect(url_for("respond.front"))
    return render_template("respond/thanks.html", page=thanking.page(sent))


@bp.post("/thanks")
def thanks_another_way() -> Page:
    """The same page in another look, words or language. The four words stay on it."""
    if sent := browser.sent():
        browser.thank(thanking.another_way(sent, request.form.get("go", "")))
    return redirect(saving.stay("respond.thanks"))
