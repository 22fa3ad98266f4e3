"""A tablet as the site meets it: it locks a letter as tablet-keeping.js does, and sends it."""

import base64
import json
import secrets
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

KEY = "k" * 43
Letter = dict[str, Any]


def letter(**changed: Any) -> Letter:  # noqa: ANN401 - a hostile letter holds anything
    """One person's answers."""
    return {
        "key": KEY, "voice": "person", "language": "en", "presentation": "standard",
        "fields": {"aa1": [["answer", "agree"], ["comment", "Good tea"]]}, "help": "none", "helper": None,
    } | changed  # fmt: skip


def locked(found: object, round_id: str, public: bytes) -> dict[str, str]:
    """The envelope."""
    ours = generate_private_key(SECP256R1())
    point = ours.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = ours.exchange(ECDH(), EllipticCurvePublicKey.from_encoded_point(SECP256R1(), public))
    key = HKDF(SHA256(), 32, point, b"mir tablet 1 " + round_id.encode()).derive(shared)
    nonce = secrets.token_bytes(12)
    box = AESGCM(key).encrypt(nonce, json.dumps(found).encode(), None)
    return {
        name: base64.b64encode(part).decode()
        for name, part in (("public", point), ("nonce", nonce), ("box", box))
    }
