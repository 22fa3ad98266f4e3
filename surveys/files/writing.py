"""A survey as the text of its file, in the order of an author: only what it says, quoted where it must be."""

import re
from collections.abc import Callable, Iterator, Mapping

from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice
from surveys.own.question import Plural
from surveys.survey import SurveyParts

ORDER = (
    *("survey", "title", "about", "framework", "voices", "presentations", "comments", "languages"),
    *("statements", "only", "questions", "sections"),
    *("code", "kind", "words", "wordings", "hint", "about_you", "reason", "introduction", "show_if", "asks"),
    *("top", "least", "most", "unit", "symbol", "alone", "rows", "options"),
)
"""The names of a survey, of a section and of a question, as somebody would write them down."""

_IN_ONE_LINE = frozenset({"voices", "presentations", "languages"})
_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ,.!?’“”()_-]*[A-Za-z0-9.!?’”)_])?")
_MEANS_MORE = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_COUNTED = "{n} "
_SHORT_ESCAPE, _LONG_ESCAPE = 0xFF, 0xFFFF


def survey_text(survey: SurveyParts) -> str:
    """The file of this survey. Reading it gives an equal survey, wherever a file can hold the survey at all.

    Characters that no file of ours may hold (`surveys.files.tree`) are written as escapes, which are
    refused by name when the file is read.
    """
    said = survey.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return "\n".join(_names(_brief(said), "")) + "\n"


def _brief(said: Mapping[str, object]) -> dict[str, object]:
    """What is said, in order, with each sentence in its shortest form. Nothing is left of what is nothing."""
    place = {name: number for number, name in enumerate(ORDER)}
    kept = (name for name in said if said[name] is not None and said[name] not in ([], {}))
    names = sorted(kept, key=lambda name: place.get(name, 99))
    return {name: _shortened(name, said[name]) for name in names}


def _shortened(name: str, value: object) -> object:
    if isinstance(value, list):
        return [_brief(part) if isinstance(part, Mapping) else part for part in value]
    return _SHORTER.get(name, _as_it_is)(value)


def _as_it_is(value: object) -> object:
    return value


def _title(value: object) -> object:
    """A survey's title is by language, a section's by presentation."""
    by_look = isinstance(value, Mapping) and set(value) <= set(Presentation)
    return _presented(value) if by_look else _line(value)


def _line(value: object) -> object:
    """A sentence by language, bare where there is the source language only."""
    return value[SOURCE_LANGUAGE] if isinstance(value, Mapping) and set(value) == {SOURCE_LANGUAGE} else value


def _presented(value: object) -> object:
    """A sentence by presentation, bare where there are only standard words in the source language."""
    if not isinstance(value, Mapping):
        return value
    lines = {look: _line(line) for look, line in value.items()}
    alone = lines.get(Presentation.STANDARD) if set(lines) == {Presentation.STANDARD} else None
    return alone if isinstance(alone, str) else lines


def _voiced(value: object) -> object:
    """A sentence by voice, written once where every voice has the same."""
    if not isinstance(value, Mapping):
        return value
    first = next(iter(value.values()))
    if set(value) == set(Voice) and all(words == first for words in value.values()):
        return _presented(first)
    return {voice: _presented(words) for voice, words in value.items()}


def _unit(value: object) -> object:
    """A unit in all its forms, or as one word where it has one form in the source language."""
    forms = value.get(SOURCE_LANGUAGE) if isinstance(value, Mapping) and len(value) == 1 else None
    form = forms.get(Plural.OTHER) if isinstance(forms, Mapping) and len(forms) == 1 else None
    return form.removeprefix(_COUNTED) if isinstance(form, str) and form.startswith(_COUNTED) else value


def _names(said: Mapping[str, object], margin: str) -> Iterator[str]:
    for name, value in said.items():
        start = f"{margin}{_quoted(name)}:"
        if isinstance(value, Mapping) and value:
            yield start
            yield from _names(value, f"{margin}  ")
        elif isinstance(value, list) and value and name not in _IN_ONE_LINE:
            yield start
            yield from _parts(value, f"{margin}  ")
        else:
            yield f"{start} {_one(value)}"


def _parts(values: list[object], margin: str) -> Iterator[str]:
    for value in values:
        if not isinstance(value, Mapping):
            yield f"{margin}- {_one(value)}"
            continue
        first, *rest = _names(value, f"{margin}  ")
        yield f"{margin}- {first.removeprefix(f'{margin}  ')}"
        yield from rest


def _one(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(_one(part) for part in value)}]"
    return "{}" if isinstance(value, Mapping) else str(value) if isinstance(value, int) else _quoted(value)


def _quoted(text: object) -> str:
    """The text as it is, or in quotation marks where a reader of YAML could take it for something else."""
    words = str(text)
    if _PLAIN.fullmatch(words) and words.lower() not in _MEANS_MORE:
        return words
    return '"' + "".join(map(_sign, words)) + '"'


def _sign(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    code = ord(char)
    if code <= _SHORT_ESCAPE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _LONG_ESCAPE else f"\\U{code:08x}"


_SHORTER: Mapping[str, Callable[[object], object]] = {
    "title": _title,
    "about": _line,
    "words": _presented,
    "hint": _presented,
    "reason": _presented,
    "introduction": _presented,
    "wordings": _voiced,
    "unit": _unit,
}
"""What holds sentences, and the way to write it in its shortest form."""
