"""Sending a draft: durable from that moment, and counted once."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from mir.db import Store
from mir.errors import NotFoundError
from mir.respond.drafts import digest
from mir.respond.keys import sheet_key, withdrawal
from mir.respond.models import Draft, Sheet
from mir.respond.refusals import ClosedError, LetGoError, UsedError
from mir.rounds.models import Code, Round, RoundState


def send(store: Store, secret: str, code: str) -> None:
    """Mark the draft as sent and its code as used: durable from here, and counted once.

    Sending again is harmless. Raises UsedError where somebody else has used the code,
    ClosedError where the round has closed, and LetGoError where the answers were deleted
    and never sent.
    """
    with store.writing() as session:
        row = session.get(Draft, digest(secret), with_for_update=True)
        if row is None:
            _code_must_be_open(session, code)
            if session.get(Sheet, sheet_key(secret)) is None:
                raise LetGoError
            return
        if row.sent:
            return
        _must_be_open(session, row.round_id)
        used = session.scalar(
            update(Code)
            .where(Code.text == code, Code.round_id == row.round_id, Code.voice == row.voice)
            .where(~Code.used)
            .values(used=~Code.shared)
            .returning(Code.text)
        )
        if used is None:
            raise UsedError
        row.withdrawal = withdrawal(secret)
        row.sent = True
        row.version += 1


def _must_be_open(session: Session, round_id: str) -> None:
    round_ = session.get(Round, round_id)
    if round_ is None or round_.state != RoundState.OPEN:
        raise ClosedError


def _code_must_be_open(session: Session, code: str) -> None:
    found = session.get(Code, code)
    if found is None:
        raise NotFoundError
    _must_be_open(session, found.round_id)
