"""How hard each page is to read: the English words above the answers, and the age they suit."""

from collections.abc import Iterator
from dataclasses import dataclass

from surveys.edition import Edition, Step
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice, Wording
from surveys.journey import every
from surveys.own.question import Question
from surveys.rules.reading import grade, words

SCHOOL_STARTS = 5
"""A grade and five is an age; nobody reads before that."""


@dataclass(frozen=True)
class Page:
    """One page as one voice reads it."""

    code: str
    words: int
    reading_age: float | None
    """In years; None where there are no English words."""


def pages(edition: Edition, voice: Voice, presentation: Presentation) -> tuple[Page, ...]:
    """Every page that this voice could see, in order."""
    return tuple(_page(step, voice, presentation) for step in every(edition, voice))


def _page(step: Step, voice: Voice, presentation: Presentation) -> Page:
    text = " ".join(_lines(step, voice, presentation))
    count = len(words(text))
    return Page(step.code, count, max(SCHOOL_STARTS, grade(text) + SCHOOL_STARTS) if count else None)


def _lines(step: Step, voice: Voice, presentation: Presentation) -> Iterator[str]:
    found: list[Wording | None] = [step.wordings[voice]]
    if isinstance(step, Question):
        stem = step.stem.get(voice) if step.stem else None
        found = [stem, *found, step.hint, step.reason]
    for wording in found:
        line = (wording or {}).get(presentation, {}).get(SOURCE_LANGUAGE)
        if line:
            yield line if line[-1] in ".?!:…" else f"{line}."
