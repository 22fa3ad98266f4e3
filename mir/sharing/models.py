"""What a service shares with an organisation that commissions it."""

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mir.db import Base, new_id


class Share(Base):
    """That a service shares results with an organisation. Where the row is gone, nothing is shared."""

    __tablename__ = "shares"
    __table_args__ = (UniqueConstraint("service_id", "organisation_id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"), index=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"), index=True)
    """With whom: those who are commissioners there read it."""
    from_now: Mapped[bool]
    """Whether each round that closes later is shared too."""
    since: Mapped[date]


class SharedRound(Base):
    """Whether one round that was closed when somebody decided is shared. A later one goes by `from_now`."""

    __tablename__ = "shared_rounds"

    share_id: Mapped[str] = mapped_column(ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    shown: Mapped[bool]
