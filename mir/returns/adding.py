"""Adding evidence to a return, and deleting for good what was removed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from mir.accounts.models import Account
from mir.clock import LONDON
from mir.db import Store
from mir.errors import RefusalError
from mir.returns.files import MEGABYTE, MOST_OF_A_RETURN, Kept
from mir.returns.models import Evidence, EvidenceFile

KEPT_FOR = timedelta(days=30)
"""How long evidence that was removed can be brought back."""
MOST_EVIDENCE = 500
"""Pieces in one return: far more than anybody reads."""


@dataclass(frozen=True)
class Hand:
    """Who does something, and when."""

    account_id: str
    at: datetime

    @property
    def day(self) -> date:
        """The date on the wall."""
        return self.at.astimezone(LONDON).date()


@dataclass(frozen=True)
class NewEvidence:
    """A piece of evidence to add. A file comes checked."""

    line: str
    kind: str
    words: str
    about: str
    window: str
    dated: date
    file: Kept | None = None


def forget_removed(store: Store, today: date) -> None:
    """Delete for good what was removed more than thirty days ago. Safe to run at any time."""
    old = select(Evidence.id).where(Evidence.removed_on < today - KEPT_FOR)
    with store.reading() as session:
        if session.scalars(old).first() is None:
            return
    with store.writing() as session:
        session.execute(delete(EvidenceFile).where(EvidenceFile.evidence_id.in_(old)))
        session.execute(delete(Evidence).where(Evidence.removed_on < today - KEPT_FOR))


def add(session: Session, hand: Hand, return_id: str, new: NewEvidence) -> None:
    """Add a piece of evidence, once. Raises RefusalError where there is no room for it."""
    if _twice(session, return_id, new):
        return
    number = session.scalar(select(func.count()).where(Evidence.return_id == return_id)) or 0
    if number >= MOST_EVIDENCE:
        raise RefusalError(f"This return has {MOST_EVIDENCE} pieces of evidence. Remove some first.")
    row = Evidence(
        return_id=return_id,
        line=new.line,
        kind=new.kind,
        words=new.words,
        about=new.about,
        window=new.window,
        dated=new.dated,
        added_by=name_of(session, hand),
        added_at=hand.at,
    )
    session.add(row)
    session.flush()  # the file points at it
    if new.file is not None:
        _room(session, return_id, len(new.file.content))
        content = new.file.content
        session.add(EvidenceFile(evidence_id=row.id, kind=new.file.kind, size=len(content), content=content))


def _twice(session: Session, return_id: str, new: NewEvidence) -> bool:
    """Whether the very same piece is there already: a button was pressed twice."""
    size = len(new.file.content) if new.file else None
    found = session.scalars(
        select(EvidenceFile.size)
        .join_from(Evidence, EvidenceFile, EvidenceFile.evidence_id == Evidence.id, isouter=True)
        .where(
            Evidence.return_id == return_id,
            Evidence.line == new.line,
            Evidence.kind == new.kind,
            Evidence.words == new.words,
            Evidence.about == new.about,
            Evidence.window == new.window,
            Evidence.dated == new.dated,
            Evidence.removed_on.is_(None),
        )
    )
    return size in list(found)


def _room(session: Session, return_id: str, more: int) -> None:
    """Raises RefusalError where the files of the return would be too many bytes."""
    held = session.scalar(
        select(func.coalesce(func.sum(EvidenceFile.size), 0))
        .join(Evidence, Evidence.id == EvidenceFile.evidence_id)
        .where(Evidence.return_id == return_id)
    )
    if (held or 0) + more > MOST_OF_A_RETURN:
        raise RefusalError(
            f"The files of this return would be more than {MOST_OF_A_RETURN // MEGABYTE} MB together. "
            "Add a link in place of this file. What you removed counts until it is deleted after 30 days."
        )


def name_of(session: Session, hand: Hand) -> str:
    """What this person is called now."""
    return session.get_one(Account, hand.account_id).name
