"""Under which keys answers are sealed: chance to everybody but whoever holds the secret of the draft."""

import hmac
import secrets

LENGTH = 16


def withdrawal(secret: str) -> str:
    """What a sent draft carries, so that its sheet can be found by its secret while the round is open."""
    return hmac.digest(secret.encode(), b"take back", "sha256").hex()


def new_key() -> bytes:
    """A key by chance, that nobody can find again."""
    return secrets.token_bytes(LENGTH)


def sheet_key(secret: str) -> bytes:
    """The key of the sheet that is made from this draft."""
    return sealed_key(withdrawal(secret), "sheet")


def comment_key(secret: str, place: int) -> bytes:
    """The key of one of its comments."""
    return sealed_key(withdrawal(secret), f"comment {place}")


def sealed_key(carried: str, what: str) -> bytes:
    """The key that what a draft carries comes to; by chance for answers that carry nothing."""
    if not carried:
        return new_key()
    return hmac.digest(bytes.fromhex(carried), what.encode(), "sha256")[:LENGTH]
