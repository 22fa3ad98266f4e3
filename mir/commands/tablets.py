"""Shared tablets: making the link that sets one up, and taking it back."""

import click

from mir.commands import ground
from mir.tablet.desk import address
from mir.tablet.links import make_link, take_link_back


@click.group("tablet")
def group() -> None:
    """Let many people answer on one tablet, one after another."""


@group.command("link")
@click.argument("which", metavar="ROUND")
def link(which: str) -> None:
    """Make the link that sets a tablet up for this ROUND, in place of the one before."""
    with ground.opened() as store:
        card = ground.find_round(store, which, to_change=True)
        click.echo(address(ground.settings(), make_link(store, card.id)))
    click.echo(f"Open it on the tablet. It is for {ground.name_of(card)} and is shown only now.", err=True)


@group.command("unlink")
@click.argument("which", metavar="ROUND")
def unlink(which: str) -> None:
    """Take the link of a ROUND back: no tablet can start or send with it."""
    with ground.opened() as store:
        card = ground.find_round(store, which, to_change=True)
        take_link_back(store, card.id)
    click.echo(
        f"No tablet has a link for {ground.name_of(card)} now. Answers that wait on one are kept there."
    )
