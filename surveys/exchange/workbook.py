"""A spreadsheet's bytes as sheets of rows of text. What could be a trap is refused by name."""

import datetime as dt
import io
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from surveys.exchange.parts import MOST_CELLS, examined
from surveys.exchange.records import Record
from surveys.faults import Fault, FaultyFileError

MOST_BYTES = 10_000_000
"""Of the file as it comes."""
MOST_UNPACKED = 100_000_000
"""Of everything in it that is read."""
MOST_PARTS = 1_000

_SAVE = "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx)."
_KINDS = (
    (b"\xd0\xcf\x11\xe0", "This is an old Excel workbook, or one with a password."),
    (b"%PDF", "This is a PDF, not an Excel workbook."),
    (b"{\\rtf", "This is a word-processor document, not an Excel workbook."),
)
_READ = (".xml", ".rels")
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True)
class Sheet:
    """One sheet. `place` is how a fault names it; a record's line is the row of the sheet, from 1."""

    name: str
    place: str
    rows: tuple[Record, ...]


def read_workbook(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets of an XLSX in their order, without the rows that are blank.

    A number without a part after the point is its digits, a date is as in 2026-11-28,
    a formula what it last came to. Raises FaultyFileError for what is not an
    XLSX, is too large as it comes or unpacked, or holds a declaration (DOCTYPE),
    which could ask for other files.
    """
    try:
        parts = _parts(data, file)
        with CalamineWorkbook.from_filelike(_packed(parts)) as book:
            return tuple(_sheets(book, file))
    except (BadZipFile, CalamineError, NotImplementedError, RuntimeError, OSError, EOFError):
        # Unreadable in some way of a zip's own: a wrong check sum, a password, a method that is not known.
        raise _refused(file, "The workbook is damaged.", _SAVE) from None


def _refused(file: str, what: str, fix: str) -> FaultyFileError:
    return FaultyFileError((Fault(file, 0, what, fix),))


def _parts(data: bytes, file: str) -> dict[str, bytes]:
    """The parts that are read, unpacked and looked through."""
    if len(data) > MOST_BYTES:
        raise _refused(file, "The file is larger than 10 MB.", "Take out pictures, or split it.")
    for sign, what in _KINDS:
        if data.startswith(sign):
            raise _refused(file, what, _SAVE)
    if not data.startswith(b"PK"):
        raise _refused(file, "This is not an Excel workbook.", _SAVE)
    with ZipFile(io.BytesIO(data)) as box:
        names = [name for name in box.namelist() if name.casefold().endswith(_READ)]
        if _WORKBOOK not in names:
            raise _refused(file, "This is a zip file, but not an Excel workbook.", _SAVE)
        parts = _unpacked(box, names, file)
    examined(parts, file)
    return parts


def _unpacked(box: ZipFile, names: list[str], file: str) -> dict[str, bytes]:
    """What the box says of sizes is not believed: reading stops where it is too much."""
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for name in names[: MOST_PARTS + 1]:
        with box.open(name) as stream:
            parts[name] = stream.read(left + 1)
        left -= len(parts[name])
        if left < 0 or len(parts) > MOST_PARTS:
            what = "Unpacked, the workbook is larger than 100 MB."
            raise _refused(file, what, "Take out what is not needed, or split it.")
    return parts


def _packed(parts: dict[str, bytes]) -> io.BytesIO:
    """A box with these parts and no others, so that what was looked through is what is read."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as box:
        for name, part in parts.items():
            box.writestr(name, part)
    stream.seek(0)
    return stream


def _sheets(book: CalamineWorkbook, file: str) -> list[Sheet]:
    sheets = []
    left = MOST_CELLS
    for about in book.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        left -= (sheet.total_height or 0) * (sheet.total_width or 0)
        if left < 0:
            raise _refused(
                file, "The sheets are too large.", "Delete the rows and columns that are not used."
            )
        rows = (
            Record(number, tuple(map(_text, cells)))
            for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1)
        )
        kept = tuple(row for row in rows if any(cell and not cell.isspace() for cell in row.cells))
        sheets.append(Sheet(about.name, f"{file}, sheet “{about.name}”", kept))
    return sheets


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
