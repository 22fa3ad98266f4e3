"""Drafts, sheets and comments: what is kept of a person's answers, and what is not."""

from datetime import date
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    Text,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from mir.boxes import Boxed
from mir.db import Base

_HOW = "how IN ('web', 'tablet', 'paper', 'phone', 'file')"
_HELP = "help IN ('none', 'read_to_me', 'wrote_for_me', 'answered_with_me', 'answered_for_me')"
_HELPER = "helper IS NULL OR (help <> 'none' AND helper IN ('family', 'staff', 'independent'))"
HELP = frozenset({"none", "read_to_me", "wrote_for_me", "answered_with_me", "answered_for_me"})
HELPERS = frozenset({None, "family", "staff", "independent"})
"""What a draft may say of help: the database cannot look into its box, and a sheet takes nothing else."""


Kept = dict[str, Any]
"""What is kept in a draft's box: each of the names below, with its value."""

NOTHING_YET: Kept = {
    "presentation": "standard", "language": "en", "how": "web", "help": "none", "helper": None,
    "answers": {}, "comments": {}, "withdrawal": "",
    "alone": [],
}  # fmt: skip


def _kept(name: str) -> Any:  # noqa: ANN401 - each name has a type of its own
    """A name in a draft's box, to be read and written like a column."""

    def read(draft: "Draft") -> Any:  # noqa: ANN401 - as above
        return (draft.kept or NOTHING_YET).get(name, NOTHING_YET[name])

    def write(draft: "Draft", value: object) -> None:
        # A new dictionary, so that the whole box is shut again whatever has changed in it.
        draft.kept = (draft.kept or NOTHING_YET) | {name: value}

    return property(read, write)


class Draft(Base):
    """Answers still being given, or sent and waiting to be sealed. Belongs to nobody.

    Found only by the secret the person's own browser holds; we keep its digest.
    It names no code and no time. What was answered, and how, lies in a box that
    only the site's secret opens: whoever compares one copy of the database with
    the next sees that a code was used and that a draft was sent, and nothing of
    what it says. The pair (round_id, round_state) points at the
    round while it is open, so the database refuses a draft in a closed round.
    """

    __tablename__ = "drafts"
    __table_args__ = (
        ForeignKeyConstraint(["round_id", "round_state"], ["rounds.id", "rounds.state"]),
        CheckConstraint("round_state = 'open'", name="only_open_rounds"),
        Index("ix_drafts_waiting", "round_id", "voice", "sent"),
    )

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    round_id: Mapped[str] = mapped_column(String(32))
    round_state: Mapped[str] = mapped_column(String(10), default="open")
    voice: Mapped[str] = mapped_column(String(10))
    edition_hash: Mapped[str] = mapped_column(ForeignKey("editions.hash"))
    kept: Mapped[Kept] = mapped_column(Boxed, default=NOTHING_YET)
    """All that the sheet and the comments will be made from, shut and opened as one."""
    version: Mapped[int] = mapped_column(default=0)
    sent: Mapped[bool] = mapped_column(default=False)

    presentation = _kept("presentation")
    language = _kept("language")
    how = _kept("how")
    help = _kept("help")
    helper = _kept("helper")
    answers = _kept("answers")
    """Code of a statement or own question to its answer or spoken state."""
    withdrawal = _kept("withdrawal")
    """From what its sheet's key will be made, once it is sent (`mir.respond.keys`)."""
    alone = _kept("alone")
    """Where answers are hidden: the picture that shows them again, then the wrong ones that were tried."""
    comments = _kept("comments")
    """Statement code to what was written there."""


class Sheet(Base):
    """A sent, sealed set of answers: no link, no time, random key.

    WITHOUT ROWID, so that SQLite keeps sheets in the order of their random keys
    and holds no hidden number that would tell which came first.
    """

    __tablename__ = "sheets"
    __table_args__ = (
        CheckConstraint(_HOW, name="how"),
        CheckConstraint(_HELP, name="help"),
        CheckConstraint(_HELPER, name="helper"),
        Index("ix_sheets_round_voice", "round_id", "voice"),
        {"sqlite_with_rowid": False},
    )

    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"))
    voice: Mapped[str] = mapped_column(String(10))
    edition_hash: Mapped[str] = mapped_column(ForeignKey("editions.hash"))
    presentation: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(12))
    how: Mapped[str] = mapped_column(String(10))
    help: Mapped[str] = mapped_column(String(20))
    helper: Mapped[str | None] = mapped_column(String(20))
    answers: Mapped[bytes] = mapped_column(LargeBinary)
    """One byte a statement in edition order (`surveys.answers`)."""
    own: Mapped[str | None] = mapped_column(Text)
    """Answers to the survey's own questions (`surveys.own_answers`); nothing where it has none."""


class Comment(Base):
    """A free text, sealed apart from its sheet: its theme, or its own question, and who is speaking only."""

    __tablename__ = "comments"
    __table_args__ = (Index("ix_comments_round_voice", "round_id", "voice"), {"sqlite_with_rowid": False})

    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"))
    voice: Mapped[str] = mapped_column(String(10))
    whose: Mapped[str] = mapped_column(String(10), server_default=text("'own'"))
    """Whether the person said it (`own`), or somebody who answered for them (`proxy`).

    `either` for all that the person's voice wrote in a round where few people did one of
    the two: the mark would lead from a comment to one of few sheets.
    """
    theme: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)


class WayBack(Base):
    """Where four words lead: a set of answers, begun or sent. Deleted when the round closes.

    The name and the key of the box come from the words, which are kept nowhere, and
    the owner from the secret of the draft: it leads to no draft and no sheet.
    """

    __tablename__ = "ways_back"
    __table_args__ = ({"sqlite_with_rowid": False},)

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), index=True)
    owner: Mapped[str] = mapped_column(String(64), unique=True)
    box: Mapped[bytes] = mapped_column(LargeBinary)


class BroughtFile(Base):
    """That a file was brought into a round, so that it is not counted twice."""

    __tablename__ = "brought_files"

    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)


class Tablet(Base):
    """What makes a tablet one that many people share: the link that sets it up, and the lock of its answers.

    Deleted when the round closes: what comes after that can be opened by nobody.
    """

    __tablename__ = "tablets"

    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[str | None] = mapped_column(String(64), unique=True)
    """Of the secret in the link; nothing once the link was taken back."""
    box: Mapped[Kept] = mapped_column(Boxed)
    """The private key that opens what its tablets send."""


class Taken(Base):
    """That a set of answers has come from a tablet, so that sending it again counts once.

    A digest of a number that the tablet made by chance and forgets: it leads to no
    draft and no sheet. Deleted when the round closes.
    """

    __tablename__ = "tablet_taken"
    __table_args__ = ({"sqlite_with_rowid": False},)

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), index=True)


class Device(Base):
    """One tablet of a round, for the desk: bands and days, so that nothing tells when somebody answered."""

    __tablename__ = "tablet_devices"
    __table_args__ = (
        CheckConstraint("waits IN ('none', 'few', 'many')", name="waits"),
        CheckConstraint("unfinished IN ('none', 'few', 'many')", name="unfinished"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(40))
    link: Mapped[str] = mapped_column(String(64))
    """The digest of the link that it was set up with."""
    waits: Mapped[str] = mapped_column(String(4), default="none")
    unfinished: Mapped[str] = mapped_column(String(4), default="none")
    heard_on: Mapped[date]
    sent_on: Mapped[date | None]
    away: Mapped[bool] = mapped_column(default=False)
