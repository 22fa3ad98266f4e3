"""Frameworks, surveys and editions from their files. A faulty file is refused whole, with every fault."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveys.asking import selected, settled
from surveys.edition import Edition, publish
from surveys.faults import Fault, FaultyFileError, Kind
from surveys.files.shape import shaped
from surveys.files.source import Source, read_source
from surveys.framework import Framework
from surveys.own.written import Selection
from surveys.rules import unsound
from surveys.rules.own_faults import unsound_own
from surveys.survey import Survey, WrittenSurvey

SHIPPED = Path(__file__).parent / "library"
"""The folder of the frameworks and surveys that travel with the package."""

FRAMEWORK_MISSING = Kind(
    "framework-missing",
    "There is no framework “{framework}”.",
    "Put {name} beside the survey, or name a framework that we ship.",
)


@dataclass(frozen=True)
class SurveyFiles:
    """A survey and its framework, each with the file it came from."""

    survey: Survey
    survey_source: Source
    framework: Framework
    framework_source: Source


def load_framework(path: Path) -> Framework:
    """The framework in a file. Raises FaultyFileError for a fault of form; `check_file` finds the others."""
    return shaped(Framework, read_source(path))


def load_survey(path: Path) -> Survey:
    """The survey in a file. Raises FaultyFileError for a fault of form; `check_file` finds the others.

    Its framework is only looked for where the statements are chosen by theme.
    """
    source = read_source(path)
    written = shaped(WrittenSurvey, source)
    if isinstance(written.statements, Selection):
        return load_files(path).survey
    return settled(written)


def load_files(path: Path) -> SurveyFiles:
    """The survey in a file, with its framework.

    The framework is looked for beside the survey, then in ../frameworks, then
    in the shipped library. Raises FaultyFileError.
    """
    source = read_source(path)
    written = shaped(WrittenSurvey, source)
    framework_source = read_source(_framework_path(written, source, path))
    framework = shaped(Framework, framework_source)
    survey = settled(written, selected(written, framework, source))
    return SurveyFiles(survey, source, framework, framework_source)


def load_edition(path: Path) -> Edition:
    """The edition of the survey in a file. Raises FaultyFileError, with the lines, where `publish` would."""
    files = load_files(path)
    faults = unsound(files.survey, files.framework, files.survey_source, files.framework_source)
    if faults := faults or unsound_own(files.survey, files.framework, files.survey_source):
        raise FaultyFileError(faults)
    return publish(files.framework, files.survey)


def shipped_surveys() -> tuple[str, ...]:
    """The names of the surveys that travel with the package, in the order of the alphabet."""
    files = (SHIPPED / "surveys").glob("*.yaml")
    return tuple(sorted(path.stem for path in files if "." not in path.stem))  # a second stop: its personas


@cache
def shipped_edition(name: str) -> Edition:
    """The edition of a survey that travels with the package. Raises FaultyFileError for an unknown name."""
    if name not in shipped_surveys():
        fix = f"Choose one of these: {', '.join(shipped_surveys())}."
        raise FaultyFileError((Fault(name, 0, f"There is no survey called “{name}”.", fix),))
    return load_edition(SHIPPED / "surveys" / f"{name}.yaml")


def _framework_path(survey: WrittenSurvey, source: Source, path: Path) -> Path:
    name = f"{survey.framework}.yaml"
    folders = (path.parent, path.parent.parent / "frameworks", SHIPPED / "frameworks")
    for candidate in (folder / name for folder in folders):
        if candidate.is_file() and candidate.resolve() != path.resolve():
            return candidate
    raise FaultyFileError(
        (source.told(FRAMEWORK_MISSING, ("framework",), framework=survey.framework, name=name),)
    )
