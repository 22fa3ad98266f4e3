"""Four short words that lead back to somebody's answers; nothing of them is kept."""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

HOW_MANY = 4
LONGEST_WORD = 6
_UNKIND = frozenset((
    "abuse", "afraid", "angry", "attack", "crime", "cruel", "damage", "danger", "devil", "dirty", "fatal",
    "fault", "fight", "fire", "fool", "gun", "guilt", "harsh", "hurt", "idiot", "insane", "jail", "knife",
    "lonely", "mad", "nasty", "pain", "panic", "poison", "prison", "punch", "punish", "rifle", "risk",
    "sad", "scare", "shame", "shock", "sick", "slave", "steal", "stupid", "tragic", "trap", "ugly",
    "victim", "war", "waste", "weapon", "weird", "wolf", "wreck", "wrong",
))  # fmt: skip
_NONCE = 12
WORK = 2**14
"""What trying four words costs: a tenth of a second and 16 MB (scrypt), so nobody can try them all."""


@cache
def word_list() -> tuple[str, ...]:
    """Some 1,500 short, common words, of which no two begin with the same four letters (BIP 39)."""
    from mnemonic import Mnemonic

    return tuple(
        word for word in Mnemonic("english").wordlist if len(word) <= LONGEST_WORD and word not in _UNKIND
    )


def new_words(secret: str, asked: str) -> tuple[str, ...]:
    """Four words, one of some six million million: chance to everybody without the secret.

    The same each time the same page asks, so that a page loaded again or a button
    pressed twice does not spoil words that somebody has written down.
    """
    made = hmac.digest(secret.encode(), b"four words:" + asked.encode(), "sha256")
    known, part = word_list(), len(made) // HOW_MANY
    parts = (made[place : place + part] for place in range(0, len(made), part))
    return tuple(known[int.from_bytes(one) % len(known)] for one in parts)


def tidy_words(typed: str) -> tuple[str, ...]:
    """What was typed as words: small letters, no signs. A word may be cut short after four letters."""
    plain = unicodedata.normalize("NFKC", typed).casefold()
    parts = "".join(one if one.isalpha() else " " for one in plain).split()
    begun = {word[:4]: word for word in word_list()}
    return tuple(begun.get(part[:4], part) if len(part) >= 4 else part for part in parts[: HOW_MANY + 1])  # noqa: PLR2004 - four letters tell a word


@dataclass(frozen=True)
class Way:
    """What four words come to: a name under which something lies, and the key that opens it."""

    name: str
    key: bytes

    def shut(self, text: str) -> bytes:
        """The text, to be opened by the same words only."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + AESGCM(self.key).encrypt(nonce, text.encode(), None)

    def open(self, box: bytes) -> str | None:
        """The text; None for a box that other words shut."""
        try:
            return AESGCM(self.key).decrypt(box[:_NONCE], box[_NONCE:], None).decode()
        except InvalidTag:
            return None


def way(words: tuple[str, ...], site: str) -> Way:
    """The way of these words on this site. Slow on purpose."""
    salt = hashlib.sha256(b"four words:" + site.encode()).digest()
    made = hashlib.scrypt(" ".join(words).encode(), salt=salt, n=WORK, r=8, p=1, dklen=64)
    return Way(made[:32].hex(), made[32:])
