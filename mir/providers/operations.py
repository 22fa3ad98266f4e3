"""Adding organisations, services and members."""

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mir.accounts.models import Account
from mir.audit.operations import Done, note
from mir.db import Store
from mir.errors import NotFoundError, RefusalError
from mir.providers.may import BY_SERVICE
from mir.providers.models import ROLE_WORDS, Kind, MemberService, Membership, Organisation, Role, Service

Scope = Collection[str] | None
"""The services that somebody works for; None is every one."""


def add_organisation(store: Store, name: str) -> str:
    """The id of the organisation of this name, made if there is none."""
    with store.writing() as session:
        found = session.scalar(select(Organisation).where(Organisation.name == name.strip()))
        if found is None:
            found = Organisation(name=name.strip())
            session.add(found)
            session.flush()  # the id is wanted now
            note(session, Done("added an organisation", found.name, found.id))
        return found.id


def new_organisation(store: Store, name: str) -> str:
    """The id of a new organisation. Raises RefusalError where there is one of that name."""
    with store.writing() as session:
        if session.scalar(select(Organisation.id).where(Organisation.name == name)):
            raise RefusalError(f"There is an organisation called “{name}” already. Choose another name.")
        made = Organisation(name=name)
        session.add(made)
        session.flush()  # the id is wanted now
        note(session, Done("added an organisation", name, made.id))
        return made.id


def add_service(store: Store, organisation_id: str, name: str, kind: Kind, size: int | None = None) -> str:
    """The id of a new service. Raises RefusalError where the organisation has one of that name."""
    with store.writing() as session:
        take_turns(session, organisation_id)
        same = select(Service.id).where(
            Service.organisation_id == organisation_id, Service.name == name.strip()
        )
        if session.scalar(same):
            raise RefusalError(f"There is already a service called “{name.strip()}”. Choose another name.")
        service = Service(organisation_id=organisation_id, name=name.strip(), kind=kind, size=size)
        session.add(service)
        session.flush()  # the id is wanted now
        note(session, Done("added a service", service.name, organisation_id))
        return service.id


def take_turns(session: Session, organisation_id: str) -> None:
    """Two who change an organisation’s services at once wait for each other, so that names stay apart."""
    session.get(Organisation, organisation_id, with_for_update=True)


def add_member(
    store: Store, account_id: str, organisation_id: str, role: Role, services: Scope = None
) -> None:
    """Make the account a member in this role, or change the role it has.

    `services` are those that it works for; None is every one of the organisation.
    """
    with store.writing() as session:
        give_role(session, account_id, organisation_id, role, services)


def give_role(session: Session, account_id: str, organisation_id: str, role: Role, services: Scope) -> None:
    """The same, in somebody's transaction."""
    some = services if role in BY_SERVICE else None
    of = (MemberService.account_id == account_id, MemberService.organisation_id == organisation_id)
    session.execute(delete(MemberService).where(*of))
    session.merge(
        Membership(
            account_id=account_id, organisation_id=organisation_id, role=role, every_service=some is None
        )
    )
    session.flush()  # the services point at it
    for service_id in set(some or ()):
        service = session.get(Service, service_id)
        if service is None or service.organisation_id != organisation_id:
            raise NotFoundError
        session.add(
            MemberService(account_id=account_id, organisation_id=organisation_id, service_id=service_id)
        )
    account = session.get_one(Account, account_id)
    reach = "every service" if some is None else f"{len(set(some))} services"
    about = f"{account.email}: {ROLE_WORDS[role].lower()}, {reach}"
    note(session, Done("gave somebody a role", about, organisation_id))
