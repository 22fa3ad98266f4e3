"""Organisations, their services, and signing in."""

from pathlib import Path

import click

from mir import clock
from mir.accounts.operations import LINK_LASTS, add_account, make_owner, make_sign_in_link
from mir.accounts.queries import person_by_email
from mir.accounts.second import switch_off
from mir.commands import ground
from mir.commands.layout import counted
from mir.commands.words import KIND
from mir.errors import NotFoundError, RefusalError
from mir.providers.importing import bring, wanted
from mir.providers.models import KIND_WORDS, Kind, Role
from mir.providers.operations import add_member, add_organisation, add_service
from mir.providers.register import organisations


@click.group()
def organisation() -> None:
    """Add organisations."""


@organisation.command("add")
@click.argument("name")
@click.option("--lead", required=True, metavar="EMAIL", help="Whoever leads it here.")
@click.option("--board", multiple=True, metavar="EMAIL", help="A board member. May be given several times.")
def add_one(name: str, lead: str, board: tuple[str, ...]) -> None:
    """Add an organisation with the person who leads it. It is safe to run twice."""
    if not name.strip():
        raise RefusalError("The organisation needs a name.")
    for email in (lead, *board):
        _must_be_address(email)
    with ground.opened() as store:
        organisation_id = add_organisation(store, name)
        for email, role in ((lead, Role.LEAD), *((one, Role.BOARD) for one in board)):
            account_id = add_account(store, email, email.partition("@")[0])
            add_member(store, account_id, organisation_id, role)
    click.echo(f"{name.strip()} is there, led by {lead.strip().lower()}.")
    click.echo(
        f'\nNext:\n  mir service add "Rose House" --organisation "{name.strip()}" --kind care-home --size 24'
    )
    click.echo(f"  mir sign-in {lead.strip().lower()}")


@click.group()
def service() -> None:
    """Add services."""


@service.command("add")
@click.argument("name")
@click.option("--organisation", "of", required=True, metavar="NAME", help="The organisation it belongs to.")
@click.option(
    "--kind", type=KIND, required=True, help="What it does. It is compared with others of its kind."
)
@click.option("--size", type=click.IntRange(0, 100_000), help="How many people it supports.")
def add_service_(name: str, of: str, kind: Kind, size: int | None) -> None:
    """Add a service to an organisation."""
    if not name.strip():
        raise RefusalError("The service needs a name.")
    with ground.opened() as store:
        owner = ground.find_named(organisations(store), of, "organisation")
        add_service(store, owner.id, name, kind, size)
    click.echo(f"{name.strip()} ({KIND_WORDS[kind].lower()}) now belongs to {owner.name}.")
    click.echo(f'\nNext:\n  mir round open --service "{name.strip()}" --survey core --title "Autumn 2026"')


@service.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--organisation", "of", required=True, metavar="NAME", help="The organisation they belong to.")
@click.option("--check", is_flag=True, help="Only read the file, and say what to put right.")
def bring_services(file: Path, of: str, *, check: bool) -> None:
    """Add many services from a CSV file: all of them, or none and every line to put right.

    The first line has the headings: name, kind, size, region, location id, peer group.
    Only name and kind must be there.
    """
    data = file.read_bytes()
    with ground.opened() as store:
        owner = ground.find_named(organisations(store), of, "organisation")
        if check:
            number = len(wanted(store, owner.id, file.name, data))
            click.echo(f"{counted(number, 'service')} can be added to {owner.name}. Nothing is changed yet.")
            return
        number = bring(store, owner.id, file.name, data)
    click.echo(f"{counted(number, 'service')} {'was' if number == 1 else 'were'} added to {owner.name}.")


@click.command("sign-in")
@click.argument("email")
def sign_in(email: str) -> None:
    """Make a link that signs somebody in, once."""
    _must_be_address(email)
    with ground.opened() as store:
        person = person_by_email(store, email)
        if person is None:
            raise NotFoundError(
                f"Nobody here has the address {email.strip()}. "
                f"Add them first: mir organisation add NAME --lead {email.strip()}"
            )
        secret = make_sign_in_link(store, person.id, clock.now())
    click.echo(f"{ground.settings().url}/sign-in/{secret}")
    click.echo(f"The link works once, within {LINK_LASTS.days} days. Send it to nobody else.", err=True)


@click.command("second-step-off")
@click.argument("email")
def second_step_off(email: str) -> None:
    """Let somebody in without their second step, whose phone and codes are lost."""
    with ground.opened() as store:
        person = person_by_email(store, email)
        if person is None:
            raise NotFoundError(f"Nobody here has the address {email.strip()}.")
        switch_off(store, ground.settings(), person.id)
    click.echo(f"{person.email} signs in without a second step now. Make sure that it was they who asked.")


@click.command("owner")
@click.argument("email")
@click.option("--name", default="", help="What they are called.")
def owner(email: str, name: str) -> None:
    """Let somebody look after the whole site, and make their link to sign in."""
    _must_be_address(email)
    with ground.opened() as store:
        account_id = add_account(store, email, name or email.partition("@")[0])
        make_owner(store, account_id)
        secret = make_sign_in_link(store, account_id, clock.now())
    click.echo(f"{ground.settings().url}/sign-in/{secret}")
    click.echo(f"The link works once, within {LINK_LASTS.days} days. Send it to nobody else.", err=True)


def _must_be_address(email: str) -> None:
    before, _, after = email.strip().partition("@")
    if not before or "." not in after or any(character.isspace() for character in email.strip()):
        raise RefusalError(f"“{email}” is not an email address. Write it as name@example.org.")
