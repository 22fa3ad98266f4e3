"""A made-up council that looks on: what the services of the demo share with it."""

from datetime import date

from mir.accounts.operations import add_account
from mir.db import Store
from mir.demo.plan import DemoPerson
from mir.providers.models import Role
from mir.providers.operations import add_member, add_organisation
from mir.sharing.operations import Given, share

NAME = "Northshire Council"
COMMISSIONER = DemoPerson(name="Ada Reyes", email="commissioner@northshire.example")
KEEPS_TO_ITSELF = "Harbour View"
"""Sharing is somebody's decision, so one service of the demo shares nothing."""


def add_council(store: Store) -> str:
    """The id of the council, with its commissioner."""
    council_id = add_organisation(store, NAME)
    account_id = add_account(store, COMMISSIONER.email, COMMISSIONER.name)
    add_member(store, account_id, council_id, Role.COMMISSIONER)
    return council_id


def share_with(
    store: Store, council_id: str, service: tuple[str, str], rounds: list[str], today: date
) -> None:
    """Share the latest closed round of a service (its name and id), and each from now on."""
    name, service_id = service
    if name != KEEPS_TO_ITSELF:
        share(store, service_id, council_id, Given(rounds[-1:], from_now=True), today)
