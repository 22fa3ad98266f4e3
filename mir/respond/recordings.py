"""Questions that somebody has read out or signed: found in the operator's folder, and served by us alone."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, after_this_request, current_app, send_file, url_for
from werkzeug.wrappers import Response

from mir.config import Settings
from mir.errors import NotFoundError
from mir.policy import PLAY_POLICY
from mir.respond.kinds.told import Reader
from surveys import journey
from surveys.edition import Edition

bp = Blueprint("recordings", __name__)

SOUNDS = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "wav": "audio/wav"}
FILMS = {"mp4": "video/mp4", "webm": "video/webm"}
TYPES = SOUNDS | FILMS
BSL = "bsl"
"""What a film of somebody signing is called: the language of it is British Sign Language."""
SHORT = 12
"""So many digits of an edition's hash name its folder."""
A_DAY = 86_400  # seconds

_BEGINNINGS = {
    "mp3": ((0, b"ID3"), (0, b"\xff\xfb"), (0, b"\xff\xf3"), (0, b"\xff\xf2"), (0, b"\xff\xfa")),
    "m4a": ((4, b"ftyp"),),
    "mp4": ((4, b"ftyp"),),
    "ogg": ((0, b"OggS"),),
    "wav": ((0, b"RIFF"),),
    "webm": ((0, b"\x1a\x45\xdf\xa3"),),
}
"""How a file of each type begins: after how many bytes, and with which."""


@dataclass(frozen=True)
class Recorded:
    """The addresses of what was recorded of one question; empty where nothing was."""

    sound: str = ""
    film: str = ""
    film_type: str = ""

    @property
    def anything(self) -> bool:
        """Whether there is something to play."""
        return bool(self.sound or self.film)


def recorded(edition: Edition, code: str, reader: Reader) -> Recorded:
    """What was recorded of this question, in the words and the language that this person reads."""
    folder = _settings().recordings
    if folder is None:
        return Recorded()
    place = f"{folder_of(edition)}/{reader.voice}/{code}"
    said, signed = f"{place}.{reader.presentation}.{reader.language}", f"{place}.{BSL}"
    sound, film = _ending(folder, said, tuple(SOUNDS)), _ending(folder, signed, tuple(FILMS))
    return Recorded(_address(said, sound), _address(signed, film), FILMS.get(film, ""))


def folder_of(edition: Edition) -> str:
    """The folder of an edition. Other words are another edition, so nobody hears words that are not there."""
    return edition.hash[:SHORT]


def listed(folder: Path | None, edition: Edition) -> tuple[tuple[str, str], ...]:
    """Every file that could be recorded for an edition, and its ending where it is there."""
    return tuple(
        (name, _ending(folder, name, tuple(FILMS if name.endswith(f".{BSL}") else SOUNDS)))
        for voice in edition.voices
        for step in journey.every(edition, voice)
        for name in _names(edition, f"{folder_of(edition)}/{voice}/{step.code}")
    )


@bp.get("/recordings/<edition>/<voice>/<name>")
def play(edition: str, voice: str, name: str) -> Response:
    """One recording, or the part of it that a player asks for."""
    folder, ending = _settings().recordings, name.rpartition(".")[2]
    if folder is None or ending not in TYPES or not _is_there(folder, f"{edition}/{voice}/{name}"):
        raise NotFoundError
    path = folder / edition / voice / name
    response = send_file(path, mimetype=TYPES[ending], conditional=True, max_age=A_DAY)
    response.headers["Cache-Control"] = f"private, max-age={A_DAY}"
    return response


def may_play() -> None:
    """Let the page that is being made play what we serve."""
    after_this_request(_with_media)


def _with_media(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = PLAY_POLICY
    return response


def _names(edition: Edition, place: str) -> tuple[str, ...]:
    ways = (f"{way}.{language}" for way in edition.presentations for language in edition.languages)
    return (*(f"{place}.{way}" for way in ways), f"{place}.{BSL}")


def _ending(folder: Path | None, place: str, endings: tuple[str, ...]) -> str:
    """The ending of the first file that is there; nothing where none is."""
    if folder is None:
        return ""
    return next((ending for ending in endings if _is_there(folder, f"{place}.{ending}")), "")


def _is_there(folder: Path, place: str) -> bool:
    path = folder / place
    try:
        inside = path.resolve().is_relative_to(folder)  # no link leads out of the folder
        return inside and path.is_file() and _is_what_it_says(path, path.stat().st_mtime_ns)
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return False


@lru_cache(maxsize=4_096)
def _is_what_it_says(path: Path, _changed: int) -> bool:
    """Whether a file begins as its type does: a page renamed to .mp3 is never served."""
    with path.open("rb") as stream:
        start = stream.read(16)
    known = _BEGINNINGS[path.suffix.removeprefix(".")]
    return any(start[after:].startswith(mark) for after, mark in known)


def _address(place: str, ending: str) -> str:
    if not ending:
        return ""
    edition, voice, name = place.split("/")
    return url_for("recordings.play", edition=edition, voice=voice, name=f"{name}.{ending}")


def _settings() -> Settings:
    found: Settings = current_app.config["MIR_SETTINGS"]
    return found
