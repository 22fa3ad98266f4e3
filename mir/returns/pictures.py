"""Whether bytes are one whole PNG or JPEG and nothing else."""

import struct
import zlib

_PNG = b"\x89PNG\r\n\x1a\n"
_CHUNK = 12
MOST_PIXELS = 100_000_000
"""More than this is a trap for whoever opens it."""
_ALONE = {0x01, *range(0xD0, 0xD8)}
_SCAN = 0xDA
_ENDS = (b"\xff\xd9", b"SEFT")
"""The end of a picture, and the mark that some phones write after it."""
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def is_png(content: bytes) -> bool:
    """Whether these are a PNG whose every piece is whole, with nothing after its end."""
    if not content.startswith(_PNG):
        return False
    at, names = len(_PNG), []
    while at + _CHUNK <= len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        end = at + _CHUNK + length
        if end > len(content):
            return False
        (sum_kept,) = struct.unpack_from(">I", content, end - 4)
        if zlib.crc32(content[at + 4 : end - 4]) != sum_kept:
            return False
        names.append(name)
        at = end
        if name == b"IEND":
            break
    whole = at == len(content) and len(names) > 2 and names[0] == b"IHDR" and b"IDAT" in names  # noqa: PLR2004
    return whole and _fits(*struct.unpack_from(">II", content, len(_PNG) + 8))


def is_jpeg(content: bytes) -> bool:
    """Whether these are a JPEG: segments that follow on one another, a scan, and an end, no archive."""
    if not content.startswith(b"\xff\xd8\xff") or b"PK\x05\x06" in content[-66_000:]:
        return False
    at, framed = 2, False
    while at + 4 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 - the sign of a segment
        mark = content[at + 1]
        if mark == 0xFF or mark in _ALONE:  # noqa: PLR2004 - a filling
            at += 1 if mark == 0xFF else 2  # noqa: PLR2004
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        if mark in _FRAMES and at + 9 <= len(content):
            framed = _fits(*struct.unpack_from(">HH", content, at + 5))
        at += 2 + length
        if mark == _SCAN:
            return framed and content.rstrip(b"\0\r\n").endswith(_ENDS)
    return False


def _fits(one: int, other: int) -> bool:
    return 0 < one * other <= MOST_PIXELS
