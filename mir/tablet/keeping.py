"""What a tablet keeps for want of internet: files and pages, each under an address that tells its content."""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from flask import url_for

import surveys
from mir import static_files
from mir.concerns.queries import contacts
from mir.config import Settings
from mir.db import store
from mir.places import HERE, STATIC, TEMPLATES
from mir.respond.changed import lately
from mir.respond.four_words import word_list
from mir.rounds.queries import RoundCard, code_lists
from mir.tablet.links import Lock
from mir.tablet.pages import SCRIPTS, SHEETS, Way, ways
from surveys.edition import Edition


def everything(lock: Lock, card: RoundCard, edition: Edition, settings: Settings) -> dict[str, Any]:
    """What the tablet keeps: where the pages are, and what it locks answers with."""
    mark = version(card, edition)
    return {
        "round": lock.round_id,
        "version": mark,
        "public": base64.b64encode(lock.public).decode(),
        "words": " ".join(word_list()),
        "minutes": settings.tablet_minutes,
        "languages": edition.languages,
        "presentations": sorted(edition.presentations),
        "files": [static_files.address(STATIC, name) for name in (*SHEETS, *SCRIPTS)],
        "pages": {way.name: _address(way, mark) for way in ways(edition)},
    }


def version(card: RoundCard, edition: Edition) -> str:
    """A mark of all that the pages of this round are drawn from: another one once any of that changes."""
    codes = code_lists(store(), card.id)
    doors = [(one.voice, one.shared) for one in codes]
    service = card.service.id
    around = (contacts(store(), service), [lately(service, easy=easy) for easy in (False, True)])
    return hashlib.sha256(repr((drawn_by(), edition.hash, card, doors, around)).encode()).hexdigest()[:12]


def is_drawn_so(asked: str, card: RoundCard, edition: Edition) -> bool:
    """Whether pages that are asked for by this mark are those that would be drawn now.

    While a new version of the site is taken into use, an old process may still answer:
    what it draws must not be kept under the mark of the other.
    """
    return asked == version(card, edition)


@cache
def drawn_by() -> str:
    """A mark of the code, templates, translations and static files as they are when the site starts."""
    whole = hashlib.sha256()
    for folder in (HERE, TEMPLATES, Path(surveys.__file__).parent):
        for file in sorted(_files(folder)):
            whole.update(f"{file.relative_to(folder)} {file.stat().st_size} ".encode())
            whole.update(file.read_bytes())
    return whole.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


def _address(way: Way, mark: str) -> str:
    # Numbered by what is in it, so that the tablet may keep it for as long as that stays so.
    return url_for("tablet.drawn", voice=way.voice, language=way.language, read=way.presentation, v=mark)
