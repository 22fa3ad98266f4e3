"""One booklet as values: its cover, what it asks, and its last page. The printer only lays it out."""

from dataclasses import dataclass

from mir import i18n
from mir.concerns.calling import Calls
from mir.errors import NotFoundError, RefusalError
from mir.paper.asking import Form, asked
from mir.paper.items import Asked, Box, Sort, box_key, keys_for
from mir.paper.words import SUPPORTED, PaperWords, paper_words
from mir.respond.answering import ASKED_ABOUT_HELP
from mir.respond.words import words_for
from mir.rounds.cards import link, qr_svg
from mir.rounds.codes import spaced
from mir.rounds.queries import RoundCard
from scoring.protection.disclosure import Thresholds
from surveys import journey
from surveys.edition import Edition
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice
from surveys.languages.translating import Spoken, direction

FOR_PERSON = "for-person"
"""Whose booklet it is that somebody fills in for the person."""
LONGEST_ADDRESS = 300
MOST_ADDRESS_LINES = 6
SHOWN_OF_HASH = 12
"""How much of an edition's hash stands at the foot of each page."""


@dataclass(frozen=True)
class Choice:
    """What kind of booklet is wanted."""

    voice: Voice
    presentation: Presentation
    language: str = SOURCE_LANGUAGE
    large: bool = False
    pictures: bool = True
    """Whether Easy Read has its pictures; standard words never have any."""
    address: tuple[str, ...] = ()
    """Where it is sent back to, line by line; empty lines are printed where there is none."""
    proxy: bool = False
    """Whether it is for somebody who answers for the person."""

    @property
    def whose(self) -> str:
        """What the foot and the desk call whose booklet it is: the voice, or `for-person`."""
        return FOR_PERSON if self.proxy else self.voice


@dataclass(frozen=True)
class Door:
    """How somebody answers online instead: the code on the cover."""

    code: str
    spaced: str
    link: str
    qr: str
    """An SVG picture."""
    single: bool


@dataclass(frozen=True)
class Booklet:
    """One booklet."""

    language: str
    direction: str
    words: PaperWords
    words_language: str
    size: str
    easy: bool
    title: str
    survey: Spoken
    facts: tuple[tuple[str, str], ...]
    """A drawing and a sentence each; drawings are named only where there are pictures."""
    door: Door
    agree: tuple[str, ...]
    proxy: tuple[str, ...]
    """What is to be known by somebody who answers for the person; nothing for everybody else."""
    kept: tuple[str, ...]
    warning: tuple[str, ...]
    how_much: str
    help: tuple[tuple[str, tuple[Box, ...]], ...]
    """The questions about help, where one is asked: the words and the boxes. A proxy is asked who."""
    asked: Asked
    address: tuple[str, ...]
    closes: str
    next_facts: tuple[str, ...]
    calls: Calls
    foot: str
    service: str
    organisation: str
    round: str

    @property
    def warned_by(self) -> str:
        """The code of the question or part before whose room to write the whole warning stands: the first."""
        for part in self.asked.parts:
            texts = [item.code for item in part.items if item.sort is Sort.TEXT]
            if texts or part.comment:
                return texts[0] if texts else part.code
        return ""


def form_of(card: RoundCard, edition: Edition, choice: Choice) -> Form:
    """What a booklet of this round asks. Raises NotFoundError for what the edition does not offer."""
    if choice.voice not in edition.voices:
        raise NotFoundError(
            f"This survey does not ask “{choice.voice}”. It asks: {', '.join(edition.voices)}."
        )
    if choice.proxy and choice.voice != Voice.PERSON:
        raise NotFoundError("Somebody can answer for a person only. Print the booklet of this group without.")
    if choice.presentation not in edition.presentations:
        raise NotFoundError(f"This survey has these presentations: {', '.join(edition.presentations)}.")
    if choice.language not in edition.languages:
        raise NotFoundError(f"This survey has these languages: {', '.join(edition.languages)}.")
    return Form(
        edition,
        choice.voice,
        choice.presentation,
        choice.language,
        {"service": card.service.name, "organisation": card.service.organisation},
        pictures=choice.pictures and choice.presentation is Presentation.EASY_READ,
        proxy=choice.proxy,
    )


def door_of(url: str, code: str, *, single: bool) -> Door:
    """The way in that a cover shows."""
    address = link(url, code)
    return Door(code, spaced(code), address, qr_svg(address).decode(), single)


def booklet_of(card: RoundCard, edition: Edition, choice: Choice, door: Door, calls: Calls) -> Booklet:
    """The booklet of an open round. Raises NotFoundError for what the edition does not offer."""
    form = form_of(card, edition, choice)
    words, language = paper_words(choice.language, choice.presentation)
    screen = words_for(language, choice.presentation)
    service, closes = card.service.name, i18n.day(card.closes_on, language)
    names = {
        "service": service,
        "organisation": card.service.organisation,
        "least": Thresholds().nothing_below,
        "closes": closes,
    }
    questions = asked(form)
    return Booklet(
        language=choice.language,
        direction=direction(choice.language),
        words=words,
        words_language=language,
        size=_size(choice, form),
        easy=choice.presentation is Presentation.EASY_READ,
        title=(words.lead_proxy if form.proxy else words.leads[choice.voice]).format(**names),
        survey=form.say(edition.title),
        facts=_facts(form, words, len(questions.items), names),
        door=door,
        agree=words.agree + (words.agree_helped if _may_be_helped(form) else ()),
        proxy=words.proxy_facts if form.proxy else (),
        kept=tuple(one.format(**names) for one in words.kept),
        warning=tuple(one.format(**names) for one in words.warning),
        how_much=screen.how_much,
        help=_help(form, screen.help_heading, screen.helper_heading),
        asked=questions,
        address=choice.address,
        closes=words.give_back_by.format(closes=closes),
        next_facts=tuple(one.format(**names) for one in words.next_facts),
        calls=calls,
        foot=foot(edition, choice),
        service=service,
        organisation=card.service.organisation,
        round=card.title,
    )


def foot(edition: Edition, choice: Choice) -> str:
    """What stands at the foot of each page, for the person who types it in."""
    return f"{edition.hash[:SHOWN_OF_HASH]} · {choice.whose} · {choice.presentation} · {choice.language}"


def address_lines(text: str) -> tuple[str, ...]:
    """Where a booklet is sent back to, line by line. Raises RefusalError for more than fits."""
    lines = tuple(line for one in text.replace("\\n", "\n").splitlines() if (line := " ".join(one.split())))
    if len(text) > LONGEST_ADDRESS or len(lines) > MOST_ADDRESS_LINES:
        raise RefusalError(
            f"The address is too long to print. Use at most {MOST_ADDRESS_LINES} lines "
            f"and {LONGEST_ADDRESS} characters."
        )
    return lines


def help_boxes(form: Form) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """The boxes of the two questions about help; empty where one is not asked, or neither."""
    if form.voice not in ASKED_ABOUT_HELP:
        return (), ()
    language = paper_words(form.language, form.presentation)[1]
    words = words_for(language, form.presentation)
    first, second = (
        tuple(
            Box(box_key(place, keys_for(len(choices))), value, Spoken(said.format(**form.names), language))
            for place, (value, said) in enumerate(choices, start=1)
        )
        for choices in (words.help_choices, words.helper_choices)
    )
    return (() if form.proxy else first), second


def _may_be_helped(form: Form) -> bool:
    return form.voice in ASKED_ABOUT_HELP and not form.proxy


def _help(form: Form, heading: str, helper: str) -> tuple[tuple[str, tuple[Box, ...]], ...]:
    how, who = help_boxes(form)
    if form.proxy:
        return ((form.words.proxy_who, who),)
    return ((heading, how), (helper, who)) if how else ()


def _size(choice: Choice, form: Form) -> str:
    if choice.large:
        return "large"
    if choice.presentation is Presentation.EASY_READ:
        return "pictures" if form.pictures else "easy"
    return "ordinary"


def _facts(
    form: Form, words: PaperWords, number: int, names: dict[str, object]
) -> tuple[tuple[str, str], ...]:
    minutes = journey.minutes(number)
    same = words.same_support if form.voice in SUPPORTED else words.not_held_against
    same = words.same_support_proxy if form.proxy else same
    facts = (
        ("talk", f"{words.asks} {words.why}"),
        ("information", words.how_long),
        ("stop", words.free),
        ("safe", same),
        *(() if form.proxy else (("help", words.help_offered),)),
        ("calendar", words.until),
    )
    filled = {**names, "number": number, "minutes": minutes}
    return tuple((drawing if form.pictures else "", said.format(**filled)) for drawing, said in facts)
