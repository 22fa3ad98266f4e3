"""The rows of a form as questions in groups, and which of its groups cannot be asked here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from surveys.exchange.xlsforms.incoming import Form, Line

_BEGIN, _END = "begin", "end"
_REPEAT = "A repeat asks the same questions several times over, which is not done here."


@dataclass
class Group:
    """A group, or the whole form where there is no line, with what is in it in order."""

    line: Line | None = None
    parts: list["Group | Line"] = field(default_factory=list)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows that stand directly in it."""
        return tuple(part for part in self.parts if isinstance(part, Line))


def type_of(line: Line) -> str:
    """The kind of question as the form says it, in one spelling: “begin group”, “select_one colours”."""
    word, _, rest = " ".join(line.get("type").split()).partition(" ")
    word = (
        word.lower().replace("-", "_") if word.lower() in {"select-one", "select-multiple"} else word.lower()
    )
    for edge in (_BEGIN, _END):
        if word.startswith(f"{edge}_"):
            return f"{edge} {word.removeprefix(f'{edge}_')}"
    if word in {_BEGIN, _END} and rest:  # “end” alone notes the time
        return f"{word} {rest.lower()}"
    if word == "select" and rest.startswith(("one ", "multiple ", "all that apply ")):
        return _spelled_out(rest)
    return f"{word} {rest}".strip()


def structured(form: Form) -> Group:
    """The form with its groups. Raises FaultyFileError where one is never closed, or was never opened.

    Repeats, and groups of kinds that only other programs know, are left out whole, with a note.
    """
    whole = Group()
    open_groups = [whole]
    for line in form.rows:
        kind = type_of(line)
        if not kind:
            if line.cells:
                form.notes.append(line.note("The row has no “type”, so it is left out.", "Write its type."))
        elif kind.startswith(f"{_BEGIN} "):
            group = Group(line)
            open_groups[-1].parts.append(group)
            open_groups.append(group)
        elif kind.startswith(f"{_END} "):
            if len(open_groups) == 1:
                raise form.refused(line, "This closes a group that was never opened.", "Take the row out.")
            _closed(form, open_groups.pop(), line)
        else:
            open_groups[-1].parts.append(line)
    left = open_groups[-1].line
    if left is not None:
        raise form.refused(left, "This group is never closed.", "Add a row “end_group” behind its last row.")
    return _without_repeats(form, whole)


def _closed(form: Form, group: Group, line: Line) -> None:
    opened = type_of(group.line).removeprefix(f"{_BEGIN} ") if group.line else ""
    if type_of(line).removeprefix(f"{_END} ") != opened:
        where = group.line.number if group.line else 0
        what = f"This does not close what row {where} opened."
        raise form.refused(line, what, f"Write “end_{opened}”.")


def _without_repeats(form: Form, group: Group) -> Group:
    parts: list[Group | Line] = []
    for part in group.parts:
        if isinstance(part, Line):
            parts.append(part)
            continue
        kind = type_of(part.line).removeprefix(f"{_BEGIN} ") if part.line else ""
        if kind == "group":
            parts.append(_without_repeats(form, part))
        elif part.line:
            what = _REPEAT if kind == "repeat" else f"“{kind}” is not a kind of group that we know."
            within = sum(1 for _ in _within(part))
            left = f"{what} The {within} row{'s' * (within != 1)} in it are left out."
            left = left.replace("1 row in it are", "1 row in it is")
            form.notes.append(part.line.note(left, "Ask each question once, or ask about all together."))
    return Group(group.line, parts)


def _within(group: Group) -> Iterator[Line]:
    for part in group.parts:
        if isinstance(part, Line):
            yield part
        else:
            yield from _within(part)


_SPOKEN: Mapping[str, str] = {
    "one from ": "select_one ",
    "one ": "select_one ",
    "multiple from ": "select_multiple ",
    "multiple ": "select_multiple ",
    "all that apply from ": "select_multiple ",
}


def _spelled_out(rest: str) -> str:
    """Older spellings: “select one from colours”."""
    for spoken, word in _SPOKEN.items():
        if rest.startswith(spoken):
            return word + rest.removeprefix(spoken)
    return f"select {rest}"
