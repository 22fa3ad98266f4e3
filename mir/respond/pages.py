"""The answering pages, made from answers and editions."""

from collections.abc import Mapping
from dataclasses import replace

from flask import url_for

from mir import i18n
from mir.errors import RefusalError
from mir.i18n import Tongue
from mir.respond import browser
from mir.respond.answering import Answering
from mir.respond.asked import asked
from mir.respond.browser import Thanked
from mir.respond.changed import lately
from mir.respond.hiding import mark
from mir.respond.interviewing import beside_question, beside_thanks, keyed
from mir.respond.kinds.told import told
from mir.respond.kinds.typed import NOT_OURS
from mir.respond.leaving_shown import Lately, ThanksPage
from mir.respond.offered import LONGEST_COMMENT
from mir.respond.promising import back_address, card_address
from mir.respond.recordings import recorded
from mir.respond.shown import (
    ConsentPage,
    Frame,
    Given,
    Problem,
    QuestionPage,
    frame_in,
)
from mir.rounds.queries import Door
from surveys import journey
from surveys.edition import Step
from surveys.framework import Presentation, Statement
from surveys.own.meant import Answer

HELPED = frozenset({"read_to_me", "wrote_for_me", "answered_with_me"})
"""Who may want to answer a part by themselves: helped, and speaking for themselves."""


def frame(here: Answering) -> Frame:
    """The frame of this person's pages."""
    service = here.round.service
    about = (service.name, service.organisation, card_address(here.held.code))
    shown = frame_in(here.draft.language, here.draft.presentation, about)
    return replace(shown, aloud=here.asked_aloud)


def thanks_page(door: Door, sent: Thanked) -> ThanksPage:
    """The last page, when there is no draft any more."""
    service = door.round.service
    shown = frame_in(
        sent.language, sent.presentation, (service.name, service.organisation, card_address(door.code))
    )
    closes = i18n.day(door.round.closes_on, shown.language)
    facts = tuple(fact.format(service=shown.service, closes=closes) for fact in shown.words.thanks_facts)
    return ThanksPage(
        frame=replace(shown, aloud=sent.aloud, code=door.code),
        facts=facts,
        again=_again(door),
        words=sent.words,
        receipt=shown.words.receipt.format(closes=closes),
        receipt_how=shown.words.receipt_how.format(address=back_address(shown.language)),
        lately=lately(service.id, easy=shown.easy),
        beside=beside_thanks(door, sent, (shown.words.thanks_lead, *facts)),
    )


def _again(door: Door) -> str:
    """Where somebody else may begin on this device."""
    if browser.shared():
        return url_for("tablet.start")
    return url_for("respond.welcome", code=door.code) if door.shared else ""


def consent_page(here: Answering) -> ConsentPage:
    """The page that asks whether this person wants to take part."""
    shown = frame(here)
    return ConsentPage(
        frame=shown,
        action=url_for("respond.decide"),
        of=here.held.tag,
        facts=tuple(
            fact.format(service=shown.service, organisation=shown.organisation)
            for fact in shown.words.consent_facts
        ),
        helped=here.asked_about_help,
        switch=switch_words(here),
        tongues=here.other_tongues,
    )


def declined_page(door: Door, was: Thanked) -> ThanksPage:
    """The page for somebody who does not want to take part."""
    page = thanks_page(door, was)
    return replace(page, facts=page.frame.words.declined, lately=Lately())


def declined_before(form: Mapping[str, str]) -> Thanked:
    """Whose page that was, when it is shown again in another look. Raises RefusalError for a forged one."""
    way, language = form.get("presentation", ""), form.get("language", "")
    if way not in set(Presentation):
        raise RefusalError(NOT_OURS)
    return Thanked(form.get("declined", ""), Presentation(way), language)


def question_page(here: Answering, step: Step, given: Given, to: str) -> QuestionPage:
    """The page of this question, with what is chosen and typed on it."""
    draft, put = here.draft, asked(here.edition, step, here.reader, here.steps)
    return QuestionPage(
        frame=frame(here),
        action=url_for("respond.save_answer", code=step.code, to=to or None),
        of=here.held.tag,
        progress=_progress(here, step),
        asked=keyed(put) if here.asked_aloud else put,
        given=given,
        seen="" if draft.hidden else mark(draft.answers.get(step.code)),
        seen_comment="" if draft.hidden else draft.comments.get(step.code, ""),
        switch=switch_words(here),
        tongues=here.other_tongues,
        comments=here.edition.comments and isinstance(step, Statement),
        recorded=recorded(here.edition, step.code, here.reader),
        beside=beside_question(here, put),
        may_hide=not here.asked_aloud and not draft.hidden and here.asked_about_help and draft.help in HELPED,
        show=url_for("alone.ask_picture", at=step.code) if draft.hidden else "",
        hidden_answer=draft.hidden and step.code in {*draft.answers, *draft.comments},
        by_proxy=here.by_proxy,
    )


def _progress(here: Answering, step: Step) -> str:
    number = journey.number(here.steps, step.code)
    if not here.edition.branches:
        return here.words.progress.format(number=number, total=len(here.steps))
    every = journey.every(here.edition, here.draft.voice)
    later = len(every) - journey.number(every, step.code)
    return here.words.progress_most.format(number=number, total=number + later)


def differing(here: Answering, step: Step, given: Answer | None, stored: Answer | None) -> tuple[str, ...]:
    """What another window says and what this one says, in words; nothing where the answers agree."""
    if given == stored:
        return ()
    there, on_page = (
        ", ".join(told(here.edition, step, one, here.reader)) or here.words.nothing_chosen
        for one in (stored, given)
    )
    return (here.words.there.format(answer=there), here.words.here.format(answer=on_page))


def too_long(here: Answering, length: int) -> Problem:
    """The problem of a comment of this many characters."""
    sentence = here.words.too_long.format(length=_number(here, length), most=_number(here, LONGEST_COMMENT))
    return Problem("comment", sentence)


def switch_words(here: Answering) -> str:
    """What the button says that puts these questions in other words; nothing where there are none."""
    if here.other_presentation is None:
        return ""
    easy = here.other_presentation == Presentation.EASY_READ
    return here.words.switch_to_easy if easy else here.words.switch_to_standard


def other_known() -> tuple[Tongue, ...]:
    """The other languages that the pages speak, where there are no answers and so no edition."""
    return tuple(Tongue(tag) for tag in i18n.known() if tag != i18n.here())


def _number(here: Answering, value: int) -> str:
    return i18n.number(value, i18n.interface(here.draft.language))
