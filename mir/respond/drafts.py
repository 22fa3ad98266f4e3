"""Starting a draft, saving a page of it, and sending it. Each is one transaction."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mir.db import Store
from mir.errors import NotFoundError, RefusalError
from mir.pages import day
from mir.respond.models import HELP, HELPERS, Draft
from mir.respond.refusals import (
    AlreadySentError,
    ClosedError,
    DifferentAnswerError,
    NotYetError,
    UsedError,
)
from mir.rounds.models import Code, Round, RoundState
from mir.rounds.queries import Door
from surveys.answers import codes
from surveys.edition import Edition
from surveys.framework import Presentation, Voice

LONGEST_COMMENT = 4_000


@dataclass(frozen=True)
class DraftView:
    """A draft as a page sees it."""

    round_id: str
    voice: Voice
    edition_hash: str
    presentation: Presentation
    language: str
    help: str
    helper: str | None
    answers: dict[str, str]
    comments: dict[str, str]
    version: int
    sent: bool


@dataclass(frozen=True)
class PageAnswer:
    """What one page brings back. `seen` is the answer that stood there when the page was made."""

    code: str
    answer: str | None
    comment: str
    seen: str | None
    seen_comment: str


@dataclass(frozen=True)
class Helped:
    """What help a person had (`none`, `read_to_me` …) and from whom."""

    help: str
    helper: str | None


def start(store: Store, door: Door, presentation: Presentation, today: date) -> str:
    """The secret of a new draft. The code is not used up until the answers are sent."""
    must_be_open(door, today)
    secret = secrets.token_urlsafe(24)
    draft = Draft(
        digest=_digest(secret),
        round_id=door.round.id,
        voice=door.voice,
        edition_hash=door.round.edition_hash,
        presentation=presentation,
        language="en",
        how="web",
    )
    try:
        with store.writing() as session:
            session.add(draft)
    except IntegrityError as error:
        # The round closed while the welcome page stood open: the database refuses the draft.
        raise ClosedError from error
    return secret


def must_be_open(door: Door, today: date) -> None:
    """Raises ClosedError, NotYetError or UsedError, with the words for whoever holds this code."""
    if not door.round.is_open or today > door.round.closes_on:
        raise ClosedError
    if today < door.round.opens_on:
        raise NotYetError(f"It opens on {day(door.round.opens_on)}. Please come back then.")
    if door.used:
        raise UsedError


def load(store: Store, secret: str) -> DraftView | None:
    """The draft this secret opens, or None."""
    with store.reading() as session:
        row = session.get(Draft, _digest(secret))
        return _view(row) if row else None


def save_page(store: Store, secret: str, edition: Edition, page: PageAnswer) -> None:
    """Keep what one page brought, in one row and one commit.

    A page sent twice, or again after Back, is harmless. Raises DifferentAnswerError
    where another window has answered this page since it was made, and RefusalError
    for an answer or statement that is not in the edition: nothing is changed then.
    """
    with store.writing() as session:
        row = _mine(session, secret)
        _must_be_asked(edition, Voice(row.voice), page)
        stored, stored_comment = row.answers.get(page.code), row.comments.get(page.code, "")
        if stored not in {page.seen, page.answer} or stored_comment not in {page.seen_comment, page.comment}:
            raise DifferentAnswerError(stored, stored_comment)
        row.answers = _with(row.answers, page.code, page.answer)
        row.comments = _with(row.comments, page.code, page.comment or None)
        row.version += 1


def save_help(store: Store, secret: str, helped: Helped) -> None:
    """Keep what help the person has. Raises RefusalError for what is not on offer."""
    if helped.help not in HELP or helped.helper not in HELPERS:
        raise RefusalError("That answer is not one of the answers on this page. Go back and choose again.")
    with store.writing() as session:
        row = _mine(session, secret)
        row.help = helped.help
        row.helper = None if helped.help == "none" else helped.helper
        row.version += 1


def show_as(store: Store, secret: str, presentation: Presentation) -> None:
    """Put the questions another way from now on; no answer changes."""
    with store.writing() as session:
        row = _mine(session, secret)
        row.presentation = presentation
        row.version += 1


def send(store: Store, secret: str, code: str) -> None:
    """Mark the draft as sent and its code as used: durable from here, and counted once.

    Sending again is harmless. Raises UsedError where somebody else has used the code
    and ClosedError where the round has closed.
    """
    with store.writing() as session:
        row = session.get(Draft, _digest(secret), with_for_update=True)
        if row is None:
            # Only sealing and closing take drafts away: in an open round these answers are sealed.
            _code_must_be_open(session, code)
            return
        if row.sent:
            return
        _must_be_open(session, row.round_id)
        used = session.scalar(
            update(Code)
            .where(Code.text == code, Code.round_id == row.round_id, Code.voice == row.voice)
            .where(~Code.used)
            .values(used=~Code.shared)
            .returning(Code.text)
        )
        if used is None:
            raise UsedError
        row.sent = True
        row.version += 1


def _mine(session: Session, secret: str) -> Draft:
    # Locked, so that two windows that save at once come one after the other.
    row = session.get(Draft, _digest(secret), with_for_update=True)
    if row is None:
        raise NotFoundError("We cannot find your answers here. Please start again with your code.")
    if row.sent:
        raise AlreadySentError
    return row


def _must_be_open(session: Session, round_id: str) -> None:
    round_ = session.get(Round, round_id)
    if round_ is None or round_.state != RoundState.OPEN:
        raise ClosedError


def _code_must_be_open(session: Session, code: str) -> None:
    found = session.get(Code, code)
    if found is None:
        raise NotFoundError
    _must_be_open(session, found.round_id)


def _must_be_asked(edition: Edition, voice: Voice, page: PageAnswer) -> None:
    place = edition.place.get(page.code)
    if place is None or voice not in edition.statements[place].wordings:
        raise NotFoundError("That question is not part of this survey.")
    if page.answer is not None and page.answer not in codes(edition):
        raise RefusalError("That answer is not one of the answers on offer. Go back and choose again.")
    if len(page.comment) > LONGEST_COMMENT:
        raise RefusalError(f"Your comment is too long. Please use at most {LONGEST_COMMENT:,} characters.")


def _with(kept: dict[str, str], code: str, value: str | None) -> dict[str, str]:
    rest = {key: held for key, held in kept.items() if key != code}
    return rest if value is None else rest | {code: value}


def _view(row: Draft) -> DraftView:
    return DraftView(
        round_id=row.round_id,
        voice=Voice(row.voice),
        edition_hash=row.edition_hash,
        presentation=Presentation(row.presentation),
        language=row.language,
        help=row.help,
        helper=row.helper,
        answers=dict(row.answers),
        comments=dict(row.comments),
        version=row.version,
        sent=row.sent,
    )


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
