"""The made-up people of a survey from the file beside it."""

from dataclasses import dataclass
from pathlib import Path

from surveys.files.shape import shaped
from surveys.files.source import Source, read_source
from surveys.trying.persona import Personas

ENDING = ".personas.yaml"


@dataclass(frozen=True)
class PersonaFile:
    """People, and the file they came from."""

    personas: Personas
    source: Source


def file_beside(survey: Path) -> Path:
    """Where the people of this survey's file are looked for: `core.personas.yaml` beside `core.yaml`."""
    return survey.with_name(f"{survey.stem}{ENDING}")


def survey_beside(personas: Path) -> Path:
    """The survey's file that these people are made for."""
    return personas.with_name(f"{personas.name.removesuffix(ENDING)}.yaml")


def load_personas(path: Path) -> PersonaFile:
    """The people in a file. Raises FaultyFileError for a fault of form; `fitting.faults` finds the others."""
    source = read_source(path)
    return PersonaFile(shaped(Personas, source), source)
