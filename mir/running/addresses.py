"""E-mail addresses that were pasted or brought as a file: read, and told where they cannot be used."""

import csv
import re
from dataclasses import dataclass

LEAST, MOST = 5, 1_000
"""Fewer than the least could be told apart by who is reminded."""
LONGEST = 254
SHOWN = 5
_ADDRESS = re.compile(
    r"[^\s@<>()\[\]\\,;:\"]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE
)
_HEADINGS = {"email", "e-mail", "email address", "e-mail address", "address", "mail"}


@dataclass(frozen=True)
class Addresses:
    """What was read: each address once, those that came twice, and lines that hold none."""

    good: tuple[str, ...]
    twice: tuple[str, ...]
    bad: tuple[tuple[int, str], ...]
    """The number of the line, and what stands there."""


def read(text: str) -> Addresses:
    """The addresses of lines, or of the first column of a CSV."""
    good: dict[str, str] = {}
    twice, bad = [], []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        found = _first(line)
        if not found or (number == 1 and found.casefold() in _HEADINGS):
            continue
        if not is_address(found):
            bad.append((number, found[:60]))
        elif found.casefold() in good:
            twice.append(found)
        else:
            good[found.casefold()] = found
    return Addresses(tuple(good.values()), tuple(twice), tuple(bad))


def is_address(text: str) -> bool:
    """Whether a letter could be sent there. Line ends and commas would reach somebody else."""
    local = text.partition("@")[0]
    dotted = local.startswith(".") or local.endswith(".") or ".." in local
    return len(text) <= LONGEST and bool(_ADDRESS.fullmatch(text)) and not dotted and text.isprintable()


def wrong(found: Addresses) -> str:
    """Why nothing can be sent yet, in words; empty where all is well."""
    if found.bad:
        lines = "; ".join(f"line {number}: “{words}”" for number, words in found.bad[:SHOWN])
        more = len(found.bad) - SHOWN
        rest = f", and {more} more" if more > 0 else ""
        return f"These lines hold no e-mail address: {lines}{rest}. Put one address on each line."
    if len(found.good) < LEAST:
        return (
            f"Send to at least {LEAST} people at once, so that a reminder points at nobody. "
            "For fewer, print cards or letters."
        )
    if len(found.good) > MOST:
        return f"Send to at most {MOST:,} people at a time. You have {len(found.good):,}."
    return ""


def _first(line: str) -> str:
    try:
        cells = next(csv.reader([line.replace(";", ",").replace("\t", ",")]), [])
    except csv.Error:
        return line.strip()
    return next((cell.strip() for cell in cells if cell.strip()), "")
