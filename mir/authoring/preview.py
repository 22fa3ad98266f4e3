"""What people would see of a survey now, from the very pages that they will see."""

from dataclasses import dataclass

from flask import url_for

from mir.authoring.making import Making
from mir.respond.asked import asked
from mir.respond.kinds.told import Reader
from mir.respond.kinds.typed import Typed
from mir.respond.shown import Frame, Given, QuestionPage
from mir.respond.words import words_for
from mir.rounds.cards import VOICE_WORDS
from surveys import journey
from surveys.edition import Edition, Step
from surveys.framework import Presentation, Statement, Voice
from surveys.own.written import OwnQuestion
from surveys.survey import Survey

SERVICE = "your service"


@dataclass(frozen=True)
class Look:
    """Whose page is looked at, how the words are put, and in which language."""

    voice: Voice
    presentation: Presentation
    language: str


@dataclass(frozen=True)
class Nothing:
    """Why there is nothing to see."""

    sentence: str


def look_from(survey: Survey | Edition, voice: str, presentation: str, language: str) -> Look:
    """What was chosen, or the first that the survey has."""
    found = next((one for one in survey.voices if one == voice), survey.voices[0])
    shown = next((one for one in survey.presentations if one == presentation), survey.presentations[0])
    return Look(found, shown, language if language in survey.languages else survey.languages[0])


def steps(edition: Edition, look: Look) -> tuple[Step, ...]:
    """Everything that could be asked of this voice, in order."""
    return journey.every(edition, look.voice)


def page(making: Making, look: Look, code: str, turn: str, organisation: str) -> QuestionPage | Nothing:
    """The page of this question, or of the first. `turn` is where its buttons lead."""
    return page_of(making.edition, look, code, turn, (SERVICE, organisation))


def page_of(
    edition: Edition, look: Look, code: str, turn: str, names: tuple[str, str]
) -> QuestionPage | Nothing:
    """The same of an edition, with the names of the service and its organisation."""
    every = steps(edition, look)
    if not every:
        return Nothing(f"{VOICE_WORDS[look.voice]} are asked nothing yet.")
    rows = (one for one in every if code and one.code.startswith(f"{code}_"))  # a grid is asked row by row
    step = next((one for one in every if one.code == code), None) or next(rows, every[0])
    reader = _reader(look, *names)
    shown = asked(edition, step, reader, every)
    return QuestionPage(
        frame=_frame(reader),
        action=turn,
        of="",
        progress=reader.words.progress.format(number=journey.number(every, step.code), total=len(every)),
        asked=shown,
        given=Given(Typed(), ""),
        seen="",
        seen_comment="",
        switch=_switch(edition, reader),
        tongues=(),
        comments=edition.comments and isinstance(step, Statement),
    )


def alone(making: Making, question: OwnQuestion, look: Look, organisation: str) -> QuestionPage | Nothing:
    """The page of a question that may not be kept yet, as the only one of its survey."""
    bare = question.model_copy(update={"show_if": None})
    parts = {"questions": (bare,), "sections": ()}
    only = Making(making.survey.model_copy(update=parts), making.source, making.framework)
    codes = [one.code for one in only.edition.questions if look.voice in one.wordings]
    if not codes:
        return Nothing(f"{VOICE_WORDS[look.voice]} are not asked this question.")
    return page(only, look, codes[0], url_for("authoring.nowhere"), organisation)


def _reader(look: Look, service: str, organisation: str) -> Reader:
    words = words_for(look.language, look.presentation)
    return Reader(look.voice, look.presentation, look.language, service, organisation, words)


def _frame(reader: Reader) -> Frame:
    return Frame(reader.words, reader.language, reader.easy, reader.service, reader.organisation)


def _switch(edition: Edition, reader: Reader) -> str:
    if len(edition.presentations) < 2:  # noqa: PLR2004 - there is no other
        return ""
    return reader.words.switch_to_standard if reader.easy else reader.words.switch_to_easy
