"""An edition: a published survey, frozen and named by the hash of everything in it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Self, TypeVar

from pydantic import Field

from surveys.asking import questions_asked, sections_asked, themes_asked
from surveys.faults import FaultyFileError
from surveys.files.source import Source
from surveys.framework import (
    SOURCE_LANGUAGE,
    Framework,
    Frozen,
    Presentation,
    Scale,
    Slug,
    Statement,
    Text,
    Theme,
    Voice,
)
from surveys.languages.offered import Asked, drafts, language_faults, others
from surveys.languages.overlay import Overlay
from surveys.languages.translating import translated
from surveys.logic.tree import Condition, LogicError
from surveys.own.question import Question, Section
from surveys.own.written import OwnQuestion, OwnSection
from surveys.rules.whole import check_framework, check_survey, errors
from surveys.survey import Survey

Step = Statement | Question
"""One thing that is asked: a statement of the framework or an own question of the survey."""

_CACHED = ("hash", "statements", "place", "theme_of", "section_of", "values", "order", "branches")


class Edition(Frozen):
    """What was asked, for ever. `themes` hold the chosen statements only, in the framework's order."""

    survey: Slug
    title: Text
    framework: Slug
    framework_version: int
    scale: Scale
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
    voices: tuple[Voice, ...]
    presentations: tuple[Presentation, ...]
    comments: bool
    languages: tuple[str, ...] = (SOURCE_LANGUAGE,)
    drafts: tuple[str, ...] = ()
    """Those of the languages that nobody had reviewed when this was published."""
    questions: tuple[Question, ...] = ()
    """The survey's own questions in the order in which their answers are kept; no grid is among them."""
    sections: tuple[Section, ...] = ()

    @cached_property
    def hash(self) -> str:
        """64 hexadecimal digits: SHA-256 of the canonical JSON of the edition."""
        return hashlib.sha256(self.canonical().encode()).hexdigest()

    def model_copy(self, *, update: Mapping[str, object] | None = None, deep: bool = False) -> Self:
        """A copy that works out its own hash and places, for these may not be true of it."""
        copy = super().model_copy(update=update, deep=deep)
        for name in _CACHED:
            copy.__dict__.pop(name, None)
        return copy

    def canonical(self) -> str:
        """JSON with sorted keys and no spaces: equal editions give equal text.

        What came after the first sheets were sealed is left out where it says nothing,
        so that the name of an edition that does not use it stays as it was.
        """
        later = {"languages", "drafts", "questions", "sections"}
        said = self.model_dump(mode="json", exclude=later)
        said |= self.model_dump(mode="json", include=later, exclude_defaults=True)
        return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement in the order in which answers are kept."""
        return tuple(statement for theme in self.themes for statement in theme.statements)

    @cached_property
    def place(self) -> dict[str, int]:
        """Statement code to its place in a row of answers."""
        return {statement.code: place for place, statement in enumerate(self.statements)}

    @cached_property
    def theme_of(self) -> dict[str, Theme]:
        """Statement code to its theme."""
        return {statement.code: theme for theme in self.themes for statement in theme.statements}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """Statement or question code to its section; nothing for an edition without sections."""
        return {code: section for section in self.sections for code in section.asks}

    @cached_property
    def values(self) -> dict[str, int]:
        """Option code of the framework's scale to its value."""
        return {option.code: option.value for option in self.scale.options}

    @cached_property
    def order(self) -> tuple[tuple[Step, tuple[Condition, ...]], ...]:
        """Everything in the order in which it is asked, each with the conditions that must hold."""
        steps: tuple[Step, ...] = (*self.statements, *self.questions)
        known = {step.code: step for step in steps}
        codes = self.section_of or known
        return tuple((known[code], self._conditions(known[code])) for code in codes)

    @cached_property
    def branches(self) -> bool:
        """Whether anything is asked only under a condition."""
        return any(conditions for _, conditions in self.order)

    def _conditions(self, step: Step) -> tuple[Condition, ...]:
        section = self.section_of.get(step.code)
        found = (section and section.show_if, step.show_if if isinstance(step, Question) else None)
        return tuple(condition for condition in found if condition)


def publish(framework: Framework, survey: Survey, overlays: Sequence[Overlay] = ()) -> Edition:
    """The edition of this survey, with the words that the overlays have for its languages.

    Raises FaultyFileError for every fault of severity error that a check of the
    framework, the survey or its languages finds: a language without an overlay,
    or with a sentence that is missing or stale where the survey shows it, is one.
    """
    asked = Asked(survey, Source(survey.survey), framework, Source(framework.framework))
    faults = (
        *check_framework(framework),
        *check_survey(survey, framework),
        *language_faults(asked, overlays),
    )
    if wrong := errors(faults):
        raise FaultyFileError(tuple(sorted(set(wrong))))
    return compiled(framework, survey, overlays)


def drafted(framework: Framework, survey: Survey, overlays: Sequence[Overlay] = ()) -> Edition:
    """What people would see of a survey that is still being made, faults and all. For looking at only.

    A condition that cannot be read yet is left out, so that what it hides is shown.
    """
    try:
        return compiled(framework, survey, overlays)
    except LogicError:
        bare = {"questions": _unconditional(survey.questions), "sections": _unconditional(survey.sections)}
        return compiled(framework, survey.model_copy(update=bare), overlays)


Conditional = TypeVar("Conditional", OwnQuestion, OwnSection)


def _unconditional(parts: tuple[Conditional, ...]) -> tuple[Conditional, ...]:
    return tuple(part.model_copy(update={"show_if": None}) for part in parts)


def compiled(framework: Framework, survey: Survey, overlays: Sequence[Overlay] = ()) -> Edition:
    """The edition of a survey that is known to have no faults of severity error."""
    unreviewed = drafts(framework, survey, overlays)
    if languages := others(survey.languages):
        survey = translated(survey, overlays, languages)
        framework = translated(framework, overlays, languages)
    return Edition(
        survey=survey.survey,
        title=survey.title,
        framework=framework.framework,
        framework_version=framework.version,
        scale=framework.scale,
        themes=themes_asked(survey, framework),
        voices=survey.voices,
        presentations=survey.presentations,
        comments=survey.comments,
        languages=survey.languages,
        drafts=unreviewed,
        questions=questions_asked(survey),
        sections=sections_asked(survey, framework),
    )
