"""What a survey is, as its page holds it: title, about, who is asked, and how it may be read."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from mir.authoring.changes import changed, with_voices
from mir.authoring.making import Making
from mir.authoring.words import LANGUAGE_WORDS
from mir.respond.kinds.forms import plain
from mir.respond.shown import Problem
from surveys.framework import SOURCE_LANGUAGE, Presentation, Text, Voice
from surveys.survey import Survey

LONGEST = {"title": 120, "about": 600}
_NAMES = {"title": "the title", "about": "what the survey is about"}


@dataclass(frozen=True)
class About:
    """What is typed. `texts` holds the title and the about of each language, as in “title-cy”."""

    texts: dict[str, str]
    voices: tuple[Voice, ...]
    presentations: tuple[Presentation, ...]
    languages: tuple[str, ...]
    comments: bool

    def text(self, name: str) -> str:
        """What stands in this field."""
        return self.texts.get(name, "")


def about_standing(making: Making) -> About:
    """What is kept, as it stands on the page."""
    survey = making.survey
    texts = {
        f"{name}-{language}": line
        for name, words in (("title", survey.title), ("about", survey.about))
        for language, line in words.items()
    }
    return About(texts, survey.voices, survey.presentations, survey.languages, survey.comments)


def about_typed(form: MultiDict[str, str]) -> About:
    """What the page sent."""
    given = form.getlist
    return About(
        {name: plain(value) for name, value in form.items() if name.partition("-")[0] in LONGEST},
        tuple(voice for voice in Voice if voice in given("voices")),
        tuple(look for look in Presentation if look in given("presentations")),
        (
            SOURCE_LANGUAGE,
            *(one for one in LANGUAGE_WORDS if one in given("languages") and one != SOURCE_LANGUAGE),
        ),
        "comments" in form,
    )


def about_problems(typed: About) -> tuple[Problem, ...]:
    """What must be put right first."""
    found = []
    for name, most in LONGEST.items():
        if not typed.text(f"{name}-{SOURCE_LANGUAGE}"):
            found.append(Problem(f"{name}-{SOURCE_LANGUAGE}", f"Write {_NAMES[name]}."))
        found += [
            Problem(field, f"Make this shorter: at most {most} letters.")
            for field, text in typed.texts.items()
            if field.partition("-")[0] == name and len(text) > most
        ]
    if not typed.voices:
        found.append(Problem("voices", "Choose at least one group of people to ask."))
    if not typed.presentations:
        found.append(Problem("presentations", "Choose at least one way to read it."))
    return tuple(found)


def survey_about(survey: Survey, typed: About) -> Survey:
    """The survey with what is typed. Words in a language that is switched off are kept."""
    said: dict[str, object] = {
        "title": _text(typed, "title", survey.title),
        "about": _text(typed, "about", survey.about),
        "presentations": _as_before(survey.presentations, typed.presentations),
        "languages": typed.languages,
        "comments": typed.comments,
    }
    # What is as it was stays unsaid where it was unsaid.
    new = {name: value for name, value in said.items() if value != getattr(survey, name)}
    return changed(with_voices(survey, typed.voices), **new)


def _as_before(before: tuple[Presentation, ...], now: tuple[Presentation, ...]) -> tuple[Presentation, ...]:
    """The presentation that stood first stays first."""
    return tuple(sorted(now, key=lambda look: before.index(look) if look in before else len(before)))


def _text(typed: About, name: str, before: Text) -> dict[str, str]:
    shown = {language: typed.text(f"{name}-{language}") for language in typed.languages}
    kept = {language: line for language, line in before.items() if f"{name}-{language}" not in typed.texts}
    found = {language: line for language, line in shown.items() if line}
    return found | {language: line for language, line in kept.items() if language not in found}
