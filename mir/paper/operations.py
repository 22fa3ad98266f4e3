"""Saving a booklet that was typed in: a sent draft like any other, and counts that lead to no booklet."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import update
from sqlalchemy.orm import Session

from mir.db import Store
from mir.errors import GoneError, NotFoundError
from mir.paper.models import KeyedPage, KeyedTwice
from mir.respond.models import Draft
from mir.respond.refusals import UsedError
from mir.respond.sealing import seal_waiting
from mir.rounds.models import Code, Round, RoundState
from surveys.framework import Presentation, Voice
from surveys.own.meant import Answer


@dataclass(frozen=True)
class Keyed:
    """One booklet as it was typed in."""

    round_id: str
    voice: Voice
    edition_hash: str
    presentation: Presentation
    language: str
    help: str
    helper: str | None
    answers: Mapping[str, Answer]
    comments: Mapping[str, str]
    """Statement code to what was written."""
    code: str
    """The single-use code on its cover; empty where there is none."""
    token: str
    """What the page carried, so that pressing twice saves once."""


def save(store: Store, keyed: Keyed) -> bool:
    """Keep the booklet as a sent draft, and seal what is ripe. False where this page was saved before.

    Raises GoneError for a closed round, NotFoundError for a code that this booklet
    cannot have, and UsedError for one that was used: nothing is changed then.
    """
    with store.writing() as session:
        _must_be_open(session, keyed.round_id)
        token = hashlib.sha256(keyed.token.encode()).hexdigest()
        if session.get(KeyedPage, (keyed.round_id, token)) is not None:
            return False
        session.add(KeyedPage(round_id=keyed.round_id, token=token))
        if keyed.code:
            _use(session, keyed)
        session.add(
            Draft(
                digest=secrets.token_hex(32),  # nobody holds a secret that opens it
                round_id=keyed.round_id,
                voice=keyed.voice,
                edition_hash=keyed.edition_hash,
                presentation=keyed.presentation,
                language=keyed.language,
                how="paper",
                help=keyed.help,
                helper=keyed.helper,
                answers=dict(keyed.answers),
                comments=dict(keyed.comments),
                sent=True,
            )
        )
    seal_waiting(store, keyed.round_id)
    return True


def count_twice(store: Store, round_id: str, compared: int, different: int) -> None:
    """Add to the counts of answers typed in twice. In a transaction of its own, apart from any answer."""
    with store.writing() as session:
        _must_be_open(session, round_id)
        row = session.get(KeyedTwice, round_id)
        if row is None:
            row = KeyedTwice(round_id=round_id, compared=0, different=0)
            session.add(row)
        row.compared += compared
        row.different += different


def _must_be_open(session: Session, round_id: str) -> None:
    # The lock lets nobody close the round, or save the same page, until this is done.
    round_ = session.get(Round, round_id, with_for_update=True)
    if round_ is None:
        raise NotFoundError
    if round_.state != RoundState.OPEN:
        raise GoneError("This round is closed, and a closed round takes no more answers.")


def _use(session: Session, keyed: Keyed) -> None:
    """Mark the code as used, as sending on screen does; a shared code stays as it is."""
    found = session.get(Code, keyed.code)
    if found is None or (found.round_id, found.voice) != (keyed.round_id, keyed.voice):
        raise NotFoundError("We do not know that code for this group and round.")
    used = session.scalar(
        update(Code).where(Code.text == keyed.code, ~Code.used).values(used=~Code.shared).returning(Code.text)
    )
    if used is None:
        raise UsedError("This code has been used: the answers of this person are in already.")
