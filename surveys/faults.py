"""What can be wrong with a file that somebody wrote: where, what, and what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a fault matters."""

    ERROR = "error"
    """The file cannot be used for asking people until it is mended."""
    WARNING = "warning"
    """The file can be used; somebody should look at it first."""


@dataclass(frozen=True)
class Kind:
    """One kind of fault. `what` and `fix` are sentences with places for facts, as in “{found}”."""

    slug: str
    what: str
    fix: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one file. `line` counts from 1; 0 means the file as a whole."""

    file: str
    line: int
    what: str
    fix: str
    kind: str = ""
    """The slug of its kind; empty where faults are not told apart."""
    severity: Severity = Severity.ERROR

    @property
    def place(self) -> str:
        """Where in the file: “line 3”, in a spreadsheet “row 3”; empty for the file as a whole."""
        counted = "row" if ".xlsx" in self.file else "line"
        return f"{counted} {self.line}" if self.line else ""

    def __str__(self) -> str:
        place = f"{self.file}, {self.place}" if self.line else self.file
        return f"{place}: {self.what} {self.fix}"


class FaultyFileError(Exception):
    """A definition that cannot be used. Carries every fault found, in the order of the lines."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def told(kind: Kind, file: str, line: int, **facts: object) -> Fault:
    """A fault of this kind, its sentences filled with the facts."""
    return Fault(file, line, kind.what.format(**facts), kind.fix.format(**facts), kind.slug, kind.severity)
