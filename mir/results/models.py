"""Tallies kept for closed rounds: counted once, then only added."""

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mir.db import Base


class KeptTally(Base):
    """The tally of one voice of one closed round, as `scoring.tally` writes it."""

    __tablename__ = "tallies"

    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True)
    voice: Mapped[str] = mapped_column(String(10), primary_key=True)
    tally: Mapped[dict[str, object]] = mapped_column(JSON)
    help: Mapped[dict[str, int]] = mapped_column(JSON)
    """Kind of help to how many sheets had it."""
    on_behalf: Mapped[int]
    """Sheets that somebody else answered; they are not in the tally."""
