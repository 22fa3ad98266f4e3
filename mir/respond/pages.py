"""The answering pages, made from answers and editions."""

from flask import url_for

from mir.pages import day
from mir.respond.answering import Answering
from mir.respond.browser import Held
from mir.respond.drafts import LONGEST_COMMENT
from mir.respond.promising import card_address, card_of
from mir.respond.shown import (
    Choice,
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
from surveys.answers import SPOKEN_STATES
from surveys.edition import Edition
from surveys.framework import Presentation, Statement, Theme, Voice


def welcome_page(door: Door, edition: Edition, held: Held | None) -> WelcomePage:
    """The welcome for whoever holds this code."""
    number = len(journey.path(edition, door.voice))
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


def question_page(here: Answering, step: Statement, given: Given, to: str) -> QuestionPage:
    """The page of this question, with what is chosen and typed on it."""
    draft, words = here.draft, here.words
    easy = draft.presentation == Presentation.EASY_READ
    theme = here.edition.theme_of[step.code]
    return QuestionPage(
        frame=frame(here),
        action=url_for("respond.save_answer", code=step.code, to=to or None),
        of=here.held.tag,
        progress=words.progress.format(number=journey.number(here.steps, step.code), total=len(here.steps)),
        theme=here.put(theme.name),
        symbol=_symbol(step, theme) if easy else "",
        statement=here.put(step.wordings[draft.voice]),
        choices=choices(here),
        given=given,
        seen=Given(draft.answers.get(step.code), draft.comments.get(step.code, "")),
        switch=_switch(here),
        comments=here.edition.comments,
    )


def choices(here: Answering) -> tuple[Choice, ...]:
    """The answers on offer, the least favourable first, then the two that stand apart."""
    words, easy = here.words, here.draft.presentation == Presentation.EASY_READ
    scale = tuple(
        Choice(option.code, here.put(option.words), option.symbol if easy else "")
        for option in here.edition.scale.options
    )
    mine = here.draft.voice == Voice.PERSON
    spoken = (words.does_not_apply if mine else words.does_not_apply_here, words.prefer_not)
    symbols = ("does-not-apply", "prefer-not")
    return scale + tuple(
        Choice(value, said, symbol if easy else "", apart=True)
        for value, said, symbol in zip(SPOKEN_STATES, spoken, symbols, strict=True)
    )


def differing(here: Answering, given: Given, stored: Given) -> tuple[str, ...]:
    """What another window says and what this one says, in words; nothing where the answers agree."""
    if given.answer == stored.answer:
        return ()
    names = {choice.value: choice.words for choice in choices(here)}
    there, here_ = (names.get(one or "", here.words.nothing_chosen) for one in (stored.answer, given.answer))
    return (here.words.there.format(answer=there), here.words.here.format(answer=here_))


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


def _symbol(step: Statement, theme: Theme) -> str:
    return step.symbol or theme.symbol
