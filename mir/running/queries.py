"""What has gone out by e-mail, as values. Never which address, and never who has answered."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from mir.db import Store
from mir.rounds.models import Mailing
from surveys.framework import Voice


@dataclass(frozen=True)
class Mailed:
    """How many of one voice were sent a link, how often they were reminded, and when last."""

    voice: Voice
    number: int
    reminders: int
    last_on: date


def mailed(store: Store, round_id: str) -> tuple[Mailed, ...]:
    """What was sent for this round, by voice."""
    with store.reading() as session:
        rows = session.scalars(select(Mailing).where(Mailing.round_id == round_id).order_by(Mailing.voice))
        return tuple(Mailed(Voice(row.voice), row.number, row.reminders, row.last_on) for row in rows)
