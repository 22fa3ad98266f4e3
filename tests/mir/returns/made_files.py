"""Files of every kind that is kept, and files that only look like one."""

import io
import struct
import zipfile
import zlib

WORD = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": b"<document/>",
}
SHEET = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}
TEXT = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "content.xml": b"<office/>",
    "META-INF/manifest.xml": b"<manifest/>",
}
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x0b\x08\x00\x02\x00\x02\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\x34\xff\xd9"
)


def archive(parts: dict[str, bytes], comment: bytes = b"") -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
        made.comment = comment
    return out.getvalue()


def png(width: int = 2, height: int = 2, *, spoilt: bool = False) -> bytes:
    """A PNG that says it is this large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\0\0" * 2)
    pieces = (_piece(b"IHDR", head), _piece(b"IDAT", pixels), _piece(b"IEND", b""))
    made = b"\x89PNG\r\n\x1a\n" + b"".join(pieces)
    return made.replace(pixels, pixels[:-1] + b"\x07") if spoilt else made


def _piece(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def bomb() -> bytes:
    """A document of 100 kB whose one part is 100 MB once it is unpacked."""
    return archive({**WORD, "word/media/a.png": b"\0" * 100_000_000})


def lying_bomb() -> bytes:
    """The same, with a part that says it is small."""
    made = bytearray(archive({**WORD, "word/media/a.png": b"\0" * 1_000_000}))
    for sign, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = made.rfind(sign)
        struct.pack_into("<I", made, at + offset, 10)
    return bytes(made)
