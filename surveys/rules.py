"""What must be true of frameworks and surveys beyond their shape: a small function for each kind of fault."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from surveys.faults import Fault
from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation, Statement, Wording
from surveys.source import Source
from surveys.survey import Survey
from surveys.tree import Loc

EASY_READ_WORDS = 15
"""The longest sentence in Easy Read, in words."""

RESERVED = ("not_answered", "prefer_not", "does_not_apply", "not_asked")
"""The names of the states, which no option may take."""


@dataclass(frozen=True)
class Finding:
    """Something wrong at one place of a file, and what to do."""

    loc: Loc
    what: str
    fix: str


FrameworkRule = Callable[[Framework], Iterator[Finding]]
SurveyRule = Callable[[Survey, Framework], Iterator[Finding]]


def theme_code_twice(framework: Framework) -> Iterator[Finding]:
    """Two themes with one code."""
    themes = ((("themes", place, "code"), theme.code) for place, theme in enumerate(framework.themes))
    return _twice(themes, "the code of another theme")


def statement_code_twice(framework: Framework) -> Iterator[Finding]:
    """Two statements with one code, in one theme or in two."""
    codes = (((*loc, "code"), statement.code) for loc, statement in _statements(framework))
    return _twice(codes, "the code of another statement")


def option_code_twice(framework: Framework) -> Iterator[Finding]:
    """Two options with one code."""
    options = enumerate(framework.scale.options)
    codes = ((("scale", "options", place, "code"), option.code) for place, option in options)
    return _twice(codes, "the code of another option")


def option_code_reserved(framework: Framework) -> Iterator[Finding]:
    """An option named like one of the states."""
    for place, option in enumerate(framework.scale.options):
        if option.code in RESERVED:
            yield Finding(
                ("scale", "options", place, "code"),
                f"“{option.code}” means that a statement has no answer, so it cannot be an option.",
                "Choose another code for the option.",
            )


def source_language_missing(framework: Framework) -> Iterator[Finding]:
    """A text that is not there in the source language, to which every other falls back."""
    for loc, wording in _wordings(framework):
        for presentation, text in wording.items():
            if SOURCE_LANGUAGE not in text:
                yield Finding((*loc, presentation), "The English text is missing.", "Add a line “en:”.")


def easy_read_too_long(framework: Framework) -> Iterator[Finding]:
    """An Easy Read sentence of more than fifteen words, in any language."""
    for loc, wording in _wordings(framework):
        for language, line in wording.get(Presentation.EASY_READ, {}).items():
            longest = max(len(sentence.split()) for sentence in re.split(r"[.!?…:;]", line))
            if longest > EASY_READ_WORDS:
                yield Finding(
                    (*loc, Presentation.EASY_READ, language),
                    f"An Easy Read sentence has {longest} words.",
                    f"Use at most {EASY_READ_WORDS}, or make two sentences.",
                )


def framework_unknown(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A survey held against a framework that it does not name."""
    if survey.framework != framework.framework:
        yield Finding(
            ("framework",),
            f"The survey is made for “{survey.framework}”, not for “{framework.framework}”.",
            "Name the framework that holds its statements.",
        )


def statement_unknown(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A chosen code that no statement has."""
    known = [statement.code for _, statement in _statements(framework)]
    for place, code in _chosen_codes(survey):
        if code not in known:
            near = get_close_matches(code, known, 1)
            fix = f"Did you mean “{near[0]}”?" if near else "Check the code in the framework."
            yield Finding(
                ("statements", place), f"“{code}” is not a statement of {framework.framework}.", fix
            )


def chosen_twice(survey: Survey, _framework: Framework) -> Iterator[Finding]:
    """A statement, voice or presentation that is listed more than once."""
    yield from _twice(
        ((("statements", place), code) for place, code in _chosen_codes(survey)), "chosen twice"
    )
    yield from _twice(
        ((("voices", place), voice) for place, voice in enumerate(survey.voices)), "listed twice"
    )
    looks = enumerate(survey.presentations)
    yield from _twice(((("presentations", place), look) for place, look in looks), "listed twice")


def voice_without_statements(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A voice that would be asked nothing at all."""
    for place, voice in enumerate(survey.voices):
        if not any(voice in statement.wordings for _, statement in _chosen(survey, framework)):
            yield Finding(
                ("voices", place),
                f"The survey asks “{voice}” nothing.",
                "Choose statements that are worded for this voice, or take the voice out.",
            )


def voice_not_worded(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A statement that one of the survey's voices cannot be asked."""
    chosen = list(_chosen(survey, framework))
    for voice in survey.voices:
        lacking = [(loc, statement) for loc, statement in chosen if voice not in statement.wordings]
        if len(lacking) == len(chosen):
            continue  # said once, by voice_without_statements
        for loc, statement in lacking:
            yield Finding(
                (*loc, "wordings"),
                f"{statement.code} has no wording for “{voice}”, whom {survey.survey} asks.",
                f"Add a line “{voice}:” with the wording.",
            )


def presentation_not_worded(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A wording, an option or a theme that lacks a presentation which the survey offers."""
    for loc, wording in _asked_wordings(survey, framework):
        for presentation in survey.presentations:
            if presentation not in wording:
                yield Finding(
                    loc,
                    f"There are no words here for “{presentation}”, which {survey.survey} offers.",
                    f"Add a line “{presentation}:” with the words.",
                )


SOUND_FRAMEWORK: tuple[FrameworkRule, ...] = (
    theme_code_twice,
    statement_code_twice,
    option_code_twice,
    option_code_reserved,
)
"""Without these an answer could not be kept under one name."""

FRAMEWORK: tuple[FrameworkRule, ...] = (*SOUND_FRAMEWORK, source_language_missing, easy_read_too_long)
"""Everything that is looked for in a framework."""

SOUND_SURVEY: tuple[SurveyRule, ...] = (framework_unknown, statement_unknown)
"""Without these there is nothing to ask."""

SURVEY: tuple[SurveyRule, ...] = (*SOUND_SURVEY, chosen_twice, voice_without_statements)
"""Everything that is looked for in a survey; the places are in the survey's file."""

WORDINGS: tuple[SurveyRule, ...] = (voice_not_worded, presentation_not_worded)
"""What a survey needs of its framework; the places are in the framework's file."""


def unsound(
    survey: Survey, framework: Framework, survey_source: Source, framework_source: Source
) -> tuple[Fault, ...]:
    """The faults for which no edition can be made of a survey; the others only make it a poor one."""
    own = (finding for rule in SOUND_SURVEY for finding in rule(survey, framework))
    below = (finding for rule in SOUND_FRAMEWORK for finding in rule(framework))
    return (
        *(survey_source.fault(finding.loc, finding.what, finding.fix) for finding in own),
        *(framework_source.fault(finding.loc, finding.what, finding.fix) for finding in below),
    )


def _twice(places: Iterable[tuple[Loc, Hashable]], how: str) -> Iterator[Finding]:
    seen: set[Hashable] = set()
    for loc, name in places:
        if name in seen:
            yield Finding(loc, f"“{name}” is {how}.", "Give each its own, once.")
        seen.add(name)


def _statements(framework: Framework) -> Iterator[tuple[Loc, Statement]]:
    for place, theme in enumerate(framework.themes):
        for number, statement in enumerate(theme.statements):
            yield ("themes", place, "statements", number), statement


def _chosen_codes(survey: Survey) -> Iterator[tuple[int, str]]:
    return iter(()) if survey.statements == "all" else enumerate(survey.statements)


def _chosen(survey: Survey, framework: Framework) -> Iterator[tuple[Loc, Statement]]:
    for loc, statement in _statements(framework):
        if survey.statements == "all" or statement.code in survey.statements:
            yield loc, statement


def _headings(framework: Framework) -> Iterator[tuple[Loc, Wording]]:
    """The words of the options and of the themes."""
    for place, option in enumerate(framework.scale.options):
        yield ("scale", "options", place, "words"), option.words
    for place, theme in enumerate(framework.themes):
        yield ("themes", place, "name"), theme.name
        yield ("themes", place, "subtitle"), theme.subtitle


def _wordings(framework: Framework) -> Iterator[tuple[Loc, Wording]]:
    yield from _headings(framework)
    for loc, statement in _statements(framework):
        for voice, wording in statement.wordings.items():
            yield (*loc, "wordings", voice), wording


def _asked_wordings(survey: Survey, framework: Framework) -> Iterator[tuple[Loc, Wording]]:
    yield from _headings(framework)
    for loc, statement in _chosen(survey, framework):
        for voice, wording in statement.wordings.items():
            if voice in survey.voices:
                yield (*loc, "wordings", voice), wording
