"""Letters to colleagues about actions that are late or due soon: one a week at most, and only if wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mir.accounts.models import Account
from mir.actions.models import Action, ActionLetters, ActionReminder
from mir.actions.words import OPEN
from mir.audit.operations import Done, note
from mir.config import Settings
from mir.db import Store
from mir.errors import NotFoundError
from mir.mail.operations import NewLetter, put_by
from mir.pages import day
from mir.providers.may import May, may, who_may
from mir.providers.models import Membership, Service
from mir.providers.queries import Place, role_at

SOON = timedelta(days=14)
PAUSE = timedelta(days=7)
"""Nobody has two letters within it."""
ONCE_A_WEEK = "You get such a letter once a week at most. You can switch it off here:"


@dataclass(frozen=True)
class Colleague:
    """Somebody who can be reminded of the actions of a service."""

    account_id: str
    name: str


def colleagues(store: Store, service_id: str) -> tuple[Colleague, ...]:
    """Those who may keep the actions of a service, by name."""
    with store.reading() as session:
        service = session.get_one(Service, service_id)
        # Until somebody came they are called as they were invited.
        called = func.coalesce(Membership.called, Account.name)
        rows = session.execute(
            select(Account.id, called)
            .join(Membership, Membership.account_id == Account.id)
            .where(
                Membership.organisation_id == service.organisation_id,
                Membership.role.in_(who_may(May.KEEP_ACTIONS)),
            )
            .order_by(called, Account.email)
        )
        return tuple(Colleague(*one) for one in rows.all() if _keeps(session, one[0], service))


def reminded(store: Store, action_id: str) -> str:
    """The account that is reminded of an action; empty where nobody is."""
    with store.reading() as session:
        row = session.get(ActionReminder, action_id)
        return row.account_id if row else ""


def remind_of(store: Store, action_id: str, account_id: str) -> None:
    """Remind this colleague from now on, or nobody. Raises NotFoundError for anybody else."""
    with store.writing() as session:
        action = session.get(Action, action_id, with_for_update=True)
        if action is None:
            raise NotFoundError
        service, row = session.get_one(Service, action.service_id), session.get(ActionReminder, action_id)
        if row is not None and row.account_id == account_id:
            return
        if row is not None:
            session.delete(row)
            session.flush()  # another may take its place
        who = "nobody"
        if account_id:
            account = session.get(Account, account_id)
            if account is None or not _keeps(session, account_id, service):
                raise NotFoundError("Choose a colleague who works for this service.")
            session.add(ActionReminder(action_id=action_id, account_id=account_id))
            who = account.email
        about = f"{service.name}: {action.what}: {who}"
        note(session, Done("chose who is reminded of an action", about, service.organisation_id))


def wanted(store: Store, account_id: str) -> bool:
    """Whether somebody wants letters about actions."""
    with store.reading() as session:
        row = session.get(ActionLetters, account_id)
        return row is None or row.wanted


def want(store: Store, account_id: str, *, yes: bool) -> None:
    """Switch the letters on or off for oneself."""
    with store.writing() as session:
        row = session.get(ActionLetters, account_id) or ActionLetters(account_id=account_id)
        row.wanted = yes
        session.add(row)
        note(session, Done(f"switched letters about actions {'on' if yes else 'off'}"))


def remind_all(store: Store, settings: Settings, now: datetime) -> int:
    """Put a letter by for each colleague with something late or due soon; how many letters.

    Safe to run as often as one likes: who had a letter within a week gets none. Who no longer works
    for a service, or wants no letters, gets none of it either.
    """
    with store.writing() as session:
        rows = session.execute(
            select(ActionReminder.account_id, Action, Service)
            .join(Action, Action.id == ActionReminder.action_id)
            .join(Service, Service.id == Action.service_id)
            .where(Action.state.in_(OPEN), Action.due <= now.date() + SOON)
            .order_by(ActionReminder.account_id, Action.due, Action.what)
        )
        owing: dict[str, list[tuple[Action, Service]]] = {}
        for account_id, action, service in rows:
            if _keeps(session, account_id, service):
                owing.setdefault(account_id, []).append((action, service))
        return sum(_remind(session, settings, one, actions, now) for one, actions in owing.items())


def _remind(
    session: Session,
    settings: Settings,
    account_id: str,
    actions: Sequence[tuple[Action, Service]],
    now: datetime,
) -> bool:
    row, today = session.get(ActionLetters, account_id, with_for_update=True), now.date()
    if row is not None and (not row.wanted or (row.last_on and today - row.last_on < PAUSE)):
        return False
    if row is None:
        row = ActionLetters(account_id=account_id, wanted=True)
        session.add(row)
    row.last_on = today
    account = session.get_one(Account, account_id)
    late = sum(action.due < today for action, _ in actions)
    subject = f"{_counted(len(actions))} to look at" + (f", {late} late" if late else "")
    lines = [
        f"{service.name}: {action.what}\n"
        f"By {day(action.due)}{', which has passed' if action.due < today else ''}. "
        f"{settings.url}/actions/{action.id}"
        for action, service in actions
    ]
    body = "\n\n".join(
        (
            f"Hello {account.name},",
            "you are the one who is reminded of this. Write down how far it has come, or change the day.",
            *lines,
            ONCE_A_WEEK,
            f"{settings.url}/account/letters",
        )
    )
    put_by(session, NewLetter("actions to look at", account.email, subject, f"{body}\n"), now)
    return True


def _keeps(session: Session, account_id: str, service: Service) -> bool:
    role = role_at(session, account_id, Place(service.organisation_id, service.id))
    return role is not None and may(role, May.KEEP_ACTIONS)


def _counted(number: int) -> str:
    return f"{number} action{'' if number == 1 else 's'}"
