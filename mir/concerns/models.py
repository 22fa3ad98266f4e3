"""Whom people of a service can turn to, and the messages they left."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from mir.boxes import Boxed, Value
from mir.db import Base, new_id


class SafetyContact(Base):
    """Somebody people can call, and, where they have an account, write to.

    One a service for each use: `safeguarding` reads what people and families
    write, `outside` what staff and leaders write, `council` is a number to call.
    """

    __tablename__ = "safety_contacts"
    __table_args__ = (
        CheckConstraint("use IN ('safeguarding', 'outside', 'council')", name="use"),
        CheckConstraint("use <> 'council' OR account_id IS NULL", name="councils_read_nothing_here"),
    )

    service_id: Mapped[str] = mapped_column(ForeignKey("services.id", ondelete="CASCADE"), primary_key=True)
    use: Mapped[str] = mapped_column(String(20), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    about: Mapped[str] = mapped_column(String(120))
    """Who that is: “safeguarding lead”, “trustee, not a manager here”."""
    phone: Mapped[str] = mapped_column(String(40))
    account_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))


class Concern(Base):
    """A message that somebody left. It is no answer: it points at no round, draft or code.

    WITHOUT ROWID, so that SQLite holds no hidden number that would tell which came
    first among those of one day.
    """

    __tablename__ = "concerns"
    __table_args__ = (
        CheckConstraint("state IN ('new', 'read', 'done')", name="state"),
        CheckConstraint("(state = 'done') = (box IS NULL)", name="done_is_empty"),
        Index("ix_concerns_reader", "reader_id", "state"),
        {"sqlite_with_rowid": False},
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"))
    reader_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    use: Mapped[str] = mapped_column(String(20))
    received_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(10), default="new")
    box: Mapped[Value | None] = mapped_column(Boxed)
    """What was written, and how to reach the writer if they said. Emptied once it is done."""
