"""The keys with which other programs read."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mir.db import Base, new_id


class ProgramKey(Base):
    """What lets a program read for one organisation. Only a digest of it is kept."""

    __tablename__ = "program_keys"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"), index=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    """Who made it. It reads no more than they may, and nothing once they have left."""
    name: Mapped[str] = mapped_column(String(60))
    """What program it is for."""
    scopes: Mapped[str] = mapped_column(String(60))
    """What it may read, in words of `Scope` with spaces between them."""
    made_on: Mapped[date]
    ends_on: Mapped[date]
    used_on: Mapped[date | None]
    """The last day on which it was used."""
