"""Boxes: values that lie in the database encrypted, under a key that is not in the database."""

import json
import secrets
import zlib
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator

from mir.errors import RefusalError

SMALLEST, STEP = 2_048, 4
"""A box holds 2, 8, 32 … thousand bytes, so that its size does not tell who wrote much."""
_NONCE = 12
_EXTRA = _NONCE + 16
_FILE = b"file"
"""Said with every file, so that no file can be put in the place of a value."""

Value = dict[str, Any]


class LockedError(RefusalError, DontWrapMixin):
    """A box cannot be opened or shut here. SQLAlchemy would put what is inside into its own error."""


class Boxes:
    """Shuts values and opens them, with a key made from the site's secret."""

    def __init__(self, secret: str) -> None:
        self._cipher = AESGCM(HKDF(SHA256(), 32, None, b"mir boxes 1").derive(secret.encode()))

    def shut(self, value: Value) -> bytes:
        """The value encrypted and padded. Twice the same value never looks alike."""
        plain = zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
        room = SMALLEST
        while room < len(plain) + _EXTRA:
            room *= STEP
        nonce = secrets.token_bytes(_NONCE)
        # What stands after the end of a compressed stream is not part of it.
        return nonce + self._cipher.encrypt(nonce, plain.ljust(room - _EXTRA, b"\0"), None)

    def open(self, box: bytes) -> Value:
        """The value. Raises LockedError where it was shut with another secret, or is damaged."""
        try:
            plain = self._cipher.decrypt(box[:_NONCE], box[_NONCE:], None)
        except InvalidTag as error:
            raise LockedError(
                "Some answers wait under another MIR_SECRET_KEY than the one in use. Nothing is lost: "
                "start with the earlier key again."
            ) from error
        value: Value = json.loads(zlib.decompressobj().decompress(plain))
        return value

    def shut_bytes(self, content: bytes) -> bytes:
        """A file encrypted as it is: nobody's answers, so its size may be seen."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, content, _FILE)

    def open_bytes(self, box: bytes) -> bytes:
        """The file. Raises LockedError where it was shut with another secret, or is damaged."""
        try:
            return self._cipher.decrypt(box[:_NONCE], box[_NONCE:], _FILE)
        except InvalidTag as error:
            raise LockedError(
                "This file lies under another MIR_SECRET_KEY than the one in use, or is damaged. "
                "Start with the earlier key again."
            ) from error


class Boxed(TypeDecorator[Value]):
    """A column that lies in the database as a box. The dialect of each store carries its own boxes."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Value | None, dialect: Dialect) -> bytes | None:
        """The box that is stored."""
        return None if value is None else _boxes(dialect).shut(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Value | None:
        """The value that was stored."""
        return None if value is None else _boxes(dialect).open(value)


class BoxedBytes(TypeDecorator[bytes]):
    """A column of whole files, each encrypted in one piece."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """The box that is stored."""
        return None if value is None else _boxes(dialect).shut_bytes(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """The file that was stored."""
        return None if value is None else _boxes(dialect).open_bytes(bytes(value))


def give(dialect: Dialect, secret: str) -> None:
    """Let this store shut and open boxes."""
    dialect.mir_boxes = Boxes(secret) if secret else None  # type: ignore[attr-defined]


def _boxes(dialect: Dialect) -> Boxes:
    found: Boxes | None = getattr(dialect, "mir_boxes", None)
    if found is None:
        raise LockedError(
            "Answers that wait can only be read with MIR_SECRET_KEY. "
            "Set it to the same secret as where the site runs."
        )
    return found
