"""The bilingual sheet: a language beside the English as plain rows for a translator, and back again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from surveys.exchange.records import Record
from surveys.exchange.words import alike, quoted
from surveys.faults import Fault, FaultyFileError, Kind, told
from surveys.files.source import Source
from surveys.languages.freshness import UNKNOWN, advice, flaws
from surveys.languages.overlay import Overlay, Translation
from surveys.languages.passages import SHORTEST_MARK, Home, Passage, mark, passages

DONE, MISSING, STALE, WAIVED = "done", "missing", "stale", "waived"
STATUSES = (DONE, MISSING, STALE, WAIVED)
"""What the last column says. “done” written over “stale” means: checked, and still right."""

LONGEST_TEXT = 600

HEADING = Kind("sheet-heading", "The heading “{heading}” {how}.", "Keep the headings as they were.")
TWICE = Kind("sheet-row-twice", "“{key}” is there twice; it stands in row {row} too.", "Keep one of them.")
OLD_ENGLISH = Kind(
    "sheet-old-english",
    "The English of “{key}” is not what it is in the file now.",
    "Put the sentences over into a new sheet; leave the English as it is.",
)
STATUS = Kind(
    "sheet-status",
    "{given} is not one of the words for the last column.",
    f"Write {', '.join(STATUSES[:-1])} or {STATUSES[-1]}.",
)
TOO_LONG = Kind("sheet-too-long", "“{key}” is longer than 600 characters.", "Make it shorter.")
FORMULA = Kind("sheet-formula", "“{key}” looks like a formula.", "Write it without the first sign.")


class Row(NamedTuple):
    """One sentence of the sheet. The English is there to be read; only the last two columns are read back."""

    key: str
    where: str
    english: str
    translation: str
    status: str


HEADINGS = Row("key", "where", "English", "translation", "status")
_KNOWN = tuple(map(alike, HEADINGS))


def to_rows(home: Home, overlay: Overlay) -> tuple[Row, ...]:
    """A row for every sentence that the language promises, without the headings."""
    return tuple(_row(one, overlay) for one in passages(home) if overlay.promises(one))


def from_rows(home: Home, overlay: Overlay, records: Iterable[Record], file: str) -> Overlay:
    """The overlay as the sheet changes it; the first record holds the headings.

    A changed sentence is marked with the English it stands beside, and a language
    of which a sentence changed is a draft again. A sentence that the sheet leaves
    out stays as it was. Raises FaultyFileError with every fault and its row.
    """
    return _Reading(home, overlay, file).read(records)


def _row(passage: Passage, overlay: Overlay) -> Row:
    entry = overlay.texts.get(passage.key)
    text = entry.text if entry else ""
    return Row(passage.key, passage.where, passage.words, text, _status(passage, overlay))


def _status(passage: Passage, overlay: Overlay) -> str:
    if overlay.current(passage):
        return DONE
    if passage.key in overlay.waived:
        return WAIVED
    entry = overlay.texts.get(passage.key)
    return STALE if entry and entry.text else MISSING


class _Reading:
    """Reads a sheet. Faults are gathered and told together, at the end."""

    def __init__(self, home: Home, overlay: Overlay, file: str) -> None:
        self._overlay, self._file = overlay, file
        self._passages = {passage.key: passage for passage in passages(home)}
        self._faults: list[Fault] = []
        self._lines: dict[str, int] = {}
        self._texts = dict(overlay.texts)

    def read(self, records: Iterable[Record]) -> Overlay:
        for record, row in self._rows(iter(records)):
            passage = self._passage(record.line, row)
            if passage is not None:
                self._take(record.line, passage, row)
        if self._faults:
            raise FaultyFileError(tuple(self._faults))
        source = Source(self._file, {}, {("texts",): 0} | self._places())
        if self._texts == dict(self._overlay.texts):
            return replace(self._overlay, source=source)
        return replace(self._overlay, texts=self._texts, status="draft", reviewed_by=None, source=source)

    def _places(self) -> dict[tuple[str | int, ...], int]:
        return {("texts", key): line for key, line in self._lines.items()}

    def _rows(self, records: Iterator[Record]) -> Iterator[tuple[Record, Row]]:
        header = next(records, Record(1, ()))
        found = [alike(cell) for cell in header.cells]
        for heading, known in zip(HEADINGS, _KNOWN, strict=True):
            if found.count(known) != 1:
                how = "is missing" if known not in found else "is there more than once"
                self._tell(HEADING, header.line, heading=heading, how=how)
        if self._faults:
            return
        places = [found.index(known) for known in _KNOWN]
        for record in records:
            cells = [record.cells[place] if place < len(record.cells) else "" for place in places]
            yield record, Row(*(" ".join(cell.split()) for cell in cells))

    def _passage(self, line: int, row: Row) -> Passage | None:
        passage = self._passages.get(row.key)
        if passage is None:
            self._tell(UNKNOWN, line, key=row.key, advice=advice(row.key, self._passages))
        elif row.key in self._lines:
            self._tell(TWICE, line, key=row.key, row=self._lines[row.key])
        elif mark(row.english) != mark(passage.words):
            self._tell(OLD_ENGLISH, line, key=row.key)
        else:
            self._lines[row.key] = line
            return passage
        return None

    def _take(self, line: int, passage: Passage, row: Row) -> None:
        before = self._overlay.texts.get(passage.key)
        if alike(row.status) not in ("", *STATUSES):
            self._tell(STATUS, line, given=quoted(row.status))
        if not row.translation and (before is None or not before.text):
            return  # still missing
        for kind, facts in self._wrong(passage, row.translation):
            self._tell(kind, line, **facts)
        same = before is not None and " ".join(before.text.split()) == row.translation
        if not same or alike(row.status) == DONE:
            self._texts[passage.key] = self._marked(passage, row.translation)

    def _marked(self, passage: Passage, text: str) -> Translation:
        before = self._overlay.texts.get(passage.key)
        if before is not None and before.text == text and self._overlay.current(passage):
            return before  # its mark may be longer than ours
        of = mark(passage.words)[:SHORTEST_MARK]
        return Translation.model_construct(of=of, text=text)  # what is too long has been told already

    def _wrong(self, passage: Passage, text: str) -> Iterator[tuple[Kind, dict[str, object]]]:
        yield from flaws(passage, text)
        if len(text) > LONGEST_TEXT:
            yield TOO_LONG, {"key": passage.key}
        if text.startswith(("=", "+", "@")):
            yield FORMULA, {"key": passage.key}

    def _tell(self, kind: Kind, line: int, **facts: object) -> None:
        self._faults.append(told(kind, self._file, line, **facts))
