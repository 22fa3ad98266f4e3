"""The colleagues of an organisation: inviting them, changing what they do, and removing them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from mir.accounts.models import Account
from mir.accounts.operations import account_for, new_link
from mir.audit.models import Deed
from mir.audit.operations import Done, note
from mir.db import Store
from mir.errors import NotFoundError, RefusalError
from mir.mail.operations import NewLetter, put_by
from mir.providers.models import ROLE_WORDS, MemberService, Membership, Organisation, Role, Service
from mir.providers.operations import Scope, give_role

INVITATION_LASTS = timedelta(days=7)
LAST_LEAD = "An organisation needs somebody who leads it. Make somebody else a lead first."


@dataclass(frozen=True)
class Member:
    """Somebody who belongs to an organisation, and what they do there."""

    account_id: str
    name: str
    email: str
    role: Role
    every_service: bool
    services: tuple[str, ...]
    """The ids of the services they work for, where it is not every one."""
    names: tuple[str, ...]
    came: bool
    """Whether they have done or read anything here. Whether they sign in elsewhere is not told."""

    @property
    def role_words(self) -> str:
        """What a page calls the role."""
        return ROLE_WORDS[self.role]


@dataclass(frozen=True)
class Post:
    """What somebody does in an organisation."""

    role: Role
    services: Scope = None


@dataclass(frozen=True)
class Invited:
    """Somebody to invite."""

    email: str
    name: str
    post: Post


def members(store: Store, organisation_id: str) -> tuple[Member, ...]:
    """Everybody who belongs to an organisation, by role and name."""
    with store.reading() as session:
        rows = session.execute(
            select(Membership, Account)
            .join(Account, Account.id == Membership.account_id)
            .where(Membership.organisation_id == organisation_id)
        ).all()
        works = _works(session, MemberService.organisation_id == organisation_id)
        here = _been_here(session, organisation_id)
    found = [_member(membership, account, works.get(account.id, []), here) for membership, account in rows]
    order = list(Role)
    return tuple(sorted(found, key=lambda one: (order.index(one.role), one.name.casefold(), one.email)))


def member(store: Store, organisation_id: str, account_id: str) -> Member:
    """One of them. Raises NotFoundError alike for a stranger and for an account that is not there."""
    with store.reading() as session:
        membership = session.get(Membership, (account_id, organisation_id))
        if membership is None:
            raise NotFoundError
        of = (MemberService.organisation_id == organisation_id, MemberService.account_id == account_id)
        works = _works(session, *of).get(account_id, [])
        here = _been_here(session, organisation_id)
        return _member(membership, session.get_one(Account, account_id), works, here)


def invite(store: Store, organisation_id: str, who: Invited, letter: NewLetter, now: datetime) -> None:
    """Make somebody a member, and put a letter by with a link that signs them in once.

    `letter` holds `{link}` in its body. Whether they had an account before makes no difference.
    """
    with store.writing() as session:
        email = who.email.lower()
        account = account_for(session, email, who.name)
        if session.get(Membership, (account.id, organisation_id)):
            raise RefusalError(f"{email} belongs to your organisation already. Change their role instead.")
        give_role(session, account.id, organisation_id, who.post.role, who.post.services)
        session.get_one(Membership, (account.id, organisation_id)).called = who.name
        secret = new_link(session, account.id, now, INVITATION_LASTS)
        body = letter.body.replace("{link}", secret)
        put_by(session, NewLetter(letter.about, email, letter.subject, body), now)
        note(session, Done("invited a colleague", email, organisation_id))


def invite_again(
    store: Store, organisation_id: str, account_id: str, letter: NewLetter, now: datetime
) -> None:
    """Send a new link to a colleague who has not come yet."""
    with store.writing() as session:
        if session.get(Membership, (account_id, organisation_id)) is None:
            raise NotFoundError
        account = session.get_one(Account, account_id)
        if account_id in _been_here(session, organisation_id):
            raise RefusalError("They have been here already. Tell them to ask for a link by email.")
        secret = new_link(session, account.id, now, INVITATION_LASTS)
        put_by(
            session,
            NewLetter(letter.about, account.email, letter.subject, letter.body.replace("{link}", secret)),
            now,
        )
        note(session, Done("invited a colleague again", account.email, organisation_id))


def change(store: Store, organisation_id: str, account_id: str, post: Post) -> None:
    """Give a colleague another role or other services. Raises RefusalError for the last lead."""
    with store.writing() as session:
        _must_leave_a_lead(session, organisation_id, account_id, post.role)
        give_role(session, account_id, organisation_id, post.role, post.services)


def remove(store: Store, organisation_id: str, account_id: str) -> None:
    """Let a colleague go: they see nothing of the organisation from now on. Not the last lead."""
    with store.writing() as session:
        _must_leave_a_lead(session, organisation_id, account_id, None)
        email = session.get_one(Account, account_id).email
        session.execute(
            delete(MemberService).where(
                MemberService.account_id == account_id, MemberService.organisation_id == organisation_id
            )
        )
        session.execute(
            delete(Membership).where(
                Membership.account_id == account_id, Membership.organisation_id == organisation_id
            )
        )
        note(session, Done("removed a colleague", email, organisation_id))


def _must_leave_a_lead(session: Session, organisation_id: str, account_id: str, role: Role | None) -> None:
    # Two leads who remove each other in the same moment wait for one another here.
    session.get_one(Organisation, organisation_id, with_for_update=True)
    membership = session.get(Membership, (account_id, organisation_id))
    if membership is None:
        raise NotFoundError
    if membership.role != Role.LEAD or role is Role.LEAD:
        return
    others = select(Membership.account_id).where(
        Membership.organisation_id == organisation_id,
        Membership.role == Role.LEAD,
        Membership.account_id != account_id,
    )
    if session.scalar(others.limit(1)) is None:
        raise RefusalError(LAST_LEAD)


def _works(session: Session, *of: ColumnElement[bool]) -> dict[str, list[tuple[str, str]]]:
    """The ids and names of the services that colleagues work for, by account, by name."""
    rows = session.execute(
        select(MemberService.account_id, Service.id, Service.name)
        .join(Service, Service.id == MemberService.service_id)
        .where(*of)
        .order_by(Service.name)
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for account_id, service_id, name in rows:
        found.setdefault(account_id, []).append((service_id, name))
    return found


def _been_here(session: Session, organisation_id: str) -> frozenset[str]:
    """The accounts that have done or read something of this organisation, by its own record."""
    chosen = select(Deed.account_id).where(Deed.organisation_id == organisation_id).distinct()
    return frozenset(session.scalars(chosen))


def _member(
    membership: Membership, account: Account, works: list[tuple[str, str]], here: frozenset[str]
) -> Member:
    came = account.id in here
    return Member(
        account.id,
        account.name if came else membership.called or account.name,
        account.email,
        Role(membership.role),
        membership.every_service,
        tuple(service_id for service_id, _ in works),
        tuple(name for _, name in works),
        came,
    )
