"""The rows of a form as it comes in, by heading; what is in its way as a sheet is refused whole."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from babel import Locale

from surveys.exchange.records import Record
from surveys.exchange.words import alike, quoted
from surveys.exchange.workbook import Sheet, read_workbook
from surveys.exchange.xlsforms.layout import CHOICES, OURS, SETTINGS, SURVEY
from surveys.faults import Fault, FaultyFileError
from surveys.framework import SOURCE_LANGUAGE

_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TAGGED = re.compile(r".*\(\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*\)")
_WORDED = frozenset({"label", "hint", "guidance_hint"})
_TRANSLATED = _WORDED | {"constraint_message", "required_message", "image", "audio", "video", "big-image"}
_ALIASES: Mapping[str, str] = {
    "caption": "label",
    "relevance": "relevant",
    "constraining_message": "constraint_message",
    "requiredmsg": "required_message",
    "calculate": "calculation",
    "read_only": "readonly",
    "count": "repeat_count",
    "list": "list_name",
    "media": "image",
    "title": "form_title",
    "set_form_title": "form_title",
    "set_form_id": "form_id",
}
_CHOICE_NAME = {"value": "name"}
_FILES = "The choices or lists on this sheet are not read."
_OTHER_SHEETS: Mapping[str, tuple[str, str]] = {
    "external_choices": (_FILES, "Write them on the sheet “choices”."),
    "entities": ("Entities are kept from form to form; nothing here is.", "There is nothing to do."),
    "osm": ("Map tags are not asked here.", "Ask with answers to choose from."),
}


@dataclass(frozen=True, order=True)
class Note:
    """Something of a form that was left out or became something else: where, what, and what to do."""

    sheet: str
    row: int
    what: str
    fix: str

    def __str__(self) -> str:
        return f"Sheet “{self.sheet}”, row {self.row}: {self.what} {self.fix}"


@dataclass(frozen=True)
class Line:
    """One row. `cells` are by heading: “label::cy” for words, whatever the sheet calls Welsh."""

    sheet: str
    number: int
    cells: Mapping[str, str]

    def get(self, heading: str) -> str:
        """The cell under a heading; empty where there is none."""
        return self.cells.get(heading, "")

    def note(self, what: str, fix: str) -> Note:
        """A note on this row."""
        return Note(self.sheet, self.number, what, fix)


@dataclass
class Form:
    """A form's sheets. `ours` says what XLSForm has no place for; it is empty in others' forms."""

    file: str
    rows: tuple[Line, ...] = ()
    choices: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    ours: Mapping[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def place(self, sheet: str) -> str:
        """How a fault names a sheet."""
        return f"{self.file}, sheet “{sheet}”"

    def refused(self, line: Line, what: str, fix: str) -> FaultyFileError:
        """The refusal of the whole form because of one row."""
        return FaultyFileError((Fault(self.place(line.sheet), line.number, what, fix),))


def read_form(data: bytes, file: str) -> Form:
    """The form in an XLSX. Raises FaultyFileError for what is no form, or has a heading or a choice twice."""
    sheets: dict[str, Sheet] = {}
    for sheet in read_workbook(data, file):
        sheets.setdefault(alike(sheet.name), sheet)
    form = Form(file)
    if SURVEY not in sheets:
        what = "The workbook has no sheet “survey”, so it is not an XLSForm."
        raise FaultyFileError((Fault(file, 0, what, "Name the sheet with the questions “survey”."),))
    reader = _Reader(form)
    form.ours = _named(reader.lines(sheets.get(OURS)))
    settings = reader.lines(sheets.get(SETTINGS))
    form.settings = dict(settings[0].cells) if settings else {}
    reader.language = tag_of(form.settings.get("default_language", "")) or SOURCE_LANGUAGE
    form.rows = reader.lines(sheets[SURVEY])
    if not any(line.get("type") for line in form.rows):
        what = "The sheet “survey” has no row with a “type”, so there is nothing to ask."
        raise FaultyFileError((Fault(form.place(SURVEY), 1, what, "Give each question a row and a type."),))
    form.choices = _lists(form, reader.lines(sheets.get(CHOICES)))
    for name, sheet in sheets.items():
        if name in _OTHER_SHEETS:
            form.notes.append(Note(sheet.name, 1, *_OTHER_SHEETS[name]))
    return form


def tag_of(language: str) -> str | None:
    """The tag of a language as a form names it, “Welsh (cy)” or “Welsh”; None where we do not know it."""
    tagged = _TAGGED.fullmatch(language)
    if tagged:
        base, dash, rest = tagged[1].partition("-")
        return base.lower() + dash + rest
    name = language.strip().casefold()
    return name if name in set(_languages().values()) else _languages().get(name)


@cache
def _languages() -> dict[str, str]:
    own = {"cymraeg": "cy", "français": "fr", "español": "es", "polski": "pl", "اردو": "ur", "العربية": "ar"}
    english = {name.casefold(): tag for tag, name in Locale("en").languages.items() if "_" not in tag}
    return english | own


class _Reader:
    """Reads the sheets of one form. `language` is that of words whose heading names none."""

    def __init__(self, form: Form) -> None:
        self._form, self.language = form, SOURCE_LANGUAGE

    def lines(self, sheet: Sheet | None) -> tuple[Line, ...]:
        """The rows under the headings of a sheet."""
        if sheet is None or not sheet.rows:
            return ()
        head, *rows = sheet.rows
        name = alike(sheet.name)
        headings = [self._heading(name, cell, head.line) for cell in head.cells]
        self._refuse_twice(sheet, head, headings)
        return tuple(self._line(name, headings, row) for row in rows)

    def _refuse_twice(self, sheet: Sheet, head: Record, headings: Sequence[str]) -> None:
        counted = Counter(heading for heading in headings if heading)
        twice = [
            cell
            for cell, heading in zip(head.cells, headings, strict=True)
            if heading and counted[heading] > 1
        ]
        if twice:
            what = f"The heading {quoted(twice[-1])} is there twice."
            place = self._form.place(sheet.name)
            raise FaultyFileError((Fault(place, head.line, what, "Keep one of the two columns."),))

    def _heading(self, sheet: str, cell: str, row: int) -> str:
        text = cell.strip()
        if text.startswith("mir_") or sheet == OURS:
            return text
        text = re.sub(r"^media\s*::?\s*", "", text, flags=re.IGNORECASE)
        part, _, language = (text if "::" in text else text.replace(":", "::", 1)).partition("::")
        part = re.sub(r"[\s_]+", "_", part.strip().lower()).replace("big_image", "big-image")
        part = _ALIASES.get(part, part)
        part = _CHOICE_NAME.get(part, part) if sheet == CHOICES else part
        if part not in _TRANSLATED:
            return f"{part}::{language.strip()}" if language else part
        tag = tag_of(language) if language else self.language
        if tag is None:
            what = f"We do not know the language {quoted(language)}, so its words are left out."
            fix = "Write its tag behind it, as in “Welsh (cy)”."
            self._form.notes.append(Note(sheet, row, what, fix))
            return ""
        return f"{part}::{tag}"

    def _line(self, sheet: str, headings: Sequence[str], row: Record) -> Line:
        cells = {}
        for heading, cell in zip(headings, row.cells, strict=False):
            text = _STRANGE.sub("", cell).strip()
            if heading and text:
                cells[heading] = text
        if any(_STRANGE.search(cell) for cell in row.cells):
            what = "This row held signs that are not text; they were taken out."
            self._form.notes.append(Note(sheet, row.line, what, "Read the row again."))
        return Line(sheet, row.line, cells)


def _named(lines: Iterable[Line]) -> dict[str, str]:
    return {line.get("name"): line.get("value") for line in lines if line.get("name")}


def _lists(form: Form, lines: Iterable[Line]) -> dict[str, tuple[Line, ...]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        name = line.get("name")
        if name and not line.get("list_name"):
            what = f"The choice {quoted(name)} names no list, so it is left out."
            fix = "Write its list. Cells that are merged count for their first row only."
            form.notes.append(line.note(what, fix))
            continue
        listed = found.setdefault(line.get("list_name"), [])
        if name and any(one.get("name") == name for one in listed):
            what = f"The choice {quoted(name)} is there twice in the list {quoted(line.get('list_name'))}."
            raise form.refused(line, what, "Give each choice its own name.")
        listed.append(line)
    return {
        name: tuple(line for line in found_lines if line.get("name")) for name, found_lines in found.items()
    }


def languages_of(lines: Iterable[Line]) -> Iterator[str]:
    """The languages in which there are labels, each once."""
    seen: dict[str, None] = {}
    for line in lines:
        for heading in line.cells:
            part, _, tag = heading.partition("::")
            if part == "label" and tag:
                seen.setdefault(tag)
    yield from seen
