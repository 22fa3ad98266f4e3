"""Passwords: Argon2 keeps them, and a few rules refuse the ones that are guessed first."""

import re
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 200
FEW = 5
"""A password needs at least so many different characters."""
_COMMON = (
    "password", "passwort", "passw0rd", "qwerty", "qwertz", "azerty", "letmein", "welcome", "iloveyou",
    "123456", "654321", "abcdef", "abc123", "admin", "changeme", "secret", "sunshine", "princess",
    "football", "liverpool", "makingitreal", "hello",
)  # fmt: skip
"""Beginnings that are tried first. What is left without them must still be long enough to count."""
_LEFT = 6
HASHER = PasswordHasher()


def problem(password: str, *about: str) -> str:
    """What is wrong with a new password, or nothing. `about` are the person's own name and address."""
    if len(password) < SHORTEST:
        return f"Use at least {SHORTEST} characters. Three or four words that you can remember will do."
    if len(password) > LONGEST:
        return f"Use at most {LONGEST} characters."
    folded = _folded(password)
    if len(set(password)) < FEW or len(_without_common(password)) < _LEFT:
        return "Many people use this one or one much like it, so it is guessed first. Choose another."
    own = [part for one in about for part in re.split(r"[^\w]+", one.casefold()) if len(part) > 3]  # noqa: PLR2004
    if any(_folded(part) in folded for part in own):
        return "Leave your name and your address out of it: they are guessed first."
    return ""


def hashed(password: str) -> str:
    """What is kept in place of the password."""
    return HASHER.hash(_normal(password))


def matches(kept: str | None, password: str) -> bool:
    """Whether this is the password. It takes as long where none is kept, so that the wait tells nothing."""
    try:
        HASHER.verify(kept or _nobodys(), _normal(password[:LONGEST]))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_dated(kept: str) -> bool:
    """Whether it was kept under weaker settings than today's."""
    return HASHER.check_needs_rehash(kept)


@cache
def _nobodys() -> str:
    return HASHER.hash("the password of nobody")


def _normal(password: str) -> str:
    # The same letters typed on another keyboard may come as other code points.
    return unicodedata.normalize("NFKC", password)


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _without_common(password: str) -> str:
    left = re.sub(r"[\s_]+", "", password.casefold())
    for one in _COMMON:
        left = left.replace(one, "")
    return re.sub(r"^\d+|\d+$", "", left)
