"""A framework's sentences in another language: one file a language, each sentence marked with its source."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from surveys.faults import FaultyFileError, Kind, told
from surveys.files.shape import shaped
from surveys.files.source import Source, read_source
from surveys.framework import Code, Framework, Frozen, Line, Slug
from surveys.languages.passages import SHORTEST_MARK, Passage, mark, passages

OTHER_NAME = Kind(
    "language-file-name",
    "The file says that it is “{name}”, but that is not its name.",
    "Correct the name of the file, the language or the framework.",
)

Status = Literal["draft", "reviewed"]
Covers = Literal["all"] | Annotated[tuple[Code, ...], Field(min_length=1)]


class Translation(Frozen):
    """A sentence in another language. `of` is the mark of the sentence it was made from, or its beginning."""

    of: str
    text: Annotated[str, Field(max_length=600)]


class _Written(Frozen):
    """What the file of an overlay says."""

    language: Slug
    framework: Slug
    status: Status
    reviewed_by: Line | None = None
    note: Line | None = None
    covers: Covers = "all"
    terms: Mapping[str, Line] = Field(default_factory=dict)
    waived: Mapping[str, Line] = Field(default_factory=dict)
    texts: Mapping[str, Translation]


@dataclass(frozen=True)
class Overlay:
    """The sentences of one framework in one language.

    `covers` are the statements it promises, `terms` the word chosen for each
    English one, `waived` the keys that may be missing, stale or the same as in
    English, each with the name of who said so and the reason. `source` gives a
    fault its line.
    """

    language: str
    framework: str
    status: Status
    texts: Mapping[str, Translation]
    reviewed_by: str | None = None
    note: str | None = None
    covers: Covers = "all"
    terms: Mapping[str, str] = field(default_factory=dict)
    waived: Mapping[str, str] = field(default_factory=dict)
    source: Source = field(default=Source(""), compare=False, repr=False)

    def promises(self, passage: Passage) -> bool:
        """Whether this language says that it has the sentence."""
        return self.covers == "all" or passage.statement is None or passage.statement in self.covers

    def current(self, passage: Passage) -> bool:
        """Whether there are words for the sentence, made from it as it stands now."""
        entry = self.texts.get(passage.key)
        if entry is None or not entry.text or len(entry.of) < SHORTEST_MARK:
            return False
        return mark(passage.words).startswith(entry.of)

    def words(self, passage: Passage) -> str | None:
        """What may be shown: words that are current, or that somebody vouched for by name. Else nothing."""
        entry = self.texts.get(passage.key)
        if entry is not None and (self.current(passage) or passage.key in self.waived):
            return entry.text or None
        return None


def load_overlay(path: Path) -> Overlay:
    """The overlay in a file named `framework.language.yaml`. Raises FaultyFileError for a fault of form.

    `freshness.findings` finds the others.
    """
    source = read_source(path)
    written = shaped(_Written, source)
    name = f"{written.framework}.{written.language}.yaml"
    if path.name != name:
        line = source.line_of(("language",))
        raise FaultyFileError((told(OTHER_NAME, source.file, line, name=name),))
    return Overlay(**dict(written), source=source)


def overlays_beside(path: Path) -> tuple[Overlay, ...]:
    """The overlays that lie beside the file of a framework, by language. Raises FaultyFileError."""
    return tuple(load_overlay(found) for found in sorted(path.parent.glob(f"{path.stem}.*.yaml")))


def written(overlay: Overlay, framework: Framework) -> str:
    """The overlay as its file: the source sentence over each of its own, so that both can be read there."""
    return "\n".join(_lines(overlay, framework)) + "\n"


def _lines(overlay: Overlay, framework: Framework) -> Iterator[str]:
    yield f"language: {overlay.language}"
    yield f"framework: {overlay.framework}"
    yield f"status: {overlay.status}"
    for name, line in (("reviewed_by", overlay.reviewed_by), ("note", overlay.note)):
        if line is not None:
            yield f"{name}: {_quoted(line)}"
    yield f"covers: {'all' if overlay.covers == 'all' else '[' + ', '.join(overlay.covers) + ']'}"
    for name, pairs in (("terms", overlay.terms), ("waived", overlay.waived)):
        if pairs:
            yield f"{name}:"
            yield from (f"  {_quoted(key)}: {_quoted(line)}" for key, line in pairs.items())
    yield "texts:" if overlay.texts else "texts: {}"
    known = {passage.key: passage.words for passage in passages(framework)}
    order = {key: place for place, key in enumerate(known)}
    for key in sorted(overlay.texts, key=lambda key: order.get(key, len(order))):
        if key in known:
            yield f"  # {' '.join(known[key].split())}"
        entry = overlay.texts[key]
        name = key if key in known else _quoted(key)
        yield f"  {name}: {{of: {_quoted(entry.of)}, text: {_quoted(entry.text)}}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
