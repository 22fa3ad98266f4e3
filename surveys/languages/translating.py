"""Languages beside the English: what is shown in which, and a framework or survey in several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from surveys.files.tree import Loc
from surveys.framework import SOURCE_LANGUAGE, Framework, Text
from surveys.languages.overlay import Overlay
from surveys.languages.passages import Home, Passage, passages
from surveys.languages.tags import direction, fallbacks, parts
from surveys.own.question import Plural
from surveys.survey import Survey

__all__ = ["Spoken", "direction", "fallbacks", "overlay_for", "spoken", "translated", "untranslated"]


Translated = TypeVar("Translated", Framework, Survey)


@dataclass(frozen=True)
class Spoken:
    """Words as they are shown, with the language they are really in: the `lang` of their element."""

    words: str
    language: str


def spoken(text: Text, language: str) -> Spoken:
    """The sentence in this language or in the nearest it has; in the last resort, in the first there is."""
    tag = next((tag for tag in fallbacks(language) if tag in text), None) or next(iter(text))
    return Spoken(text[tag], tag)


def overlay_for(language: str, overlays: Iterable[Overlay]) -> Overlay | None:
    """The overlay that speaks this language or the nearest to it; nothing for the source language."""
    known = {"-".join(parts(overlay.language)): overlay for overlay in overlays}
    found = (known[tag] for tag in fallbacks(language) if tag in known and tag != SOURCE_LANGUAGE)
    return next(found, None)


def translated(home: Translated, overlays: Iterable[Overlay], languages: Iterable[str]) -> Translated:
    """The framework or survey with these languages beside the source language in every sentence.

    A sentence that is missing, or stale and not waived, stays in the source
    language only: the page shows that and marks it with its own language. Words
    that the home itself has in a language stay as they are.
    """
    # What was not said stays unsaid: an own question's rules ask what its author wrote.
    data: object = home.model_dump(mode="json", exclude_unset=True)
    every = tuple(overlay for overlay in overlays if overlay.belongs_to(home))
    for language in languages:
        overlay = overlay_for(language, every)
        if overlay is not None:
            _fill(data, home, overlay, language)
    return type(home).model_validate(data)


def untranslated(home: Home, language: str) -> tuple[str, ...]:
    """The keys of the sentences that the framework or survey does not have in a language."""
    data = home.model_dump(mode="json")
    return tuple(
        one.key
        for one in passages(home)
        if language not in _at(data, one.loc) and one.form in (None, Plural.OTHER)
    )


def _fill(data: object, home: Home, overlay: Overlay, language: str) -> None:
    for passage, words in _said(home, overlay, language):
        for loc in (passage.loc, *passage.also):
            _put(_at(data, loc), passage, language, words)


def _said(home: Home, overlay: Overlay, language: str) -> Iterator[tuple[Passage, str]]:
    for passage in passages(home):
        words = overlay.words(passage)
        if words is not None and language not in passage.inline:
            yield passage, words


def _put(text: dict[str, object], passage: Passage, language: str, words: str) -> None:
    if passage.form is None:
        text[language] = words
        return
    forms = text.setdefault(language, {})
    forms[passage.form.value] = words  # type: ignore[index]  # the forms of a unit, by category


def _at(data: object, loc: Loc) -> dict[str, object]:
    """The sentence at a place: its words by language."""
    for part in loc:
        data = data[part]  # type: ignore[index]  # what JSON holds is known by the place
    return data  # type: ignore[return-value]
