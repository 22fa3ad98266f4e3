"""Surveys in the making, what they said before, and what was published of them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mir.db import Base, new_id

LONGEST_NOTE = 2_000
LONGEST_STEP = 200


class MadeSurvey(Base):
    """A survey of one organisation, as the text of its file."""

    __tablename__ = "made_surveys"
    __table_args__ = (
        UniqueConstraint("organisation_id", "slug"),
        CheckConstraint("version > 0", name="version"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"), index=True)
    slug: Mapped[str] = mapped_column(String(60))
    """The name it is known by in its file and on the command line. It never changes."""
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
    """Goes up with every change, so that two windows cannot overwrite each other."""
    removed: Mapped[bool] = mapped_column(default=False)


class EarlierText(Base):
    """What a survey said before a change, and what the change was."""

    __tablename__ = "made_survey_texts"

    survey_id: Mapped[str] = mapped_column(
        ForeignKey("made_surveys.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    step: Mapped[str] = mapped_column(String(LONGEST_STEP))
    """What was done to it then, in words."""


class MadeEdition(Base):
    """A published edition of a survey, with the note of who went through it. It never changes."""

    __tablename__ = "made_editions"
    __table_args__ = (
        CheckConstraint("people >= 0", name="people"),
        CheckConstraint("number > 0", name="number"),
    )

    survey_id: Mapped[str] = mapped_column(ForeignKey("made_surveys.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    edition_hash: Mapped[str] = mapped_column(ForeignKey("editions.hash"))
    text: Mapped[str] = mapped_column(Text)
    """The file it was made from."""
    published_on: Mapped[date]
    people: Mapped[int]
    """How many people with lived experience went through it. Nobody's name is kept."""
    way: Mapped[str] = mapped_column(String(LONGEST_NOTE))
    changed: Mapped[str] = mapped_column(String(LONGEST_NOTE))
    """What changed because of it."""
