"""Answers of a closed round as a file for an analyst."""

from pathlib import Path

import click

from mir.audit.operations import Done, tell
from mir.commands import ground
from mir.commands.layout import counted, wrapped
from mir.commands.words import VOICE
from mir.commands.writing import may_write
from mir.errors import RefusalError
from surveys.exchange.exports.files import LONG, WIDE, as_csv, as_workbook
from surveys.framework import Voice

_WRITERS = {".csv": as_csv, ".xlsx": as_workbook}


@click.command()
@click.option(
    "--round", "which", required=True, metavar="ROUND", help="An id, or words such as “Rose House”."
)
@click.option("--voice", type=VOICE, required=True, help="Whose answers.")
@click.option(
    "--form",
    type=click.Choice([WIDE, LONG]),
    default=WIDE,
    show_default=True,
    help="A row for each person, or for each answer.",
)
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="Where to write it: a .csv or .xlsx file."
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def export(which: str, voice: Voice, form: str, out: Path, *, force: bool) -> None:
    """Write the answers of one voice, one by one, for an analyst.

    Only of closed rounds, from ten people up. What could point at a person is
    left out and named. The order is drawn anew each time.
    """
    from mir.results.exporting import export_of

    write = _WRITERS.get(out.suffix.lower())
    if write is None:
        raise RefusalError(f"{out} should end in .csv or .xlsx. Name it so: --out {out.with_suffix('.csv')}")
    may_write(out, force=force)
    with ground.opened() as store:
        card = ground.find_round(store, which)
        found = export_of(store, card.id, voice)
        about = f"{voice}, {ground.name_of(card)}"
        tell(store, Done("took answers out for an analyst", about, card.service.organisation_id))
    out.write_bytes(write(found, form))
    sets = counted(len(found.given), "set")
    click.echo(f"{sets} of answers of {ground.name_of(card)} are in {out}, in no order.\n")
    click.echo("Left out, so that nobody can be picked out:\n")
    for one in found.left_out:
        click.echo(wrapped(f"{one.name}: {one.why}", "    ", "  "))
    click.echo(
        "\n" + wrapped("A row is still one person. Keep the file safe, and pass it on to nobody else.")
    )
