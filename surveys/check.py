"""Every fault in a framework or a survey, with its line: what an author reads before publishing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from surveys.faults import Fault, FaultyFileError, Kind, Severity, told
from surveys.files.shape import shaped
from surveys.files.source import Source, read_source
from surveys.framework import Framework
from surveys.load import load_edition, load_files
from surveys.rules import FRAMEWORK, SURVEY, WORDINGS
from surveys.rules.finding import Finding
from surveys.rules.own_faults import own_faults
from surveys.survey import Survey
from surveys.trying import fitting
from surveys.trying.load import ENDING, survey_beside
from surveys.trying.persona import Personas
from surveys.trying.reach import unreachable

NEITHER = Kind(
    "neither",
    "The file is neither a framework nor a survey.",
    "Start it with a line “framework:” or “survey:”.",
)
PERSONAS_NAME = Kind(
    "personas-file-name",
    "The name of a file of people ends in “.personas.yaml”.",
    "Name it after its survey, as in core.personas.yaml beside core.yaml.",
)


def errors(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Those for which the file cannot be used."""
    return tuple(fault for fault in faults if fault.severity is Severity.ERROR)


def warnings(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Those that somebody should look at before people are asked."""
    return tuple(fault for fault in faults if fault.severity is Severity.WARNING)


def check_framework(framework: Framework, source: Source | None = None) -> tuple[Fault, ...]:
    """What is wrong with a framework beyond its shape. Without its source the faults have no lines."""
    source = source or Source(framework.framework)
    return _faults((finding for rule in FRAMEWORK for finding in rule(framework)), source)


def check_survey(
    survey: Survey,
    framework: Framework,
    source: Source | None = None,
    framework_source: Source | None = None,
) -> tuple[Fault, ...]:
    """What is wrong with a survey beyond its shape, in its own file and in its framework's wordings."""
    source = source or Source(survey.survey)
    framework_source = framework_source or Source(framework.framework)
    own = (finding for rule in SURVEY for finding in rule(survey, framework))
    wordings = (finding for rule in WORDINGS for finding in rule(survey, framework))
    told_of = {
        *_faults(own, source),
        *_faults(wordings, framework_source),
        *own_faults(survey, framework, source),
    }
    if not errors(told_of):
        told_of.update(_faults(unreachable(survey, framework), source))
    return tuple(sorted(told_of))


def check_file(path: Path) -> tuple[Fault, ...]:
    """What is wrong with a file, whatever it is; no error among them means that it can be published.

    A file with a line “personas:” holds people, who are held against the survey
    beside them. Of the others, one with a line “survey:” is a survey, and its
    framework is checked with it; one with a line “framework:” is a framework.
    """
    try:
        return tuple(sorted(_found(path)))
    except FaultyFileError as error:
        return error.faults


def _found(path: Path) -> Iterator[Fault]:
    source = read_source(path)
    if "personas" in source.data:
        yield from _people(path, source)
    elif "survey" in source.data:
        files = load_files(path)
        yield from check_framework(files.framework, files.framework_source)
        yield from check_survey(files.survey, files.framework, files.survey_source, files.framework_source)
    elif "framework" in source.data:
        yield from check_framework(shaped(Framework, source), source)
    else:
        yield told(NEITHER, source.file, 0)


def _people(path: Path, source: Source) -> Iterator[Fault]:
    personas = shaped(Personas, source)
    if path.name.endswith(ENDING):
        yield from fitting.faults(personas, load_edition(survey_beside(path)), source)
    else:
        yield told(PERSONAS_NAME, source.file, 0)


def _faults(findings: Iterable[Finding], source: Source) -> tuple[Fault, ...]:
    return tuple(sorted({finding.fault(source) for finding in findings}))
