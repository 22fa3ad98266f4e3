"""Words into the columns of a row: those that every program shows, and those that only we read back."""

from collections.abc import Mapping

from surveys.exchange.xlsforms.layout import (
    ALL,
    EACH,
    Asked,
    Cells,
    escaped,
    our_heading,
    shown_heading,
)
from surveys.framework import SOURCE_LANGUAGE, Voice, Wording
from surveys.own.question import Unit, VoicedWords


def put_words(cells: Cells, part: str, wording: Wording | None, asked: Asked) -> None:
    """The words of a part that is the same for every voice, such as a hint."""
    if wording is not None:
        _put(cells, part, ALL, wording, asked)
        if part == "label":
            _borrow(cells, wording, asked)


def put_voiced(cells: Cells, wordings: VoicedWords, asked: Asked) -> None:
    """The label of a question. Where voices differ, each has columns of its own.

    A row must have a label in every program. Where the voice that the form asks
    has no words here, others are lent, and a cell says so.
    """
    voices = tuple(voice for voice in Voice if voice in wordings)
    first = wordings[voices[0]]
    cells["mir_voices"] = " ".join(voices)
    if all(wordings[voice] == first for voice in voices):
        put_words(cells, "label", first, asked)
        return
    cells["mir_words"] = EACH
    for voice in voices:
        _put(cells, "label", voice, wordings[voice], asked)
    _borrow(cells, wordings.get(asked.voice, first), asked)
    if asked.voice not in wordings:
        cells["mir_lent"] = "yes"


def put_shown(cells: Cells, part: str, wordings: Mapping[Voice, Wording], asked: Asked) -> None:
    """A statement's words: what people see and no more, for the framework keeps the rest."""
    wording = wordings.get(asked.voice) or next(iter(wordings.values()))
    text = wording.get(asked.presentation) or next(iter(wording.values()))
    for language in asked.languages:
        if language in text:
            cells[shown_heading(part, language)] = escaped(text[language])


def put_unit(cells: Cells, unit: Unit | None) -> None:
    """What a number counts, in each form of each language."""
    for language, forms in (unit or {}).items():
        for category, line in forms.items():
            cells[our_heading("unit", ALL, category, language)] = escaped(line)


def _put(cells: Cells, part: str, voice: str, wording: Wording, asked: Asked) -> None:
    for presentation, text in wording.items():
        for language, line in text.items():
            shown = asked.shows(presentation, language) and voice in {ALL, asked.voice}
            heading = (
                shown_heading(part, language) if shown else our_heading(part, voice, presentation, language)
            )
            cells[heading] = escaped(line)


def _borrow(cells: Cells, wording: Wording, asked: Asked) -> None:
    if any(shown_heading("label", language) in cells for language in asked.languages):
        return
    text = wording.get(asked.presentation) or next(iter(wording.values()))
    line = text.get(SOURCE_LANGUAGE) or next(iter(text.values()))
    cells[shown_heading("label", asked.languages[0])] = escaped(line)
    cells["mir_lent"] = "yes"
