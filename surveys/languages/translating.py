"""Languages by their tags: which way each is written, what it falls back to, a framework in several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from surveys.files.tree import Loc
from surveys.framework import SOURCE_LANGUAGE, Framework, Text
from surveys.languages.overlay import Overlay
from surveys.languages.passages import passages

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages that are written from right to left unless their tag names another script."""

RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"})
RIGHT_TO_LEFT_PLACES = frozenset({"pa-pk", "uz-af"})
"""Languages that are written from right to left in one country and from left to right in another."""

_SCRIPT = 4  # the letters of a script's name in a tag, as in pa-arab


def direction(language: str) -> str:
    """`rtl` or `ltr`, from the tag alone; the script in the tag comes before the language."""
    parts = _parts(language)
    for part in parts[1:]:
        if len(part) == _SCRIPT and part.isalpha():
            return "rtl" if part in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if parts[0] in RIGHT_TO_LEFT or "-".join(parts[:2]) in RIGHT_TO_LEFT_PLACES else "ltr"


def fallbacks(language: str) -> tuple[str, ...]:
    """The tags to look under, one after the other: cy-gb, cy, then the source language.

    The script is kept in mind: what is asked for in one script is never shown in
    the script in which the language is written by default.
    """
    parts = _parts(language)
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    near = [tag for tag in tags if direction(tag) == direction(language)]
    return (*near, *(() if SOURCE_LANGUAGE in near else (SOURCE_LANGUAGE,)))


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
    known = {"-".join(_parts(overlay.language)): overlay for overlay in overlays}
    found = (known[tag] for tag in fallbacks(language) if tag in known and tag != SOURCE_LANGUAGE)
    return next(found, None)


def translated(framework: Framework, overlays: Iterable[Overlay], languages: Iterable[str]) -> Framework:
    """The framework with these languages beside the source language in every sentence that has them.

    A sentence that is missing, or stale and not waived, stays in the source
    language only: the page shows that and marks it with its own language.
    """
    data: object = framework.model_dump(mode="json")
    every = tuple(overlays)
    for language in languages:
        overlay = overlay_for(language, every)
        for loc, words in _said(framework, overlay) if overlay else ():
            _at(data, loc)[language] = words
    return Framework.model_validate(data)


def untranslated(framework: Framework, language: str) -> tuple[str, ...]:
    """The keys of the sentences that the framework does not have in a language."""
    data = framework.model_dump(mode="json")
    return tuple(one.key for one in passages(framework) if language not in _at(data, one.loc))


def _said(framework: Framework, overlay: Overlay) -> Iterator[tuple[Loc, str]]:
    for passage in passages(framework):
        words = overlay.words(passage)
        if words is not None:
            yield passage.loc, words


def _at(data: object, loc: Loc) -> dict[str, object]:
    """The sentence at a place of a framework: its words by language."""
    for part in loc:
        data = data[part]  # type: ignore[index]  # what JSON holds is known by the place
    return data  # type: ignore[return-value]


def _parts(language: str) -> list[str]:
    return language.lower().replace("_", "-").split("-")
