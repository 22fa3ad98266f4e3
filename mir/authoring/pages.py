"""The pages for making a survey, as values: the templates only lay them out."""

from collections.abc import Iterator
from dataclasses import dataclass

from mir.authoring import queries
from mir.authoring.changes import asked_in, asked_of
from mir.authoring.making import ABOUT, PARTS, STATEMENTS, Found, Making, read, shipped_survey
from mir.authoring.queries import Earlier, Kept, Maker, Published
from mir.authoring.words import KIND_WORDS, LOOK_WORDS
from mir.db import Store
from mir.respond.words import put, said
from mir.rounds.cards import VOICE_WORDS
from surveys import journey
from surveys.framework import Presentation, Voice, Wording
from surveys.load import shipped_surveys
from surveys.own.written import OwnQuestion

LANGUAGE = "en"


@dataclass(frozen=True)
class Here:
    """The survey that a page is about."""

    kept: Kept
    making: Making


@dataclass(frozen=True)
class Listed:
    """A survey in the list."""

    id: str
    title: str
    state: str
    questions: int
    faults: int


@dataclass(frozen=True)
class Shelf:
    """An organisation's surveys, and those that were put away."""

    maker: Maker
    surveys: tuple[Listed, ...]
    away: tuple[Listed, ...]


@dataclass(frozen=True)
class Shipped:
    """A survey to start from."""

    name: str
    title: str
    about: str
    voices: str


@dataclass(frozen=True)
class Count:
    """How much one voice is asked."""

    voice: Voice
    words: str
    questions: int
    minutes: int


@dataclass(frozen=True)
class ThemeRow:
    """A theme, with how many of its statements are asked."""

    name: str
    on: int
    total: int


@dataclass(frozen=True)
class OwnRow:
    """An own question in the list."""

    code: str
    words: str
    kind: str
    note: str
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Overview:
    """One survey: all its parts, and what check finds at each."""

    here: Here
    title: str
    about: str
    reads: str
    counts: tuple[Count, ...]
    themes: tuple[ThemeRow, ...]
    narrowed: tuple[str, ...]
    questions: tuple[OwnRow, ...]
    parts: tuple[str, ...]
    grave: int
    last: Earlier | None
    editions: tuple[Published, ...]
    moved: tuple[str, str, str]
    """Of a question that was just moved: its code, which way, and what to say of it."""

    def found(self, place: str) -> tuple[Found, ...]:
        """What check finds at this place."""
        return self.here.making.at(place)


def shelves(store: Store, account_id: str) -> tuple[Shelf, ...]:
    """Every organisation for which this account may make surveys, with its surveys."""
    return tuple(
        Shelf(
            maker,
            tuple(_listed(store, kept) for kept in every if not kept.removed),
            tuple(_listed(store, kept) for kept in every if kept.removed),
        )
        for maker in queries.makers(store, account_id)
        for every in (queries.surveys(store, maker.id),)
    )


def shipped() -> tuple[Shipped, ...]:
    """The surveys to start from, the short one first."""
    names = sorted(shipped_surveys(), key=lambda name: (name != "core", name))
    return tuple(_shipped(name) for name in names)


def overview(store: Store, here: Here, moved: tuple[str, str]) -> Overview:
    """The page of one survey. `moved` is the code of a question that was just moved, and which way."""
    making, survey = here.making, here.making.survey
    chosen = asked_in(survey, making.framework)
    earlier = queries.earlier(store, here.kept.id)
    rows = tuple(_own(making, one) for one in survey.questions)
    return Overview(
        here=here,
        title=said(survey.title, LANGUAGE),
        about=said(survey.about, LANGUAGE),
        reads=_reads(making),
        counts=counts(making),
        themes=tuple(
            ThemeRow(
                plainly(theme.name),
                sum(one.code in chosen for one in theme.statements),
                len(theme.statements),
            )
            for theme in making.framework.themes
        ),
        narrowed=tuple(
            f"{VOICE_WORDS[voice]} are asked {len(asked_of(survey, making.framework, voice))} of them."
            for voice in survey.only
            if voice in survey.voices
        ),
        questions=rows,
        parts=tuple(plainly(part.title) for part in survey.sections),
        grave=sum(one.grave for one in making.found),
        last=earlier[0] if earlier else None,
        editions=queries.editions(store, here.kept.id),
        moved=(*moved, _where([(row.code, row.words) for row in rows], moved[0])),
    )


def counts(making: Making) -> tuple[Count, ...]:
    """How many questions each voice is asked at most, and how long that takes."""
    edition = making.edition
    every = ((voice, len(journey.every(edition, voice))) for voice in making.survey.voices)
    return tuple(Count(voice, VOICE_WORDS[voice], number, journey.minutes(number)) for voice, number in every)


def places(making: Making) -> Iterator[tuple[str, str, tuple[Found, ...]]]:
    """Each place with something in the way of publishing: its key, its name, and what was found."""
    names = {ABOUT: "What the survey is", STATEMENTS: "Statements", PARTS: "Parts"}
    names |= {one.code: voiced(one) for one in making.survey.questions}
    for place, name in names.items():
        found = tuple(one for one in making.at(place) if one.grave)
        if found:
            yield place, name, found


def plainly(words: Wording) -> str:
    """A wording in standard words, or in the first there are, for the desk."""
    return put(words, Presentation.STANDARD, LANGUAGE)


def voiced(question: OwnQuestion) -> str:
    """An own question as people read it, or else the first who are asked it."""
    words = question.wordings
    return plainly(words[Voice.PERSON] if Voice.PERSON in words else next(iter(words.values())))


def placed(codes: tuple[str, ...], code: str, words: str) -> str:
    """Where something stands after it was moved, to be said aloud."""
    return f"“{words}” is now {codes.index(code) + 1} of {len(codes)}." if code in codes else ""


def _where(rows: list[tuple[str, str]], code: str) -> str:
    words = dict(rows).get(code, "")
    return placed(tuple(one for one, _ in rows), code, words)


def _listed(store: Store, kept: Kept) -> Listed:
    making = read(kept.text, kept.slug)
    editions = queries.editions(store, kept.id)
    return Listed(
        id=kept.id,
        title=said(making.survey.title, LANGUAGE),
        state=_state(editions, kept),
        questions=max(count.questions for count in counts(making)),
        faults=sum(one.grave for one in making.found),
    )


def _state(editions: tuple[Published, ...], kept: Kept) -> str:
    if not editions:
        return "Not published yet"
    return f"Edition {editions[0].number}, {editions[0].published_on:%-d %B %Y}" + (
        "" if not kept.removed else ", put away"
    )


def _shipped(name: str) -> Shipped:
    survey = shipped_survey(name)
    voices = ", ".join(VOICE_WORDS[voice].lower() for voice in survey.voices)
    return Shipped(name, said(survey.title, LANGUAGE), said(survey.about, LANGUAGE), voices.capitalize())


def _own(making: Making, question: OwnQuestion) -> OwnRow:
    asked = [voice for voice in making.survey.voices if voice in question.wordings]
    notes = ["about the person"] if question.about_you else []
    if len(asked) < len(making.survey.voices):
        notes.append("only for " + ", ".join(VOICE_WORDS[voice].lower() for voice in asked))
    if question.show_if:
        notes.append("only after some answers")
    kind = KIND_WORDS[question.kind][0]
    return OwnRow(question.code, voiced(question), kind, "; ".join(notes), making.at(question.code))


def _reads(making: Making) -> str:
    return " and ".join(LOOK_WORDS[look] for look in making.survey.presentations)
