"""Every fault in a framework or a survey, with its line: what an author reads before publishing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from surveys.faults import Fault, FaultyFileError
from surveys.framework import Framework
from surveys.load import load_files
from surveys.rules import FRAMEWORK, SURVEY, WORDINGS, Finding
from surveys.shape import shaped
from surveys.source import Source, read_source
from surveys.survey import Survey


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
    return tuple(sorted({*_faults(own, source), *_faults(wordings, framework_source)}))


def check_file(path: Path) -> tuple[Fault, ...]:
    """What is wrong with a file, whatever it is; nothing means that it can be published.

    A file with a line “survey:” is a survey, and its framework is checked with
    it; any other with a line “framework:” is a framework.
    """
    try:
        return tuple(sorted(_found(path)))
    except FaultyFileError as error:
        return error.faults


def _found(path: Path) -> Iterator[Fault]:
    source = read_source(path)
    if "survey" in source.data:
        files = load_files(path)
        yield from check_framework(files.framework, files.framework_source)
        yield from check_survey(files.survey, files.framework, files.survey_source, files.framework_source)
    elif "framework" in source.data:
        yield from check_framework(shaped(Framework, source), source)
    else:
        what = "The file is neither a framework nor a survey."
        yield Fault(source.file, 0, what, "Start it with a line “framework:” or “survey:”.")


def _faults(findings: Iterable[Finding], source: Source) -> tuple[Fault, ...]:
    return tuple(sorted({source.fault(finding.loc, finding.what, finding.fix) for finding in findings}))
