"""What is kept of typing in: that a page was saved, and how often two typings of an answer differed."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mir.db import Base


class KeyedPage(Base):
    """That a page of typing was saved, so that a second press of its button counts nothing twice.

    The token was drawn by chance for one opening of the page and stands nowhere else:
    it leads to no booklet, draft or sheet.
    """

    __tablename__ = "keyed_pages"
    __table_args__ = ({"sqlite_with_rowid": False},)

    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True)
    token: Mapped[str] = mapped_column(String(64), primary_key=True)


class KeyedTwice(Base):
    """How many answers of a round were typed in twice, and how many of them differed. Never which."""

    __tablename__ = "keyed_twice"
    __table_args__ = (
        CheckConstraint("compared >= 0", name="compared"),
        CheckConstraint("different >= 0 AND different <= compared", name="different"),
    )

    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True)
    compared: Mapped[int] = mapped_column(default=0)
    different: Mapped[int] = mapped_column(default=0)
