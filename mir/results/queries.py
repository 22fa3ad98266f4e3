"""Sheets as plain arrays, kept tallies as values, and which rounds may be pooled."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, func, select, tuple_

from mir.db import Store
from mir.providers.models import Service
from mir.respond.models import Sheet
from mir.results.models import KeptTally
from mir.rounds.models import Round, RoundState
from mir.rounds.queries import RoundCard, edition, round_card
from scoring.tally import Tally
from surveys.answers import unpack
from surveys.edition import Edition
from surveys.framework import Voice
from surveys.own.meant import Answer
from surveys.own_answers import unpack_own

FOR_ME = "answered_for_me"
POOLED_FOR = timedelta(days=365)
"""How far back rounds count when we measure how much people differ."""


@dataclass(frozen=True)
class Kept:
    """What is kept of one voice of a closed round."""

    voice: Voice
    tally: Tally
    help: Mapping[str, int]
    """Kind of help, and whose help it was, to how many sheets."""
    on_behalf: int


@dataclass(frozen=True)
class OneSheet:
    """What one person said, by code, and in which presentation and language."""

    answers: Mapping[str, Answer]
    presentation: str
    language: str


def sheets(store: Store, round_id: str, voice: Voice) -> NDArray[np.uint8]:
    """The answers of one voice, shape (people, statements), as `surveys.answers` packs them, in no order.

    What somebody else answered in a person's place is left out. Raises NotFoundError.
    """
    asked = edition(store, round_card(store, round_id).edition_hash)
    chosen = _of(round_id, voice)
    if voice is Voice.PERSON:
        chosen = chosen.where(Sheet.help != FOR_ME)
    with store.reading() as session:
        rows = b"".join(session.scalars(chosen))
    return np.frombuffer(rows, np.uint8).reshape(-1, len(asked.statements))


def own_answers(store: Store, asked: Edition, round_id: str, voice: Voice) -> list[dict[str, Answer]]:
    """The answers of one voice to the own questions of this edition, a mapping a person, in no order.

    What somebody else answered in a person's place is left out.
    """
    chosen = select(Sheet.own).where(Sheet.round_id == round_id, Sheet.voice == voice)
    if voice is Voice.PERSON:
        chosen = chosen.where(Sheet.help != FOR_ME)
    with store.reading() as session:
        return [unpack_own(asked, row) for row in session.scalars(chosen) if row is not None]


def one_by_one(store: Store, round_id: str, voice: Voice) -> list[OneSheet]:
    """The sheets of one voice, without who helped and without what was answered in a person's place.

    They come in the order of their random keys. Raises NotFoundError.
    """
    asked = edition(store, round_card(store, round_id).edition_hash)
    chosen = select(Sheet).where(Sheet.round_id == round_id, Sheet.voice == voice).order_by(Sheet.key)
    if voice is Voice.PERSON:
        chosen = chosen.where(Sheet.help != FOR_ME)
    with store.reading() as session:
        return [
            OneSheet(
                unpack(asked, row.answers) | (unpack_own(asked, row.own) if row.own else {}),
                row.presentation,
                row.language,
            )
            for row in session.scalars(chosen)
        ]


def help_given(store: Store, round_id: str, voice: Voice) -> Counter[str]:
    """How many sheets of this voice had each kind of help and, where there was any, whose."""
    counted = (
        select(Sheet.help, Sheet.helper, func.count())
        .where(Sheet.round_id == round_id, Sheet.voice == voice)
        .group_by(Sheet.help, Sheet.helper)
    )
    found: Counter[str] = Counter()
    with store.reading() as session:
        for kind, helper, number in session.execute(counted):
            found[kind] += number
            if helper and not (kind == FOR_ME and voice is Voice.PERSON):
                found[helper] += number
    return found


def kept(store: Store, round_id: str) -> dict[Voice, Kept]:
    """What has been counted and kept of this round."""
    with store.reading() as session:
        rows = session.scalars(select(KeptTally).where(KeptTally.round_id == round_id))
        return {
            Voice(row.voice): Kept(
                Voice(row.voice), Tally.from_json(json.dumps(row.tally)), row.help, row.on_behalf
            )
            for row in rows
        }


def pooled_with(store: Store, card: RoundCard) -> tuple[str, ...]:
    """The closed rounds whose spread is pooled with this one's, this one among them, sorted.

    For each service the latest round of the same edition that closed in the 365
    days up to this one's last day, so that later rounds never change it.
    """
    wanted = (
        select(Round.id, Round.service_id)
        .where(
            Round.edition_hash == card.edition_hash,
            Round.state == RoundState.CLOSED,
            Round.closes_on <= card.closes_on,
            Round.closes_on > card.closes_on - POOLED_FOR,
        )
        .order_by(Round.closes_on, Round.id)
    )
    with store.reading() as session:
        latest = {service_id: round_id for round_id, service_id in session.execute(wanted)}
    latest[card.service.id] = card.id
    return tuple(sorted(latest.values()))


def kinds_of(store: Store, edition_hash: str) -> dict[str, str]:
    """What kind of service each round of this edition is of."""
    wanted = (
        select(Round.id, Service.kind)
        .join(Service, Service.id == Round.service_id)
        .where(Round.edition_hash == edition_hash)
    )
    with store.reading() as session:
        return {row.id: row.kind for row in session.execute(wanted)}


def round_before(store: Store, card: RoundCard) -> RoundCard | None:
    """The same service's closed round before this one, by its last day."""
    wanted = (
        select(Round.id)
        .where(
            Round.service_id == card.service.id,
            Round.state == RoundState.CLOSED,
            tuple_(Round.closes_on, Round.id) < (card.closes_on, card.id),
        )
        .order_by(Round.closes_on.desc(), Round.id.desc())
    )
    with store.reading() as session:
        found = session.scalars(wanted).first()
    return None if found is None else round_card(store, found)


def _of(round_id: str, voice: Voice) -> Select[bytes]:
    return select(Sheet.answers).where(Sheet.round_id == round_id, Sheet.voice == voice)
