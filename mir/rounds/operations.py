"""Publishing editions, opening rounds and making codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select

from mir import clock
from mir.audit.operations import Done, note
from mir.db import Store
from mir.errors import ConflictError, GoneError, NotFoundError, RefusalError
from mir.providers.models import Service
from mir.rounds.codes import new_code
from mir.rounds.models import Code, Invited, Round, RoundState, StoredEdition
from surveys.edition import Edition
from surveys.framework import Voice

MOST_CODES = 5_000
LONGEST = timedelta(days=90)
"""A browser remembers for longer where somebody's answers are (`mir.security`)."""


@dataclass(frozen=True)
class NewRound:
    """What is decided when a round is opened."""

    service_id: str
    edition: Edition
    title: str
    opens_on: date
    closes_on: date
    invited: Mapping[Voice, int] = field(default_factory=dict)


class TitleTakenError(ConflictError):
    """The service has a round of that title: `round_id`."""

    def __init__(self, title: str, round_id: str) -> None:
        super().__init__(f"There is a round called “{title}” already. Choose another title.")
        self.round_id = round_id


def open_round(store: Store, new: NewRound) -> str:
    """The id of the new round, with one shared code for each voice of its edition."""
    if new.closes_on < new.opens_on:
        raise RefusalError("A round cannot close before it opens. Choose a later closing date.")
    with store.writing() as session:
        service = session.get(Service, new.service_id)
        if service is None:
            raise NotFoundError
        if service.closed_on and service.closed_on <= clock.today():
            raise RefusalError("This service is closed, so nobody can be asked about it.")
        # Two who press at once wait for each other.
        session.execute(select(Service.id).where(Service.id == new.service_id).with_for_update())
        same = (Round.service_id == new.service_id, Round.title == new.title.strip())
        if taken := session.scalar(select(Round.id).where(*same)):
            raise TitleTakenError(new.title.strip(), taken)
        if session.get(StoredEdition, new.edition.hash) is None:
            session.add(StoredEdition(hash=new.edition.hash, definition=new.edition.canonical()))
            session.flush()  # the round points at it
        round_ = Round(
            service_id=new.service_id,
            edition_hash=new.edition.hash,
            title=new.title.strip(),
            opens_on=new.opens_on,
            closes_on=new.closes_on,
            state=RoundState.OPEN,
        )
        session.add(round_)
        session.flush()  # the id is wanted now
        session.add_all(
            Invited(round_id=round_.id, voice=voice, number=number) for voice, number in new.invited.items()
        )
        session.add_all(
            Code(text=new_code(), round_id=round_.id, voice=voice, shared=True)
            for voice in new.edition.voices
        )
        about = f"{round_.title}, {service.name}"
        note(session, Done("opened a round", about, service.organisation_id))
        return round_.id


def make_codes(store: Store, round_id: str, voice: Voice, number: int) -> tuple[str, ...]:
    """New single-use codes for one voice, sorted, so that their order tells nothing."""
    if not 1 <= number <= MOST_CODES:
        raise RefusalError(f"Ask for between 1 and {MOST_CODES:,} codes at a time.")
    with store.writing() as session:
        round_ = session.get(Round, round_id)
        if round_ is None or round_.state != RoundState.OPEN:
            raise RefusalError("This round is closed, so nobody could use a new code.")
        taken = set(session.scalars(select(Code.text)))
        fresh: set[str] = set()
        while len(fresh) < number:
            code = new_code()
            if code not in taken:
                fresh.add(code)
        session.add_all(Code(text=code, round_id=round_id, voice=voice) for code in fresh)
        service = session.get_one(Service, round_.service_id)
        about = f"{number} for {voice}, {round_.title}, {service.name}"
        note(session, Done("made codes", about, service.organisation_id))
    return tuple(sorted(fresh))


def extend(store: Store, round_id: str, last: date, today: date) -> None:
    """Take answers until a later last day. Raises RefusalError for one that is not later, or too late."""
    with store.writing() as session:
        round_ = session.get(Round, round_id, with_for_update=True)
        if round_ is None:
            raise NotFoundError
        if round_.state != RoundState.OPEN:
            raise GoneError("This round is closed. A closed round is never opened again.")
        refuse_last_day(last, round_.opens_on, round_.closes_on, today)
        round_.closes_on = last
        service = session.get_one(Service, round_.service_id)
        about = f"{round_.title}, {service.name}, until {last.isoformat()}"
        note(session, Done("made a round longer", about, service.organisation_id))


def refuse_last_day(last: date, opens_on: date, now_last: date, today: date) -> None:
    """Raises RefusalError unless a round may be made longer to this day."""
    if last <= now_last:
        raise RefusalError("Choose a later day than the last day now. To end it sooner, close the round.")
    if last < today:
        raise RefusalError("That day has passed. Choose today or a later day.")
    if last - opens_on > LONGEST:
        raise RefusalError(f"A round takes answers for {LONGEST.days} days at most. Choose an earlier day.")
