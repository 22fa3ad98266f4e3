"""Beside the pages of somebody who is asked aloud: what to do, what to read out, and the number keys."""

from dataclasses import replace

from flask import url_for

from mir import i18n
from mir.respond.answering import Answering
from mir.respond.browser import Thanked
from mir.respond.interview_words import InterviewWords, interview_words
from mir.respond.kinds.looks import DOES_NOT_APPLY, PREFER_NOT, Look
from mir.respond.promising import back_address
from mir.respond.shown import Asked, Beside
from mir.rounds.queries import Door

OWN, APART = "1234567", {DOES_NOT_APPLY: "8", PREFER_NOT: "9"}
"""The keys of the answers as they stand, and of the two that stand apart: as in a booklet."""
PRESSED = frozenset({Look.CHOICE, Look.SEVERAL})
"""Where number keys choose. Where something is typed or put in order, a number is the answer itself."""


def keyed(asked: Asked) -> Asked:
    """The question with a key for each of its answers, as far as there are keys."""
    if asked.look not in PRESSED:
        return asked
    own = iter(OWN)
    choices = tuple(replace(choice, key=APART.get(choice.value) or next(own, "")) for choice in asked.choices)
    return replace(asked, choices=choices)


def beside_question(here: Answering, asked: Asked) -> Beside | None:
    """Beside a question; None where nobody asks it aloud."""
    if not here.asked_aloud:
        return None
    words = _words(here)
    names = {"stop": here.words.stop, "worried": here.words.worried}
    keys = (
        (words.keys.format(skip=here.words.skip, looks=here.words.looks_heading),)
        if asked.look in PRESSED
        else ()
    )
    return Beside(words.beside, (*(prompt.format(**names) for prompt in words.prompts), *keys))


def beside_check(here: Answering) -> Beside | None:
    """Beside the answers before they are sent; None where nobody asked aloud."""
    if not here.asked_aloud:
        return None
    words, said = _words(here), here.words
    names = {"change": said.change, "help_row": said.help_row, "stop": said.stop}
    told = tuple(prompt.format(**names) for prompt in words.check_prompts)
    closes = i18n.day(here.round.closes_on, _said_in(here))
    return Beside(
        words.beside, told, words.aloud, tuple(one.format(closes=closes) for one in words.check_aloud)
    )


def beside_stop(here: Answering, door: Door, *, given: bool) -> Beside:
    """Beside the page that stops for now, before and after four words were `given`."""
    words, names = _words(here), _names(door, _said_in(here))
    told = words.words_prompts if given else words.stop_prompts
    said = (words.words_aloud,) if given else words.stop_aloud
    return _onward(
        Beside(
            words.beside,
            told,
            words.aloud,
            tuple(one.format(**names) for one in said),
            tuple(one.format(**names) for one in words.stop_words_aloud) if given else (),
        ),
        words,
        door,
    )


def beside_thanks(door: Door, sent: Thanked, facts: tuple[str, ...]) -> Beside | None:
    """Beside the thanks: these facts are read aloud, then the four words, then how to use them."""
    if not sent.aloud:
        return None
    words = interview_words(sent.language, sent.presentation)
    names = _names(door, i18n.interface(sent.language))
    receipt = words.words_prompts if sent.words else ()
    return _onward(
        Beside(
            words.beside,
            receipt,
            words.aloud,
            (*facts, words.words_aloud) if sent.words else facts,
            tuple(one.format(**names) for one in words.back_aloud) if sent.words else (),
        ),
        words,
        door,
    )


def beside_no(door: Door, words: InterviewWords) -> Beside:
    """After a no: a word of thanks, and the way on."""
    return _onward(Beside(words.beside, (), words.aloud, words.thanks_all_the_same), words, door)


def _said_in(here: Answering) -> str:
    """The language in which the pages speak to this person."""
    return i18n.interface(here.draft.language)


def _words(here: Answering) -> InterviewWords:
    return interview_words(here.draft.language, here.draft.presentation)


def _names(door: Door, language: str) -> dict[str, str]:
    """What the sentences about four words are filled with."""
    return {
        "closes": i18n.day(door.round.closes_on, language),
        "address": back_address(language),
    }


def _onward(beside: Beside, words: InterviewWords, door: Door) -> Beside:
    if not door.shared:
        return replace(beside, next_code=words.next_code)
    onward = url_for("interview.next_person", code=door.code)
    return replace(beside, next_person=words.next_person, onward=onward)
