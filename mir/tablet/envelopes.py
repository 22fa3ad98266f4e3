"""Envelopes: a finished set of answers as a tablet keeps and sends it, which only this site can open."""

import base64
import binascii
import json
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import ECDH, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from mir.errors import RefusalError
from mir.tablet.links import Lock

ABOUT = b"mir tablet 1 "
"""What the key is for, with the round after it: answers locked for one round open in no other."""
_NONCE = 12


class UnreadableError(RefusalError):
    """What came is not a set of answers of this round."""

    status = 422
    heading = "These answers could not be read"
    sentence = "They are damaged, or they are for another round. They stay on the tablet."


def opened(lock: Lock, envelope: object) -> dict[str, Any]:
    """What is in the envelope. Raises UnreadableError for anything that no tablet of this round has made."""
    try:
        parts = {name: _bytes(envelope, name) for name in ("public", "nonce", "box")}
        shared = lock.key.exchange(
            ECDH(), EllipticCurvePublicKey.from_encoded_point(SECP256R1(), parts["public"])
        )
        about = ABOUT + lock.round_id.encode()
        key = HKDF(SHA256(), 32, parts["public"], about).derive(shared)
        found = json.loads(AESGCM(key).decrypt(parts["nonce"], parts["box"], None))
    except (InvalidTag, ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableError from error
    if not isinstance(found, dict):
        raise UnreadableError
    return found


def _bytes(envelope: object, name: str) -> bytes:
    value = envelope[name] if isinstance(envelope, dict) else None
    if not isinstance(value, str):
        raise UnreadableError
    try:
        found = base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise UnreadableError from error
    if name == "nonce" and len(found) != _NONCE:
        raise UnreadableError
    return found
