"""How a round goes while it is open: worked out once a day for everybody, and never taken back."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mir.db import Store
from mir.respond.models import Draft, Sheet
from mir.rounds.cards import VOICE_WORDS
from mir.rounds.models import Round, ToldBand
from mir.rounds.queries import RoundCard, edition, invited
from mir.running import bands
from surveys.framework import Voice


@dataclass(frozen=True)
class Answered:
    """How many of one voice have answered, in words."""

    voice: Voice
    who: str
    told: str
    share: str
    asked: int | None


@dataclass(frozen=True)
class Watch:
    """How a round goes."""

    days_left: int
    """0 on the last day; less when it has passed."""
    begins_in: int
    """Days until it opens; 0 once it has."""
    answered: tuple[Answered, ...]

    @property
    def time(self) -> str:
        """How long it still takes answers."""
        if self.begins_in > 0:
            return f"It opens in {_days(self.begins_in)}."
        if self.days_left < 0:
            return "Its last day has passed. Nobody can answer any more."
        return (
            "Today is the last day."
            if self.days_left == 0
            else f"It is open for {_days(self.days_left)} more."
        )


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def watch(store: Store, card: RoundCard, today: date) -> Watch:
    """The bands of today. The first who looks on a day sets them, and they never go down."""
    asked = invited(store, card.id)
    least = _told_today(store, card, asked, today)
    return Watch(
        (card.closes_on - today).days,
        max(0, (card.opens_on - today).days),
        tuple(
            Answered(
                voice,
                VOICE_WORDS[voice],
                bands.told(least[voice], asked.get(voice)),
                bands.share(least[voice], asked.get(voice)),
                asked.get(voice),
            )
            for voice in edition(store, card.edition_hash).voices
        ),
    )


def _told_today(store: Store, card: RoundCard, asked: dict[Voice, int], today: date) -> dict[Voice, int]:
    voices = edition(store, card.edition_hash).voices
    with store.reading() as session:
        told = session.scalars(select(ToldBand).where(ToldBand.round_id == card.id))
        rows = {Voice(one.voice): one for one in told}
    if all(voice in rows and rows[voice].told_on >= today for voice in voices):
        return {voice: rows[voice].least for voice in voices}
    with store.writing() as session:
        session.get(Round, card.id, with_for_update=True)  # two who look first at once wait for each other
        return {voice: _renew(session, (card.id, voice), asked.get(voice), today) for voice in voices}


def _renew(session: Session, place: tuple[str, Voice], asked: int | None, today: date) -> int:
    row = session.get(ToldBand, place)
    if row is None:
        row = ToldBand(round_id=place[0], voice=place[1], least=0, told_on=today)
        session.add(row)
    elif row.told_on >= today:
        return row.least
    row.least = max(row.least, bands.band(_number(session, *place), asked))
    row.told_on = today
    return row.least


def _number(session: Session, round_id: str, voice: Voice) -> int:
    """How many have sent their answers: nobody but the bands is told."""
    mixed = select(func.count()).select_from(Sheet).where(Sheet.round_id == round_id, Sheet.voice == voice)
    waiting = (
        select(func.count())
        .select_from(Draft)
        .where(Draft.round_id == round_id, Draft.voice == voice, Draft.sent)
    )
    return (session.scalar(mixed) or 0) + (session.scalar(waiting) or 0)
