"""Returns, their answers with all that they said before, and the evidence behind them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mir.boxes import BoxedBytes
from mir.db import Base, new_id

LONGEST_NAME = 200


class Return(Base):
    """One service's return against one scheme. It is named, and it says so before the first question."""

    __tablename__ = "returns"
    __table_args__ = (CheckConstraint("scheme_version > 0", name="scheme_version"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"), index=True)
    scheme: Mapped[str] = mapped_column(String(60))
    scheme_version: Mapped[int]
    started_by: Mapped[str] = mapped_column(String(LONGEST_NAME))
    """The name of whoever began it, as it was then: the return outlives accounts."""
    started_on: Mapped[date]
    finished_by: Mapped[str | None] = mapped_column(String(LONGEST_NAME))
    finished_on: Mapped[date | None]
    """Since when it is for the board to read. Nothing is changed in it until it is opened again."""


class ReturnAnswer(Base):
    """What a return says of one line: the view where one is asked, and what we do."""

    __tablename__ = "return_answers"
    __table_args__ = (CheckConstraint("version > 0", name="version"),)

    return_id: Mapped[str] = mapped_column(ForeignKey("returns.id", ondelete="CASCADE"), primary_key=True)
    line: Mapped[str] = mapped_column(String(40), primary_key=True)
    """The code of a statement of the scheme, or of a group that is judged as a whole."""
    view: Mapped[str] = mapped_column(String(40))
    """Points, or the code of a level; empty while nothing is chosen."""
    what: Mapped[str] = mapped_column(Text)
    version: Mapped[int]
    """Goes up with every change, so that two windows cannot overwrite each other."""
    said_by: Mapped[str] = mapped_column(String(LONGEST_NAME))
    said_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class EarlierReturnAnswer(Base):
    """What a return said of one line before it was changed, and who said it."""

    __tablename__ = "return_answers_before"
    __table_args__ = (
        ForeignKeyConstraint(
            ["return_id", "line"],
            ["return_answers.return_id", "return_answers.line"],
            ondelete="CASCADE",
        ),
    )

    return_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    line: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    view: Mapped[str] = mapped_column(String(40))
    what: Mapped[str] = mapped_column(Text)
    said_by: Mapped[str] = mapped_column(String(LONGEST_NAME))
    said_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Evidence(Base):
    """Something that shows what a line says: a link, a file or a note."""

    __tablename__ = "return_evidence"
    __table_args__ = (CheckConstraint("kind IN ('link', 'file', 'note')", name="kind"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    return_id: Mapped[str] = mapped_column(ForeignKey("returns.id", ondelete="CASCADE"), index=True)
    line: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(Text)
    """A link's address, a note's words, or the name that a file came with: text, never a path."""
    about: Mapped[str] = mapped_column(String(300))
    window: Mapped[str] = mapped_column(String(20))
    """Which of the four windows of a practice study it came through, or `other`."""
    dated: Mapped[date]
    """From when it is, as whoever added it says."""
    added_by: Mapped[str] = mapped_column(String(LONGEST_NAME))
    added_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    removed_on: Mapped[date | None]
    """It can be brought back for thirty days; then it is deleted."""


class EvidenceFile(Base):
    """What is in a file that was added as evidence. It lies encrypted, under a name of chance."""

    __tablename__ = "return_files"
    __table_args__ = (CheckConstraint("size > 0", name="size"),)

    evidence_id: Mapped[str] = mapped_column(
        ForeignKey("return_evidence.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(10))
    """What it was found to be by its content."""
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(BoxedBytes)
