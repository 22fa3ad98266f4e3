"""Every sentence that somebody who answers can meet on the site: the rooms of words, and what is refused."""

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file

from mir.choosing.words import EASY_READ as DOTS_EASY
from mir.choosing.words import STANDARD as DOTS
from mir.concerns import national
from mir.concerns.words import EASY_READ as SAFE_EASY
from mir.concerns.words import STANDARD as SAFE_STANDARD
from mir.errors import RefusalError
from mir.i18n import Forms
from mir.paper.words import EASY_READ as PAPER_EASY
from mir.paper.words import STANDARD as PAPER_STANDARD
from mir.respond.interview_words import EASY_INTERVIEW, INTERVIEW
from mir.respond.words import EASY_READ, STANDARD
from mir.running.words import EASY_READ as INVITING_EASY
from mir.running.words import STANDARD as INVITING
from mir.tablet.words import WORDS as TABLET

ROOT = Path(__file__).parent.parent.parent
ROOMS = (
    *(STANDARD, EASY_READ, INTERVIEW, EASY_INTERVIEW, SAFE_STANDARD, SAFE_EASY),
    *(INVITING, INVITING_EASY, *national.LINES),
    *(PAPER_STANDARD, PAPER_EASY, TABLET, DOTS, DOTS_EASY),
)
"""Each a dataclass of which every field is a sentence, sentences, or pairs of a name and a sentence."""
UNSPOKEN = {"name", "phone", "source", "voices"}
"""The fields of a telephone line that stand as they are in every language."""

REFUSING = (
    "mir/errors.py",
    "mir/pages.py",
    "mir/security.py",
    *(
        "mir/respond/" + name
        for name in ("answering", "drafts", "offered", "refusals", "saving", "sending", "views")
    ),
    *("mir/respond/kinds/" + name for name in ("typed", "forms", "understood")),
    "mir/concerns/views.py",
    *("mir/tablet/" + name for name in ("envelopes", "links", "taking")),
    "mir/rounds/queries.py",
    "mir/choosing/dotting.py",
)
"""Where sentences are raised that are said on a page of their own."""


@dataclass(frozen=True)
class Found:
    """A sentence, or the two forms of one that counts, and where it stands."""

    words: str | tuple[str, str]
    place: str


def gathered() -> Catalog:
    """All of them, each once, in the order in which people meet them."""
    catalogue = Catalog(project="Making it Real", charset="utf-8", fuzzy=False)
    for found in (*_rooms(), *_refusals(), *_tables()):
        catalogue.add(found.words, auto_comments=[found.place])
    return catalogue


def _rooms() -> Iterator[Found]:
    for room in ROOMS:
        assert is_dataclass(room)
        for field in fields(room):
            if field.name not in UNSPOKEN:
                for words in _sentences(getattr(room, field.name)):
                    yield Found(words, f"{type(room).__name__}.{field.name}")


def _sentences(value: object) -> Iterator[str | tuple[str, str]]:
    if isinstance(value, Forms):
        one, other = value.sentences
        yield one, other
    elif isinstance(value, str) and value:
        yield value
    elif isinstance(value, Mapping):
        yield from _sentences(tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _sentences(tuple(getattr(value, field.name) for field in fields(value)))
    elif isinstance(value, tuple):
        for part in value:
            yield from _sentences(part[1] if isinstance(part, tuple) else part)


def _errors() -> tuple[type[RefusalError], ...]:
    found = [RefusalError]
    for room in REFUSING:
        importlib.import_module(room.removesuffix(".py").replace("/", ".").removesuffix(".py"))
    for kind in found:
        found += [one for one in kind.__subclasses__() if one not in found]
    names = {room.removesuffix(".py").replace("/", ".") for room in _paths()}
    return tuple(one for one in found if one.__module__ in names)


def _paths() -> tuple[str, ...]:
    return tuple(room if room.endswith(".py") else f"{room}.py" for room in REFUSING)


def _refusals() -> Iterator[Found]:
    for kind in _errors():
        for sentence in (kind.heading, kind.sentence):
            yield Found(sentence, kind.__name__)
    keywords = {kind.__name__: None for kind in RefusalError.__subclasses__()}
    for kind in _errors():
        keywords[kind.__name__] = None
    for path in _paths():
        for _line, words, _comments, _context in extract_from_file("python", ROOT / path, keywords):
            yield Found(words if isinstance(words, str) else words[0], path)


def _tables() -> Iterator[Found]:
    from mir import pages
    from mir.respond.kinds.typed import NOT_OURS

    for heading, sentence in (*pages._WORDS.values(), pages._ANY, pages._OURS):  # noqa: SLF001 - its table
        yield Found(heading, "mir/pages.py")
        yield Found(sentence, "mir/pages.py")
    for sentence in (pages.SKIP, pages.START, NOT_OURS):
        yield Found(sentence, "mir/pages.py")
