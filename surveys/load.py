"""Frameworks, surveys and editions from their files. A faulty file is refused whole, with every fault."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveys.asking import selected, settled
from surveys.edition import Edition, compiled
from surveys.faults import Fault, FaultyFileError, Kind
from surveys.files.shape import shaped
from surveys.files.source import Source, read_source
from surveys.framework import Framework
from surveys.languages.offered import Asked, language_faults, wanted_tags
from surveys.languages.overlay import Overlay, load_overlay
from surveys.languages.passages import Home
from surveys.own.written import Selection
from surveys.rules.whole import check_framework, check_survey, errors
from surveys.survey import Survey, WrittenSurvey

SHIPPED = Path(__file__).parent / "library"
"""The folder of the frameworks and surveys that travel with the package."""

FRAMEWORK_MISSING = Kind(
    "framework-missing",
    "There is no framework “{framework}”.",
    "Put {name} beside the survey, or name a framework that we ship.",
)


@dataclass(frozen=True)
class SurveyFiles(Asked):
    """A survey and its framework, each with the file it came from, and the languages that lie beside them."""

    overlays: tuple[Overlay, ...] = ()


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


def load_files(path: Path, languages: tuple[str, ...] | None = None) -> SurveyFiles:
    """The survey in a file, with its framework and the words of its languages.

    The framework is looked for beside the survey, then in ../frameworks, then
    in the shipped library. `languages` are offered in place of those that the
    survey names. Raises FaultyFileError.
    """
    source = read_source(path)
    written = shaped(WrittenSurvey, source)
    home = _framework_path(written, source, path)
    framework_source = read_source(home)
    framework = shaped(Framework, framework_source)
    survey = settled(written, selected(written, framework, source))
    if languages is not None:
        survey = survey.model_copy(update={"languages": languages})
    tags = wanted_tags(survey.languages)
    found = (file.with_name(f"{file.stem}.{tag}.yaml") for file in (home, path) for tag in tags)
    overlays = tuple(load_overlay(file) for file in found if file.is_file())
    return SurveyFiles(survey, source, framework, framework_source, overlays)


def load_edition(path: Path, languages: tuple[str, ...] | None = None) -> Edition:
    """The edition of the survey in a file, in its own languages or in these.

    Raises FaultyFileError, with the lines, where `publish` would.
    """
    return edition_of(load_files(path, languages))


def edition_of(files: SurveyFiles) -> Edition:
    """The edition of a survey that was loaded. Raises FaultyFileError, with the lines."""
    if wrong := errors(faults_in(files)):
        raise FaultyFileError(wrong)
    return compiled(files.framework, files.survey, files.overlays)


def faults_in(files: SurveyFiles) -> tuple[Fault, ...]:
    """Every fault of a survey, its framework and its languages, warnings among them."""
    return tuple(
        sorted(
            {
                *check_framework(files.framework, files.framework_source),
                *check_survey(files.survey, files.framework, files.survey_source, files.framework_source),
                *language_faults(files, files.overlays),
            }
        )
    )


def home_of(overlay: Overlay, path: Path) -> Home:
    """The framework or survey that lies beside the file of a language. Raises FaultyFileError."""
    beside = path.with_name(f"{overlay.framework or overlay.survey}.yaml")
    return load_framework(beside) if overlay.framework else load_survey(beside)


def shipped_surveys() -> tuple[str, ...]:
    """The names of the surveys that travel with the package, in the order of the alphabet."""
    stems = (path.stem for path in (SHIPPED / "surveys").glob("*.yaml"))
    return tuple(sorted(stem for stem in stems if "." not in stem))  # a second stop: a language, or personas


@cache
def shipped_edition(name: str, languages: tuple[str, ...] | None = None) -> Edition:
    """The edition of a survey that travels with the package, in English or in these languages.

    Raises FaultyFileError for an unknown name, or a language that it does not have whole.
    """
    if name not in shipped_surveys():
        fix = f"Choose one of these: {', '.join(shipped_surveys())}."
        raise FaultyFileError((Fault(name, 0, f"There is no survey called “{name}”.", fix),))
    return load_edition(SHIPPED / "surveys" / f"{name}.yaml", languages)


def _framework_path(survey: WrittenSurvey, source: Source, path: Path) -> Path:
    name = f"{survey.framework}.yaml"
    folders = (path.parent, path.parent.parent / "frameworks", SHIPPED / "frameworks")
    for candidate in (folder / name for folder in folders):
        if candidate.is_file() and candidate.resolve() != path.resolve():
            return candidate
    raise FaultyFileError(
        (source.told(FRAMEWORK_MISSING, ("framework",), framework=survey.framework, name=name),)
    )
