"""What a page of a return sends: the answer, and evidence to add; and what must be put right first."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from werkzeug.datastructures import FileStorage, MultiDict

from mir.errors import RefusalError
from mir.pages import shown_version
from mir.returns.adding import NewEvidence
from mir.returns.asks import Line
from mir.returns.files import MOST_BYTES, Kept, checked
from mir.returns.operations import NewAnswer
from mir.returns.words import EVERY_WINDOW

LONGEST = {"what": 8_000, "note": 4_000, "link": 500, "about": 200}
"""Letters in each place to write."""
OLDEST = date(2000, 1, 1)


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field: the id to go to, and the sentence."""

    field: str
    sentence: str


@dataclass(frozen=True)
class Typed:
    """What was typed, as it stands on the page again where something is wrong."""

    version: int = 0
    view: str = ""
    what: str = ""
    link: str = ""
    note: str = ""
    about: str = ""
    window: str = ""
    dated: str = ""
    file_name: str = ""

    @property
    def adds(self) -> bool:
        """Whether there is anything to add."""
        return bool(self.link or self.note or self.file_name)


@dataclass(frozen=True)
class Read:
    """A page that was read: as typed, as it can be kept, and what is wrong."""

    typed: Typed
    answer: NewAnswer
    added: tuple[NewEvidence, ...]
    problems: tuple[Problem, ...]


def clean(text: str | None) -> str:
    """What was typed, with one kind of line end and without characters that cannot be printed."""
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one in "\n\t" or unicodedata.category(one) not in _UNSEEN).strip()


_UNSEEN = {"Cc", "Cs"}


def read(line: Line, form: MultiDict[str, str], file: FileStorage | None, today: date) -> Read:
    """Everything that the page of this line sent."""
    typed = Typed(
        version=shown_version(form.get("version")),
        view=form.get("view", "") if line.choice(form.get("view", "")) else "",
        what=clean(form.get("what")),
        link=clean(form.get("link")),
        note=clean(form.get("note")),
        about=clean(form.get("about")),
        window=form.get("window", "") if form.get("window") in EVERY_WINDOW else "",
        dated=clean(form.get("dated"))[:20],
        file_name=(file.filename or "") if file else "",
    )
    problems = [
        Problem(name, f"Make this shorter: at most {most:,} letters.")
        for name, most in LONGEST.items()
        if len(getattr(typed, name)) > most
    ]
    added, wrong = _evidence(line, typed, file, today) if typed.adds else ((), _nothing_added(typed))
    answer = NewAnswer(line.code, typed.version, typed.view, typed.what)
    return Read(typed, answer, added, (*problems, *wrong))


def _nothing_added(typed: Typed) -> tuple[Problem, ...]:
    if not typed.about:
        return ()
    return (Problem("link", "Add the link, the file or the note that this is about."),)


def _evidence(
    line: Line, typed: Typed, file: FileStorage | None, today: date
) -> tuple[tuple[NewEvidence, ...], tuple[Problem, ...]]:
    problems: list[Problem] = []
    if typed.link and not _is_link(typed.link):
        sentence = "Write the whole address, beginning with https:// or http://."
        problems.append(Problem("link", sentence))
    kept = _file(file, problems) if typed.file_name else None
    dated = day_of(typed.dated)
    if dated is None:
        problems.append(Problem("dated", "Say from when the evidence is, such as 2026-03-31."))
    elif not OLDEST <= dated <= today:
        problems.append(Problem("dated", "Choose a day from the year 2000 up to today."))
    if not typed.window:
        problems.append(Problem("window", "Choose the window that the evidence came through."))
    if problems or dated is None:
        return (), tuple(problems)
    whole = [("link", typed.link, None), ("note", typed.note, None)]
    whole += [("file", kept.name, kept)] if kept else []  # type: ignore[list-item]  # of two kinds
    made = (
        NewEvidence(line.code, kind, words, typed.about, typed.window, dated, content)
        for kind, words, content in whole
        if words
    )
    return tuple(made), ()


def _file(file: FileStorage | None, problems: list[Problem]) -> Kept | None:
    if file is None:
        return None
    try:
        return checked(file.filename or "", file.stream.read(MOST_BYTES + 1))
    except RefusalError as error:
        problems.append(Problem("file", error.sentence))
        return None


def _is_link(text: str) -> bool:
    if re.search(r"[\s<>\"\\]", text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def day_of(text: str) -> date | None:
    """The day that is written, as 2026-03-31 or 31/3/2026; None for anything else."""
    english = re.fullmatch(r"([0-9]{1,2})[/. ]([0-9]{1,2})[/. ]([0-9]{4})", text)
    parts = english.groups()[::-1] if english else tuple(text.split("-"))
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() for part in parts):  # noqa: PLR2004
        return None
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
