"""A table of a form, rows of choices under the same headings, as a grid of ours."""

from collections.abc import Sequence

from surveys.exchange.xlsforms.conditions_in import Conditions
from surveys.exchange.xlsforms.incoming import Form, Line
from surveys.exchange.xlsforms.names_in import Codes
from surveys.exchange.xlsforms.questions_in import Made, Questions
from surveys.exchange.xlsforms.structure import Group, type_of
from surveys.framework import MOST_OPTIONS
from surveys.own.question import Kind
from surveys.own.written import MOST_ROWS, OwnQuestion
from surveys.rules.own_faults import LONGEST_CODE


def is_grid(form: Form, group: Group) -> bool:
    """Whether a group is a table: its rows offer the same list, and there are not too many of either."""
    line = group.line
    if line is None or "table-list" not in line.get("appearance") or len(group.lines) != len(group.parts):
        return False
    types = {type_of(one) for one in group.lines}
    listed = next(iter(types)) if len(types) == 1 else ""
    choices = form.choices.get(listed.partition(" ")[2], ())
    worded = all(one.get("name") and one.get("label::en") for one in (line, *group.lines))
    fits = 1 < len(choices) <= MOST_OPTIONS and len(group.lines) <= MOST_ROWS
    return listed.startswith("select_one ") and fits and (worded or line.get("mir_kind") == "grid")


class Grids:
    """Makes the grids of one form."""

    def __init__(self, form: Form, asking: Questions, conditions: Conditions) -> None:
        self._form, self._asking, self._conditions = form, asking, conditions

    def grid(self, group: Group, around: Sequence[str | None]) -> Made | None:
        """The grid that a table is. The first choice stands for the least."""
        line = group.line
        first = group.lines[0]
        options = self._asking.options(first, type_of(first).partition(" ")[2])
        if line is None or options is None:
            return None
        name = line.get("mir_code") or line.get("name")
        code = self._asking.codes.given(name[: LONGEST_CODE // 2] if len(name) > LONGEST_CODE // 2 else name)
        made: Made = {"code": code, "kind": Kind.GRID.value, "wordings": self._asking.words.voiced(line)}
        made |= self._asking.beside(first)
        made |= {"about_you": True} if line.get("mir_about_you") else {}
        show_if = self._conditions.joined(line, (*around, self._conditions.of(line)))
        made |= {"show_if": show_if} if show_if else {}
        rows = self._rows(code, group.lines)
        made |= {"options": options, "rows": [row for row, _ in rows]}
        self._asking.rows[code] = line.number
        self._tell(line, code, name)
        question = OwnQuestion.model_validate(made)
        for row, one in rows:
            self._asking.known(one, question, f"{code}_{row['code']}", options)
        return made

    def _rows(self, grid: str, lines: Sequence[Line]) -> list[tuple[Made, Line]]:
        codes = Codes(frozenset(), start="r")
        found = []
        for line in lines:
            name = line.get("mir_code") or line.get("name").removeprefix(f"{grid}_")
            code = codes.given(name[: LONGEST_CODE - len(grid) - 1])
            made: Made = {"code": code, "wordings": self._asking.words.voiced(line)}
            if not line.get("mir_kind"):
                self._asking.cells(line)
                if self._conditions.of(line):
                    what = "A row of a table has no condition of its own, so it is asked with the others."
                    self._form.notes.append(line.note(what, "Ask it as a question of its own."))
            found.append((made, line))
        return found

    def _tell(self, line: Line, code: str, name: str) -> None:
        if not line.get("mir_kind"):
            called = f" It is called “{code}”." if code != name else ""
            what = f"This table is a grid here: its first choice stands for the least.{called}"
            self._form.notes.append(line.note(what, "Check the order of its choices."))
