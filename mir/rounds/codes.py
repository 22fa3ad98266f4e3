"""Eight characters that are easy to copy and that notice a slip."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 characters, a prime number, without 0, 1, I, L and O, which look like others."""
LENGTH = 8


def new_code() -> str:
    """A random code: seven characters and one that checks them (31**7, some 27,000 million)."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return body + _check(body)


def tidy(typed: str) -> str:
    """What was typed, as a code is kept: capitals, no spaces or dashes. Spots no slips."""
    return "".join(character for character in typed.upper() if character.isalnum())


def is_code(text: str) -> bool:
    """Whether this could be a code of ours: one wrong or two swapped characters always tell."""
    return (
        len(text) == LENGTH
        and all(character in ALPHABET for character in text)
        and _check(text[:-1]) == text[-1]
    )


def spaced(code: str) -> str:
    """The code as it is printed: "ABCD EFGH"."""
    return f"{code[:4]} {code[4:]}"


def _check(body: str) -> str:
    # Weights 2 to 8 modulo a prime: any single slip and any swap of two characters changes the sum.
    total = sum(weight * ALPHABET.index(character) for weight, character in enumerate(body, start=2))
    return ALPHABET[-total % len(ALPHABET)]
