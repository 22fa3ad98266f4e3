"""All the rules over a whole framework or survey: every fault, with its line where the file is known."""

from collections.abc import Iterable

from surveys.faults import Fault, Severity
from surveys.files.source import Source
from surveys.framework import Framework
from surveys.rules import FRAMEWORK, SURVEY, WORDINGS
from surveys.rules.finding import Finding
from surveys.rules.own_faults import own_faults
from surveys.survey import Survey


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
    told_of = (
        *_faults(own, source),
        *_faults(wordings, framework_source),
        *own_faults(survey, framework, source),
    )
    return tuple(sorted(set(told_of)))


def _faults(findings: Iterable[Finding], source: Source) -> tuple[Fault, ...]:
    return tuple(sorted({finding.fault(source) for finding in findings}))
