"""Results: a table on the terminal, or the printed scorecard."""

from pathlib import Path
from shlex import quote

import click

from mir.audit.operations import Done, tell
from mir.commands import ground
from mir.commands.rounds import close_now
from mir.db import Store
from mir.errors import RefusalError
from mir.pages import day
from mir.rounds.queries import RoundCard

_ROUND = click.option(
    "--round",
    "which",
    required=True,
    metavar="ROUND",
    help="An id, or words such as “Rose House Spring 2026”.",
)
_CLOSE = click.option("--close", is_flag=True, help="Close the round first, if it is open.")


@click.command()
@_ROUND
@_CLOSE
def score(which: str, *, close: bool) -> None:
    """Show the scores of a closed round as a table."""
    from mir.commands.scores import as_text
    from mir.results.scorecard import scorecard_of

    with ground.opened() as store:
        card = _closed(store, which, f"mir score --round {quote(which)}", close=close)
        found = scorecard_of(store, card.id)
        tell(store, Done("read results", ground.name_of(card), card.service.organisation_id))
    click.echo(as_text(found))


@click.command()
@_ROUND
@_CLOSE
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Where to write the PDF.")
def report(which: str, out: Path, *, close: bool) -> None:
    """Print the scorecard of a closed round as a PDF."""
    from mir.reports.board import board_paper
    from mir.reports.scorecard import scorecard_pdf

    if out.is_dir():
        raise RefusalError(f"{out} is a folder. Name a file in it: --out {out / 'scorecard.pdf'}")
    if not out.parent.is_dir():
        raise RefusalError(f"There is no folder {out.parent}. Make it first, or write somewhere else.")
    with ground.opened() as store:
        card = _closed(
            store, which, f"mir report --round {quote(which)} --out {quote(str(out))}", close=close
        )
        pdf = scorecard_pdf(board_paper(store, card.id))
        tell(store, Done("printed the scorecard", ground.name_of(card), card.service.organisation_id))
    out.write_bytes(pdf)
    click.echo(f"The scorecard of {ground.name_of(card)} is in {out} ({len(pdf) / 1000:,.0f} kB).")


def _closed(store: Store, which: str, command: str, *, close: bool) -> RoundCard:
    """The round, closed first if that is wanted. Raises RefusalError for one that stays open."""
    card = ground.find_round(store, which)
    if not card.is_open:
        return card
    why = (
        f"{ground.name_of(card)} is open until {day(card.closes_on)}. Results are shown only when a round is "
        "closed, so that nobody can be picked out by watching the numbers change."
    )
    if close:
        return close_now(store, card)
    if not ground.interactive():
        raise RefusalError(f"{why}\nTo close it for good now, run: {command} --close")
    click.echo(why)
    click.confirm("Close it for good now? Nobody can answer any more.", abort=True)
    return close_now(store, card)
