"""Files that open as text whatever the words are, and that come back as the same answers."""

import csv
import io
from collections.abc import Callable
from zipfile import ZipFile

import openpyxl
import pytest

from surveys.exchange.exports.files import LONG, WIDE, as_csv, as_workbook, bare, guarded
from surveys.exchange.exports.reading import read_export
from surveys.exchange.exports.tables import Export
from surveys.faults import FaultyFileError
from tests.surveys.exchange.exports.gathered import PEOPLE, arrivals, gathered

HOSTILE = (
    '=HYPERLINK("http://example.org","x")', "=cmd()", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "'=1",
    "<script>alert(1)</script>", "&amp;<b>", "a\x00b", "\u202egnp.exe", "\u2066x", "🙂\u200d🙂", "_x0041_",
    "http://example.org", "a,b;c", 'say "hello"', "two\nlines", "{=1+1}",
)  # fmt: skip
Write = Callable[[Export, str], bytes]
EVERY = [(write, form) for write in (as_csv, as_workbook) for form in (WIDE, LONG)]


def cells_of(data: bytes) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]


@pytest.mark.parametrize(("write", "form"), EVERY)
def test_what_goes_out_comes_back_as_the_same_answers(write: Write, form: str) -> None:
    came = read_export(write(gathered(), form), arrivals(), "answers")
    assert came == PEOPLE


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("form", [WIDE, LONG])
def test_no_words_in_a_csv_file_can_be_a_formula(words: str, form: str) -> None:
    data = as_csv(gathered(words), form)
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\0" not in data
    assert not [cell for cell in cells_of(data) if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    shown = words.replace("\0", "\ufffd").replace("\r", "\ufffd")
    assert any(shown in cell for cell in cells_of(data))
    assert read_export(data, arrivals(words), "answers") == PEOPLE


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("form", [WIDE, LONG])
def test_every_cell_of_a_workbook_is_text_whatever_the_words_are(words: str, form: str) -> None:
    data = as_workbook(gathered(words), form)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["answers", "codebook"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    with ZipFile(io.BytesIO(data)) as box:
        sheets = [box.read(name) for name in box.namelist() if name.startswith("xl/worksheets/")]
    assert not [one for one in sheets if b"<f>" in one or b"hyperlink" in one]
    assert read_export(data, arrivals(words), "answers") == PEOPLE


def test_a_guarded_text_is_bare_again_and_a_whole_number_needs_no_guard() -> None:
    assert [guarded(text) for text in ("-5", "=1", "'=1", "a=1", "-a")] == ["-5", "'=1", "''=1", "a=1", "'-a"]
    assert [bare(guarded(text)) for text in ("-5", "=1", "'=1", "'a", "")] == ["-5", "=1", "'=1", "'a", ""]


def test_a_file_that_was_changed_is_refused_with_its_row() -> None:
    data = as_csv(gathered(), WIDE)
    for old, new, line in (
        (b"always,answered", b"sometime,answered", 2),
        (b"5,answered", b"8,answered", 2),  # seven days a week at most
        (b"pets walks,answered", b"pets cats,answered", 2),
        (b"never,answered", b"never,odd", 3),
        (b"2026-03,answered", b"2026-13,answered", 2),
    ):
        assert old in data
        with pytest.raises(FaultyFileError) as refused:
            read_export(data.replace(old, new, 1), arrivals(), "answers.csv")
        (fault,) = refused.value.faults
        assert (fault.file, fault.line) == ("answers.csv", line)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"name,age\r\nA,5\r\n", "No heading is the code of a question."),
        (b"wi1,wi1\r\nalways,always\r\n", "A heading is there more than once."),
        (
            b"set,question,answer,state\r\n1,zz9,always,answered\r\n",
            "“zz9” is not a question here, or comes twice.",
        ),
        (
            b"set,question,answer,state\r\n1,wi1,always,answered\r\n1,wi1,never,answered\r\n",
            "wi1 has more than one answer.",
        ),
    ],
)
def test_another_file_is_refused_in_words(data: bytes, what: str) -> None:
    with pytest.raises(FaultyFileError, match="Export the answers again") as refused:
        read_export(data, arrivals(), "answers.csv")
    assert refused.value.faults[0].what == what
