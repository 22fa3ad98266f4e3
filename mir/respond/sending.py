"""Sending a draft: durable from that moment, and counted once."""

from sqlalchemy import select, update
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
        # The round first, then the draft: as closing takes them, so that neither waits for the other in vain.
        is_open = _is_open(session, code)
        row = session.get(Draft, digest(secret), with_for_update=True)
        if row is None:
            if not is_open:
                raise ClosedError
            if session.get(Sheet, sheet_key(secret)) is None:
                raise LetGoError
            return
        if row.sent:
            return
        if not is_open:
            raise ClosedError
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


def _is_open(session: Session, code: str) -> bool:
    """Whether the round of this code takes answers, which it then does until this transaction ends.

    Raises NotFoundError for a code that is not there.
    """
    found = session.scalar(
        select(Round.state)
        .join(Code, Code.round_id == Round.id)
        .where(Code.text == code)
        .with_for_update(of=Round, read=True, key_share=True)
    )
    if found is None:
        raise NotFoundError
    return bool(found == RoundState.OPEN)
