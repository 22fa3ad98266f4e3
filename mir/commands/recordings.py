"""Questions read out or signed: the names that files of them need, and which of them are there."""

import click

from mir.commands import ground
from mir.commands.layout import counted
from mir.respond.recordings import BSL, FILMS, SOUNDS, listed
from mir.rounds.queries import edition


@click.command()
@click.option(
    "--round", "which", required=True, metavar="ROUND", help="An id, or words such as “Rose House Spring”."
)
def recordings(which: str) -> None:
    """List the files that can hold a round's questions, read out or in British Sign Language."""
    folder = ground.settings().recordings
    with ground.opened() as store:
        names = listed(folder, edition(store, ground.find_round(store, which).edition_hash))
    for name, ending in names:
        kinds = FILMS if name.endswith(f".{BSL}") else SOUNDS
        click.echo(f"{name}.{ending}  is there" if ending else f"{name}.({'|'.join(kinds)})")
    there = sum(bool(ending) for _, ending in names)
    click.echo(f"\n{counted(there, 'file')} of {len(names)} in {folder or 'no folder: set MIR_RECORDINGS'}.")
