"""Where statements come from and what they speak to: sources, crosswalks, languages."""

from collections.abc import Iterator

from surveys.faults import Kind
from surveys.framework import SOURCE_LANGUAGE, Framework
from surveys.rules.finding import Finding, warning
from surveys.rules.places import statements, wordings

LANGUAGE_MISSING = Kind("source-language-missing", "The English text is missing.", "Add a line “en:”.")
SOURCE_UNKNOWN = Kind(
    "source-unknown", "“{name}” is not one of the framework’s sources.", "List it under “sources:”."
)
SOURCE_UNUSED = warning(
    "source-unused", "No statement comes from “{name}”.", "Take the source out, or name it in a statement."
)
NO_CROSSWALK = warning(
    "no-crosswalk",
    "“{code}” speaks to none of the schemes that the others speak to.",
    "Add a crosswalk, or be sure that none fits.",
)
EMPTY_CROSSWALK = warning(
    "empty-crosswalk", "“{scheme}” has no codes here.", "Add the codes, or take the line out."
)
CROSSWALK_TWICE = warning("crosswalk-twice", "“{name}” is named twice.", "Keep one of them.")


def source_language_missing(framework: Framework) -> Iterator[Finding]:
    """A text that is not there in the source language, to which every other falls back."""
    for loc, wording in wordings(framework):
        for presentation, text in wording.items():
            if SOURCE_LANGUAGE not in text:
                yield Finding((*loc, presentation), LANGUAGE_MISSING)


def sources(framework: Framework) -> Iterator[Finding]:
    """A source that is named and not listed, or listed and not named."""
    for loc, statement in statements(framework):
        if statement.source not in framework.sources:
            yield Finding((*loc, "source"), SOURCE_UNKNOWN, {"name": statement.source})
    named = {statement.source for _, statement in statements(framework)}
    for name in framework.sources:
        if name not in named:
            yield Finding(("sources", name), SOURCE_UNUSED, {"name": name})


def crosswalks(framework: Framework) -> Iterator[Finding]:
    """A statement that speaks to no scheme where others do, or whose codes are missing or repeated."""
    any_crosswalk = any(statement.crosswalk for _, statement in statements(framework))
    for loc, statement in statements(framework):
        if any_crosswalk and not statement.crosswalk:
            yield Finding((*loc, "code"), NO_CROSSWALK, {"code": statement.code})
        for scheme, codes in statement.crosswalk.items():
            where = (*loc, "crosswalk", scheme)
            if not codes:
                yield Finding(where, EMPTY_CROSSWALK, {"scheme": scheme})
            for name in dict.fromkeys(code for code in codes if codes.count(code) > 1):
                yield Finding(where, CROSSWALK_TWICE, {"name": name})
