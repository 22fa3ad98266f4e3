"""The record of who did what: whether it is whole, and taking it out."""

from pathlib import Path

import click

from mir.audit.queries import deeds, every, verify
from mir.audit.writing import as_csv, as_lines
from mir.commands import ground
from mir.commands.layout import counted
from mir.errors import RefusalError
from mir.providers.register import organisations


@click.group("audit")
def group() -> None:
    """Check and export the record of who did what."""


@group.command("verify")
@click.option("--remembered", metavar="SUM", default="", help="A last sum that you wrote down earlier.")
@click.pass_context
def check(ctx: click.Context, remembered: str) -> None:
    """Say whether the record is whole, or in which row it breaks.

    Write the last sum down somewhere else now and then. With --remembered, rows cut off
    at the end are found too.
    """
    with ground.opened() as store:
        found = verify(store, remembered.strip().lower())
    if found.broken:
        click.echo(f"The record breaks at row {found.broken}: {found.why}.", err=True)
        ctx.exit(1)
    click.echo(f"The record is whole: {counted(found.rows, 'row')}. Last sum:\n{found.last or '(none yet)'}")


@group.command("export")
@click.option("--organisation", "of", metavar="NAME", help="Only of this organisation.")
@click.option("--form", type=click.Choice(("csv", "jsonl")), default="csv", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write.")
def export(of: str | None, form: str, out: Path) -> None:
    """Write the record, or the part of one organisation, into a file."""
    if out.exists():
        raise RefusalError(f"{out} is there already. Choose another name.")
    with ground.opened() as store:
        owner = ground.find_named(organisations(store), of, "organisation") if of else None
        rows = tuple(reversed(deeds(store, owner.id))) if owner else every(store)
    out.write_text(as_csv(rows) if form == "csv" else as_lines(rows), "utf-8")
    click.echo(f"{counted(len(rows), 'row')} in {out}.")
