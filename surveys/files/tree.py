"""Values grown from the events of a YAML text, without recursion, with the line of each."""

import re
from dataclasses import dataclass, field

from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from surveys.faults import Fault, FaultyFileError, Kind, told

Loc = tuple[str | int, ...]
"""The way to a value: names and places in lists, as in ("themes", 0, "code")."""

MOST_VALUES = 40_000
DEEPEST = 20
LONGEST_NUMBER = 15
_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Characters that neither a database nor a page can hold."""

KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            "strange-character",
            "The text holds a character that cannot be kept.",
            "Take the “\\” marks out of it.",
        ),
        Kind("empty-file", "The file is empty.", "Write the definition in it."),
        Kind("several-documents", "The file holds several documents.", "Take out the lines of three dashes."),
        Kind(
            "not-names-and-values",
            "The file is not made of names and values.",
            "Start its lines as “name: value”.",
        ),
        Kind("anchor", "“&” and “*” marks are not read here.", "Write the text out in full, or quote it."),
        Kind("tag", "“!” marks are not read here.", "Take the mark out, or put the text in quotation marks."),
        Kind("name-not-text", "A name is not plain text.", "Write a name, a colon, then the value."),
        Kind("name-twice", "“{name}” is written twice; it stands on line {first} too.", "Keep one of them."),
        Kind(
            "too-many-values",
            "The file holds more than 40,000 values.",
            "Check that it is the right file.",
        ),
        Kind(
            "too-deep", "The lines are set in more than {most} steps deep.", "Check the spaces before them."
        ),
    )
}
"""The faults of a tree by slug."""


def _plain(event: ScalarEvent) -> object:
    """A value without quotation marks may be a number, true, false or nothing; all else is text."""
    text = str(event.value)
    if event.style is not None:
        return text
    if text.removeprefix("-").isdecimal() and text.isascii() and len(text) <= LONGEST_NUMBER:
        return int(text)
    return {"true": True, "false": False, "null": None, "~": None, "": None}.get(text, text)


@dataclass
class _Branch:
    """A list or a mapping that is still being read."""

    held: dict[str, object] | list[object]
    loc: Loc
    key: str | None = None


@dataclass
class Tree:
    """Grows values from the events of a YAML text, without recursion, and notes each line."""

    file: str
    line: int = 0
    faults: list[Fault] = field(default_factory=list)
    lines: dict[Loc, int] = field(default_factory=dict)
    branches: list[_Branch] = field(default_factory=lambda: [_Branch([], ())])

    def take(self, event: Event) -> None:
        """Add what one event brings. Raises FaultyFileError when it is no use to read on."""
        self.line = event.start_mark.line + 1
        if isinstance(event, ScalarEvent) and _STRANGE.search(str(event.value)):
            self._fault("strange-character")
            raise FaultyFileError(tuple(self.faults))
        if isinstance(event, NodeEvent):
            self._refuse_tricks(event)
            self._node(event)
        elif isinstance(event, CollectionEndEvent):
            self.branches.pop()

    def grown(self) -> tuple[dict[str, object], dict[Loc, int]]:
        """The values, and the line of each. Raises FaultyFileError with every fault met on the way."""
        documents = self.branches[0].held
        data = documents[0] if isinstance(documents, list) and documents else None
        if data is None:
            self._fault("empty-file", 0)
        elif len(documents) > 1:
            self._fault("several-documents", 0)
        elif not isinstance(data, dict):
            self._fault("not-names-and-values", 1)
        if self.faults or not isinstance(data, dict):
            raise FaultyFileError(tuple(self.faults))
        return data, {loc[1:]: line for loc, line in self.lines.items()}

    def _fault(self, slug: str, line: int | None = None, **facts: object) -> None:
        self.faults.append(told(KINDS[slug], self.file, self.line if line is None else line, **facts))

    def _refuse_tricks(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent) or event.anchor is not None:
            self._fault("anchor")
        elif getattr(event, "tag", None) is not None:
            self._fault("tag")

    def _node(self, event: NodeEvent) -> None:
        branch = self.branches[-1]
        if isinstance(branch.held, dict) and branch.key is None:
            self._name(branch, event)
            return
        loc = self._loc(branch)
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            held: dict[str, object] | list[object] = {} if isinstance(event, MappingStartEvent) else []
            self._keep(branch, held)
            self.branches.append(_Branch(held, loc))
            self._stop_if_too_much()
        else:
            self._keep(branch, _plain(event) if isinstance(event, ScalarEvent) else None)

    def _name(self, branch: _Branch, event: NodeEvent) -> None:
        if not isinstance(event, ScalarEvent):
            self._fault("name-not-text")
            raise FaultyFileError(tuple(self.faults))
        branch.key = str(event.value)
        if branch.key in branch.held:
            first = self.lines[*branch.loc, branch.key]
            self._fault("name-twice", name=branch.key, first=first)
        self.lines.setdefault((*branch.loc, branch.key), self.line)

    def _loc(self, branch: _Branch) -> Loc:
        return (*branch.loc, len(branch.held) if branch.key is None else branch.key)

    def _keep(self, branch: _Branch, value: object) -> None:
        if isinstance(branch.held, list):
            self.lines[*branch.loc, len(branch.held)] = self.line
            branch.held.append(value)
        elif branch.key is not None:  # pragma: no branch - _node sees to it
            branch.held[branch.key] = value
            branch.key = None
        self._stop_if_too_much()

    def _stop_if_too_much(self) -> None:
        if len(self.lines) > MOST_VALUES:
            self._fault("too-many-values")
        elif len(self.branches) > DEEPEST + 1:
            self._fault("too-deep", most=DEEPEST)
        else:
            return
        raise FaultyFileError(tuple(self.faults))
