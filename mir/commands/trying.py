"""Trying a survey before anybody is asked: made-up people walk it, and every way through it is counted."""

import json
from pathlib import Path

import click

from mir.commands import trial
from mir.commands.words import VOICE
from scoring.trying import differences, scores
from surveys.check import errors
from surveys.edition import Edition
from surveys.faults import FaultyFileError
from surveys.framework import Voice
from surveys.load import SHIPPED, load_edition, shipped_surveys
from surveys.trying.fitting import faults
from surveys.trying.load import PersonaFile, file_beside, load_personas
from surveys.trying.tried import Walked, tried

NOT_AS_EXPECTED = 1
"""How the command ends when somebody's walk is not as expected, or nobody could ever meet a question."""


@click.command("try")
@click.argument("survey", type=click.Path(path_type=Path))
@click.option(
    "--personas", type=click.Path(path_type=Path), help="Other people than those beside the survey."
)
@click.option("--voice", type=VOICE, help="Show this voice only.")
@click.option("--pages", is_flag=True, help="Tell the reading age of every page.")
@click.option("--json", "as_json", is_flag=True, help="Print it for a program.")
def try_survey(
    survey: Path, personas: Path | None, voice: Voice | None, *, pages: bool, as_json: bool
) -> None:
    """Walk made-up people through SURVEY, a file or the name of one we ship, and count every way.

    Ends with status 1 where a walk is not as expected, or where nobody could ever meet a question.
    """
    path = _file(survey)
    edition = load_edition(path)
    if voice and voice not in edition.voices:
        known = ", ".join(edition.voices)
        raise click.UsageError(f"{path.name} does not ask “{voice}”. Choose one of these: {known}.")
    people = _people(personas or file_beside(path), edition, must_be=personas is not None)
    found = tried(edition, people)
    outcome = trial.Outcome(
        tried=found,
        people=tuple(_trial(one, edition, people) for one in found.walked) if people else (),
        voice=voice,
        file=personas or file_beside(path),
        pages=pages,
    )
    click.echo(
        json.dumps(trial.document(outcome), indent=2, ensure_ascii=False) if as_json else trial.text(outcome)
    )
    if not outcome.fine:
        click.get_current_context().exit(NOT_AS_EXPECTED)


def _file(survey: Path) -> Path:
    """The file that was meant: a survey that ships may be called by its name."""
    if not survey.exists() and str(survey) in shipped_surveys():
        return SHIPPED / "surveys" / f"{survey}.yaml"
    return survey


def _people(path: Path, edition: Edition, *, must_be: bool) -> PersonaFile | None:
    """The people of a file that fit the survey; None where there is no file and none was named."""
    if not must_be and not path.is_file():
        return None
    people = load_personas(path)
    if wrong := errors(faults(people.personas, edition, people.source)):
        raise FaultyFileError(wrong)
    return people


def _trial(one: Walked, edition: Edition, people: PersonaFile) -> trial.Trial:
    found = scores(edition, one.walk)
    others = differences(one.walk, found, ("personas", one.place), people.source)
    return trial.Trial(one.walk, found, tuple(sorted((*one.differences, *others))))
