"""Surveys as files: checking them and listing those that ship."""

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from mir.commands.layout import counted, table, wrapped
from mir.commands.spreadsheets import from_xlsform, to_xlsform
from mir.commands.translating import translate
from mir.commands.trying import try_survey
from surveys.check import check_file, errors, warnings
from surveys.editions.changes import Change, Effect
from surveys.editions.diff import comparable
from surveys.faults import Fault, FaultyFileError
from surveys.load import load_edition, shipped_edition, shipped_surveys
from surveys.schema import FILES, schema

_EFFECTS = {
    Effect.BREAK: "Breaks: do not compare across these",
    Effect.CARE: "Compare with care",
    Effect.SAME_MEANING: "Same meaning",
    Effect.COSMETIC: "Only written otherwise",
}
"""The heading of each group of changes, the gravest first."""

_VERDICTS = {
    Effect.NONE: "can be compared",
    Effect.COSMETIC: "can be compared",
    Effect.SAME_MEANING: "can be compared",
    Effect.CARE: "compare with care",
    Effect.BREAK: "cannot be compared",
}


@click.group()
def survey() -> None:
    """Check, try, translate, compare and list surveys."""


survey.add_command(try_survey)
survey.add_command(translate)


survey.add_command(to_xlsform)
survey.add_command(from_xlsform)


@survey.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Check a survey or framework FILE and list what is worth a look in it, then what is wrong."""
    faults = check_file(file)
    for name, found in groupby(warnings(faults), lambda one: one.file):
        click.echo(_worth_a_look(name, tuple(found)))
    if wrong := errors(faults):
        raise FaultyFileError(wrong)
    click.echo(f"{file} is in order.")


@survey.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
def diff(old: Path, new: Path) -> None:
    """Compare two survey files, OLD and NEW: what changed, and which scores may still be compared."""
    result = comparable(load_edition(old), load_edition(new))
    if not result.changes:
        click.echo("Both ask the same in the same words.")
        return
    for effect, heading in _EFFECTS.items():
        found = [change for change in result.changes if change.effect is effect]
        if found:
            click.echo(f"{heading} ({len(found):,})")
            click.echo("\n".join(_change(change) for change in found) + "\n")
    rows = [("Score", "Across the two")]
    rows += [(code, _VERDICTS[result.theme(code)]) for code in result.themes]
    click.echo(table([*rows, ("overall", _VERDICTS[result.overall()])], indent=""))


@survey.command("list")
def list_all() -> None:
    """List the surveys that ship with Making it Real."""
    rows = [("Name", "Statements", "Voices", "Title")]
    for name in shipped_surveys():
        edition = shipped_edition(name)
        rows.append((name, str(len(edition.statements)), ", ".join(edition.voices), edition.title["en"]))
    click.echo(table(rows, indent=""))


@survey.command("schema")
@click.argument("file", type=click.Choice(FILES), default=FILES[0])
def print_schema(file: str) -> None:
    """Print the JSON Schema of a kind of FILE, with which an editor completes and checks it."""
    click.echo(json.dumps(schema(file), indent=2, ensure_ascii=False))


def _worth_a_look(file: str, found: Sequence[Fault]) -> str:
    """What does not stop anybody, by line; what to do is said once for neighbours that need the same."""
    lines = [f"{file}: {counted(len(found), 'thing')} worth a look. People can be asked all the same."]
    for fix, alike in groupby(found, lambda one: one.fix):
        lines += [wrapped(f"Line {fault.line}: {fault.what}", "    ", "  ") for fault in alike]
        lines.append(wrapped(fix, "    ", "  → "))
    return "\n".join(lines) + "\n"


def _change(change: Change) -> str:
    place = " > ".join(map(str, change.place))
    sides = [f"{sign} {text}" for sign, text in (("-", change.old), ("+", change.new)) if text is not None]
    return "\n".join(
        [
            wrapped(f"{place}: {change.sentence}", "    ", "  "),
            *(wrapped(one, "      ", "    ") for one in sides),
        ]
    )
