"""Whether a file may be kept as evidence: found out from what is in it, never from its name alone."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mir.errors import RefusalError
from mir.returns.pictures import is_jpeg, is_png
from mir.returns.zipped import document_kind

MEGABYTE = 1_000_000
MOST_BYTES = 10 * MEGABYTE
MOST_OF_A_RETURN = 100 * MEGABYTE
LONGEST_NAME = 120

KINDS: Mapping[str, tuple[str, str]] = {
    "pdf": ("PDF", "application/pdf"),
    "png": ("picture", "image/png"),
    "jpg": ("picture", "image/jpeg"),
    "docx": ("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("spreadsheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "odt": ("document", "application/vnd.oasis.opendocument.text"),
    "txt": ("text", "text/plain"),
}
"""What may be kept: the words for it, and how it is sent."""
ACCEPTED = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.txt"
OFFERED = "PDF, PNG, JPEG, DOCX, XLSX, ODT or plain text"

_DISGUISE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Characters that are not seen, among them those that turn the direction of writing round."""


@dataclass(frozen=True)
class Kept:
    """A file that may be kept."""

    name: str
    kind: str
    content: bytes


def checked(name: str, content: bytes) -> Kept:
    """The file as it may be kept. Raises RefusalError with what is wrong and what to do."""
    shown = safe_name(name)
    if not content:
        raise RefusalError(f"“{shown}” is empty. Choose another file.")
    if len(content) > MOST_BYTES:
        raise RefusalError(
            f"“{shown}” is larger than {MOST_BYTES // MEGABYTE} MB. Make it smaller, or add a link to it."
        )
    ending = shown.rpartition(".")[2].lower() if "." in shown else ""
    ending = {"jpeg": "jpg"}.get(ending, ending)
    if ending not in KINDS:
        raise RefusalError(f"“{shown}” is not one of the kinds we keep. Save it as {OFFERED}.")
    if not _IS[ending](content):
        words = KINDS[ending][0]
        raise RefusalError(
            f"“{shown}” is not a {words} inside, or it is damaged or holds more than it says. "
            f"Save it again as {OFFERED}."
        )
    return Kept(shown, ending, content)


def safe_name(name: str) -> str:
    """The name without folders and without what cannot be seen; it is only ever shown, never opened."""
    last = re.split(r"[\\/]", name)[-1]
    seen = "".join(one for one in last if unicodedata.category(one) not in _DISGUISE)
    seen = re.sub(r"\s+", " ", seen).strip(" .")
    stem, dot, ending = seen.rpartition(".")
    if len(seen) > LONGEST_NAME:
        seen = f"{stem[: LONGEST_NAME - 6]}…{dot}{ending[:5]}"
    return seen or "file"


def _is_pdf(content: bytes) -> bool:
    # A file that is a PDF at its beginning and an archive at its end is refused.
    begins = re.match(rb"%PDF-[12]\.\d", content)
    return bool(begins) and b"%%EOF" in content[-2_048:] and b"PK\x05\x06" not in content[-66_000:]


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    odd = any(unicodedata.category(one) == "Cc" and one not in "\t\n\r\f" for one in text)
    return not odd and not text.lstrip().startswith(("<", "%!PS", "%PDF", "{\\rtf", "#!"))


_IS: Mapping[str, Callable[[bytes], bool]] = {
    "pdf": _is_pdf,
    "png": is_png,
    "jpg": is_jpeg,
    "docx": lambda content: document_kind(content) == "docx",
    "xlsx": lambda content: document_kind(content) == "xlsx",
    "odt": lambda content: document_kind(content) == "odt",
    "txt": _is_text,
}
