"""Actions and each step that was taken with them."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mir.db import Base, new_id

LONGEST_WHAT = 300
LONGEST_OWNER = 120
LONGEST_WHY = 400


class State(StrEnum):
    """How far an action has come."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class Action(Base):
    """Something that is done about one theme or statement of one round."""

    __tablename__ = "actions"
    __table_args__ = (
        CheckConstraint("version > 0", name="version"),
        CheckConstraint("state IN ('planned', 'under_way', 'done', 'stopped')", name="state"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"), index=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"), index=True)
    """The round that it answers to."""
    measure: Mapped[str] = mapped_column(String(40))
    """The code of the theme or statement by which it is measured next time."""
    what: Mapped[str] = mapped_column(String(LONGEST_WHAT))
    owner: Mapped[str] = mapped_column(String(LONGEST_OWNER))
    """A name or a role: whoever sees to it that it is done."""
    due: Mapped[date]
    state: Mapped[str] = mapped_column(String(10), default=State.PLANNED)
    version: Mapped[int] = mapped_column(default=1)
    priority_id: Mapped[str | None] = mapped_column(ForeignKey("priorities.id"), index=True)
    """What was chosen together, where it comes of that."""


class ActionStep(Base):
    """What was done to an action: by whom, when. Rows are only ever added."""

    __tablename__ = "action_steps"

    action_id: Mapped[str] = mapped_column(ForeignKey("actions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    done_on: Mapped[date]
    who: Mapped[str] = mapped_column(String(120))
    words: Mapped[str] = mapped_column(Text)


class ActionReminder(Base):
    """The colleague to whom letters about an action go."""

    __tablename__ = "action_reminders"

    action_id: Mapped[str] = mapped_column(ForeignKey("actions.id"), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)


class ActionLetters(Base):
    """Whether somebody wants letters about actions, and when the last one went. No row is a yes."""

    __tablename__ = "action_letters"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    wanted: Mapped[bool] = mapped_column(default=True)
    last_on: Mapped[date | None]
