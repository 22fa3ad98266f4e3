"""The link that makes a tablet a shared one, and the keys that lock what such a tablet sends."""

import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from sqlalchemy import select

from mir.db import Store
from mir.errors import NotAllowedError, NotFoundError
from mir.respond.drafts import digest
from mir.respond.models import Tablet
from mir.respond.refusals import ClosedError
from mir.rounds.models import Round, RoundState


class TakenBackError(NotAllowedError):
    """The link of this tablet works no more."""

    heading = "This tablet has no link any more"
    sentence = "Ask the manager for a new link, and open it on this tablet. Answers that wait here are kept."


@dataclass(frozen=True)
class Lock:
    """The round of a shared tablet, and the key that opens what it sends."""

    round_id: str
    key: EllipticCurvePrivateKey

    @property
    def public(self) -> bytes:
        """What the tablet locks answers with: a point, 65 bytes. It opens nothing."""
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def make_link(store: Store, round_id: str) -> str:
    """The secret of a new link, in place of the one before. Raises ClosedError for a closed round.

    The key stays the same, so that what waits on a tablet can be sent with the new link.
    """
    secret = secrets.token_urlsafe(24)
    with store.writing() as session:
        round_ = session.get(Round, round_id, with_for_update={"key_share": True})
        if round_ is None:
            raise NotFoundError
        if round_.state != RoundState.OPEN:
            raise ClosedError
        row = session.get(Tablet, round_id)
        if row is None:
            session.add(Tablet(round_id=round_id, digest=digest(secret), box={"key": _new_key()}))
        else:
            row.digest = digest(secret)
    return secret


def take_link_back(store: Store, round_id: str) -> None:
    """The link works no more: no tablet can start or send with it."""
    with store.writing() as session:
        row = session.get(Tablet, round_id)
        if row is not None:
            row.digest = None


def has_link(store: Store, round_id: str) -> bool:
    """Whether there is a link that works."""
    with store.reading() as session:
        return bool(session.scalar(select(Tablet.digest).where(Tablet.round_id == round_id)))


def lock(store: Store, secret: str) -> Lock:
    """What this link leads to. Raises TakenBackError where it was taken back, or its round has closed."""
    with store.reading() as session:
        row = session.scalar(select(Tablet).where(Tablet.digest == digest(secret)))
        if row is None:
            raise TakenBackError
        key = load_pem_private_key(row.box["key"].encode(), None)
        assert isinstance(key, EllipticCurvePrivateKey)  # noqa: S101 - we made it
        return Lock(row.round_id, key)


def _new_key() -> str:
    made = generate_private_key(SECP256R1())
    return made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
