"""A survey in the making: read from its text with its framework, and what check says of each place."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from mir.authoring.tongues import spoken_faults
from mir.authoring.words import FIXES
from surveys.asking import selected, settled
from surveys.check import check_survey, errors, warnings
from surveys.edition import Edition, drafted
from surveys.faults import Fault, FaultyFileError
from surveys.files.shape import shaped
from surveys.files.source import Source, parse_source
from surveys.files.writing import survey_text
from surveys.framework import Framework
from surveys.languages.offered import Asked
from surveys.languages.overlay import Overlay, overlays_beside
from surveys.languages.translating import translated
from surveys.load import SHIPPED, load_framework
from surveys.survey import Survey, WrittenSurvey

UNPLACED = "section-missing"
ABOUT, STATEMENTS, PARTS, QUESTIONS = "about", "statements", "parts", "questions"
_PLACES = {"statements": STATEMENTS, "only": STATEMENTS, "sections": PARTS, "questions": QUESTIONS}


@dataclass(frozen=True)
class Found:
    """Something that check found: its place (“about”, “statements”, “parts”, a question's code)."""

    place: str
    what: str
    fix: str
    grave: bool
    """Whether the survey cannot be published with it."""


def unplaced(number: int) -> tuple[Found, ...]:
    """So many things that are in no part, told once: one button puts them right."""
    things = "1 thing is" if number == 1 else f"{number} things are"
    return (
        Found(PARTS, f"{things} in no part, so nobody would be asked about that.", FIXES[UNPLACED], True),
    )


@dataclass(frozen=True)
class Making:
    """A survey as it stands now."""

    survey: Survey
    source: Source
    framework: Framework

    @property
    def text(self) -> str:
        """The file of it."""
        return survey_text(self.survey)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """All that check finds, in the languages too."""
        asked = Asked(self.survey, self.source, self.framework, Source("framework"))
        return (
            *check_survey(self.survey, self.framework, self.source, Source("framework")),
            *spoken_faults(asked, self.overlays),
        )

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """The languages that the framework is put over into. The survey's own words are in the survey."""
        return overlays(self.framework.framework)

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """The same with its place, the graver first."""
        both = ((errors(self.faults), True), (warnings(self.faults), False))
        each = tuple(
            Found(self._place(fault), fault.what, FIXES.get(fault.kind, fault.fix), grave)
            for faults, grave in both
            for fault in faults
            if fault.kind != UNPLACED
        )
        number = sum(fault.kind == UNPLACED for fault in self.faults)
        return (*unplaced(number), *each) if number else each

    @cached_property
    def edition(self) -> Edition:
        """What people would see of it now, faults and all."""
        return drafted(self.framework, self.survey, self.overlays)

    def at(self, *places: str) -> tuple[Found, ...]:
        """What was found at these places."""
        return tuple(one for one in self.found if one.place in places)

    def _place(self, fault: Fault) -> str:
        if fault.file != self.source.file:
            return STATEMENTS
        ways = [(line, loc) for loc, line in self.source.lines.items() if line <= fault.line]
        if not ways:
            return ABOUT
        # Of what stands on the nearest line before, the longest way says most.
        nearest = max(line for line, _ in ways)
        loc = max((loc for line, loc in ways if line == nearest), key=len)
        place = _PLACES.get(str(loc[0]), ABOUT)
        if place == QUESTIONS and len(loc) > 1:
            return self.survey.questions[int(loc[1])].code
        return place


def read(text: str, file: str = "survey") -> Making:
    """The survey that this text says. Raises FaultyFileError with every fault of form."""
    source = parse_source(text.encode("utf-8", "replace"), file)
    written = shaped(WrittenSurvey, source)
    framework = _framework(written, source)
    return Making(settled(written, selected(written, framework, source)), source, framework)


def made_of(survey: Survey) -> Making:
    """The survey as it would be read again. Raises FaultyFileError where no file could hold it."""
    return read(survey_text(survey))


@lru_cache(maxsize=1)
def frameworks() -> dict[str, Framework]:
    """The frameworks that travel with the package, by name."""
    paths = (SHIPPED / "frameworks").glob("*.yaml")
    return {path.stem: load_framework(path) for path in sorted(paths) if "." not in path.stem}


@cache
def overlays(framework: str) -> tuple[Overlay, ...]:
    """The languages of a framework that travels with the package."""
    return overlays_beside(SHIPPED / "frameworks" / f"{framework}.yaml")


def shipped_survey(name: str) -> Survey:
    """A survey that we ship, with its words in every language that it has."""
    path = SHIPPED / "surveys" / f"{name}.yaml"
    survey, spoken = read(path.read_text("utf-8"), name).survey, overlays_beside(path)
    return translated(survey, spoken, [one.language for one in spoken])


def faults_of(places: Iterable[Found]) -> int:
    """How many of them stand in the way of publishing."""
    return sum(one.grave for one in places)


def _framework(written: WrittenSurvey, source: Source) -> Framework:
    found = frameworks().get(written.framework)
    if found is None:
        what = f"There is no framework “{written.framework}” here."
        fix = f"Write one of these: {', '.join(frameworks())}."
        raise FaultyFileError((source.fault(("framework",), what, fix),))
    return found
