"""The title of a survey and what it says about itself, on the page that people see first."""

from collections.abc import Iterator

from surveys.framework import SOURCE_LANGUAGE, Framework, Text
from surveys.rules.finding import Finding, warning
from surveys.rules.jargon import BANNED
from surveys.rules.language import NEVER_SAID, listed
from surveys.rules.marks import ANYWHERE, matches
from surveys.rules.plain import STANDARD_WORDS
from surveys.rules.reading import longest_sentence
from surveys.survey import Survey

ABOUT_WORDS = 80
TITLE_WORDS = 12

TITLE_STOP = warning("title-stop", "The title ends with a full stop.", "Take it out.")
TITLE_LONG = warning("title-long", "The title has {words} words.", f"Use at most {TITLE_WORDS}.")
ABOUT_NO_STOP = warning(
    "about-no-stop", "“about” does not end like a sentence.", "Write whole sentences, with a full stop."
)
ABOUT_LONG = warning("about-long", "“about” has {words} words.", f"Use at most {ABOUT_WORDS}.")
ABOUT_LONG_SENTENCE = warning(
    "about-long-sentence",
    "A sentence of “about” has {words} words.",
    f"Use at most {STANDARD_WORDS}, or make two sentences.",
)
ABOUT_REPEATS = warning("about-repeats-title", "“about” says no more than the title.", "Say what is asked.")


def about_framework(framework: Framework) -> Iterator[Finding]:
    """What is wrong with the title and the text of a framework."""
    yield from _title(framework.title)
    yield from _about(framework.about)


def about_survey(survey: Survey, _framework: Framework) -> Iterator[Finding]:
    """What is wrong with the title and the text of a survey, strange signs and words included."""
    yield from _title(survey.title)
    yield from _about(survey.about)
    for name, text in (("title", survey.title), ("about", survey.about)):
        for language, line in text.items():
            yield from matches(ANYWHERE, (name, language), line)
            if language == SOURCE_LANGUAGE:
                yield from listed(NEVER_SAID, BANNED, (name, language), line)
    if survey.about.get(SOURCE_LANGUAGE, "").rstrip(".") == survey.title.get(SOURCE_LANGUAGE):
        yield Finding(("about",), ABOUT_REPEATS)


def _title(title: Text) -> Iterator[Finding]:
    for language, line in title.items():
        if line.endswith("."):
            yield Finding(("title", language), TITLE_STOP)
        if len(line.split()) > TITLE_WORDS:
            yield Finding(("title", language), TITLE_LONG, {"words": len(line.split())})


def _about(about: Text) -> Iterator[Finding]:
    for language, line in about.items():
        where = ("about", language)
        if line[-1].isalnum() or line[-1] in ",;:":
            yield Finding(where, ABOUT_NO_STOP)
        if len(line.split()) > ABOUT_WORDS:
            yield Finding(where, ABOUT_LONG, {"words": len(line.split())})
        if longest_sentence(line) > STANDARD_WORDS:
            yield Finding(where, ABOUT_LONG_SENTENCE, {"words": longest_sentence(line)})
