"""The words of own questions and sections under the rules for statements, as far as those fit a question."""

import re
from collections.abc import Iterator

from surveys.files.tree import Loc
from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation
from surveys.own.text import PLACES
from surveys.rules import language, marks, plain
from surveys.rules.finding import Finding, warning
from surveys.rules.jargon import BANNED, JARGON
from surveys.rules.reading import grade, longest_sentence
from surveys.rules.themes import UNDRAWN
from surveys.rules.word_faults import own_wordings
from surveys.survey import Survey
from surveys.symbols import SYMBOLS

SOME_PICTURES = warning(
    "own-picture-missing",
    "This answer has no picture, though others of the question have one.",
    "Add a line “symbol:”, or take the others out.",
)

_FILLED = re.compile(rf"\{{(?:{'|'.join(PLACES)})\}}")
"""Places that are filled with a name before anybody reads them."""
_LABELS = frozenset({"title", "words"})
"""Headings and answers; all else are sentences."""
_OF_QUESTIONS = frozenset({"two-ideas", "abbreviation", "leading"})
"""Of the rules for statements. A question may ask how often, what should be, and how many in digits."""
_OF_SENTENCES = frozenset({"capitals", "slash", "ampersand", "semicolon"})


def own_words(survey: Survey, _framework: Framework) -> Iterator[Finding]:
    """Signs, words and lengths that make own questions hard to read, in every language as far as can be."""
    for loc, wording in own_wordings(survey):
        for look, text in wording.items():
            for tag, line in text.items():
                where, shown = (*loc, look, tag), _FILLED.sub("Name", line)
                yield from marks.matches(_without_places(marks.ANYWHERE, shown), where, shown)
                if look is Presentation.EASY_READ and longest_sentence(shown) > plain.EASY_READ_WORDS:
                    facts = {"words": longest_sentence(shown)}
                    yield Finding(where, plain.EASY_TOO_LONG, facts)
                if tag == SOURCE_LANGUAGE:
                    yield from _english(where, shown, look, sentence=loc[-1] not in _LABELS)


def own_pictures(survey: Survey, _framework: Framework) -> Iterator[Finding]:
    """Pictures of answers that nobody has drawn, or that only some of a question's answers have."""
    for place, question in enumerate(survey.questions):
        for number, option in enumerate(question.options):
            where: Loc = ("questions", place, "options", number)
            if option.symbol is None and any(one.symbol for one in question.options):
                yield Finding(where, SOME_PICTURES)
            if option.symbol is not None and option.symbol not in SYMBOLS:
                yield Finding((*where, "symbol"), UNDRAWN, {"name": option.symbol})


def _english(loc: Loc, text: str, look: Presentation, *, sentence: bool) -> Iterator[Finding]:
    yield from language.listed(language.NEVER_SAID, BANNED, loc, text)
    if not sentence:
        return
    yield from language.listed(language.PLAIN_JARGON, JARGON, loc, text)
    yield from marks.matches(_only(marks.ENGLISH, _OF_SENTENCES), loc, text)
    if "wordings" in loc:
        yield from marks.matches(
            _only(language.ENGLISH, _OF_QUESTIONS), loc, language.PAIRS.sub("these", text)
        )
    double, longest = language.DOUBLE.search(text), longest_sentence(text)
    if double:
        yield Finding(loc, language.TWICE_NEGATED, {"found": double[0]})
    if look is Presentation.STANDARD and longest > plain.STANDARD_WORDS:
        yield Finding(loc, plain.STANDARD_TOO_LONG, {"words": longest})
    if longest >= plain.FEWEST_WORDS and grade(text) > plain.HARDEST_GRADE:
        yield Finding(loc, plain.TOO_HARD, {"age": round(grade(text) + 5)})


def _only(table: marks.Marks, slugs: frozenset[str]) -> marks.Marks:
    return tuple((kind, pattern) for kind, pattern in table if kind.slug in slugs)


def _without_places(table: marks.Marks, text: str) -> marks.Marks:
    """The table without braces where `word_faults` tells of them by name."""
    named = re.search(r"\{\w*\}", text) is not None
    return tuple((kind, pattern) for kind, pattern in table if not (named and kind.slug == "placeholder"))
