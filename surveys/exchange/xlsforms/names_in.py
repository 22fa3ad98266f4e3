"""Codes of ours for the names of a form: the same where they can be, else the nearest that nothing has."""

import re

from surveys.framework import Framework
from surveys.rules.own_faults import LONGEST_CODE, TAKEN

_FITS = re.compile(r"[a-z][a-z0-9_]*")


class Codes:
    """Codes that nothing else has, given one by one."""

    def __init__(self, taken: frozenset[str] = TAKEN, start: str = "q") -> None:
        self._taken, self._start = set(taken), start

    def given(self, name: str) -> str:
        """The code for a name."""
        code = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") if not _FITS.fullmatch(name) else name
        if not _FITS.fullmatch(code):
            code = f"{self._start}{code}" if code[:1].isdecimal() else self._start
        code, number = code[:LONGEST_CODE], 1
        first = code
        while code in self._taken:
            number += 1
            code = f"{first[: LONGEST_CODE - 4]}_{number}"
        self._taken.add(code)
        return code


def question_codes(framework: Framework) -> Codes:
    """Codes for own questions: none that the framework or a condition means otherwise."""
    taken = {theme.code for theme in framework.themes}
    taken |= {one.code for theme in framework.themes for one in theme.statements}
    return Codes(frozenset(taken | TAKEN))


def slug(name: str) -> str:
    """A name as a survey is called: small letters, digits and dashes."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-")
    return plain if plain[:1].isalpha() else f"form-{plain}".strip("-")[:60]
