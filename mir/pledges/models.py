"""Pledges, and the public page of a service on which they stand."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mir.db import Base, new_id

LONGEST = 300
"""Letters of each of its four texts."""


class Pledge(Base):
    """“You said … We did …”, in standard words and in Easy Read. Let out only by a person."""

    __tablename__ = "pledges"
    __table_args__ = (CheckConstraint("version > 0", name="version"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"), index=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"), index=True)
    """The round in which people said it."""
    action_id: Mapped[str | None] = mapped_column(ForeignKey("actions.id"), index=True)
    said: Mapped[str] = mapped_column(String(LONGEST))
    did: Mapped[str] = mapped_column(String(LONGEST))
    said_easy: Mapped[str] = mapped_column(String(LONGEST))
    did_easy: Mapped[str] = mapped_column(String(LONGEST))
    released_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)


class ChangedPage(Base):
    """Where the people of a service read what changed: an address that cannot be guessed."""

    __tablename__ = "changed_pages"

    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"), primary_key=True)
    address: Mapped[str] = mapped_column(String(12), unique=True)
