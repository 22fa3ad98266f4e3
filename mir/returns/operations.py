"""Starting a return, keeping what is said and its evidence, and finishing it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from mir.audit.operations import Done, note
from mir.db import Store
from mir.errors import ConflictError, NotFoundError, RefusalError
from mir.providers.guard import allow
from mir.providers.may import May
from mir.providers.models import Service
from mir.providers.queries import place_of_service
from mir.returns.adding import Hand, NewEvidence, add, name_of
from mir.returns.asks import known
from mir.returns.models import EarlierReturnAnswer, Evidence, Return, ReturnAnswer
from mir.returns.queries import place_of_return

MOST_WHAT = 60
"""Letters that the record keeps of what was done."""


@dataclass(frozen=True)
class NewAnswer:
    """What a page says of one line: the version it was made on, the view and the words."""

    line: str
    version: int
    view: str
    what: str


def start(store: Store, hand: Hand, service_id: str, scheme: str) -> str:
    """The id of a new return of this service. Raises RefusalError for a scheme that is not there.

    One that was started before and has nothing in it is taken instead: a button was pressed twice.
    """
    with store.writing() as session:
        allow(session, hand.account_id, May.WRITE_RETURNS, place_of_service(session, service_id))
        found = known().get(scheme)
        if found is None:
            raise RefusalError("Choose what to answer against.")
        row = _empty(session, service_id, scheme) or Return(service_id=service_id, scheme=scheme)
        row.scheme_version = found.scheme.version
        row.started_by, row.started_on = name_of(session, hand), hand.day
        session.add(row)
        session.flush()  # the id is wanted now
        _note(session, row, "started a return")
        return row.id


def save(
    store: Store, hand: Hand, return_id: str, answer: NewAnswer, added: Sequence[NewEvidence] = ()
) -> int:
    """Keep an answer and what was added to it; the new version.

    Evidence stands by itself, so it is kept whatever happens to the answer. Raises
    ConflictError, after the evidence is kept, where somebody changed the answer meanwhile.
    """
    with store.writing() as session:
        row = _open(session, hand, return_id)
        line = known()[row.scheme].line(answer.line)
        if line is None:
            raise NotFoundError
        for one in added:
            add(session, hand, return_id, one)
        version = _say(session, hand, return_id, answer)
        _note(session, row, f"wrote in a return: {line.name}")
    if version is None:
        raise ConflictError
    return version


def set_removed(store: Store, hand: Hand, return_id: str, evidence_id: str, *, removed: bool) -> None:
    """Remove a piece of evidence, or bring it back while it is kept. Raises NotFoundError."""
    with store.writing() as session:
        whole = _open(session, hand, return_id)
        row = session.get(Evidence, evidence_id)
        if row is None or row.return_id != return_id:
            raise NotFoundError("That evidence is no longer kept. Add it again.")
        row.removed_on = (row.removed_on or hand.day) if removed else None
        _note(session, whole, "removed evidence" if removed else "brought evidence back")


def go_back(store: Store, hand: Hand, return_id: str, before: NewAnswer, version: int) -> None:
    """Say again what was said of a line at this version. That too can be taken back."""
    with store.writing() as session:
        whole = _open(session, hand, return_id)
        line = known()[whole.scheme].line(before.line)
        _note(session, whole, f"took back what was written: {line.name if line else before.line}")
        row = session.get(EarlierReturnAnswer, (return_id, before.line, version))
        if row is None:
            raise NotFoundError("That version is not there. Choose another.")
        again = replace(before, view=row.view, what=row.what)
        if _say(session, hand, return_id, again) is None:
            raise ConflictError


def set_finished(store: Store, hand: Hand, return_id: str, *, finished: bool) -> None:
    """Finish a return, so that the board reads it and nothing changes in it; or open it again."""
    with store.writing() as session:
        allow(session, hand.account_id, May.WRITE_RETURNS, place_of_return(session, return_id))
        row = session.get_one(Return, return_id)
        if finished and row.finished_on is None:
            row.finished_on, row.finished_by = hand.day, name_of(session, hand)
        elif not finished:
            row.finished_on = row.finished_by = None
        _note(session, row, "finished a return" if finished else "opened a return again")


def _note(session: Session, row: Return, what: str) -> None:
    service = session.get_one(Service, row.service_id)
    note(
        session,
        Done(
            what[:MOST_WHAT], f"{service.name}, {known()[row.scheme].scheme.title}", service.organisation_id
        ),
    )


def _empty(session: Session, service_id: str, scheme: str) -> Return | None:
    """A return of this service against this scheme in which nothing was ever written."""
    return session.scalars(
        select(Return)
        .where(Return.service_id == service_id, Return.scheme == scheme, Return.finished_on.is_(None))
        .where(~exists().where(ReturnAnswer.return_id == Return.id))
        .where(~exists().where(Evidence.return_id == Return.id))
    ).first()


def _open(session: Session, hand: Hand, return_id: str) -> Return:
    """The return, for somebody who may write it now."""
    allow(session, hand.account_id, May.WRITE_RETURNS, place_of_return(session, return_id))
    # Locked, so that two who add at once are counted one after the other.
    row = session.scalars(select(Return).where(Return.id == return_id).with_for_update()).one()
    if row.finished_on is not None:
        raise ConflictError("This return is finished, so nothing in it changes. Open it again first.")
    return row


def _say(session: Session, hand: Hand, return_id: str, answer: NewAnswer) -> int | None:
    """The version after keeping this answer; None where it was changed since the page was opened."""
    row = session.get(ReturnAnswer, (return_id, answer.line))
    if row is None and not (answer.view or answer.what):
        return 0
    if row is not None and (row.view, row.what) == (answer.view, answer.what):
        return row.version
    if answer.version != (row.version if row else 0):
        return None
    name = name_of(session, hand)
    if row is None:
        row = ReturnAnswer(return_id=return_id, line=answer.line, version=0)
        session.add(row)
    else:
        session.add(
            EarlierReturnAnswer(
                return_id=return_id,
                line=row.line,
                version=row.version,
                view=row.view,
                what=row.what,
                said_by=row.said_by,
                said_at=row.said_at,
            )
        )
    row.version += 1
    row.view, row.what = answer.view, answer.what
    row.said_by, row.said_at = name, hand.at
    return row.version
