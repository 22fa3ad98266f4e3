"""Making actions, moving them on, and letting pledges out."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mir.actions.models import LONGEST_WHY, Action, ActionStep, State
from mir.actions.words import STATE_WORDS
from mir.audit.operations import Done, note
from mir.choosing.queries import is_priority
from mir.db import Store
from mir.errors import ConflictError, NotFoundError, RefusalError
from mir.pages import day
from mir.pledges.models import ChangedPage, Pledge
from mir.providers.models import Service
from mir.rounds.models import Round, RoundState

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Of public addresses: none that is taken for another."""
_LONG = 12

Row = TypeVar("Row", Action, Pledge)


@dataclass(frozen=True)
class NewAction:
    """What an action says."""

    round_id: str
    measure: str
    what: str
    owner: str
    due: date
    priority_id: str | None = None


@dataclass(frozen=True)
class NewPledge:
    """What a pledge says."""

    round_id: str
    said: str
    did: str
    said_easy: str
    did_easy: str
    action_id: str | None = None


@dataclass(frozen=True)
class Hand:
    """Whose hand it is in the history, and on which day."""

    who: str
    today: date


def make_action(store: Store, service_id: str, new: NewAction, hand: Hand) -> str:
    """The id of a new action. Raises NotFoundError for a round that is not a closed one of the service.

    Likewise for a priority that was not agreed after that round.
    """
    with store.writing() as session:
        _closed_round(session, service_id, new.round_id)
        if new.priority_id and not is_priority(session, new.priority_id, new.round_id):
            raise NotFoundError("That was not agreed after this round. Go back and open the page again.")
        if same := _same(session, Action, service_id, new):
            return same
        row = Action(service_id=service_id, **vars(new))
        session.add(row)
        session.flush()  # its first step points at it
        _step(session, row, hand, "Made it.")
        _note(session, service_id, "made an action", new.what)
        return row.id


def change_action(store: Store, action_id: str, seen: int, new: NewAction, hand: Hand) -> None:
    """Say it in other words. Raises ConflictError where somebody else changed it meanwhile."""
    with store.writing() as session:
        row = _seen(session, Action, action_id, seen)
        words = [
            f"{name}: “{shown(before)}” became “{shown(now)}”."
            for name, before, now in (
                ("What", row.what, new.what),
                ("Who", row.owner, new.owner),
                ("By when", row.due, new.due),
                ("Measured by", row.measure, new.measure),
            )
            if before != now
        ]
        if not words:
            return
        row.what, row.owner, row.due, row.measure = new.what, new.owner, new.due, new.measure
        row.version += 1
        _step(session, row, hand, " ".join(words))
        _note(session, row.service_id, "changed an action", new.what)


def move_on(store: Store, action_id: str, state: State, why: str, hand: Hand) -> None:
    """Put it into another state. The same state again changes nothing, unless something is said."""
    if len(why) > LONGEST_WHY:
        raise RefusalError(f"Make that shorter: at most {LONGEST_WHY} letters.")
    with store.writing() as session:
        row = session.get(Action, action_id, with_for_update=True)
        if row is None:
            raise NotFoundError
        if row.state == state and (not why or _said_last(session, row, state, why)):
            return
        if state is State.STOPPED and not why:
            raise RefusalError("Say why it is stopped, so that people can read it later.")
        said = f"{STATE_WORDS[state]}." if row.state != state else ""
        row.state = state
        _step(session, row, hand, " ".join(filter(None, (said, why))))
        _note(session, row.service_id, f"moved an action to “{STATE_WORDS[state].lower()}”", row.what)


def make_pledge(store: Store, service_id: str, new: NewPledge) -> str:
    """The id of a new pledge that nobody outside sees yet."""
    with store.writing() as session:
        _closed_round(session, service_id, new.round_id)
        if same := _same(session, Pledge, service_id, new):
            return same
        row = Pledge(service_id=service_id, released_on=None, **vars(new))
        session.add(row)
        session.flush()  # the id is wanted now
        _note(session, service_id, "wrote a pledge", new.did)
        return row.id


def change_pledge(store: Store, pledge_id: str, seen: int, new: NewPledge) -> None:
    """Say it in other words. One that is let out is taken in first. Raises ConflictError."""
    with store.writing() as session:
        row = _seen(session, Pledge, pledge_id, seen)
        if row.released_on is not None:
            raise RefusalError("People can read this. Take it in first; then you can change it.")
        row.said, row.did, row.said_easy, row.did_easy = new.said, new.did, new.said_easy, new.did_easy
        row.version += 1
        _note(session, row.service_id, "changed a pledge", new.did)


def release(store: Store, pledge_id: str, today: date) -> None:
    """Let it out: people read it from now on. Pressed twice, it is let out once."""
    with store.writing() as session:
        row = session.get(Pledge, pledge_id, with_for_update=True)
        if row is None:
            raise NotFoundError
        if row.released_on is not None:
            return
        row.released_on = today
        # Two first pledges that are let out at once would both make the page.
        session.execute(select(Service.id).where(Service.id == row.service_id).with_for_update())
        if session.get(ChangedPage, row.service_id) is None:
            address = "".join(secrets.choice(_LETTERS) for _ in range(_LONG))
            session.add(ChangedPage(service_id=row.service_id, address=address))
        _note(session, row.service_id, "released a pledge", row.did)


def take_in(store: Store, pledge_id: str) -> None:
    """Nobody outside reads it any more."""
    with store.writing() as session:
        row = session.get(Pledge, pledge_id, with_for_update=True)
        if row is None:
            raise NotFoundError
        if row.released_on is not None:
            row.released_on = None
            _note(session, row.service_id, "took in a pledge", row.did)


def shown(value: object) -> str:
    """A value in a sentence of the history."""
    return day(value) if isinstance(value, date) else str(value)


def _closed_round(session: Session, service_id: str, round_id: str) -> None:
    row = session.get(Round, round_id)
    if row is None or row.service_id != service_id or row.state != RoundState.CLOSED:
        raise NotFoundError("Choose one of the closed rounds of this service.")


def _same(session: Session, kind: type[Row], service_id: str, new: NewAction | NewPledge) -> str | None:
    """The id of one that says just this already: a button was pressed twice."""
    session.execute(select(Service.id).where(Service.id == service_id).with_for_update())
    said = [getattr(kind, name) == value for name, value in vars(new).items()]
    return session.scalar(select(kind.id).where(kind.service_id == service_id, *said))


def _seen(session: Session, kind: type[Row], row_id: str, seen: int) -> Row:
    row = session.get(kind, row_id, with_for_update=True)
    if row is None:
        raise NotFoundError
    if row.version != seen:
        raise ConflictError
    return row


def _step(session: Session, row: Action, hand: Hand, words: str) -> None:
    last = session.scalar(select(func.max(ActionStep.number)).where(ActionStep.action_id == row.id))
    session.add(
        ActionStep(action_id=row.id, number=(last or 0) + 1, done_on=hand.today, who=hand.who, words=words)
    )


def _said_last(session: Session, row: Action, state: State, why: str) -> bool:
    """Whether the last step says just this: Save was pressed twice."""
    last = session.scalar(
        select(ActionStep.words)
        .where(ActionStep.action_id == row.id)
        .order_by(ActionStep.number.desc())
        .limit(1)
    )
    return last in (why, f"{STATE_WORDS[state]}. {why}")


def _note(session: Session, service_id: str, what: str, about: str) -> None:
    service = session.get_one(Service, service_id)
    note(session, Done(what, f"{service.name}: {about}", service.organisation_id))
