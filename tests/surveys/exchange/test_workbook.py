"""A workbook is read as text with the rows of its sheets; what is none, or a trap, is refused by name."""

import datetime as dt
import io
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from surveys.exchange import workbook
from surveys.exchange.records import Record
from surveys.exchange.workbook import read_workbook
from surveys.faults import FaultyFileError


def book(*rows: Sequence[object], title: str = "Sheet") -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def with_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The workbook with something changed in one of its parts."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as box, ZipFile(stream, "w", ZIP_DEFLATED) as changed:
        for part in box.namelist():
            text = box.read(part)
            if part == name:
                assert old in text
                text = text.replace(old, new)
            changed.writestr(part, text)
    return stream.getvalue()


def said(data: bytes) -> str:
    with pytest.raises(FaultyFileError) as caught:
        read_workbook(data, "sheet.xlsx")
    return str(caught.value)


def test_cells_are_text_and_rows_keep_their_numbers() -> None:
    day = dt.datetime(2026, 11, 28)  # noqa: DTZ001 - a spreadsheet knows no zones
    data = book(["a", None, 3, 2.5], [], [True, day, " سروس ", "=cmd()"], title="Ein taflen")
    (sheet,) = read_workbook(data, "sheet.xlsx")
    assert sheet.name == "Ein taflen"
    assert sheet.place == "sheet.xlsx, sheet “Ein taflen”"
    assert sheet.rows == (
        Record(1, ("a", "", "3", "2.5")),
        Record(3, ("TRUE", "2026-11-28", " سروس ", "")),  # a formula that was never worked out
    )


def test_what_is_no_workbook_is_named() -> None:
    assert said(b"") == "sheet.xlsx: This is not an Excel workbook. " + workbook._SAVE  # noqa: SLF001
    assert "an old Excel workbook, or one with a password" in said(b"\xd0\xcf\x11\xe0rest")
    assert "is a PDF" in said(b"%PDF-1.7")
    assert "is damaged" in said(b"PK\x03\x04rest")
    stream = io.BytesIO()
    with ZipFile(stream, "w") as box:
        box.writestr("letter.xml", "<a/>")
    assert "a zip file, but not an Excel workbook" in said(stream.getvalue())
    assert "larger than 10 MB" in said(b"PK" * 6_000_000)
    whole = book(["a"])
    assert "damaged" in said(whole[: len(whole) // 2])
    assert "damaged" in said(with_part(whole, "xl/worksheets/sheet1.xml", b"</row>", b""))


def test_a_bomb_is_stopped_before_it_is_unpacked() -> None:
    blown = with_part(book(["a"]), "xl/styles.xml", b"</styleSheet>", b" " * 120_000_000 + b"</styleSheet>")
    assert len(blown) < 1_000_000
    assert "Unpacked, the workbook is larger than 100 MB" in said(blown)


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>',
        b'<!DOCTYPE w SYSTEM "http://example.org/w.dtd">',
    ],
)
def test_a_declaration_is_refused_with_the_part_it_stands_in(declaration: bytes) -> None:
    made = with_part(book(["a"]), "xl/workbook.xml", b"<workbook", declaration + b"<workbook")
    assert said(made).startswith("sheet.xlsx (xl/workbook.xml): The workbook holds a declaration (DOCTYPE)")


def test_a_part_in_another_encoding_cannot_hide_a_declaration() -> None:
    hidden = "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE w><w/>".encode("utf-16")
    stream = io.BytesIO(book(["a"]))
    with ZipFile(stream, "a") as box:
        box.writestr("xl/more.xml", hidden)
    assert "xl/more.xml): A part of the workbook is not text in UTF-8" in said(stream.getvalue())


def test_one_far_cell_does_not_make_a_boundless_sheet() -> None:
    far = with_part(book(["a"]), "xl/worksheets/sheet1.xml", b'r="A1" ', b'r="XFD1048576" ')
    assert "xl/worksheets/sheet1.xml): The sheet is too large" in said(far)
    nowhere = with_part(book(["a"]), "xl/worksheets/sheet1.xml", b'r="A1" ', b'r="AAAA1" ')
    assert "a place that there is not" in said(nowhere)


def test_one_long_text_in_many_cells_is_refused() -> None:
    assert "hold too much text" in said(book(["x" * 30_000] * 100, *[["x" * 30_000] * 100] * 19))


def test_an_empty_but_coloured_far_cell_is_not_counted() -> None:
    made = with_part(book(["a"]), "xl/worksheets/sheet1.xml", b"</row>", b'<c r="XFD1" s="0"/></row>')
    (sheet,) = read_workbook(made, "sheet.xlsx")
    assert sheet.rows == (Record(1, ("a",)),)


def test_two_sheets_keep_their_order() -> None:
    made = openpyxl.Workbook()
    assert made.active is not None
    made.active["B2"] = "first"
    made.create_sheet("choices")["A1"] = "second"
    stream = io.BytesIO()
    made.save(stream)
    first, second = read_workbook(stream.getvalue(), "form.xlsx")
    assert first.rows == (Record(2, ("", "first")),)
    assert (second.name, second.rows) == ("choices", (Record(1, ("second",)),))
