"""Every fault in a framework, survey or language, with its line: what an author reads before publishing."""

from collections.abc import Iterator
from pathlib import Path

from surveys.faults import Fault, FaultyFileError, Kind, told
from surveys.files.shape import shaped
from surveys.files.source import Source, read_source
from surveys.framework import Framework
from surveys.languages.freshness import findings
from surveys.languages.overlay import load_overlay
from surveys.load import faults_in, home_of, load_edition, load_files
from surveys.rules import whole
from surveys.rules.whole import check_framework, errors, warnings
from surveys.survey import Survey
from surveys.trying import fitting
from surveys.trying.load import ENDING, survey_beside
from surveys.trying.persona import Personas
from surveys.trying.reach import unreachable

__all__ = ["check_file", "check_framework", "check_survey", "errors", "warnings"]

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


def check_survey(
    survey: Survey,
    framework: Framework,
    source: Source | None = None,
    framework_source: Source | None = None,
) -> tuple[Fault, ...]:
    """What is wrong with a survey beyond its shape, what nobody can be asked included."""
    source = source or Source(survey.survey)
    faults = whole.check_survey(survey, framework, source, framework_source)
    return tuple(sorted({*faults, *_unreachable(survey, framework, source, faults)}))


def check_file(path: Path) -> tuple[Fault, ...]:
    """What is wrong with a file, whatever it is; no error among them means that it can be published.

    A file with a line “personas:” holds people, who are held against the survey
    beside them; one with a line “language:” holds a language of the framework or
    survey beside it. Of the others, one with a line “survey:” is a survey, and its
    framework and languages are checked with it; one with a line “framework:” is a
    framework.
    """
    try:
        return tuple(sorted(_found(path)))
    except FaultyFileError as error:
        return error.faults


def _found(path: Path) -> Iterator[Fault]:
    source = read_source(path)
    if "personas" in source.data:
        yield from _people(path, source)
    elif "language" in source.data:
        overlay = load_overlay(path)
        yield from findings(home_of(overlay, path), overlay)
    elif "survey" in source.data:
        files = load_files(path)
        faults = faults_in(files)
        yield from {*faults, *_unreachable(files.survey, files.framework, source, faults)}
    elif "framework" in source.data:
        yield from check_framework(shaped(Framework, source), source)
    else:
        yield told(NEITHER, source.file, 0)


def _unreachable(
    survey: Survey, framework: Framework, source: Source, faults: tuple[Fault, ...]
) -> Iterator[Fault]:
    """What is on no way: looked for where nothing is wrong with the survey itself."""
    if not errors(fault for fault in faults if fault.file == source.file):
        yield from (finding.fault(source) for finding in unreachable(survey, framework))


def _people(path: Path, source: Source) -> Iterator[Fault]:
    personas = shaped(Personas, source)
    if path.name.endswith(ENDING):
        yield from fitting.faults(personas, load_edition(survey_beside(path)), source)
    else:
        yield told(PERSONAS_NAME, source.file, 0)
