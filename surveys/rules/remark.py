"""Something wrong at one place of a survey's file, before its line is known."""

from dataclasses import dataclass

from surveys.faults import Fault, Severity
from surveys.files.source import Source
from surveys.files.tree import Loc


@dataclass(frozen=True)
class Remark:
    """What is wrong with own questions or sections, and what to do."""

    loc: Loc
    slug: str
    what: str
    fix: str
    severity: Severity = Severity.ERROR

    def fault(self, source: Source) -> Fault:
        """The same at its line."""
        return Fault(source.file, source.line_of(self.loc), self.what, self.fix, self.slug, self.severity)
