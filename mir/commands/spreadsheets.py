"""Surveys to and from XLSForm workbooks."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from mir.commands.layout import counted, wrapped
from mir.commands.words import VOICE, OneOf
from mir.commands.writing import may_write
from mir.errors import RefusalError
from surveys.check import errors
from surveys.exchange.book import workbook
from surveys.exchange.workbook import MOST_BYTES
from surveys.exchange.xlsforms.coming_in import Terms, from_form
from surveys.exchange.xlsforms.going_out import to_form
from surveys.exchange.xlsforms.incoming import Note
from surveys.exchange.xlsforms.layout import asked
from surveys.faults import FaultyFileError
from surveys.files.writing import survey_text
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice
from surveys.languages.offered import language_faults, others
from surveys.languages.translating import translated
from surveys.load import SHIPPED, SurveyFiles, load_files, shipped_surveys

_FORCE = click.option("--force", is_flag=True, help="Write over a file that is there.")


@click.command("to-xlsform")
@click.argument("survey")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Where to write the workbook.")
@click.option("--voice", type=VOICE, help="Whose words the form shows; otherwise the survey's first voice.")
@click.option(
    "--presentation", type=OneOf(Presentation), help="Which words it shows; otherwise the survey's first."
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    help="Also in this language, such as cy. May be repeated; English stays.",
)
@_FORCE
def to_xlsform(  # noqa: PLR0913 - one argument an option
    survey: str,
    out: Path,
    voice: Voice | None,
    presentation: Presentation | None,
    *,
    languages: tuple[str, ...],
    force: bool,
) -> None:
    """Write a SURVEY, a shipped one or a YAML file, as an XLSForm workbook.

    One workbook asks one voice in one presentation. The words of all the others
    travel in it too, so that any of them can be read back whole.
    """
    may_write(out, force=force)
    files = _spoken(
        _files(survey, tuple(dict.fromkeys((SOURCE_LANGUAGE, *languages))) if languages else None)
    )
    whom = asked(files.survey, voice or files.survey.voices[0], presentation or files.survey.presentations[0])
    _refuse_other(files, whom.voice, whom.presentation)
    out.write_bytes(workbook(to_form(files.survey, files.framework, whom)))
    click.echo(f"{files.survey.survey} is in {out}, in the words for “{whom.voice}” ({whom.presentation}).")
    others = [one.value for one in files.survey.voices if one is not whom.voice]
    if others:
        click.echo(wrapped(f"Write a workbook for each of the others with --voice: {', '.join(others)}."))


@click.command("from-xlsform")
@click.argument("form", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Where to write the YAML file.")
@click.option(
    "--framework",
    default="making-it-real",
    show_default=True,
    help="Whose statements, if the form names none.",
)
@click.option(
    "--voice",
    "voices",
    type=VOICE,
    multiple=True,
    help="Who is asked, if the form does not say. Say it again.",
)
@_FORCE
def from_xlsform(form: Path, out: Path, framework: str, voices: tuple[Voice, ...], *, force: bool) -> None:
    """Make a survey of an XLSForm workbook, and list all of it that has no place in one."""
    may_write(out, force=force)
    came = from_form(_read(form), form.name, Terms(framework, voices or (Voice.PERSON,)))
    text = survey_text(came.survey)
    if came.notes:
        click.echo(_told(came.notes) + "\n")
    out.write_text(text, "utf-8")
    asked_in = counted(len(came.survey.questions), "question")
    click.echo(f"{form.name} is a survey with {asked_in} of its own in {out}.")
    click.echo(f"\nNext:\n  mir survey check {out}")


def _files(survey: str, languages: tuple[str, ...] | None) -> SurveyFiles:
    if Path(survey).suffix in {".yaml", ".yml"}:
        return load_files(Path(survey), languages)
    if survey not in shipped_surveys():
        names = ", ".join(shipped_surveys())
        raise RefusalError(
            f"There is no survey called “{survey}”. Name a YAML file, or one of these: {names}."
        )
    return load_files(SHIPPED / "surveys" / f"{survey}.yaml", languages)


def _spoken(files: SurveyFiles) -> SurveyFiles:
    """The same with the words of its languages in it. Raises FaultyFileError where one of them lacks some."""
    if wrong := errors(language_faults(files, files.overlays)):
        raise FaultyFileError(wrong)
    languages = others(files.survey.languages)
    survey = translated(files.survey, files.overlays, languages)
    framework = translated(files.framework, files.overlays, languages)
    return replace(files, survey=survey, framework=framework)


def _refuse_other(files: SurveyFiles, voice: Voice, presentation: Presentation) -> None:
    for one, offered in ((voice, files.survey.voices), (presentation, files.survey.presentations)):
        if one not in offered:
            raise RefusalError(
                f"This survey does not offer “{one}”. Choose one of these: {', '.join(offered)}."
            )


def _read(form: Path) -> bytes:
    if not form.is_file():
        raise RefusalError(f"There is no file {form}. Check the name and the folder.")
    with form.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)  # one more than is allowed tells that it is too large


def _told(notes: Sequence[Note]) -> str:
    """What did not come in as it was, by sheet and row; the same thing in several rows is said once."""
    lines = [f"{counted(len(notes), 'thing')} did not come in as it was:"]
    by_words = sorted(notes, key=lambda one: (one.sheet, one.what, one.fix, one.row))
    groups = [list(found) for _, found in groupby(by_words, lambda one: (one.sheet, one.what, one.fix))]
    for found in sorted(groups, key=lambda found: (found[0].sheet, found[0].row)):
        rows = ", ".join(str(one.row) for one in found)
        place = f"Sheet “{found[0].sheet}”, row{'s' * (len(found) > 1)} {rows}"
        lines.append(wrapped(f"{place}: {found[0].what}", "    ", "  "))
        lines.append(wrapped(found[0].fix, "      ", "    → "))
    return "\n".join(lines)
