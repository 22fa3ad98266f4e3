"""Anonymity: trying to find out whose answers are whose, to see that nobody can."""

import click

from mir import config
from mir.anonymity.proving import LEVEL, Proof, prove
from mir.commands import ground
from mir.commands.layout import counted, table
from mir.config import SettingError
from surveys.load import shipped_edition


@click.group("anonymity")
def group() -> None:
    """Prove that answers cannot be traced to people."""


@group.command("prove")
@click.option(
    "--people",
    default=60,
    show_default=True,
    type=click.IntRange(20, 2_000),
    metavar="NUMBER",
    help="How many known people answer.",
)
@click.option(
    "--tries",
    default=1,
    show_default=True,
    type=click.IntRange(1, 100),
    metavar="NUMBER",
    help="How many rounds.",
)
@click.option(
    "--database",
    default="",
    metavar="URL",
    help="A PostgreSQL server, on which a scratch database is made and dropped.",
)
@click.option(
    "--seed",
    default=1,
    show_default=True,
    type=int,
    metavar="NUMBER",
    help="Another number makes other people.",
)
@click.pass_context
def prove_it(ctx: click.Context, people: int, tries: int, database: str, seed: int) -> None:
    """Let known people answer in a scratch database, and try to find each one’s answers.

    SQLite is always tried; PostgreSQL too where --database or
    MIR_DATABASE_URL names a server. Your own database is not touched. Ends
    with 1 if any attack does better than chance.
    """
    edition = shipped_edition("core")
    seeds = range(seed, seed + tries)
    good = True
    for url in ("", *_servers(database)):
        proof = prove(url, edition, people, seeds)
        _print(proof)
        good = good and not proof.over
    ctx.exit(0 if good else 1)


def _servers(database: str) -> tuple[str, ...]:
    if database:
        url = config.read({"MIR_DATABASE_URL": database}).database_url
        if url.startswith("sqlite"):
            raise SettingError("SQLite is always tried. --database is for a PostgreSQL server.")
        return (url,)
    url = ground.settings().database_url
    return () if url.startswith("sqlite") else (url,)


def _print(proof: Proof) -> None:
    click.echo(
        f"\n{proof.database}: {proof.people} known people, "
        f"{counted(proof.copies, 'copy', 'copies')} of the database between what they did.\n"
    )
    over = set(proof.over)
    rows = [("", "attack", "found", "by guessing", "chance of that")]
    rows += [
        (
            "OVER" if one in over else "ok",
            one.way,
            f"{one.found} of {one.people}",
            "none" if one.guessed is None else f"{one.guessed:g}",
            f"{one.chance:.2g}",
        )
        for one in proof.tried
    ]
    click.echo(table(rows))
    if not proof.files_read:
        click.echo("\nThe files of this server cannot be read with this role, so they were not searched.")
    click.echo(
        f"\nSomebody with every copy finds each person among {proof.smallest} or more of the same voice."
    )
    if proof.over:
        click.echo(
            f"{counted(len(proof.over), 'attack', 'attacks')} did better than chance. "
            "Answers can be traced to people."
        )
    else:
        click.echo(f"No attack did better than chance (level {LEVEL:g} for all together, by Holm).")
