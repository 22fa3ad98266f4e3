"""Every sentence of a framework by a key that stays, with its place in the file and the mark of its words."""

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from surveys.files.tree import Loc
from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation, Wording

SHORTEST_MARK = 8
"""How many digits of a mark are written, and the fewest that are taken for one."""

_LOOKS = {Presentation.STANDARD: "standard words", Presentation.EASY_READ: "Easy Read"}


@dataclass(frozen=True)
class Passage:
    """One sentence of the source language.

    `key` is as in `wi1.person.standard`, `loc` its place in the framework,
    `where` what a translator is told of it, `statement` the code of the
    statement it belongs to, or nothing for what every survey shows.
    """

    key: str
    loc: Loc
    where: str
    words: str
    statement: str | None = None


def mark(sentence: str) -> str:
    """64 hexadecimal digits: SHA-256 of the sentence in NFC with each run of white space as one space."""
    normal = " ".join(unicodedata.normalize("NFC", sentence).split())
    return hashlib.sha256(normal.encode()).hexdigest()


def passages(framework: Framework) -> tuple[Passage, ...]:
    """Every sentence that can be put in another language, in the order in which a framework is read."""
    return tuple(_all(framework))


def _all(framework: Framework) -> Iterator[Passage]:
    for name, text in (("title", framework.title), ("about", framework.about)):
        if SOURCE_LANGUAGE in text:
            yield Passage(name, (name,), f"The {name} of the framework", text[SOURCE_LANGUAGE])
    for place, option in enumerate(framework.scale.options):
        loc: Loc = ("scale", "options", place, "words")
        yield from _worded(f"option.{option.code}", loc, f"Answer {option.value}", option.words)
    for place, theme in enumerate(framework.themes):
        loc = ("themes", place)
        yield from _worded(f"theme.{theme.code}.name", (*loc, "name"), f"Theme {theme.code}", theme.name)
        yield from _worded(
            f"theme.{theme.code}.subtitle",
            (*loc, "subtitle"),
            f"Under the name of theme {theme.code}",
            theme.subtitle,
        )
        for number, statement in enumerate(theme.statements):
            for voice, wording in statement.wordings.items():
                yield from _worded(
                    f"{statement.code}.{voice}",
                    (*loc, "statements", number, "wordings", voice.value),
                    f"Question {statement.code}, asked of: {voice}",
                    wording,
                    statement.code,
                )


def _worded(
    key: str, loc: Loc, where: str, wording: Wording, statement: str | None = None
) -> Iterator[Passage]:
    for look, text in wording.items():
        if SOURCE_LANGUAGE in text:
            words = text[SOURCE_LANGUAGE]
            yield Passage(f"{key}.{look}", (*loc, look.value), f"{where}, {_LOOKS[look]}", words, statement)
