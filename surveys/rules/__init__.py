"""What must be true of frameworks and surveys beyond their shape, subject by subject."""

import sys

from surveys.faults import Fault, Kind
from surveys.files.source import Source
from surveys.framework import Framework
from surveys.rules import (
    about,
    chosen,
    codes,
    language,
    marks,
    origins,
    own_words,
    plain,
    proxies,
    scales,
    themes,
    voices,
)
from surveys.rules.finding import FrameworkRule, SurveyRule
from surveys.survey import Survey

SOUND_FRAMEWORK: tuple[FrameworkRule, ...] = (
    codes.theme_code_twice,
    codes.statement_code_twice,
    codes.option_code_twice,
    codes.option_code_reserved,
)
"""Without these an answer could not be kept under one name."""

FRAMEWORK: tuple[FrameworkRule, ...] = (
    *SOUND_FRAMEWORK,
    codes.statement_code_reserved,
    codes.codes_look_alike,
    codes.code_of_another_theme,
    origins.source_language_missing,
    origins.sources,
    origins.crosswalks,
    scales.number_of_options,
    scales.options_alike,
    scales.options_unequal,
    scales.options_backwards,
    scales.option_long,
    themes.few_statements,
    themes.reversed_among_others,
    themes.theme_names,
    themes.heading_stop,
    themes.symbol_unknown,
    themes.theme_symbol_twice,
    voices.voice_mismatch,
    voices.same_sentence_twice,
    voices.same_in_two_voices,
    proxies.proxy_missing,
    proxies.proxy_as_person,
    voices.topic_twice,
    marks.strange_marks,
    marks.no_final_stop,
    language.unplain,
    language.negated,
    plain.easy_read_too_long,
    plain.too_hard,
    plain.voice_too_hard,
    plain.easy_read_not_easier,
    plain.easy_read_missing,
    about.about_framework,
)
"""Everything that is looked for in a framework."""

SOUND_SURVEY: tuple[SurveyRule, ...] = (chosen.framework_unknown, chosen.statement_unknown)
"""Without these there is nothing to ask."""

SURVEY: tuple[SurveyRule, ...] = (
    *SOUND_SURVEY,
    chosen.chosen_twice,
    chosen.voice_without_statements,
    chosen.themes_thin,
    chosen.too_many_for_easy_read,
    chosen.presentations_offered,
    chosen.out_of_order,
    about.about_survey,
    own_words.own_words,
    own_words.own_pictures,
    proxies.own_proxy_as_person,
)
"""Everything that is looked for in a survey; the places are in the survey's file."""

WORDINGS: tuple[SurveyRule, ...] = (chosen.voice_not_worded, chosen.presentation_not_worded)
"""What a survey needs of its framework; the places are in the framework's file."""

RESERVED = codes.RESERVED


def _kinds() -> dict[str, Kind]:
    """Every kind that stands in a room with a rule, by itself or in a table."""
    found: dict[str, Kind] = {}
    for rule in (*FRAMEWORK, *SURVEY, *WORDINGS):
        for value in vars(sys.modules[rule.__module__]).values():
            rows = value if isinstance(value, tuple) else ((value,),)
            found |= {
                row[0].slug: row[0] for row in rows if isinstance(row, tuple) and isinstance(row[0], Kind)
            }
    return found


KINDS = _kinds()
"""The faults beyond shape by slug."""


def unsound(
    survey: Survey, framework: Framework, survey_source: Source, framework_source: Source
) -> tuple[Fault, ...]:
    """The faults for which no edition can be made of a survey; the others only make it a poor one."""
    own = (finding for rule in SOUND_SURVEY for finding in rule(survey, framework))
    below = (finding for rule in SOUND_FRAMEWORK for finding in rule(framework))
    return (
        *(finding.fault(survey_source) for finding in own),
        *(finding.fault(framework_source) for finding in below),
    )
