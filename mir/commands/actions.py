"""What is to be done because of what people said."""

from datetime import timedelta

import click

from mir import clock
from mir.actions.queries import actions_for, due
from mir.actions.reminding import remind_all
from mir.choosing.queries import agreed_at
from mir.commands import ground
from mir.commands.layout import counted, table
from mir.mail.operations import send_all
from mir.mail.post import post_for
from mir.pages import day


@click.group("actions")
def group() -> None:
    """See what is to be done because of what people said."""


@group.command("due")
@click.option(
    "--days", type=click.IntRange(0, 3660), default=14, show_default=True, help="How many days to look ahead."
)
def show_due(days: int) -> None:
    """List the actions that are late, or due in the next days, for every service."""
    today = clock.today()
    with ground.opened() as store:
        found = due(store, None, today + timedelta(days=days))
    if not found:
        click.echo(f"Nothing is late, and nothing is due in the next {days} days.")
        return
    rows = [
        (one.round.service.name, one.what, one.owner, f"{day(one.due)}{', late' if one.late(today) else ''}")
        for one in found
    ]
    click.echo(table([("Service", "Action", "Who", "By when"), *rows]))


@group.command("remind")
def remind() -> None:
    """Write to the colleagues who look after actions that are late or due soon: once a week at most.

    Meant to run every day, by cron. It is safe to run twice.
    """
    settings = ground.settings()
    with ground.opened(settings) as store:
        number = remind_all(store, settings, clock.now())
        post = send_all(store, post_for(settings))
    click.echo(f"{counted(number, 'letter')} about actions. {counted(post.wait, 'letter')} wait to be sent.")


@group.command("chosen")
def show_chosen() -> None:
    """List what people chose together at every service, and how many actions came of it."""
    with ground.opened() as store:
        rows = [
            (meeting.service.name, meeting.round.title, one.better, str(len(actions_for(store, one.id))))
            for meeting in agreed_at(store, None)
            for one in meeting.priorities
        ]
    if not rows:
        click.echo("Nothing has been chosen together yet.")
        return
    click.echo(table([("Service", "After", "What would be better", "Actions"), *sorted(rows)]))
