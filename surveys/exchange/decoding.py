"""The bytes of a file as text: UTF-8, or UTF-16 that says so; anything else is named and refused."""

import codecs
import re

from surveys.faults import Fault, FaultyFileError

MOST_BYTES = 10_000_000

_SAVE = "In Excel, choose “Save as”, then “CSV UTF-8 (Comma delimited)”."
_KINDS = (
    (b"PK\x03\x04", "This is an Excel workbook or a zip file, not a CSV file."),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel workbook, not a CSV file."),
    (b"%PDF", "This is a PDF, not a CSV file."),
    (b"{\\rtf", "This is a word-processor document, not a CSV file."),
    (b"\x1f\x8b", "This is a compressed file, not a CSV file."),
)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")


def decoded(data: bytes, file: str) -> str:
    """The text in a file. Raises FaultyFileError with the first line that is not text, and how to save it."""
    _refuse_other_kinds(data, file)
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        what = (
            f"This line is not readable text: byte {data[error.start]:02X} (hexadecimal) has no meaning here."
        )
        raise _refused(file, line, what, _SAVE) from None
    strange = _NOT_TEXT.search(text)
    if strange:
        line = text.count("\n", 0, strange.start()) + 1
        raise _refused(file, line, "This line holds signs that are not text.", _SAVE)
    if not text.strip():
        raise _refused(file, 0, "The file is empty.", "Export the answers again.")
    return text


def _refuse_other_kinds(data: bytes, file: str) -> None:
    if len(data) > MOST_BYTES:
        raise _refused(file, 0, "The file is larger than 10 MB.", "Split it into several files.")
    for sign, what in _KINDS:
        if data.startswith(sign):
            raise _refused(file, 0, what, f"Open it and save it as CSV. {_SAVE}")


def _refused(file: str, line: int, what: str, fix: str) -> FaultyFileError:
    return FaultyFileError((Fault(file, line, what, fix),))
