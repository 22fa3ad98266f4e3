"""Letters that wait to be sent."""

import click

from mir.commands import ground
from mir.commands.layout import counted, table
from mir.mail.operations import send_all
from mir.mail.post import post_for
from mir.mail.queries import waiting


@click.group("mail")
def group() -> None:
    """Send letters that wait, and see why they do."""


@group.command("send")
@click.pass_context
def send(ctx: click.Context) -> None:
    """Send every letter that waits. It is safe to run twice, and while the site runs."""
    settings = ground.settings()
    with ground.opened(settings) as store:
        sent = send_all(store, post_for(settings), at_once=True)
        problems = {one.problem for one in waiting(store) if one.problem}
    where = "" if settings.smtp_url else f" into {settings.home / 'outbox'}"
    click.echo(f"{counted(sent.went, 'letter')} went{where}, {counted(sent.wait, 'letter')} left.")
    for problem in sorted(problems):
        click.echo(problem, err=True)
    ctx.exit(1 if problems else 0)


@group.command("list")
def list_all() -> None:
    """List the letters that wait: what kind, how often they were tried, and what went wrong."""
    with ground.opened() as store:
        found = waiting(store)
    if not found:
        click.echo("No letter waits.")
        return
    click.echo(
        table([(one.about, counted(one.tries, "try", "tries"), one.problem) for one in found], indent="")
    )
