"""Taking one page of answers: what it brought, keeping it, and where to go next."""

import logging
from dataclasses import dataclass, replace
from typing import Any

from flask import current_app, request, url_for

from mir import i18n
from mir.config import Settings
from mir.db import store
from mir.respond import appearance, drafts, leading_back, sending
from mir.respond.answering import Answering
from mir.respond.appearance import LANGUAGE
from mir.respond.browser import Held
from mir.respond.draft import PageAnswer
from mir.respond.hiding import mark
from mir.respond.kinds.forms import QuestionForm, question_form
from mir.respond.kinds.told import option_words
from mir.respond.kinds.typed import typed
from mir.respond.kinds.understood import NotUnderstoodError, asks_for, understood
from mir.respond.offered import LONGEST_COMMENT
from mir.respond.pages import differing, question_page, too_long
from mir.respond.refusals import DifferentAnswerError
from mir.respond.sealing import seal_waiting
from mir.respond.shown import Given, Problem, QuestionPage
from surveys import journey
from surveys.edition import Step
from surveys.own.meant import Answer

log = logging.getLogger("mir")

WITHOUT_ANSWER = frozenset({"back", "skip", "switch", "worried", "stop", "alone"})
"""The buttons that ask for no answer; every other one is Next."""
ASIDE = {"worried": "concerns.safe", "stop": "back.stop", "alone": "alone.alone"}
"""Buttons that keep the page and lead away from the questions for a while."""
CHECK, MORE = "check", "more"
"""Whence a page was opened: from the page that checks, or because an answer changed there asks for more."""


@dataclass(frozen=True)
class Brought:
    """What one page brought: which button, what is on it now, and marks of what stood there before."""

    go: str
    given: Given
    answer: Answer | None
    """What that means; None for nothing, and for what is not understood."""
    seen: str
    seen_comment: str
    by_proxy: bool
    """Whether it asked somebody who answers for the person."""
    problems: tuple[Problem, ...] = ()


def brought(here: Answering, step: Step) -> Brought:
    """The page that was sent. Raises RefusalError for an answer that is not on offer."""
    form: QuestionForm = question_form(here.edition, step)()
    given = Given(typed(step, form), form.comment.data if here.edition.comments else "")
    asked = form.proxy.data == "yes"
    page = Brought(form.go.data or "next", given, None, form.seen.data or "", form.seen_comment.data, asked)
    if page.go == "skip":
        return page
    named = option_words(here.edition, step, here.reader)
    try:
        return replace(page, answer=understood(step, given.typed, here.words, lambda code: named[code]))
    except NotUnderstoodError as error:
        return replace(page, problems=(Problem(error.field, error.sentence),))


def faults(here: Answering, step: Step, page: Brought) -> tuple[Problem, ...]:
    """What has to be put right before this page can be kept."""
    length = len(page.given.comment)
    if length > LONGEST_COMMENT and page.go != "worried":
        return (too_long(here, length),)
    if page.problems and page.go != "worried":
        return page.problems
    if here.draft.hidden and step.code in here.draft.answers and page.given.typed.nothing:
        return ()  # what is kept stays, unseen
    if page.go not in WITHOUT_ANSWER and not stays(page.go) and page.answer is None:
        return (Problem("answer", asks_for(step, here.words)),)
    return ()


def keep(here: Answering, step: Step, page: Brought) -> Answering:
    """Keep the page; the answers as they are then. Skip takes the answer away and leaves the comment.

    Raises DifferentAnswerError where another window has answered since, and
    WhoAnswersError where another window has changed who answers.
    """
    changed = mark(page.answer) != page.seen or page.given.comment != page.seen_comment
    if page.go in {"next", "skip"} or (changed and not page.problems):
        # Longer only where somebody who is worried must not wait.
        comment = page.given.comment[:LONGEST_COMMENT]
        answer = PageAnswer(step.code, page.answer, comment, page.seen, page.seen_comment, page.by_proxy)
        draft = drafts.save_page(store(), here.held.secret, here.edition, answer)
        here = replace(here, draft=draft)
    if stays(page.go):
        switch(here, page.go)
    return here


def stays(go: str) -> bool:
    """Whether a button shows the same page another way: other words, another language, another look."""
    return appearance.stays(go)


def asks_another_way() -> bool:
    """Whether this request only asks for that."""
    return stays(request.form.get("go", ""))


def stay(endpoint: str, **values: str | None) -> str:
    """The address of the same page, with what can be changed about it still open."""
    given: dict[str, Any] = {**values}
    if request.form.get("go") == appearance.HERE:
        return url_for(endpoint, **given)
    given[appearance.PLACE] = "open"
    return url_for(endpoint, _anchor=appearance.PLACE, **given)


def switch(here: Answering, go: str) -> None:
    """Put the questions another way from now on, where the edition has that way or language."""
    language = go.removeprefix(LANGUAGE)
    if appearance.change(go):
        return
    if go == "switch" and here.other_presentation:
        drafts.show_as(store(), here.held.secret, here.other_presentation)
    elif language in {one.language for one in here.other_tongues}:
        drafts.speak(store(), here.held.secret, language)
        i18n.speak(language)


def switch_without_answers(go: str) -> None:
    """The same where there are no answers yet: only this browser remembers."""
    if not appearance.change(go) and (language := language_in(go)):
        i18n.speak(language)


def language_in(go: str) -> str:
    """The language that such a button asks for, where the pages speak it."""
    language = go.removeprefix(LANGUAGE) if go.startswith(LANGUAGE) else ""
    return language if language in i18n.known() else ""


def again(here: Answering, step: Step, page: Brought, to: str) -> QuestionPage:
    """The same page with everything that was chosen and typed on it."""
    shown = question_page(here, step, page.given, to)
    return replace(shown, seen=page.seen, seen_comment=page.seen_comment)


def asked_anew(here: Answering, step: Step, page: Brought) -> QuestionPage:
    """The page as it asks whoever answers by now. What was chosen and typed waits for another press."""
    now = question_page(here, step, page.given, to())
    return replace(now, problems=(Problem("answer", here.words.who_answers_changed),))


def choose_between(
    page: QuestionPage, here: Answering, step: Step, answers: tuple[Answer | None, DifferentAnswerError]
) -> QuestionPage:
    """The page with both answers. Whatever is pressed next has seen them both."""
    given, error = answers
    stored, comment = error.stored, error.stored_comment
    return replace(
        page,
        seen=mark(stored),
        seen_comment=comment,
        problems=(Problem("answer", here.words.two_answers),),
        differ=differing(here, step, given, stored),
        comment_there=comment if comment != page.given.comment else "",
    )


def onward(here: Answering, now: Answering, step: Step, to: tuple[str, str]) -> str:
    """The address to go to after this page: `here` is as it was before, `now` as it is since.

    `to` is the button that was pressed, and where the page was opened from.
    """
    go, back_to = to
    if stays(go):
        return stay("respond.question", code=step.code, to=back_to or None)
    if go in ASIDE:
        return url_for(ASIDE[go], at=step.code)
    codes = [one.code for one in now.steps]
    if step.code not in codes:  # another window has taken it off the path
        return at(now.furthest())
    if back_to:
        return _opened(now, step, changed=back_to == MORE or codes != [one.code for one in here.steps])
    if go != "back":
        return at(journey.after(now.steps, step.code))
    before = journey.before(now.steps, step.code)
    return at(before) if before else first(now)


def _opened(now: Answering, step: Step, *, changed: bool) -> str:
    """Back to the page that checks the answers, by way of what a changed answer has newly asked."""
    later = now.steps[journey.number(now.steps, step.code) :]
    conditional = {one.code for one, conditions in now.edition.order if conditions}
    fresh = (one.code for one in later if one.code in conditional and one.code not in now.draft.answers)
    code = next(fresh, None) if changed else None
    return url_for("respond.question", code=code, to=MORE) if code else at(None)


def at(code: str | None) -> str:
    """The address of a question, or of the page that checks them all."""
    return url_for("respond.question", code=code) if code else url_for("respond.check")


def first(here: Answering) -> str:
    """The address of the first page after the welcome."""
    return url_for("respond.help_") if here.asked_about_help else at(here.steps[0].code)


def to() -> str:
    """Where a page was opened from, so that it leads back there."""
    asked = request.args.get("to", "")
    return asked if asked in {CHECK, MORE} else ""


def send(held: Held) -> tuple[str, ...]:
    """Send these answers, then seal what is ripe. Four words with which they can be taken back.

    Sealing that fails is tried again by the next one sent.
    """
    draft = drafts.load(store(), held.secret)
    sending.send(store(), held.secret, held.code)
    if draft is None:
        return ()
    settings: Settings = current_app.config["MIR_SETTINGS"]
    receipt = leading_back.make_words(store(), held, settings.secret_key, "sent")
    try:
        seal_waiting(store(), draft.round_id)
    except Exception as error:  # noqa: BLE001 - the answers are safe already, and the person must hear so
        log.error("sealing must wait: %s", type(error).__name__)  # noqa: TRY400 - a trace may hold answers
    return receipt
