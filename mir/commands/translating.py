"""Putting a survey or framework into another language: a sheet for a translator, and the sheet read back."""

import re
from dataclasses import dataclass
from pathlib import Path

import click

from mir.commands.layout import counted
from surveys.exchange.bilingual import DONE, from_rows, to_rows
from surveys.exchange.sheet import workbook
from surveys.exchange.workbook import MOST_BYTES, read_workbook
from surveys.files.source import read_source
from surveys.languages.overlay import Overlay, blank, load_overlay, written
from surveys.languages.passages import Home
from surveys.languages.translating import overlay_for
from surveys.load import SHIPPED, load_framework, load_survey
from surveys.survey import TAG

_ENDINGS = (".xlsx", ".pdf")


@dataclass(frozen=True)
class _Translated:
    """A survey or framework with its words in one language, and where their file lies or will lie."""

    home: Home
    overlay: Overlay
    path: Path


@click.command("translate")
@click.argument("file", type=click.Path(path_type=Path), metavar="SURVEY_OR_FRAMEWORK")
@click.option("--to", "language", required=True, metavar="LANGUAGE", help="Its tag: cy, ur, pl, pa-Arab.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write a sheet: a name that ends in .xlsx or .pdf."
)
@click.option("--from", "sheet", type=click.Path(path_type=Path), help="Read a sheet (.xlsx) back.")
def translate(file: Path, language: str, out: Path | None, sheet: Path | None) -> None:
    """Make a bilingual sheet of a survey or framework, or read one back into its file of that language.

    A language that is not there yet is started from nothing. What comes back is a
    draft until somebody who speaks it has reviewed it.
    """
    if not re.fullmatch(TAG, language):
        raise click.UsageError(f"“{language}” is not the tag of a language, such as cy or pa-Arab.")
    if (out is None) == (sheet is None):
        raise click.UsageError("Say one of the two: --out to make a sheet, or --from to read one back.")
    found = _found(file, language)
    if out is not None:
        _make(found, out)
    elif sheet is not None:
        _read(found, sheet)


def _make(found: _Translated, out: Path) -> None:
    if out.suffix not in _ENDINGS:
        raise click.UsageError("The name of the sheet ends in .xlsx or .pdf.")
    rows = to_rows(found.home, found.overlay)
    if out.suffix == ".xlsx":
        data = workbook(rows, found.overlay.language)
    else:
        from mir.reports.proof import proof_pdf

        data = proof_pdf(found.home.title["en"], found.overlay.language, found.overlay.status, rows)
    out.write_bytes(data)
    open_ = sum(row.status != DONE for row in rows)
    click.echo(f"{out}: {counted(len(rows), 'sentence')}, {open_:,} still to put over or to look at again.")
    if out.suffix == ".xlsx":
        click.echo(
            f"When it comes back:\n  mir survey translate … --to {found.overlay.language} --from {out}"
        )


def _read(found: _Translated, sheet: Path) -> None:
    with sheet.open("rb") as stream:
        sheets = read_workbook(stream.read(MOST_BYTES + 1), str(sheet))
    first = sheets[0]
    overlay = from_rows(found.home, found.overlay, first.rows, first.place)
    found.path.write_text(written(overlay, found.home), "utf-8")
    rows = to_rows(found.home, overlay)
    changed = sum(overlay.texts.get(key) != entry for key, entry in found.overlay.texts.items())
    changed += len(set(overlay.texts) - set(found.overlay.texts))
    open_ = sum(row.status != DONE for row in rows)
    click.echo(f"{found.path}: {counted(changed, 'sentence')} changed, {open_:,} still to put over.")
    if overlay.status == "draft":
        click.echo("It is a draft. When it is reviewed, write “status: reviewed” and “reviewed_by:” in it.")


def _found(file: Path, language: str) -> _Translated:
    path = _path(file)
    home: Home = load_survey(path) if "survey" in read_source(path).data else load_framework(path)
    empty = blank(home, language)
    beside = path.with_name(empty.file)
    overlay = load_overlay(beside) if beside.is_file() else empty
    if overlay_for(language, [empty]) is None:
        raise click.UsageError("That is the language of the file itself. Name another one.")
    # What we ship is not written over: it comes back into the folder one stands in.
    kept = Path(empty.file) if path.is_relative_to(SHIPPED) else beside
    if kept.is_file() and kept != beside:
        overlay = load_overlay(kept)
    return _Translated(home, overlay, kept)


def _path(file: Path) -> Path:
    """The file itself, or the one that we ship under this name."""
    shipped = [SHIPPED / folder / f"{file}.yaml" for folder in ("surveys", "frameworks")]
    found = next((path for path in shipped if path.is_file()), None)
    return found if found and not file.suffix else file
