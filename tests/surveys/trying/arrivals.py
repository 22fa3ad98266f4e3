"""The survey of every kind of question, and people made for it."""

from pathlib import Path

from surveys.asking import settled
from surveys.edition import Edition, publish
from surveys.files.shape import shaped
from surveys.files.source import parse_source
from surveys.load import load_framework
from surveys.survey import WrittenSurvey
from surveys.trying.load import PersonaFile
from surveys.trying.persona import Persona, Personas

GOOD = Path(__file__).parents[1] / "good"
TEXT = (GOOD / "arrivals.yaml").read_text("utf-8")
SECTIONS_OFF = (TEXT[TEXT.index("sections:") :], "")
"""The change that leaves the survey in its plain order."""
FRAMEWORK = load_framework(GOOD / "frameworks" / "small.yaml")


def edition_of(*changes: tuple[str, str]) -> Edition:
    """The edition of the survey after these changes to its text."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return publish(FRAMEWORK, settled(shaped(WrittenSurvey, parse_source(text.encode(), "arrivals"))))


def people(text: str) -> PersonaFile:
    """The people in this text."""
    source = parse_source(text.encode(), "arrivals.personas")
    return PersonaFile(shaped(Personas, source), source)


def persona(**parts: object) -> Persona:
    """One person of this voice, presentation, answers and expectations."""
    return Persona.model_validate({"name": "Ada", "about": "Somebody.", "voice": "person", **parts})
