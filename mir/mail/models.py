"""Letters that wait, or were sent."""

from datetime import datetime

from sqlalchemy import CheckConstraint, DateTime, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from mir.boxes import Boxed, Value
from mir.db import Base, new_id


class Letter(Base):
    """A letter. Its address and words lie in a box, because a link in it lets somebody in."""

    __tablename__ = "letters"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'sending', 'sent')", name="state"),
        CheckConstraint("(state = 'sent') = (box IS NULL)", name="sent_is_empty"),
        Index("ix_letters_next", "state", "due"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    about: Mapped[str] = mapped_column(String(60))
    """What kind of letter it is, without a name: “sign-in link”."""
    box: Mapped[Value | None] = mapped_column(Boxed)
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    tries: Mapped[int] = mapped_column(default=0)
    due: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    """When it is tried next; of one that is being sent, when it may be taken up again."""
    problem: Mapped[str] = mapped_column(String(200), default="")
    """Why it could not be sent the last time."""
    batch: Mapped[str | None] = mapped_column(String(32), index=True)
    """Of letters of which may be told how many have gone: the round that they are of."""
