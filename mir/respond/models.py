"""Drafts, sheets and comments: what is kept of a person's answers, and what is not."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    Text,
)
from sqlalchemy.orm import Mapped, mapped_column

from mir.db import Base

_HOW = "how IN ('web', 'tablet', 'paper', 'phone', 'file')"
_HELP = "help IN ('none', 'read_to_me', 'wrote_for_me', 'answered_with_me', 'answered_for_me')"
_HELPER = "helper IS NULL OR (help <> 'none' AND helper IN ('family', 'staff', 'independent'))"


class Draft(Base):
    """Answers still being given, or sent and waiting to be sealed. Belongs to nobody.

    Found only by the secret the person's own browser holds; we keep its digest.
    It names no code and no time. The pair (round_id, round_state) points at the
    round while it is open, so the database refuses a draft in a closed round.
    """

    __tablename__ = "drafts"
    __table_args__ = (
        ForeignKeyConstraint(["round_id", "round_state"], ["rounds.id", "rounds.state"]),
        CheckConstraint("round_state = 'open'", name="only_open_rounds"),
        CheckConstraint(_HOW, name="how"),
        CheckConstraint(_HELP, name="help"),
        CheckConstraint(_HELPER, name="helper"),
        Index("ix_drafts_waiting", "round_id", "voice", "sent"),
    )

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    round_id: Mapped[str] = mapped_column(String(32))
    round_state: Mapped[str] = mapped_column(String(10), default="open")
    voice: Mapped[str] = mapped_column(String(10))
    edition_hash: Mapped[str] = mapped_column(ForeignKey("editions.hash"))
    presentation: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(12))
    how: Mapped[str] = mapped_column(String(10))
    help: Mapped[str] = mapped_column(String(20), default="none")
    helper: Mapped[str | None] = mapped_column(String(20))
    answers: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    """Statement code to option code or spoken state."""
    comments: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    """Statement code to what was written there."""
    version: Mapped[int] = mapped_column(default=0)
    sent: Mapped[bool] = mapped_column(default=False)


class Sheet(Base):
    """A sent, sealed set of answers: no link, no time, random key.

    WITHOUT ROWID, so that SQLite keeps sheets in the order of their random keys
    and holds no hidden number that would tell which came first.
    """

    __tablename__ = "sheets"
    __table_args__ = (
        CheckConstraint(_HOW, name="how"),
        CheckConstraint(_HELP, name="help"),
        CheckConstraint(_HELPER, name="helper"),
        Index("ix_sheets_round_voice", "round_id", "voice"),
        {"sqlite_with_rowid": False},
    )

    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"))
    voice: Mapped[str] = mapped_column(String(10))
    edition_hash: Mapped[str] = mapped_column(ForeignKey("editions.hash"))
    presentation: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(12))
    how: Mapped[str] = mapped_column(String(10))
    help: Mapped[str] = mapped_column(String(20))
    helper: Mapped[str | None] = mapped_column(String(20))
    answers: Mapped[bytes] = mapped_column(LargeBinary)
    """One byte a statement in edition order (`surveys.answers`)."""


class Comment(Base):
    """A free-text answer, sealed apart from its sheet: its theme and voice only."""

    __tablename__ = "comments"
    __table_args__ = (Index("ix_comments_round_voice", "round_id", "voice"), {"sqlite_with_rowid": False})

    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"))
    voice: Mapped[str] = mapped_column(String(10))
    theme: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)


class BroughtFile(Base):
    """That a file was brought into a round, so that it is not counted twice."""

    __tablename__ = "brought_files"

    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
