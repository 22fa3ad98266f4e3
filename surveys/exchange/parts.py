"""The parts of a workbook, looked through before they are read: no declarations, no boundless sheets."""

import re
from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from surveys.faults import Fault, FaultyFileError

MOST_CELLS = 2_000_000
"""Cells of the smallest rectangle round all that is written in the sheets."""
MOST_TEXT = 50_000_000
"""Characters of text: a few that are kept once can stand in many cells."""

_SHARED = "sharedStrings.xml"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_SMALLER = "Delete the rows and columns that are not used, or split the workbook."


class _TrapError(Exception):
    """What would be a trap to read; the text says what it is."""


def examined(parts: Mapping[str, bytes], file: str) -> None:
    """Nothing for parts that may be read. Raises FaultyFileError, with the name of the part."""
    shared: list[int] = []
    characters = 0
    # The texts first: the sheets point at them.
    for name in sorted(parts, key=lambda name: not name.endswith(_SHARED)):
        reading = _Reading(shared)
        try:
            reading.read(parts[name])
            characters += reading.characters
            _measured(characters)
        except _TrapError as trap:
            raise FaultyFileError((Fault(f"{file} ({name})", 0, str(trap), _SMALLER),)) from None
        except ExpatError:
            what = "This part of the workbook is damaged."
            fix = "Open it in a spreadsheet program and save it again as .xlsx."
            raise FaultyFileError((Fault(f"{file} ({name})", 0, what, fix),)) from None
        if name.endswith(_SHARED):
            shared = reading.texts


class _Reading:
    """One part, read without keeping it: how far its cells reach and how much text they show."""

    def __init__(self, shared: list[int]) -> None:
        self.texts: list[int] = []
        self.characters = 0
        self._shared = shared
        self._row = self._column = 0
        self._rows = self._columns = 0
        self._is_shared, self._value = False, ""
        self._inside = ""

    def read(self, data: bytes) -> None:
        """Raises _TrapError or ExpatError."""
        if b"\0" in data:
            raise _TrapError("A part of the workbook is not text in UTF-8.")
        parser = ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._declared
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(data, True)

    def _declared(self, *_facts: object) -> None:
        raise _TrapError("The workbook holds a declaration (DOCTYPE), which no spreadsheet program writes.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        if name == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column = 0
        elif name == "c":
            self._placed(attributes.get("r"))
            self._is_shared = attributes.get("t") == "s"
        elif name == "si":
            self.texts.append(0)
        self._inside, self._value = name, ""

    def _placed(self, place: str | None) -> None:
        self._column += 1
        if place is not None:
            found = _CELL.fullmatch(place)
            if not found:
                raise _TrapError("A cell has a place that there is not.")
            self._column, self._row = _column(found[1]), int(found[2])

    def _characters(self, text: str) -> None:
        if self._inside == "v":
            self._value += text
        if self.texts:
            self.texts[-1] += len(text)
        self.characters += len(text)

    def _end(self, name: str) -> None:
        name = name.rpartition(" ")[2]
        if name in ("v", "t", "f"):
            self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
            if self._rows * self._columns > MOST_CELLS:
                raise _TrapError("The sheet is too large.")
        if name == "v" and self._is_shared:
            place = _number(self._value, len(self._shared))
            self.characters += self._shared[place] if place < len(self._shared) else 0
        self._inside = ""


def _measured(characters: int) -> None:
    if characters > MOST_TEXT:
        raise _TrapError("The cells hold too much text.")


def _number(text: str | None, otherwise: int) -> int:
    digits = (text or "").strip()
    return int(digits) if re.fullmatch("[0-9]{1,9}", digits) else otherwise


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place
