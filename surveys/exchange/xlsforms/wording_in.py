"""Words out of the columns of a row: those that every program shows, and those that only we wrote."""

import re

from surveys.exchange.xlsforms.incoming import Form, Line
from surveys.exchange.xlsforms.layout import ALL, EACH, ours, unescaped
from surveys.framework import Presentation, Voice

LONGEST = 600

Said = dict[str, dict[str, str]]
"""Lines by language, by presentation."""

_ANSWER = re.compile(r"\$\{[^{}]*\}")


class Words:
    """Reads the words of one form, whose columns for every program are those of one voice in one look."""

    def __init__(self, form: Form) -> None:
        self._form = form
        look = form.ours.get("presentation of this form", "")
        self._look = look if look in set(Presentation) else Presentation.STANDARD.value
        voice = form.ours.get("voice of this form", "")
        self._voice = voice if voice in set(Voice) else None

    def of(self, line: Line, part: str = "label") -> Said:
        """The words of a part that is the same for every voice; nothing where there are none."""
        return self._gathered(line, part, ALL, shown=part != "label" or not line.get("mir_lent"))

    def voiced(self, line: Line) -> dict[str, Said]:
        """The label of a question, for each voice that it is put to."""
        voices = line.get("mir_voices").split() or list(Voice)
        voices = [voice for voice in voices if voice in set(Voice)]
        if line.get("mir_words") != EACH:
            words = self.of(line)
            return dict.fromkeys(map(str, voices), words) if words else {}
        lent = bool(line.get("mir_lent"))
        found = {
            str(voice): self._gathered(line, "label", voice, shown=voice == self._voice and not lent)
            for voice in voices
        }
        return {voice: words for voice, words in found.items() if words}

    def unit(self, line: Line) -> dict[str, dict[str, str]]:
        """What a number counts, by language and plural form."""
        found: dict[str, dict[str, str]] = {}
        for heading, cell in line.cells.items():
            match ours(heading):
                case ("unit", _, category, language):
                    found.setdefault(language, {})[category] = unescaped(cell)
        return found

    def _gathered(self, line: Line, part: str, voice: str, *, shown: bool) -> Said:
        found: Said = {}
        for heading, cell in line.cells.items():
            piece, _, language = heading.partition("::")
            if piece == part and language and shown:
                self._keep(found, line, (self._look, language), cell)
                continue
            match ours(heading):
                case (one, of, look, tongue) if one == part and of == voice:
                    self._keep(found, line, (look, tongue), cell)
        return found

    def _keep(self, found: Said, line: Line, place: tuple[str, str], cell: str) -> None:
        look, language = place
        text = _ANSWER.sub("…", cell)
        if text != cell:
            what = "The words bring in an earlier answer, which is not done here; “…” stands in its place."
            self._tell(line, what, "Write a sentence that needs no answer.")
        if len(text) > LONGEST:
            what = f"Some words are longer than {LONGEST} characters, so they are left out."
            self._tell(line, what, "Make them shorter.")
            return
        found.setdefault(look, {})[language] = unescaped(text)

    def _tell(self, line: Line, what: str, fix: str) -> None:
        note = line.note(what, fix)
        if note not in self._form.notes:
            self._form.notes.append(note)
