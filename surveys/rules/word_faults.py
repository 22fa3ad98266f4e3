"""What can be wrong with the words of own questions and sections: missing ones, and places nobody fills."""

from collections.abc import Iterator

from surveys.files.tree import Loc
from surveys.framework import SOURCE_LANGUAGE, Framework, Wording
from surveys.own.question import Plural, VoicedWords
from surveys.own.text import PLACES, places
from surveys.own.written import OwnQuestion
from surveys.rules.remark import Remark
from surveys.survey import Survey


def word_faults(survey: Survey, _framework: Framework) -> Iterator[Remark]:
    """Words that lack a presentation or the source language, or that hold a place which nobody fills."""
    for loc, wording in own_wordings(survey):
        for presentation in survey.presentations:
            if presentation not in wording:
                what = f"There are no words here for “{presentation}”, which {survey.survey} offers."
                fix = f"Add a line “{presentation}:” with the words."
                yield Remark(loc, "own-not-worded", what, fix)
        for presentation, text in wording.items():
            at: Loc = (*loc, presentation)
            if SOURCE_LANGUAGE not in text:
                yield Remark(at, "own-no-english", "The English text is missing.", "Add a line “en:”.")
            for language, line in text.items():
                yield from _places((*at, language), line, PLACES)
    for place, question in enumerate(survey.questions):
        yield from _unit(("questions", place, "unit"), question)


def own_wordings(survey: Survey) -> Iterator[tuple[Loc, Wording]]:
    """Every wording of the survey's own questions and sections, with its place in the file."""
    for place, section in enumerate(survey.sections):
        yield ("sections", place, "title"), section.title
        if section.introduction:
            yield ("sections", place, "introduction"), section.introduction
    for place, question in enumerate(survey.questions):
        yield from _of_question(("questions", place), question, survey)


def _of_question(loc: Loc, question: OwnQuestion, survey: Survey) -> Iterator[tuple[Loc, Wording]]:
    yield from _voiced((*loc, "wordings"), question.wordings, survey)
    said = (("hint", question.hint), ("reason", question.reason), ("proxy", question.proxy))
    for name, wording in said:
        if wording:
            yield (*loc, name), wording
    for place, option in enumerate(question.options):
        yield (*loc, "options", place, "words"), option.words
    for place, row in enumerate(question.rows):
        yield from _voiced((*loc, "rows", place, "wordings"), row.wordings, survey)
        if row.proxy:
            yield (*loc, "rows", place, "proxy"), row.proxy


def _voiced(loc: Loc, wordings: VoicedWords, survey: Survey) -> Iterator[tuple[Loc, Wording]]:
    for voice in survey.voices:
        if voice in wordings:
            yield (*loc, voice), wordings[voice]


def _places(loc: Loc, line: str, known: tuple[str, ...]) -> Iterator[Remark]:
    for name in places(line):
        if name not in known:
            what = f"Nobody fills “{{{name}}}” with words."
            fix = f"Write {' or '.join(f'“{{{one}}}”' for one in known)}, or take it out."
            yield Remark(loc, "own-unknown-place", what, fix)


def _unit(loc: Loc, question: OwnQuestion) -> Iterator[Remark]:
    for language, forms in (question.unit or {}).items():
        if Plural.OTHER not in forms:
            what = "The form for any other number is missing."
            yield Remark((*loc, language), "own-unit-form", what, "Add a line “other:”, as in “{n} years”.")
        for category, line in forms.items():
            yield from _places((*loc, language, category), line, ("n",))
