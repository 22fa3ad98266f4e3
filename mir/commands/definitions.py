"""Surveys as files: checking them and listing those that ship."""

from pathlib import Path

import click

from mir.commands.layout import table
from surveys.check import check_file
from surveys.faults import FaultyFileError
from surveys.load import shipped_edition, shipped_surveys


@click.group()
def survey() -> None:
    """Check and list surveys."""


@survey.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Check a survey or framework FILE and list everything wrong in it, with its line."""
    faults = check_file(file)
    if faults:
        raise FaultyFileError(faults)
    click.echo(f"{file} is in order.")


@survey.command("list")
def list_all() -> None:
    """List the surveys that ship with Making it Real."""
    rows = [("Name", "Statements", "Voices", "Title")]
    for name in shipped_surveys():
        edition = shipped_edition(name)
        rows.append((name, str(len(edition.statements)), ", ".join(edition.voices), edition.title["en"]))
    click.echo(table(rows, indent=""))
