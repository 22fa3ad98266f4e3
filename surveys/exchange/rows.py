"""The rows of a wide file, read one by one by the plan of its columns, with every fault gathered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from surveys.edition import Edition
from surveys.exchange.cells import (
    PRESENTATION_WORDS,
    UNANSWERED,
    VOICE_WORDS,
    Answers,
    UnreadableCellError,
)
from surveys.exchange.columns import Column, Plan
from surveys.exchange.mapping import WideMapping
from surveys.exchange.records import LONGEST_CELL, Record
from surveys.exchange.words import alike, quoted
from surveys.faults import Fault, FaultyFileError
from surveys.framework import Presentation, Voice

MOST_FAULTS = 10_000

_CORRECT = "Correct the cell, or tell what it means under “answers” in a mapping file."
_CORRECT_VOICE = "Write person, family, staff, leader or partner, or tell what it means in a mapping file."
_ALL_VOICES = frozenset(Voice)

Said = list[tuple[Column, str]]
"""The answered columns of a row, each with its answer."""


@dataclass(frozen=True)
class WideRow:
    """One person's row. `line` is where it begins in the file.

    `answers` gives option codes and spoken states by statement code, as
    `answers.pack` takes them; a statement that is not there was passed over. A
    row with comments and no answers is kept, so that nobody's words are lost.
    `comments` are pairs of theme code and text.
    """

    line: int
    voice: Voice
    presentation: Presentation
    answers: Mapping[str, str]
    comments: tuple[tuple[str, str], ...]


class Rows:
    """Reads records into rows. Faults are gathered and told together, at the end."""

    def __init__(self, file: str, edition: Edition, plan: Plan, mapping: WideMapping, default: Voice) -> None:
        self._file, self._edition, self._plan = file, edition, plan
        self._default, self._forced = default, mapping.voice is not None
        self._answers = Answers(edition, mapping)
        self._voices = VOICE_WORDS | dict(mapping.voices)
        self._statements = {statement.code: statement for statement in edition.statements}
        self._faults: list[Fault] = []
        self.empty_rows = 0

    def read(self, header: int, records: Iterable[Record]) -> tuple[WideRow, ...]:
        """Every row that says anything. `header` is the line of the headings. Raises FaultyFileError."""
        self._check_default(header)
        try:
            rows = tuple(row for record in records if (row := self._row(record)) is not None)
        except FaultyFileError as error:  # the file cannot be read further
            raise FaultyFileError((*self._faults, *error.faults)) from None
        if self._faults:
            raise FaultyFileError(tuple(self._faults))
        return rows

    def _check_default(self, header: int) -> None:
        plan, voice = self._plan, self._default
        if plan.voice is not None or not (plan.common_voices or self._forced):
            return  # each row tells its voice
        if voice not in self._edition.voices:
            what = f"The file is read as answers of “{voice}”, whom this survey does not ask."
        elif voice not in plan.common_voices:
            wanted = ", ".join(sorted(plan.common_voices)) or "several voices"
            what = f"The questions are worded for {wanted}, but the file is read as answers of “{voice}”."
        else:
            return
        fix = "Choose the voice of the people who answered."
        raise FaultyFileError((Fault(self._file, header, what, fix),))  # else every row would be faulty

    def _row(self, record: Record) -> WideRow | None:
        before = len(self._faults)
        self._check_cells(record)
        answers = self._read_answers(record)
        comments = self._comments(record)
        if not answers and not comments:
            self.empty_rows += len(self._faults) == before
            return None
        voice = self._voice(record, answers)
        if voice is not None:
            self._check_asked(record, voice, answers)
        presentation = self._presentation(record)
        if voice is None or len(self._faults) > before:
            return None
        said = {column.code: answer for column, answer in answers}
        return WideRow(record.line, voice, presentation, said, comments)

    def _check_cells(self, record: Record) -> None:
        for place, cell in enumerate(record.cells):
            if len(cell) > LONGEST_CELL:
                what = f"Cell {place + 1} of this row is longer than 5,000 characters: {quoted(cell)}."
                self._tell(record.line, what, "Shorten it. A quotation mark may be open.")
        blank = (*(column.place for column in self._plan.blank), *range(self._plan.width, len(record.cells)))
        for place in blank:
            if _cell(record, place):
                what = f"Cell {place + 1} of this row has no heading: {quoted(_cell(record, place))}."
                self._tell(record.line, what, "Give the column a heading, or empty the cell.")

    def _read_answers(self, record: Record) -> Said:
        answers = []
        for column in self._plan.statements:
            try:
                answer = self._answers.read(_cell(record, column.place))
            except UnreadableCellError as error:
                self._tell(record.line, f"Column {quoted(column.heading)}: {error}", _CORRECT)
            else:
                if answer != UNANSWERED:
                    answers.append((column, answer))
        return answers

    def _comments(self, record: Record) -> tuple[tuple[str, str], ...]:
        cells = ((column.code, _cell(record, column.place)) for column in self._plan.comments)
        return tuple((theme, "\n".join(cell.splitlines())) for theme, cell in cells if cell)

    def _voice(self, record: Record, answers: Said) -> Voice | None:
        told = self._plan.voice
        if told is not None:
            return self._told_voice(record, told)
        if self._plan.common_voices or self._forced:
            return self._default
        voices = _ALL_VOICES.intersection(self._edition.voices, *(column.voices for column, _ in answers))
        if self._default in voices or len(voices) == 1:
            return self._default if self._default in voices else min(voices)
        what = "Questions worded for different voices are answered in this row."
        if voices:
            what = f"This row could be from {' or '.join(sorted(voices))}."
        self._tell(record.line, what, "Add a column headed “voice” that tells who answered.")
        return None

    def _told_voice(self, record: Record, column: Column) -> Voice | None:
        cell = _cell(record, column.place)
        voice = self._voices.get(alike(cell))
        if voice in self._edition.voices:
            return voice
        what = f"Column {quoted(column.heading)}: {quoted(cell)} is not a voice that we know."
        if not cell:
            what = f"Column {quoted(column.heading)} is empty, so we cannot tell who answered."
        elif voice:
            what = f"Column {quoted(column.heading)}: this survey does not ask “{voice}”."
        self._tell(record.line, what, _CORRECT_VOICE)
        return None

    def _check_asked(self, record: Record, voice: Voice, answers: Said) -> None:
        for column, _ in answers:
            if voice not in self._statements[column.code].wordings:
                what = f"Column {quoted(column.heading)}: {column.code} is not asked of “{voice}”."
            elif voice not in column.voices:
                what = f"Column {quoted(column.heading)} is not worded for “{voice}”, whose row this is."
            else:
                continue
            self._tell(record.line, what, "Empty the cell, or correct the voice of the row.")

    def _presentation(self, record: Record) -> Presentation:
        column = self._plan.presentation
        cell = "" if column is None else _cell(record, column.place)
        presentation = PRESENTATION_WORDS.get(alike(cell))
        if presentation is None or (cell and presentation not in self._edition.presentations):
            what = f"{quoted(cell)} is not a presentation of this survey."
            self._tell(record.line, what, f"Write {' or '.join(self._edition.presentations)}.")
        return presentation or Presentation.STANDARD

    def _tell(self, line: int, what: str, fix: str) -> None:
        self._faults.append(Fault(self._file, line, what, fix))
        if len(self._faults) >= MOST_FAULTS:
            more = Fault(self._file, 0, "There are more faults than these 10,000.", "Correct these first.")
            raise FaultyFileError((more,))


def _cell(record: Record, place: int) -> str:
    return record.cells[place].strip() if place < len(record.cells) else ""
