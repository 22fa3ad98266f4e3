"""Every fault in a framework, survey or language, with its line: what an author reads before publishing."""

from collections.abc import Iterator
from pathlib import Path

from surveys.faults import Fault, FaultyFileError, Kind, told
from surveys.files.shape import shaped
from surveys.files.source import read_source
from surveys.framework import Framework
from surveys.languages.freshness import findings
from surveys.languages.overlay import load_overlay
from surveys.load import faults_in, home_of, load_files
from surveys.rules.whole import check_framework, check_survey, errors, warnings

__all__ = ["check_file", "check_framework", "check_survey", "errors", "warnings"]

NEITHER = Kind(
    "neither",
    "The file is neither a framework nor a survey.",
    "Start it with a line “framework:” or “survey:”.",
)


def check_file(path: Path) -> tuple[Fault, ...]:
    """What is wrong with a file, whatever it is; no error among them means that it can be published.

    A file with a line “language:” is a language of the framework or survey beside
    it, one with a line “survey:” is a survey, whose framework and languages are
    checked with it, and any other with a line “framework:” is a framework.
    """
    try:
        return tuple(sorted(_found(path)))
    except FaultyFileError as error:
        return error.faults


def _found(path: Path) -> Iterator[Fault]:
    source = read_source(path)
    if "language" in source.data:
        overlay = load_overlay(path)
        yield from findings(home_of(overlay, path), overlay)
    elif "survey" in source.data:
        yield from faults_in(load_files(path))
    elif "framework" in source.data:
        yield from check_framework(shaped(Framework, source), source)
    else:
        yield told(NEITHER, source.file, 0)
