"""The sentences of a framework or a survey in another language: one file each, every sentence marked."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from babel import Locale, UnknownLocaleError
from pydantic import Field

from surveys.faults import FaultyFileError, Kind
from surveys.files.shape import shaped
from surveys.files.source import Source, read_source
from surveys.framework import Code, Framework, Frozen, Line, Slug
from surveys.languages.passages import SHORTEST_MARK, Home, Passage, mark, passages
from surveys.own.question import Plural
from surveys.survey import TAG, Language

OTHER_NAME = Kind(
    "language-file-name",
    "The file says that it is “{name}”, but that is not its name.",
    "Correct the name of the file, the language, or the framework or survey.",
)
WHOSE = Kind(
    "language-whose",
    "The file does not say whose sentences it holds.",
    "Add a line “framework:” or a line “survey:”, and only one of them.",
)

_TAG = re.compile(TAG)

Status = Literal["draft", "reviewed"]
Covers = Literal["all"] | Annotated[tuple[Code, ...], Field(min_length=1)]


class Translation(Frozen):
    """A sentence in another language. `of` is the mark of the sentence it was made from, or its beginning."""

    of: str
    text: Annotated[str, Field(max_length=600)]


class _Written(Frozen):
    """What the file of an overlay says."""

    language: Language
    framework: Slug | None = None
    survey: Slug | None = None
    status: Status
    reviewed_by: Line | None = None
    note: Line | None = None
    covers: Covers = "all"
    terms: Mapping[str, Line] = Field(default_factory=dict)
    waived: Mapping[str, Line] = Field(default_factory=dict)
    texts: Mapping[str, Translation]


@dataclass(frozen=True)
class Overlay:
    """The sentences of one framework, or of one survey, in one language.

    `covers` are the statements it promises, `terms` the word chosen for each
    English one, `waived` the keys that may be missing, stale or the same as in
    English, each with the name of who said so and the reason. `source` gives a
    fault its line.
    """

    language: str
    framework: str | None
    status: Status
    texts: Mapping[str, Translation]
    survey: str | None = None
    reviewed_by: str | None = None
    note: str | None = None
    covers: Covers = "all"
    terms: Mapping[str, str] = field(default_factory=dict)
    waived: Mapping[str, str] = field(default_factory=dict)
    source: Source = field(default=Source(""), compare=False, repr=False)

    def belongs_to(self, home: Home) -> bool:
        """Whether these are sentences of this framework or survey."""
        if isinstance(home, Framework):
            return self.framework == home.framework
        return self.survey == home.survey

    @property
    def file(self) -> str:
        """What its file is called."""
        return f"{self.framework or self.survey}.{self.language}.yaml"

    def promises(self, passage: Passage) -> bool:
        """Whether this language says that it has the sentence, and has such a form."""
        if passage.form is not None and passage.form not in plurals(self.language):
            return False
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
    """The overlay in a file named `framework.language.yaml` or `survey.language.yaml`.

    Raises FaultyFileError for a fault of form.

    `freshness.findings` finds the others.
    """
    source = read_source(path)
    written = shaped(_Written, source)
    if (written.framework is None) == (written.survey is None):
        raise FaultyFileError((source.told(WHOSE, ("survey",)),))
    overlay = Overlay(**dict(written), source=source)
    if path.name != overlay.file:
        raise FaultyFileError((source.told(OTHER_NAME, ("language",), name=overlay.file),))
    return overlay


def overlays_beside(path: Path) -> tuple[Overlay, ...]:
    """The overlays that lie beside the file of a framework or survey, by language. Raises FaultyFileError."""
    beside = sorted(path.parent.glob(f"{path.stem}.*.yaml"))
    return tuple(load_overlay(found) for found in beside if _TAG.fullmatch(found.name.split(".")[-2]))


def blank(home: Home, language: str) -> Overlay:
    """An overlay to start from: a draft without a sentence."""
    if isinstance(home, Framework):
        return Overlay(language, home.framework, "draft", {})
    return Overlay(language, None, "draft", {}, home.survey)


@cache
def plurals(language: str) -> frozenset[Plural]:
    """The forms that a unit has in a language; for one that CLDR does not know, “other” alone."""
    try:
        tags = Locale.parse(language, sep="-").plural_form.tags
    except (UnknownLocaleError, ValueError):
        tags = frozenset()
    return frozenset({Plural.OTHER, *(Plural(tag) for tag in tags)})


def written(overlay: Overlay, home: Home) -> str:
    """The overlay as its file: the source sentence over each of its own, so that both can be read there."""
    return "\n".join(_lines(overlay, home)) + "\n"


def _lines(overlay: Overlay, home: Home) -> Iterator[str]:
    yield f"language: {overlay.language}"
    yield f"survey: {overlay.survey}" if overlay.survey else f"framework: {overlay.framework}"
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
    known = {passage.key: passage.words for passage in passages(home)}
    order = {key: place for place, key in enumerate(known)}
    for key in sorted(overlay.texts, key=lambda key: order.get(key, len(order))):
        if key in known:
            yield f"  # {' '.join(known[key].split())}"
        entry = overlay.texts[key]
        name = key if key in known else _quoted(key)
        yield f"  {name}: {{of: {_quoted(entry.of)}, text: {_quoted(entry.text)}}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
