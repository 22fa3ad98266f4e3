"""The places of a framework that hold words, each with the way to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from surveys.files.tree import Loc
from surveys.framework import (
    SOURCE_LANGUAGE,
    Framework,
    Presentation,
    Statement,
    Theme,
    Voice,
    Wording,
)
from surveys.survey import Survey


@dataclass(frozen=True)
class Sentence:
    """The text of a statement for one voice, one presentation and one language."""

    loc: Loc
    statement: Statement
    voice: Voice
    presentation: Presentation
    language: str
    text: str


def themes(framework: Framework) -> Iterator[tuple[Loc, Theme]]:
    """Every theme."""
    for place, theme in enumerate(framework.themes):
        yield ("themes", place), theme


def statements(framework: Framework) -> Iterator[tuple[Loc, Statement]]:
    """Every statement, in the order of the file."""
    for loc, theme in themes(framework):
        for number, statement in enumerate(theme.statements):
            yield (*loc, "statements", number), statement


def chosen(survey: Survey, framework: Framework) -> Iterator[tuple[Loc, Statement]]:
    """The statements that a survey asks."""
    for loc, statement in statements(framework):
        if survey.statements == "all" or statement.code in survey.statements:
            yield loc, statement


def asked(survey: Survey, framework: Framework, voice: Voice) -> Iterator[tuple[Loc, Statement]]:
    """The statements that a survey means for a voice, worded for it or not."""
    for loc, statement in chosen(survey, framework):
        theme = framework.themes[int(loc[1])].code
        if voice not in survey.only or {theme, statement.code} & set(survey.only[voice]):
            yield loc, statement


def headings(framework: Framework) -> Iterator[tuple[Loc, Wording]]:
    """The words of the options and of the themes."""
    for place, option in enumerate(framework.scale.options):
        yield ("scale", "options", place, "words"), option.words
    for loc, theme in themes(framework):
        yield (*loc, "name"), theme.name
        yield (*loc, "subtitle"), theme.subtitle


def wordings(framework: Framework) -> Iterator[tuple[Loc, Wording]]:
    """The words of the options, the themes and the statements."""
    yield from headings(framework)
    for loc, statement in statements(framework):
        for voice, wording in statement.wordings.items():
            yield (*loc, "wordings", voice), wording
        if statement.proxy:
            yield (*loc, "proxy"), statement.proxy


def asked_wordings(survey: Survey, framework: Framework) -> Iterator[tuple[Loc, Wording]]:
    """The words that the people whom a survey asks can see."""
    yield from headings(framework)
    for voice in survey.voices:
        for loc, statement in asked(survey, framework, voice):
            if voice in statement.wordings:
                yield (*loc, "wordings", voice), statement.wordings[voice]
            if voice is Voice.PERSON and statement.proxy:
                yield (*loc, "proxy"), statement.proxy


def texts(framework: Framework) -> Iterator[tuple[Loc, str]]:
    """Everything that can be seen on screen, in every language: title, about, headings and statements."""
    for name, text in (("title", framework.title), ("about", framework.about)):
        for language, line in text.items():
            yield (name, language), line
    for loc, wording in wordings(framework):
        for presentation, text in wording.items():
            for language, line in text.items():
                yield (*loc, presentation, language), line


def sentences(framework: Framework) -> Iterator[Sentence]:
    """Every statement as each voice reads it, in every language."""
    for loc, statement in statements(framework):
        for voice, wording in statement.wordings.items():
            for look, text in wording.items():
                for language, line in text.items():
                    yield Sentence(
                        (*loc, "wordings", voice, look, language), statement, voice, look, language, line
                    )


def english(framework: Framework) -> Iterator[Sentence]:
    """Every statement as each voice reads it in the source language, whose words we know."""
    return (sentence for sentence in sentences(framework) if sentence.language == SOURCE_LANGUAGE)
