"""Taking one page of answers: what it brought, keeping it, and where to go next."""

import logging
from dataclasses import dataclass, replace

from flask import request, url_for

from mir.db import store
from mir.errors import RefusalError
from mir.respond import drafts
from mir.respond.answering import Answering
from mir.respond.browser import Held
from mir.respond.drafts import LONGEST_COMMENT, PageAnswer
from mir.respond.forms import HelpForm, QuestionForm, question_form
from mir.respond.pages import differing, question_page, too_long
from mir.respond.refusals import DifferentAnswerError
from mir.respond.sealing import seal_waiting
from mir.respond.shown import Given, Problem, QuestionPage
from surveys import journey
from surveys.framework import Statement

log = logging.getLogger("mir")

WITHOUT_ANSWER = frozenset({"back", "skip", "switch", "worried"})
"""The buttons that ask for no answer; every other one is Next."""
NOT_OURS = "That answer is not one of the answers on this page. Go back and choose again."


@dataclass(frozen=True)
class Brought:
    """What one page of answers brought: which button, what is on it now, what stood there before."""

    go: str
    given: Given
    seen: Given


def brought(here: Answering) -> Brought:
    """The page that was sent. Raises RefusalError for an answer that is not on offer."""
    form: QuestionForm = question_form(here.edition)()
    answer = form.answer.data or None
    if answer and not form.answer.validate(form):
        raise RefusalError(NOT_OURS)
    comment = form.comment.data if here.edition.comments else ""
    seen = Given(form.seen.data or None, form.seen_comment.data)
    return Brought(form.go.data or "next", Given(answer, comment), seen)


def fault(here: Answering, page: Brought) -> Problem | None:
    """What has to be put right before this page can be kept."""
    length = len(page.given.comment)
    if length > LONGEST_COMMENT:
        return too_long(here, length)
    if page.go not in WITHOUT_ANSWER and page.given.answer is None:
        return Problem("answer", here.words.choose_or_skip)
    return None


def keep(here: Answering, step: Statement, page: Brought) -> None:
    """Keep the page. Skip takes the answer away and leaves the comment.

    Raises DifferentAnswerError where another window has answered since.
    """
    given = replace(page.given, answer=None) if page.go == "skip" else page.given
    if page.go in {"next", "skip"} or given != page.seen:
        answer = PageAnswer(step.code, given.answer, given.comment, page.seen.answer, page.seen.comment)
        drafts.save_page(store(), here.held.secret, here.edition, answer)
    if page.go == "switch":
        switch(here)


def switch(here: Answering) -> None:
    """Put the questions the other way from now on, where the edition has another way."""
    if here.other_presentation:
        drafts.show_as(store(), here.held.secret, here.other_presentation)


def again(here: Answering, step: Statement, page: Brought, to: str) -> QuestionPage:
    """The same page with everything that was chosen and typed on it."""
    return replace(question_page(here, step, page.given, to), seen=page.seen)


def choose_between(page: QuestionPage, here: Answering, error: DifferentAnswerError) -> QuestionPage:
    """The page with both answers. Whatever is pressed next has seen them both."""
    stored = Given(error.stored, error.stored_comment)
    return replace(
        page,
        seen=stored,
        problems=(Problem("answer", here.words.two_answers),),
        differ=differing(here, page.given, stored),
        comment_there=stored.comment if stored.comment != page.given.comment else "",
    )


def onward(here: Answering, step: Statement, go: str, to: str) -> str:
    """The address to go to after this page."""
    if go == "switch":
        return url_for("respond.question", code=step.code, to=to or None)
    if go == "worried":
        return url_for("concerns.safe", at=step.code)
    if to:
        return at(None)
    if go != "back":
        return at(journey.after(here.steps, step.code))
    before = journey.before(here.steps, step.code)
    return at(before) if before else first(here)


def at(code: str | None) -> str:
    """The address of a question, or of the page that checks them all."""
    return url_for("respond.question", code=code) if code else url_for("respond.check")


def first(here: Answering) -> str:
    """The address of the first page after the welcome."""
    return url_for("respond.help_") if here.asked_about_help else at(here.steps[0].code)


def to() -> str:
    """Where a page was opened from, so that it leads back there."""
    return "check" if request.args.get("to") == "check" else ""


def help_problems(here: Answering, form: HelpForm) -> tuple[Problem, ...]:
    """What has to be put right on the page about help."""
    for given in (form.help, form.helper):
        if given.data and not given.validate(form):
            raise RefusalError(NOT_OURS)
    if not form.help.data:
        return (Problem("help", here.words.choose_help),)
    if form.help.data != "none" and not form.helper.data:
        return (Problem("helper", here.words.choose_helper),)
    return ()


def send(held: Held) -> None:
    """Send these answers, then seal what is ripe. Sealing that fails is tried again by the next one sent."""
    draft = drafts.load(store(), held.secret)
    drafts.send(store(), held.secret, held.code)
    if draft is None:
        return
    try:
        seal_waiting(store(), draft.round_id)
    except Exception as error:  # noqa: BLE001 - the answers are safe already, and the person must hear so
        log.error("sealing must wait: %s", type(error).__name__)  # noqa: TRY400 - a trace may hold answers
