"""What a rule finds: a kind of fault at one place of a file, with the facts of the case."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from surveys.faults import Fault, Kind, Severity
from surveys.files.source import Source
from surveys.files.tree import Loc
from surveys.framework import Framework
from surveys.survey import Survey


@dataclass(frozen=True)
class Finding:
    """Something wrong at one place of a file."""

    loc: Loc
    kind: Kind
    facts: Mapping[str, object] = field(default_factory=dict)

    def fault(self, source: Source) -> Fault:
        """The fault that this is in the file it was found in."""
        return source.told(self.kind, self.loc, **self.facts)


FrameworkRule = Callable[[Framework], Iterator[Finding]]
SurveyRule = Callable[[Survey, Framework], Iterator[Finding]]


def warning(slug: str, what: str, fix: str) -> Kind:
    """A kind of fault that is told and stops nobody."""
    return Kind(slug, what, fix, Severity.WARNING)


def repeated(kind: Kind, places: Iterable[tuple[Loc, Hashable]]) -> Iterator[Finding]:
    """A finding at each place whose name was met before; the fact is its `name`."""
    seen: set[Hashable] = set()
    for loc, name in places:
        if name in seen:
            yield Finding(loc, kind, {"name": name})
        seen.add(name)
