"""Whom the people of a service can turn to when they are worried."""

import click

from mir.accounts.queries import person_by_email
from mir.commands import ground
from mir.commands.layout import table
from mir.concerns.operations import NewContact, name_contact, take_contact_away
from mir.concerns.queries import USES, contacts
from mir.errors import NotFoundError, RefusalError
from mir.providers.register import services


@click.group("contact")
def group() -> None:
    """Name whom people can turn to when they are worried or not safe."""


@group.command("set")
@click.argument("service")
@click.option(
    "--use",
    type=click.Choice(USES),
    required=True,
    help="safeguarding: for people and families. outside: for staff, apart from managers. council: a number.",
)
@click.option("--name", required=True, help="The name people see, such as “Priya Shah”.")
@click.option("--about", required=True, help="Who that is, such as “safeguarding lead”.")
@click.option("--phone", default="", help="The number people can call.")
@click.option("--reader", metavar="EMAIL", help="The account that reads messages. Without it there are none.")
def set_one(  # noqa: PLR0913 - one argument an option
    service: str, *, use: str, name: str, about: str, phone: str, reader: str | None
) -> None:
    """Name the contact of a SERVICE for one use, in place of the one before."""
    if not name.strip() or not about.strip():
        raise RefusalError("People must see a name and who that is. Fill in --name and --about.")
    if not phone.strip() and not reader:
        raise RefusalError("Give a --phone to call, or a --reader for messages.")
    with ground.opened() as store:
        found = ground.find_named(services(store), service, "service")
        person = person_by_email(store, reader) if reader else None
        if reader and person is None:
            raise NotFoundError(f"Nobody here has the address {reader.strip()}. Add an account first.")
        name_contact(store, found.id, NewContact(use, name, about, phone, person.id if person else None))
    reads = f" Messages go to {person.email} alone." if person else ""
    click.echo(f"{found.name}: {name.strip()} is the {use} contact.{reads}")


@group.command("remove")
@click.argument("service")
@click.option("--use", type=click.Choice(USES), required=True, help="Which contact.")
def remove(service: str, *, use: str) -> None:
    """Take a contact of a SERVICE away. Messages already left stay where they are."""
    with ground.opened() as store:
        found = ground.find_named(services(store), service, "service")
        take_contact_away(store, found.id, use)
    click.echo(f"{found.name} has no {use} contact now.")


@group.command("list")
@click.argument("service")
def list_all(service: str) -> None:
    """List the contacts of a SERVICE."""
    with ground.opened() as store:
        found = ground.find_named(services(store), service, "service")
        rows = contacts(store, found.id)
    if not rows:
        click.echo(f"{found.name} has named nobody. People see the national lines only.")
        return
    headings = ("For", "Name", "Who", "Phone", "Messages")
    listed = [(one.use, one.name, one.about, one.phone, "yes" if one.account_id else "no") for one in rows]
    click.echo(table([headings, *listed], indent=""))
