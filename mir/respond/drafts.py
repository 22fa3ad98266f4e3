"""Starting a draft, saving a page of it, and sending it. Each is one transaction."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mir.db import Store
from mir.errors import NotFoundError
from mir.providers.models import Organisation, Service
from mir.respond.draft import ASKED_ALOUD, DraftView, PageAnswer
from mir.respond.hiding import after_trying, mark, over_hidden, tries_left
from mir.respond.models import NOTHING_YET, Draft
from mir.respond.offered import must_be_asked
from mir.respond.refusals import (
    AlreadySentError,
    ClosedError,
    DifferentAnswerError,
    NotYetError,
    UsedError,
    WhoAnswersError,
)
from mir.rounds.models import Round
from mir.rounds.queries import FACTS, Door, RoundCard, card_of_facts
from surveys.edition import Edition
from surveys.framework import SOURCE_LANGUAGE, Presentation, Voice
from surveys.own.meant import Answer

_COLUMNS = (Draft.kept, Draft.round_id, Draft.voice, Draft.edition_hash, Draft.version, Draft.sent)
_MINE = select(*_COLUMNS).where(Draft.digest == bindparam("digest")).with_for_update()
_WHOLE = (
    select(*_COLUMNS, *FACTS)
    .join(Round, Round.id == Draft.round_id)
    .join(Service, Service.id == Round.service_id)
    .join(Organisation, Organisation.id == Service.organisation_id)
    .where(Draft.digest == bindparam("digest"))
)
"""Columns in place of rows of the mapper: these two are asked for at every page, and cost half as much so."""
BY_INTERVIEWER = {"help": "wrote_for_me", "helper": "independent"}
"""What an interviewer’s reading and typing is: help, of somebody who does not work for the service."""

Found = TypeVar("Found", Draft, DraftView)


def start(  # noqa: PLR0913 - what is known when somebody begins
    store: Store,
    door: Door,
    presentation: Presentation,
    today: date,
    language: str = SOURCE_LANGUAGE,
    *,
    how: str = "web",
) -> str:
    """The secret of a new draft. The code is not used up until the answers are sent."""
    must_be_open(door, today)
    secret = secrets.token_urlsafe(24)
    draft = Draft(
        digest=digest(secret),
        round_id=door.round.id,
        voice=door.voice,
        edition_hash=door.round.edition_hash,
        presentation=presentation,
        language=language,
        how=how,
        **(BY_INTERVIEWER if how == ASKED_ALOUD else {}),
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
        raise NotYetError("It opens on {day}. Please come back then.", day=door.round.opens_on)
    if door.used:
        raise UsedError


def load(store: Store, secret: str) -> DraftView | None:
    """The draft this secret opens, or None."""
    found = load_with_round(store, secret)
    return found[0] if found else None


def load_with_round(store: Store, secret: str) -> tuple[DraftView, RoundCard] | None:
    """The draft this secret opens and its round, read at once; None where there is none."""
    with store.reading() as session:
        row = session.execute(_WHOLE, {"digest": digest(secret)}).first()
    return (_view(row[:6]), card_of_facts(row[6:])) if row else None


def save_page(store: Store, secret: str, edition: Edition, page: PageAnswer) -> DraftView:
    """Keep what one page brought, in one row and one commit; the draft as it is then.

    A page sent twice, or again after Back, is harmless. Raises DifferentAnswerError
    where another window has answered this page since it was made, and RefusalError
    for an answer or statement that is not in the edition: nothing is changed then.
    """
    name = digest(secret)
    with store.writing() as session:
        # Locked, so that two windows that save at once come one after the other.
        row = session.execute(_MINE, {"digest": name}).first()
        view = _unsent(_view(row) if row else None)
        must_be_asked(edition, view, page)
        if page.by_proxy != view.by_proxy:
            raise WhoAnswersError
        stored, stored_comment = view.answers.get(page.code), view.comments.get(page.code, "")
        page = over_hidden(page, stored, stored_comment) if view.hidden else page
        same = mark(stored) in {page.seen, mark(page.answer)}
        if not same or stored_comment not in {page.seen_comment, page.comment}:
            raise DifferentAnswerError(stored, stored_comment)
        answers = _with(view.answers, page.code, page.answer)
        comments = _with(view.comments, page.code, page.comment or None)
        kept = row.kept | {"answers": answers, "comments": comments} if row else {}
        saving = update(Draft).where(Draft.digest == name).values(kept=kept, version=view.version + 1)
        session.execute(saving, execution_options={"synchronize_session": False})
    return replace(view, answers=answers, comments=comments, version=view.version + 1)


def hide(store: Store, secret: str, picture: str) -> None:
    """Hide the answers until this picture is pressed. Those that are hidden keep the picture they have."""
    with store.writing() as session:
        row = mine(session, secret)
        row.alone = row.alone or [picture]
        row.version += 1


def show(store: Store, secret: str, picture: str) -> bool:
    """Show the answers again if this is the picture; whether they are to be seen now.

    The right picture counts for nothing once too many others were tried.
    One that is pressed twice is tried once.
    """
    with store.writing() as session:
        row = mine(session, secret)
        row.alone = after_trying(row.alone, picture)
        row.version += 1
        return not row.alone


def show_as(store: Store, secret: str, presentation: Presentation) -> None:
    """Put the questions another way from now on; no answer changes."""
    with store.writing() as session:
        row = mine(session, secret)
        row.presentation = presentation
        row.version += 1


def speak(store: Store, secret: str, language: str) -> None:
    """Put the questions in another language from now on; no answer changes."""
    with store.writing() as session:
        row = mine(session, secret)
        row.language = language
        row.version += 1


def drop(store: Store, secret: str) -> None:
    """Forget a draft for good. Sent answers are not touched."""
    with store.writing() as session:
        session.execute(delete(Draft).where(Draft.digest == digest(secret), ~Draft.sent))


def mine(session: Session, secret: str) -> Draft:
    """The unsent draft that this secret opens, locked as in `save_page`."""
    return _unsent(session.get(Draft, digest(secret), with_for_update=True))


def _unsent(found: Found | None) -> Found:
    if found is None:
        raise NotFoundError("We cannot find your answers here. Please start again with your code.")
    if found.sent:
        raise AlreadySentError
    return found


def _with(kept: dict[str, Any], code: str, value: Answer | None) -> dict[str, Any]:
    rest = {key: held for key, held in kept.items() if key != code}
    return rest if value is None else rest | {code: value}


def _view(row: Sequence[Any]) -> DraftView:
    kept, round_id, voice, edition_hash, version, sent = row
    kept = NOTHING_YET | kept
    return DraftView(
        round_id=round_id,
        voice=Voice(voice),
        edition_hash=edition_hash,
        presentation=Presentation(kept["presentation"]),
        language=kept["language"],
        help=kept["help"],
        helper=kept["helper"],
        answers=kept["answers"],
        comments=kept["comments"],
        version=version,
        sent=sent,
        hidden=bool(kept["alone"]),
        tries=tries_left(kept["alone"]),
        how=kept["how"],
    )


def digest(secret: str) -> str:
    """What is kept of a secret: it finds the draft and opens nothing."""
    return hashlib.sha256(secret.encode()).hexdigest()
