"""A definition file as it was written: plain values, and the line on which each of them stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from surveys.faults import Fault, FaultyFileError, Kind, told
from surveys.files.tree import Loc, Tree

MOST_BYTES = 1_000_000
LONGEST_LINE = 5_000

_SAVE_AS_TEXT = "Save the file as plain text in UTF-8."
_PROBLEMS = {
    "'\\t'": Kind("tab", "A tab is used where spaces are needed.", "Put spaces in place of the tab."),
    "mapping values are not allowed": Kind(
        "colon-in-text",
        "A colon stands where none can.",
        "Put quotation marks round text that holds a colon, and check the spaces before the line.",
    ),
    "could not find expected ':'": Kind("no-colon", "A colon is missing.", "Write it as “name: value”."),
    "unexpected end of stream": Kind(
        "open-quotation-mark", "A quotation mark is opened and never closed.", "Close it."
    ),
    "block end": Kind(
        "out-of-line",
        "This line does not line up with the lines before it.",
        "Give it the same number of spaces as its fellows.",
    ),
    "cannot start any token": Kind(
        "sign-at-start",
        "The text starts with a sign that has a meaning of its own in this kind of file.",
        "Put the text in quotation marks.",
    ),
    "": Kind(
        "cannot-be-read",
        "This line cannot be read.",
        "Check its spaces, colons, dashes and quotation marks.",
    ),
}
"""What the reader of YAML says, with the fault that it means; the last is for all that it says besides."""

_BACKSLASH = Kind("backslash", "A “\\” mark near this line means nothing.", "Take out the “\\” marks.")
_LONG_LINE = Kind(
    "long-line", "This line is longer than 5,000 characters.", "Check that it is the right file."
)
_UNREADABLE = Kind("unreadable-character", "This line holds a character that cannot be read.", _SAVE_AS_TEXT)
_NOT_TEXT = Kind("not-plain-text", "This line is not text in UTF-8.", _SAVE_AS_TEXT)
_TOO_LARGE = Kind(
    "too-large", "The file is larger than 1 MB.", "Check that it is the right file, or split it."
)
_FOLDER = Kind("a-folder", "This is a folder.", "Name a file in it.")
_NO_FILE = Kind("no-such-file", "There is no such file.", "Check the name and the folder.")
_CLOSED = Kind("cannot-be-opened", "The file cannot be opened.", "Check that you are allowed to read it.")
_OF_FILES = (_BACKSLASH, _LONG_LINE, _UNREADABLE, _NOT_TEXT, _TOO_LARGE, _FOLDER, _NO_FILE, _CLOSED)
KINDS = {kind.slug: kind for kind in (*_PROBLEMS.values(), *_OF_FILES)}
"""The faults of a text, and of a file that is none, by slug."""

_BEGINS = re.compile("expected ':'|unexpected end of stream")
"""Where it says these, the cause is not where the reader stopped but where the text began."""


@dataclass(frozen=True)
class Source:
    """What a file says. `lines` holds, for each value, the line on which its name or its dash stands."""

    file: str
    data: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[Loc, int] = field(default_factory=dict)

    def known(self, loc: Loc) -> Loc:
        """`loc` without the parts that are not in the file."""
        known: Loc = ()
        for part in loc:
            if (*known, part) in self.lines:
                known = (*known, part)
        return known

    def line_of(self, loc: Loc) -> int:
        """The line of the nearest thing on the way to `loc` that is in the file; 0 if nothing is."""
        return self.lines.get(self.known(loc), 0)

    def fault(self, loc: Loc, what: str, fix: str) -> Fault:
        """A fault at the line of `loc`."""
        return Fault(self.file, self.line_of(loc), what, fix)

    def told(self, kind: Kind, loc: Loc, **facts: object) -> Fault:
        """A fault of this kind at the line of `loc`."""
        return told(kind, self.file, self.line_of(loc), **facts)


def read_source(path: Path) -> Source:
    """The values in a YAML file. Raises FaultyFileError for a file that cannot be read as such."""
    return parse_source(_bytes(path), str(path))


@lru_cache(maxsize=8)  # a file is checked, then compiled, then checked again; reading it is half of that
def parse_source(data: bytes, file: str) -> Source:
    """The values in YAML text already read, which nobody may change. Raises FaultyFileError."""
    text, tree = _text(data, file), Tree(file)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            tree.take(event)
    except MarkedYAMLError as error:
        raise FaultyFileError((*tree.faults, _syntax(error, file))) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _refused(_UNREADABLE, file, line) from None
    except (ArithmeticError, ValueError):  # a number behind a backslash that is no character
        raise _refused(_BACKSLASH, file, tree.line) from None
    return Source(file, *tree.grown())


def _refused(kind: Kind, file: str, line: int = 0) -> FaultyFileError:
    return FaultyFileError((told(kind, file, line),))


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise _refused(_FOLDER, str(path))
        if not path.is_file():
            raise _refused(_NO_FILE, str(path))
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError:
        raise _refused(_CLOSED, str(path)) from None


def _text(data: bytes, file: str) -> str:
    if len(data) > MOST_BYTES:
        raise _refused(_TOO_LARGE, file)
    for number, line in enumerate(data.split(b"\n"), 1):
        if len(line) > LONGEST_LINE:
            raise _refused(_LONG_LINE, file, number)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(_NOT_TEXT, file, data.count(b"\n", 0, error.start) + 1) from None


def _syntax(error: MarkedYAMLError, file: str) -> Fault:
    problem = f"{error.problem} {error.context}"
    mark = error.context_mark if _BEGINS.search(problem) else error.problem_mark
    line = mark.line + 1 if mark else 0
    kind = next(kind for sign, kind in _PROBLEMS.items() if sign in problem)
    return told(kind, file, line)
