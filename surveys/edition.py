"""An edition: a published survey, frozen and named by the hash of everything in it."""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field

from surveys.faults import FaultyFileError
from surveys.framework import Framework, Frozen, Presentation, Scale, Slug, Statement, Text, Theme, Voice
from surveys.rules import unsound
from surveys.source import Source
from surveys.survey import Survey


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

    @cached_property
    def hash(self) -> str:
        """64 hexadecimal digits: SHA-256 of the canonical JSON of the edition."""
        return hashlib.sha256(self.canonical().encode()).hexdigest()

    def model_copy(self, *, update: Mapping[str, object] | None = None, deep: bool = False) -> Self:
        """A copy that works out its own hash and places, for these may not be true of it."""
        copy = super().model_copy(update=update, deep=deep)
        for name in ("hash", "statements", "place", "theme_of"):
            copy.__dict__.pop(name, None)
        return copy

    def canonical(self) -> str:
        """JSON with sorted keys and no spaces: equal editions give equal text."""
        return json.dumps(
            self.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )

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


def publish(framework: Framework, survey: Survey) -> Edition:
    """The edition of this survey. Raises FaultyFileError when no answer could be kept under one clear name.

    That is: another framework than the survey names, a statement the framework
    lacks, a code used twice, an option named like a state.
    """
    faults = unsound(survey, framework, Source(survey.survey), Source(framework.framework))
    if faults:
        raise FaultyFileError(faults)
    every = {statement.code for theme in framework.themes for statement in theme.statements}
    chosen = every if survey.statements == "all" else set(survey.statements)
    return Edition(
        survey=survey.survey,
        title=survey.title,
        framework=framework.framework,
        framework_version=framework.version,
        scale=framework.scale,
        themes=tuple(_only(theme, chosen) for theme in framework.themes if _chosen(theme, chosen)),
        voices=survey.voices,
        presentations=survey.presentations,
        comments=survey.comments,
    )


def _chosen(theme: Theme, codes: set[str]) -> tuple[Statement, ...]:
    return tuple(statement for statement in theme.statements if statement.code in codes)


def _only(theme: Theme, codes: set[str]) -> Theme:
    return theme.model_copy(update={"statements": _chosen(theme, codes)})
