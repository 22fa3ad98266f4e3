"""The answering pages, made from answers and editions."""

from dataclasses import replace

from flask import url_for

from mir.pages import day
from mir.respond.answering import Answering
from mir.respond.asked import asked
from mir.respond.browser import Held
from mir.respond.drafts import LONGEST_COMMENT, mark
from mir.respond.kinds.told import told
from mir.respond.promising import card_address, card_of
from mir.respond.shown import (
    Choice,
    ConsentPage,
    Frame,
    Given,
    HelpPage,
    Problem,
    QuestionPage,
    ThanksPage,
    WelcomePage,
)
from mir.respond.words import EASY_READ, said, words_for
from mir.rounds.queries import Door
from surveys import journey
from surveys.edition import Edition, Step
from surveys.framework import Presentation, Statement
from surveys.own.meant import Answer


def welcome_page(door: Door, edition: Edition, held: Held | None) -> WelcomePage:
    """The welcome for whoever holds this code."""
    number = len(journey.every(edition, door.voice))
    return WelcomePage(
        frame=Frame(
            service=door.round.service.name,
            organisation=door.round.service.organisation,
            card=card_address(door.code),
        ),
        code=door.code,
        action=url_for("respond.begin", code=door.code),
        title=said(edition.title, "en"),
        voice=door.voice,
        closes=day(door.round.closes_on),
        number=number,
        most=edition.branches,
        minutes=journey.minutes(number),
        presentations=tuple(sorted(edition.presentations)),
        promises=card_of(door.round, edition, EASY_READ).short,
        held=held is not None,
    )


def frame(here: Answering) -> Frame:
    """The frame of this person's pages."""
    return Frame(
        words=here.words,
        language=here.draft.language,
        easy=here.draft.presentation == Presentation.EASY_READ,
        service=here.round.service.name,
        organisation=here.round.service.organisation,
        card=card_address(here.held.code),
    )


def thanks_page(door: Door, presentation: Presentation) -> ThanksPage:
    """The last page, when there is no draft any more."""
    words, service = words_for("en", presentation), door.round.service
    easy = presentation == Presentation.EASY_READ
    return ThanksPage(
        frame=Frame(words, "en", easy, service.name, service.organisation, card_address(door.code)),
        facts=tuple(
            fact.format(service=service.name, closes=day(door.round.closes_on)) for fact in words.thanks_facts
        ),
        again=url_for("respond.welcome", code=door.code) if door.shared else "",
    )


def consent_page(here: Answering) -> ConsentPage:
    """The page that asks whether this person wants to take part."""
    service = here.round.service
    facts = here.words.consent_facts
    return ConsentPage(
        frame=frame(here),
        action=url_for("respond.decide"),
        of=here.held.tag,
        facts=tuple(fact.format(service=service.name, organisation=service.organisation) for fact in facts),
        helped=here.asked_about_help,
    )


def declined_page(door: Door, presentation: Presentation) -> ThanksPage:
    """The page for somebody who does not want to take part."""
    return replace(thanks_page(door, presentation), facts=words_for("en", presentation).declined)


def help_page(here: Answering, given: tuple[str | None, str | None], to: str) -> HelpPage:
    """The page that asks about help, with these two answers chosen."""
    service = here.round.service.name
    symbols = {"none": "", "read_to_me": "listen", "wrote_for_me": "write", "answered_with_me": "talk"}
    return HelpPage(
        frame=frame(here),
        action=url_for("respond.save_help", to=to or None),
        of=here.held.tag,
        help_choices=tuple(
            Choice(value, words, symbols.get(value, "help")) for value, words in here.words.help_choices
        ),
        helper_choices=tuple(
            Choice(value, words.format(service=service)) for value, words in here.words.helper_choices
        ),
        chosen=given[0],
        helper=given[1],
        switch=_switch(here),
    )


def question_page(here: Answering, step: Step, given: Given, to: str) -> QuestionPage:
    """The page of this question, with what is chosen and typed on it."""
    draft = here.draft
    return QuestionPage(
        frame=frame(here),
        action=url_for("respond.save_answer", code=step.code, to=to or None),
        of=here.held.tag,
        progress=_progress(here, step),
        asked=asked(here.edition, step, here.reader, here.steps),
        given=given,
        seen=mark(draft.answers.get(step.code)),
        seen_comment=draft.comments.get(step.code, ""),
        switch=_switch(here),
        comments=here.edition.comments and isinstance(step, Statement),
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
    sentence = here.words.too_long.format(length=f"{length:,}", most=f"{LONGEST_COMMENT:,}")
    return Problem("comment", sentence)


def unknown_code(typed: str) -> Problem:
    """The problem of what was typed where a code should be."""
    if not typed:
        return Problem("code", "Type your code. It is on your letter, card or message.")
    return Problem("code", "We do not know that code. Check each letter and number.")


def _switch(here: Answering) -> str:
    if here.other_presentation is None:
        return ""
    easy = here.other_presentation == Presentation.EASY_READ
    return here.words.switch_to_easy if easy else here.words.switch_to_standard
