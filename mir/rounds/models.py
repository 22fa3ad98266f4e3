"""Rounds, the editions they ask, and the codes that let people start."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mir.boxes import Boxed, Value
from mir.db import Base, new_id


class RoundState(StrEnum):
    """A round is open, then closed, and never open again."""

    OPEN = "open"
    CLOSED = "closed"


class StoredEdition(Base):
    """An edition by its hash. It never changes."""

    __tablename__ = "editions"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    definition: Mapped[str] = mapped_column(Text)
    """The canonical JSON whose SHA-256 is the hash."""


class Round(Base):
    """One service asking one edition between two dates."""

    __tablename__ = "rounds"
    __table_args__ = (
        CheckConstraint("closes_on >= opens_on", name="dates"),
        CheckConstraint("state IN ('open', 'closed')", name="state"),
        # Drafts point at (id, 'open'): the database itself keeps them out of a closed round.
        UniqueConstraint("id", "state"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"), index=True)
    edition_hash: Mapped[str] = mapped_column(ForeignKey("editions.hash"))
    title: Mapped[str] = mapped_column(String(120))
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(10), default=RoundState.OPEN)


class Invited(Base):
    """How many people of one voice were asked to take part."""

    __tablename__ = "invited"
    __table_args__ = (CheckConstraint("number >= 0", name="number"),)

    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True)
    voice: Mapped[str] = mapped_column(String(10), primary_key=True)
    number: Mapped[int]


class Code(Base):
    """What lets a person start. It remembers only that it was used; a shared one not even that."""

    __tablename__ = "codes"
    __table_args__ = (CheckConstraint("NOT (shared AND used)", name="shared_never_used"),)

    text: Mapped[str] = mapped_column(String(8), primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), index=True)
    voice: Mapped[str] = mapped_column(String(10))
    shared: Mapped[bool] = mapped_column(default=False)
    used: Mapped[bool] = mapped_column(default=False)


class Invitation(Base):
    """An e-mail address and the code that went there, in a box, for reminding whoever has not answered.

    It is deleted with the last reminder, and when the round closes at the latest. It has no
    time and names no account, and the address and the code stand nowhere else together.
    """

    __tablename__ = "invitations"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), index=True)
    voice: Mapped[str] = mapped_column(String(10))
    box: Mapped[Value] = mapped_column(Boxed)
    """`to`, `code`, and in which `language` and `presentation` it was put."""


class Mailing(Base):
    """That links went by e-mail to people of one voice: to how many, and how often they were reminded."""

    __tablename__ = "mailings"
    __table_args__ = (CheckConstraint("number > 0", name="number"),)

    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True)
    voice: Mapped[str] = mapped_column(String(10), primary_key=True)
    number: Mapped[int]
    reminders: Mapped[int] = mapped_column(default=0)
    last_on: Mapped[date]


class ToldBand(Base):
    """How many had answered, roughly, when somebody last looked: it changes once a day and never back."""

    __tablename__ = "told_bands"

    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True)
    voice: Mapped[str] = mapped_column(String(10), primary_key=True)
    least: Mapped[int]
    """At least so many, in whole tens; 0 for “fewer than 10”."""
    told_on: Mapped[date]
