"""The groups and rows of a form in order, as the sections, questions and statements of a survey."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from surveys.exchange.words import quoted
from surveys.exchange.xlsforms.conditions_in import Conditions
from surveys.exchange.xlsforms.grids_in import Grids, is_grid
from surveys.exchange.xlsforms.incoming import Form, Line
from surveys.exchange.xlsforms.names_in import Codes
from surveys.exchange.xlsforms.questions_in import Made, Questions
from surveys.exchange.xlsforms.structure import Group, structured, type_of
from surveys.files.tree import Loc
from surveys.framework import Framework

_WORKED_OUT = frozenset({"voice", "presentation"})


@dataclass
class Part:
    """A part of the form: a section, or where there is no title the questions that stand in none."""

    code: str = ""
    title: dict[str, dict[str, str]] = field(default_factory=dict)
    introduction: dict[str, dict[str, str]] = field(default_factory=dict)
    show_if: str | None = None
    asks: list[str] = field(default_factory=list)
    told: str = ""
    """What the form says is asked in it, in our words; empty in others' forms."""
    row: int = 0


class Walk:
    """Goes through a form once. What it finds is kept in `parts`, `questions` and `statements`."""

    def __init__(self, form: Form, framework: Framework, conditions: Conditions) -> None:
        self._form, self._conditions = form, conditions
        self._asking = Questions(form, framework, conditions)
        self._grids = Grids(form, self._asking, conditions)
        self._section_codes = Codes(frozenset(), start="s")
        self.parts: list[Part] = []
        self.questions: list[Made] = []
        self.statements: list[str] = []

    def everything(self) -> None:
        """Go through the whole form. Raises FaultyFileError for groups that do not fit together."""
        for part in structured(self._form).parts:
            if isinstance(part, Line):
                self._row(self._loose(), part, ())
            elif part.line and part.line.get("mir_kind") == "theme":
                self._all(self._loose(), part, ())
            elif is_grid(self._form, part):
                self._grid(self._loose(), part, ())
            elif part.line:
                self._section(part, part.line)
        self.parts = [part for part in self.parts if part.asks or part.told]

    def places(self) -> Iterator[tuple[Loc, int]]:
        """The row of each question and section, for faults that are found later."""
        yield (), 0
        yield ("questions",), 0
        for place, made in enumerate(self.questions):
            yield ("questions", place), self._asking.rows.get(str(made["code"]), 0)
        for place, part in enumerate(self.parts):
            yield ("sections", place), part.row

    def _loose(self) -> Part:
        if not self.parts or self.parts[-1].row:
            self.parts.append(Part())
        return self.parts[-1]

    def _section(self, group: Group, line: Line) -> None:
        code = self._section_codes.given(line.get("mir_code") or line.get("name") or "part")
        part = Part(code, self._asking.words.of(line), row=line.number, told=line.get("mir_asks"))
        part.show_if = self._conditions.of(line)
        self.parts.append(part)
        self._asking.cells(line)
        self._all(part, group, ())

    def _all(self, part: Part, group: Group, around: Sequence[str | None]) -> None:
        for one in group.parts:
            if isinstance(one, Line):
                self._row(part, one, around)
            elif is_grid(self._form, one):
                self._grid(part, one, around)
            elif one.line:
                if self._asking.words.of(one.line):
                    what = "A group inside a group has no heading here; what is in it stays in its place."
                    self._form.notes.append(one.line.note(what, "Say it in the questions."))
                self._asking.cells(one.line)
                self._all(part, one, (*around, self._conditions.of(one.line)))

    def _grid(self, part: Part, group: Group, around: Sequence[str | None]) -> None:
        made = self._grids.grid(group, around)
        if made is not None:
            part.asks.append(str(made["code"]))
            self.questions.append(made)

    def _row(self, part: Part, line: Line, around: Sequence[str | None]) -> None:
        kind = type_of(line)
        if line.get("disabled").lower() in {"yes", "true", "true()"}:
            self._form.notes.append(line.note("The row is switched off, so it is left out.", "Switch it on."))
        elif kind == "note":
            self._note(part, line)
        elif self._form.ours and kind == "calculate" and line.get("name") in _WORKED_OUT:
            return
        elif (code := self._asking.statement(line, around)) is not None:
            part.asks.append(code)
            self.statements.append(code)
        elif (made := self._asking.question(line, around)) is not None:
            part.asks.append(str(made["code"]))
            self.questions.append(made)

    def _note(self, part: Part, line: Line) -> None:
        """Words that stand first in a section are its introduction."""
        words = self._asking.words.of(line)
        if part.row and not part.asks and not part.introduction and words and not line.get("relevant"):
            part.introduction = words
            return
        what = f"The words {quoted(line.get('label::en'))} stand between questions, so they are left out."
        self._form.notes.append(line.note(what, "Put them first in a group, or into the hint of a question."))
