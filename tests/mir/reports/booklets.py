"""Booklets of the shipped short survey and of every kind of own question, and their PDFs."""

from datetime import date
from functools import cache
from pathlib import Path

from mir.concerns.calling import calls
from mir.concerns.queries import OUTSIDE, SAFEGUARDING, Contact
from mir.paper.booklet import Booklet, Choice, booklet_of, door_of
from mir.providers.models import Kind
from mir.providers.queries import ServiceCard
from mir.reports.booklet import booklet_pdf
from mir.reports.typeset import Printed
from mir.rounds.models import RoundState
from mir.rounds.queries import RoundCard
from surveys.edition import Edition, publish
from surveys.framework import Presentation, Voice
from surveys.load import load_framework, load_survey, shipped_edition

GOOD = Path(__file__).parents[2] / "surveys" / "good"
STANDARD, EASY = Presentation.STANDARD, Presentation.EASY_READ
PERSON = Choice(Voice.PERSON, STANDARD)
CODE = "ABCD234E"
NAMED = (
    Contact(SAFEGUARDING, "Priya Shah", "safeguarding lead", "01632 960001", None),
    Contact(OUTSIDE, "Ade Cole", "trustee", "01632 960002", None),
)
"""Whom the service has named."""


@cache
def arrivals() -> Edition:
    """Own questions of every kind."""
    return publish(load_framework(GOOD / "frameworks" / "small.yaml"), load_survey(GOOD / "arrivals.yaml"))


@cache
def core() -> Edition:
    """The shipped short survey."""
    return shipped_edition("core")


@cache
def urdu() -> Edition:
    """The short survey in English and Urdu."""
    return shipped_edition("core", ("en", "ur"))


def card(edition: Edition) -> RoundCard:
    """An open round of this edition."""
    service = ServiceCard("s", "Rose House", Kind.CARE_HOME, "Hazel Care", "o", 24)
    days = date(2026, 11, 1), date(2026, 12, 12)
    return RoundCard("a" * 32, "Spring", service, edition.hash, *days, RoundState.OPEN)


def booklet(edition: Edition, choice: Choice = PERSON, code: str = CODE, *, single: bool = False) -> Booklet:
    """One booklet."""
    door = door_of("https://answers.example.org", code, single=single)
    numbers = calls(NAMED, choice.voice, choice.presentation, choice.language)
    return booklet_of(card(edition), edition, choice, door, numbers)


@cache
def printed(name: str, choice: Choice = PERSON) -> Printed:
    """Its PDF."""
    edition = {"arrivals": arrivals, "core": core}[name]()
    return booklet_pdf([booklet(edition, choice)])
