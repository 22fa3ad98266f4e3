"""An answer in words, as the person who gave it reads it."""

from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_skeleton, get_month_names
from babel.numbers import format_decimal

from mir import i18n
from mir.respond.kinds.forms import MONTHS
from mir.respond.kinds.looks import DOES_NOT_APPLY, PREFER_NOT, apart
from mir.respond.words import Words, put
from surveys.edition import Edition, Step
from surveys.framework import Presentation, Statement, Voice, Wording
from surveys.languages.tags import fallbacks
from surveys.logic.meaning import is_month
from surveys.own.meant import Answer
from surveys.own.question import YES_NO_UNSURE, Kind, Question
from surveys.own.text import counted, filled


@dataclass(frozen=True)
class Reader:
    """Somebody who reads an edition: whose voice, how the words are put, and about which service."""

    voice: Voice
    presentation: Presentation
    language: str
    service: str
    organisation: str
    words: Words
    proxy: bool = False
    """Whether somebody else answers for the person whose voice it is."""

    def asks(self, step: Step) -> Wording:
        """The wording of a question for this reader: for a proxy one that speaks of the person.

        Where there is none, a proxy is asked in the person's own words.
        """
        return (self.proxy and step.proxy) or step.wordings[self.voice]

    def stem(self, step: Step) -> Wording | None:
        """The sentence above a question that was the row of a grid, where there is one."""
        if isinstance(step, Statement) or not step.stem:
            return None
        return (self.proxy and step.stem_proxy) or step.stem.get(self.voice)

    @staticmethod
    def of_the_person(step: Step) -> bool:
        """Whether every word of a question can be put to a proxy as one who speaks of the person."""
        whole = isinstance(step, Statement) or not step.stem or step.stem_proxy
        return bool(step.proxy and whole)

    @property
    def easy(self) -> bool:
        """Whether this person reads Easy Read."""
        return self.presentation == Presentation.EASY_READ

    def put(self, wording: Wording) -> str:
        """A wording of the edition with its places filled."""
        line = put(wording, self.presentation, self.language)
        return line.filled(filled(line, {"service": self.service, "organisation": self.organisation}))


def option_words(edition: Edition, step: Step, reader: Reader) -> dict[str, str]:
    """Each code of a step with the words for it, the two that stand apart among them."""
    words = reader.words
    if isinstance(step, Statement):
        found = {option.code: reader.put(option.words) for option in edition.scale.options}
    elif step.kind is Kind.YES_NO_UNSURE:
        found = dict(zip(YES_NO_UNSURE, (words.yes, words.no, words.unsure), strict=True))
    else:
        found = {option.code: reader.put(option.words) for option in step.options}
    mine = reader.voice == Voice.PERSON and not reader.proxy
    spoken = {
        DOES_NOT_APPLY: words.does_not_apply if mine else words.does_not_apply_here,
        PREFER_NOT: words.prefer_not,
    }
    return found | {state: spoken[state] for state in apart(step)}


def told(edition: Edition, step: Step, answer: Answer | None, reader: Reader) -> tuple[str, ...]:
    """An answer in words, a line for each thing chosen; nothing where there is none."""
    if answer is None:
        return ()
    named = option_words(edition, step, reader)
    if isinstance(answer, str) and answer in named:
        return (named[answer],)
    if isinstance(step, Statement):
        return (str(answer),)
    if not isinstance(answer, str | int):
        ranked = step.kind is Kind.RANK_TOP
        return tuple(
            f"{place}. {named.get(code, code)}" if ranked else named.get(code, code)
            for place, code in enumerate(answer, start=1)
        )
    return (_plainly(step, answer, reader),)


def month_names(language: str) -> tuple[tuple[str, str], ...]:
    """The months of a year: how each is kept, and its name in this language."""
    names = get_month_names("wide", context="stand-alone", locale=locale(language))
    return tuple((kept, names[number]) for number, kept in enumerate(MONTHS, start=1))


def locale(language: str) -> Locale:
    """What Babel knows of a language."""
    return i18n.locale(language)


def _plainly(step: Question, answer: str | int, reader: Reader) -> str:
    known = locale(reader.language)
    if isinstance(answer, int):
        if step.unit:
            tag = next(tag for tag in (*fallbacks(reader.language), *step.unit) if tag in step.unit)
            return counted(step.unit[tag], answer, locale(tag).plural_form)
        return format_decimal(answer, locale=known)
    if step.kind is Kind.MONTH and is_month(answer):
        year, _, month = answer.partition("-")
        return format_skeleton("yMMMM", date(int(year), int(month), 1), locale=known)
    return answer
