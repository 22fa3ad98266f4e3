"""When a question of a form is asked, as our line of text; without one that can be kept, all are asked."""

import re
from collections.abc import Sequence

from surveys.exchange.xlsforms.asking_out import voices_said
from surveys.exchange.xlsforms.fields import Field
from surveys.exchange.xlsforms.grasping import grasped
from surveys.exchange.xlsforms.incoming import Form, Line
from surveys.exchange.xlsforms.saying import said
from surveys.logic.reading import read
from surveys.logic.tree import LogicError

_GROUPS = frozenset({"section", "grid", "theme"})
_ONE_VOICE = r"\$\{voice\} = '\w+'"
_VOICES = re.compile(rf"(?:^| and )\((?:false\(\)|{_ONE_VOICE}(?: or {_ONE_VOICE})*)\)$")


class Conditions:
    """Reads the conditions of one form. `known` are the questions so far, by their names in it."""

    def __init__(self, form: Form, known: dict[str, Field]) -> None:
        self._form, self.known = form, known

    def of(self, line: Line) -> str | None:
        """The condition of a row or a group; None where it is always asked."""
        relevant = line.get("relevant")
        relevant = self._without_voices(line, relevant)
        if not relevant:
            return None
        kept = line.get("mir_show_if")
        if kept and self._says(kept, relevant):
            return kept
        try:
            return grasped(relevant, self.known)
        except LogicError as error:
            what = f"The condition cannot be kept, so everyone is asked this. {error.what}"
            self._form.notes.append(line.note(what, error.fix))
            return None

    def _without_voices(self, line: Line, relevant: str) -> str:
        """A condition without whose voice it must be, which we wrote behind what an author asks."""
        kind = line.get("mir_kind")
        if kind == "statement":
            return _VOICES.sub("", relevant)
        if not kind or kind in _GROUPS:
            return relevant
        voices, worded = self._form.ours.get("voices", "").split(), line.get("mir_voices").split()
        if set(voices) <= set(worded):
            return relevant
        whose = voices_said([voice for voice in voices if voice in worded])
        return "" if relevant == whose else relevant.removesuffix(f" and {whose}")

    def joined(self, line: Line, conditions: Sequence[str | None]) -> str | None:
        """One condition out of those of a question and the groups around it."""
        found = [one for one in conditions if one is not None]
        if len(found) < 2:  # noqa: PLR2004 - one stands as it is
            return found[0] if found else None
        text = " and ".join(f"({one})" for one in found)
        try:
            read(text)
        except LogicError as error:
            what = f"The conditions of the groups around it cannot be kept. {error.what}"
            self._form.notes.append(line.note(what, error.fix))
            return found[-1]
        return text

    def _says(self, text: str, relevant: str) -> bool:
        """Whether our own text still says what the form says, so that nobody changed the form since."""
        try:
            return said(read(text), {field.code: field for field in self.known.values()}) == relevant
        except (LogicError, KeyError):
            return False
