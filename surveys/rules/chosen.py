"""A survey against its framework: what is chosen, of whom it is asked, and how much of it there is."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from surveys.faults import Kind
from surveys.framework import Framework, Presentation, Statement, Theme
from surveys.rules.finding import Finding, repeated, warning
from surveys.rules.places import asked, asked_wordings, statements
from surveys.survey import Survey

EASY_READ_PAGES = 20
"""The most questions in Easy Read, one a page (DOMAIN 5.2: 20 to 24 pages)."""

OTHER_FRAMEWORK = Kind(
    "survey-framework-other",
    "The survey is made for “{named}”, not for “{held}”.",
    "Name the framework that holds its statements.",
)
STATEMENT_UNKNOWN = Kind("statement-unknown", "“{code}” is not a statement of {framework}.", "{advice}")
STATEMENT_AGAIN = Kind("statement-chosen-twice", "“{name}” is chosen twice.", "Give each its own, once.")
VOICE_AGAIN = Kind("voice-twice", "“{name}” is listed twice.", "Give each its own, once.")
LOOK_AGAIN = Kind("presentation-twice", "“{name}” is listed twice.", "Give each its own, once.")
VOICE_ASKED_NOTHING = Kind(
    "voice-without-statements",
    "The survey asks “{voice}” nothing.",
    "Choose statements that are worded for this voice, or take the voice out.",
)
VOICE_NOT_WORDED = Kind(
    "voice-not-worded",
    "{code} has no wording for “{voice}”, whom {survey} asks.",
    "Add a line “{voice}:” with the wording.",
)
LOOK_NOT_WORDED = Kind(
    "presentation-not-worded",
    "There are no words here for “{look}”, which {survey} offers.",
    "Add a line “{look}:” with the words.",
)
THEME_LEFT_OUT = warning(
    "theme-left-out", "The survey asks nothing of the theme “{theme}”.", "Be sure that it is not wanted."
)
SCORE_OF_ONE = warning(
    "theme-by-one",
    "The survey asks one statement of the theme “{theme}”: “{code}”.",
    "Choose a second one, for one answer is a poor score.",
)
TOO_MANY_EASY = warning(
    "easy-read-too-many",
    "{count} questions, one a page, are too many for Easy Read.",
    f"Ask at most {EASY_READ_PAGES}, or offer a short survey beside this one.",
)
ONLY_EASY = warning(
    "only-easy-read",
    "The survey offers Easy Read alone, so nobody can choose the standard words.",
    "Add “standard” to the presentations, or be sure that this is meant.",
)
WITHOUT_EASY = warning(
    "without-easy-read",
    "The survey does not offer Easy Read, though all its statements have it.",
    "Add “easy_read” to the presentations.",
)
FEW_THEMES = warning(
    "few-themes",
    "The survey asks {count} of {all} themes, too few for an overall score that means the same.",
    "Choose statements of {needed} themes at least, or read the themes alone.",
)
NOT_IN_ORDER = warning(
    "statements-out-of-order",
    "“{code}” is listed after a later statement, but people are asked in the framework’s order.",
    "List the codes in the order of the framework.",
)


def framework_unknown(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A survey held against a framework that it does not name."""
    if survey.framework != framework.framework:
        facts = {"named": survey.framework, "held": framework.framework}
        yield Finding(("framework",), OTHER_FRAMEWORK, facts)


def statement_unknown(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A chosen code that no statement has."""
    known = [statement.code for _, statement in statements(framework)]
    for place, code in _codes(survey):
        if code not in known:
            near = get_close_matches(code, known, 1)
            advice = f"Did you mean “{near[0]}”?" if near else "Check the code in the framework."
            facts = {"code": code, "framework": framework.framework, "advice": advice}
            yield Finding(("statements", place), STATEMENT_UNKNOWN, facts)


def chosen_twice(survey: Survey, _framework: Framework) -> Iterator[Finding]:
    """A statement, voice or presentation that is listed more than once."""
    yield from repeated(STATEMENT_AGAIN, ((("statements", place), code) for place, code in _codes(survey)))
    voices = enumerate(survey.voices)
    yield from repeated(VOICE_AGAIN, ((("voices", place), voice) for place, voice in voices))
    looks = enumerate(survey.presentations)
    yield from repeated(LOOK_AGAIN, ((("presentations", place), look) for place, look in looks))


def voice_without_statements(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A voice that would be asked nothing at all."""
    for place, voice in enumerate(survey.voices):
        if not any(voice in statement.wordings for _, statement in asked(survey, framework, voice)):
            yield Finding(("voices", place), VOICE_ASKED_NOTHING, {"voice": voice})


def voice_not_worded(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A statement that one of the survey's voices cannot be asked."""
    for voice in survey.voices:
        meant = list(asked(survey, framework, voice))
        lacking = [(loc, statement) for loc, statement in meant if voice not in statement.wordings]
        if len(lacking) == len(meant):
            continue  # said once, by voice_without_statements
        for loc, statement in lacking:
            facts = {"code": statement.code, "voice": voice, "survey": survey.survey}
            yield Finding((*loc, "wordings"), VOICE_NOT_WORDED, facts)


def presentation_not_worded(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A wording, an option or a theme that lacks a presentation which the survey offers."""
    for loc, wording in asked_wordings(survey, framework):
        for look in survey.presentations:
            if look not in wording:
                yield Finding(loc, LOOK_NOT_WORDED, {"look": look, "survey": survey.survey})


def themes_thin(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A theme that is left out or asked by one statement, or too few themes for an overall score."""
    every = [(theme, _asked(theme, survey)) for theme in framework.themes]
    for theme, found in every:
        if not found:
            yield Finding(("statements",), THEME_LEFT_OUT, {"theme": theme.code})
        elif len(found) == 1 < len(theme.statements):
            facts = {"theme": theme.code, "code": found[0].code}
            yield Finding(("statements",), SCORE_OF_ONE, facts)
    count = sum(bool(found) for _, found in every)
    needed = -(-4 * len(every) // 7)  # METHOD 2.1: four of seven
    if count < needed:
        counts = {"count": count, "all": len(every), "needed": needed}
        yield Finding(("statements",), FEW_THEMES, counts)


def too_many_for_easy_read(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """More questions than a voice can be expected to answer in Easy Read."""
    most = max(
        sum(voice in statement.wordings for _, statement in asked(survey, framework, voice))
        for voice in survey.voices
    )
    if most > EASY_READ_PAGES and Presentation.EASY_READ in survey.presentations:
        yield Finding(("statements",), TOO_MANY_EASY, {"count": most})


def presentations_offered(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """A presentation that is there and not offered."""
    looks = set(survey.presentations)
    worded = [set(wording) for _, wording in asked_wordings(survey, framework)]
    if looks == {Presentation.EASY_READ} and any(Presentation.STANDARD in have for have in worded):
        yield Finding(("presentations",), ONLY_EASY)
    if looks == {Presentation.STANDARD} and all(Presentation.EASY_READ in have for have in worded):
        yield Finding(("presentations",), WITHOUT_EASY)


def out_of_order(survey: Survey, framework: Framework) -> Iterator[Finding]:
    """The first code that is listed after one which is asked later."""
    order = {statement.code: place for place, (_, statement) in enumerate(statements(framework))}
    listed = [(place, code) for place, code in _codes(survey) if code in order]
    for (_, before), (place, code) in pairwise(listed):
        if order[code] < order[before]:
            yield Finding(("statements", place), NOT_IN_ORDER, {"code": code})
            return


def _codes(survey: Survey) -> Iterator[tuple[int, str]]:
    return iter(()) if survey.statements == "all" else enumerate(survey.statements)


def _asked(theme: Theme, survey: Survey) -> list[Statement]:
    return [one for one in theme.statements if survey.statements == "all" or one.code in survey.statements]
