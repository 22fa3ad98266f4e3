"""Files that are not CSV or too large are named and refused before anything is read."""

import pytest

from surveys.exchange import records
from tests.surveys.exchange.example import faults, read


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "0: The file is empty."),
        (b" \r\n\r\n", "0: The file is empty."),
        (b"PK\x03\x04rest", "0: This is an Excel workbook or a zip file, not a CSV file."),
        (b"\xd0\xcf\x11\xe0rest", "0: This is an old Excel workbook, not a CSV file."),
        (b"%PDF-1.7", "0: This is a PDF, not a CSV file."),
        (b"wi1\n1\n\0\n", "3: This line holds signs that are not text."),
        (
            b"wi1,comment wi\n1,caf\xe9\n",
            "2: This line is not readable text: byte E9 (hexadecimal) has no meaning here.",
        ),
        ("wi1\n1".encode("utf-16-le"), "1: This line holds signs that are not text."),
        (b"x" * 10_000_001, "0: The file is larger than 10 MB."),
        (b"x" * 200_001, "1: The first line is too long to be a row of headings."),
        (b"wi1" + b"," * 1000, "1: This row has 1001 cells; the most that can be read is 1000."),
        (b'wi1\n1\n"2\n3\n', "3: A quotation mark opens here and is never closed."),
        (b'wi1\n1\n"2"3\n', "3: The quotation marks in this row do not fit together."),
        (
            b'wi1\n"' + b"x\n" * 100_000,
            "2: A cell that begins here is far too long. A quotation mark may be open.",
        ),
        (b'"wi1', "1: A quotation mark opens here and is never closed."),
        (b",,\n , \n", "1: None of the columns is a question of this survey."),
    ],
    ids=range(16),
)
def test_what_is_not_a_csv_file_is_named_and_refused(data: bytes, said: str) -> None:
    assert faults(data) == [said]


def test_faults_before_the_point_where_reading_ends_are_told_too() -> None:
    assert faults('wi1\n9\n"1\n') == [
        "2: Column “wi1”: “9” is not a whole number from 1 to 3.",
        "3: A quotation mark opens here and is never closed.",
    ]


def test_a_file_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST_ROWS", 3)
    assert faults("wi1\n1\n1\n1\n1\n") == ["0: The file has more than 200,000 rows."]
    assert len(read("wi1\n1\n1\n1\n").rows) == 3
    # Five lines, but three rows: a cell holds the line breaks.
    assert len(read('wi1,comment wi\n1,"a\nb\nc"\n1,\n1,\n').rows) == 3
    assert faults("wi1\n" + "1\n" * 3 + "x" * 200_000)[0].startswith("5: A cell that begins here")
