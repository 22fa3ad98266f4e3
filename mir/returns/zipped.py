"""Which kind of office document an archive is, if it is one that can be opened without harm."""

import io
import zipfile
import zlib

MOST_PARTS = 2_000
MOST_INSIDE = 80_000_000
"""Bytes of all parts together once they are unpacked."""
_ENCRYPTED = 0x1
_PIECE = 1 << 16
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_ODT = b"application/vnd.oasis.opendocument.text"


def document_kind(content: bytes) -> str | None:
    """`docx`, `xlsx` or `odt`; None for any other archive, and for one that is damaged or might do harm."""
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if not _in_order(content, archive, parts) or not _unpacks(archive, parts):
                return None
            return _kind(archive, {part.filename for part in parts})
    except _FAULTS:
        return None


def _in_order(content: bytes, archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> bool:
    """Nothing before or after it, no part twice or over another, none with a strange name or a lock."""
    names = [part.filename for part in parts]
    return (
        content[-22:-18] == b"PK\x05\x06"  # its end is the file's end
        and not archive.comment
        and 0 < len(parts) <= MOST_PARTS
        and len(set(names)) == len(names)
        and not any(_strange(name) for name in names)
        and not any(part.flag_bits & _ENCRYPTED for part in parts)
        and min(part.header_offset for part in parts) == 0
        and sum(part.compress_size for part in parts) <= len(content)
        and sum(part.file_size for part in parts) <= MOST_INSIDE
    )


def _strange(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _unpacks(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> bool:
    """Whether every part is what it says: reading stops at the size it told, and its sum must be right."""
    for part in parts:
        with archive.open(part) as stream:
            while stream.read(_PIECE):
                pass
    return True


def _kind(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    if any(name.lower().endswith(("vbaproject.bin", ".exe", ".dll", ".js", ".vbs")) for name in names):
        return None
    if "mimetype" in names:
        odt = archive.read("mimetype") == _ODT and {"content.xml", "META-INF/manifest.xml"} <= names
        return "odt" if odt else None
    if "[Content_Types].xml" not in names or b"macroEnabled" in archive.read("[Content_Types].xml"):
        return None
    main = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
    found = [kind for name, kind in main.items() if name in names]
    return found[0] if len(found) == 1 else None
