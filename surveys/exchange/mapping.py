"""A mapping file: what somebody else's headings and answers mean in our survey."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from surveys.exchange.words import alike
from surveys.files.shape import shaped
from surveys.files.source import Source, read_source
from surveys.framework import Code, Frozen, Line, Voice


def _always(value: object) -> object:
    return {"always": value} if isinstance(value, str) else value


class VoiceRule(Frozen):
    """How the voice of a row is known: it is always the same, or a column tells it."""

    always: Voice | None = None
    column: Line | None = None
    values: Mapping[str, Voice] = field(default_factory=dict)


class MappingFile(Frozen):
    """A mapping as it is written."""

    columns: Mapping[str, Line] = field(default_factory=dict)
    voice: Annotated[VoiceRule, BeforeValidator(_always)] = VoiceRule()
    answers: Mapping[str, Code] = field(default_factory=dict)
    leave_out: tuple[Line, ...] = ()


@dataclass(frozen=True)
class WideMapping:
    """A mapping, its keys made alike.

    `columns` gives for a heading the statement code, or a comment heading such as
    “comment wi”; `answers` gives for an answer the option's code or the state.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    voice: Voice | None = None
    voice_column: str | None = None
    voices: Mapping[str, Voice] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    leave_out: frozenset[str] = frozenset()
    source: Source = field(default_factory=lambda: Source("the mapping"))

    def knows(self, heading: str) -> bool:
        """Whether the mapping says what to do with a column."""
        name = alike(heading)
        return name in self.columns or name in self.leave_out or name == self.voice_column


def load_mapping(path: Path) -> WideMapping:
    """The mapping in a YAML file. Raises FaultyFileError."""
    source = read_source(path)
    written = shaped(MappingFile, source)
    return WideMapping(
        columns={alike(heading): target for heading, target in written.columns.items()},
        voice=written.voice.always,
        voice_column=alike(written.voice.column) if written.voice.column else None,
        voices={alike(value): voice for value, voice in written.voice.values.items()},
        answers={alike(answer): code for answer, code in written.answers.items()},
        leave_out=frozenset(alike(heading) for heading in written.leave_out),
        source=source,
    )
