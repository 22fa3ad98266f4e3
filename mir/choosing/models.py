"""Meetings in which people choose together, what is on the wall, and how many dots it got: totals only."""

from datetime import date
from enum import StrEnum

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mir.db import Base, new_id

LONGEST_OWN = 120
"""Letters of something that people add to the wall."""
LONGEST_BETTER = 300
LONGEST_WHO = 300
LONGEST_NOTE = 400
MOST_ON_WALL = 8
"""As many can be read from five metres on one screen, and have room for dots on one sheet."""
MOST_DOTS = 5


class Stage(StrEnum):
    """How far a meeting has come."""

    WALL = "wall"
    DOTS = "dots"
    COUNTED = "counted"
    AGREED = "agreed"


class Side(StrEnum):
    """The two groups that are counted apart, so that staff do not outvote people."""

    PEOPLE = "people"
    STAFF = "staff"


class Way(StrEnum):
    """How dots came: on somebody's own device, or by a show of hands."""

    PHONE = "phone"
    HANDS = "hands"


class Meeting(Base):
    """People of one service choosing, after one closed round, what to work on."""

    __tablename__ = "meetings"
    __table_args__ = (
        CheckConstraint("stage IN ('wall', 'dots', 'counted', 'agreed')", name="stage"),
        CheckConstraint("most_dots BETWEEN 1 AND 5", name="most_dots"),
        CheckConstraint("people >= 0 AND families >= 0 AND staff >= 0 AND others >= 0", name="in_the_room"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    service_id: Mapped[str] = mapped_column(ForeignKey("services.id"), index=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"), index=True)
    code: Mapped[str] = mapped_column(String(8), unique=True)
    """What leads people to the page where they put their dots."""
    stage: Mapped[str] = mapped_column(String(8), default=Stage.WALL)
    turn: Mapped[int] = mapped_column(default=0)
    """How often dots were begun: a browser that put dots in an earlier turn may put them again."""
    most_dots: Mapped[int] = mapped_column(default=3)
    speaker: Mapped[str] = mapped_column(String(10))
    """Whose view the order of the wall rests on; empty where nothing could be told."""
    ordered: Mapped[bool]
    strengths: Mapped[list[dict[str, object]]] = mapped_column(JSON)
    """What is strong, as it was told on the day: `code`, `theme` and what each voice `said`."""
    begun_on: Mapped[date]
    held_on: Mapped[date | None]
    people: Mapped[int] = mapped_column(default=0)
    """In the room: people who draw on support."""
    families: Mapped[int] = mapped_column(default=0)
    staff: Mapped[int] = mapped_column(default=0)
    others: Mapped[int] = mapped_column(default=0)
    who: Mapped[str] = mapped_column(String(LONGEST_WHO), default="")
    note: Mapped[str] = mapped_column(String(LONGEST_NOTE), default="")


class Candidate(Base):
    """Something on the wall: a statement or theme of the round, or the group's own."""

    __tablename__ = "candidates"
    __table_args__ = (UniqueConstraint("meeting_id", "place"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)
    place: Mapped[int]
    code: Mapped[str] = mapped_column(String(40))
    """The statement or theme of the edition; empty for the group's own."""
    theme: Mapped[str] = mapped_column(String(40))
    words: Mapped[str] = mapped_column(String(LONGEST_OWN))
    """The group's own words; empty for what the edition words."""
    said: Mapped[list[list[str]]] = mapped_column(JSON)
    """What each voice answered, as it was told on the day: the voice and a sentence."""
    off: Mapped[bool] = mapped_column(default=False)
    """Taken off the wall, and kept."""
    better: Mapped[str] = mapped_column(String(LONGEST_BETTER), default="")
    """What would be better, in the group's words. It stays when what was agreed is opened again."""


class Dots(Base):
    """How many of one side chose a candidate. Only ever a total."""

    __tablename__ = "dots"
    __table_args__ = (
        CheckConstraint("number >= 0", name="number"),
        CheckConstraint("side IN ('people', 'staff')", name="side"),
        CheckConstraint("way IN ('phone', 'hands')", name="way"),
    )

    candidate_id: Mapped[str] = mapped_column(
        ForeignKey("candidates.id", ondelete="CASCADE"), primary_key=True
    )
    side: Mapped[str] = mapped_column(String(6), primary_key=True)
    way: Mapped[str] = mapped_column(String(5), primary_key=True)
    number: Mapped[int] = mapped_column(default=0)


class Voters(Base):
    """How many of one side put dots at all."""

    __tablename__ = "voters"
    __table_args__ = (CheckConstraint("number >= 0", name="number"),)

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True)
    side: Mapped[str] = mapped_column(String(6), primary_key=True)
    way: Mapped[str] = mapped_column(String(5), primary_key=True)
    number: Mapped[int] = mapped_column(default=0)


class SpentPage(Base):
    """That a page was sent, so that it counts once: the digest of what its browser held by chance.

    It says nothing of what was chosen, and goes when the dots are counted.
    """

    __tablename__ = "spent_pages"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), index=True)


class Priority(Base):
    """A candidate that was agreed. Actions point at it: while one does, the database keeps it."""

    __tablename__ = "priorities"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meetings.id"), index=True)
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidates.id"), unique=True)
    place: Mapped[int]
