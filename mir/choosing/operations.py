"""From a closed round to a wall, to dots, to what is agreed; and every step back."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mir.audit.operations import Done, note
from mir.choosing.meetings import Room
from mir.choosing.models import (
    MOST_ON_WALL,
    Candidate,
    Dots,
    Meeting,
    Priority,
    Side,
    SpentPage,
    Stage,
    Voters,
    Way,
)
from mir.db import Store
from mir.errors import ConflictError, NotFoundError, RefusalError
from mir.providers.models import Service
from mir.results.operations import must_be_closed
from mir.results.scorecard import scorecard_of
from mir.rounds.codes import new_code
from mir.rounds.models import Round
from mir.rounds.queries import RoundCard, edition, round_card
from scoring.card.wall import Named, Wall, wall

FULL_WALL = f"The wall is full: {MOST_ON_WALL} can be read from the back of a room. Take one off first."
SHORT_WALL = (
    "There must be more on the wall than each person has dots. Give fewer dots, or put more on the wall."
)
GONE_ON = "Somebody has gone on meanwhile. Open the page again to see how far it has come."
NOT_HERE = "That is not on this wall. Go back and open the page again."
STARTED = (
    "An action has been started from what was agreed, so it stays as it is. "
    "Stop the action and say why, or choose together again."
)


@dataclass(frozen=True)
class Wanted:
    """A candidate that was agreed, and what would be better, in the group's words."""

    candidate_id: str
    better: str


def wall_of(store: Store, card: RoundCard) -> Wall:
    """What the scorecard of a closed round gives to choose from. Raises StillOpenError."""
    must_be_closed(card)
    return wall(scorecard_of(store, card.id), edition(store, card.edition_hash))


def begin(store: Store, round_id: str, today: date) -> str:
    """The id of the meeting after this closed round: the one under way, or a new one with its wall.

    What stands on the wall is what the scorecard tells today, and stays so. Raises
    StillOpenError while the round takes answers, NotFoundError.
    """
    card = round_card(store, round_id)
    found = wall_of(store, card)
    with store.writing() as session:
        session.execute(select(Round.id).where(Round.id == round_id).with_for_update())
        under_way = select(Meeting.id).where(Meeting.round_id == round_id, Meeting.stage != Stage.AGREED)
        if same := session.scalars(under_way).first():
            return same
        row = Meeting(
            service_id=card.service.id,
            round_id=round_id,
            code=new_code(),
            speaker=found.speaker or "",
            ordered=found.ordered,
            strengths=[{"code": one.code, "theme": one.theme, "said": _said(one)} for one in found.strengths],
            begun_on=today,
        )
        session.add(row)
        session.flush()  # what is on its wall points at it
        session.add_all(
            Candidate(
                meeting_id=row.id, place=place, code=one.code, theme=one.theme, words="", said=_said(one)
            )
            for place, one in enumerate(found.candidates)
        )
        _note(session, row, "began choosing together", card.title)
        return row.id


def add_own(store: Store, meeting_id: str, words: str) -> None:
    """Put something of the group's own on the wall. The same words again change nothing."""
    with store.writing() as session:
        row = _at(session, meeting_id, Stage.WALL)
        every = _candidates(session, meeting_id)
        same = next((one for one in every if one.words.casefold() == words.casefold()), None)
        if same is not None and not same.off:
            return
        _must_have_room(every)
        if same is not None:
            same.off = False
            return
        place = max((one.place for one in every), default=-1) + 1
        session.add(Candidate(meeting_id=meeting_id, place=place, code="", theme="", words=words, said=[]))
        _note(session, row, "put something on the wall", words)


def take_off(store: Store, meeting_id: str, candidate_id: str, *, off: bool) -> None:
    """Take something off the wall, or put it back. Nothing is lost."""
    with store.writing() as session:
        row = _at(session, meeting_id, Stage.WALL)
        every = _candidates(session, meeting_id)
        found = next((one for one in every if one.id == candidate_id), None)
        if found is None:
            raise RefusalError(NOT_HERE)
        if found.off is off:
            return
        if not off:
            _must_have_room(every)
        found.off = off
        what = "took something off the wall" if off else "put something back on the wall"
        _note(session, row, what, found.words or found.code)


def begin_dots(store: Store, meeting_id: str, most_dots: int) -> None:
    """From now on people put dots. Raises RefusalError where the wall is too short for so many."""
    with store.writing() as session:
        row = _at(session, meeting_id, Stage.WALL)
        on_wall = [one for one in _candidates(session, meeting_id) if not one.off]
        if len(on_wall) <= most_dots:
            raise RefusalError(SHORT_WALL)
        row.stage, row.most_dots, row.turn = Stage.DOTS, most_dots, row.turn + 1
        for side in Side:
            for way in Way:
                session.add(Voters(meeting_id=meeting_id, side=side, way=way, number=0))
                session.add_all(Dots(candidate_id=one.id, side=side, way=way, number=0) for one in on_wall)
        _note(session, row, "began the dots", f"{most_dots} each")


def count_dots(store: Store, meeting_id: str) -> None:
    """Nobody puts dots any more, and the totals may be looked at."""
    with store.writing() as session:
        row = _at(session, meeting_id, Stage.DOTS)
        row.stage = Stage.COUNTED
        session.execute(delete(SpentPage).where(SpentPage.meeting_id == meeting_id))
        _note(session, row, "counted the dots")


def begin_again(store: Store, meeting_id: str) -> None:
    """Back to the wall. All dots are taken away: added to, they would show who put some later."""
    with store.writing() as session:
        row = _at(session, meeting_id, Stage.DOTS, Stage.COUNTED)
        row.stage = Stage.WALL
        _take_dots(session, meeting_id)
        _note(session, row, "took away the dots and went back to the wall")


def agree(store: Store, meeting_id: str, wanted: tuple[Wanted, ...], room: Room) -> None:
    """Keep what was agreed and who was there. Raises ConflictError where somebody did so meanwhile."""
    with store.writing() as session:
        row = _at(session, meeting_id, Stage.COUNTED)
        on_wall = {one.id: one for one in _candidates(session, meeting_id) if not one.off}
        for place, one in enumerate(wanted):
            if one.candidate_id not in on_wall:
                raise RefusalError(NOT_HERE)
            on_wall[one.candidate_id].better = one.better
            session.add(Priority(meeting_id=meeting_id, candidate_id=one.candidate_id, place=place))
        row.held_on, row.who, row.note = room.held_on, room.who, room.note
        row.people, row.families, row.staff, row.others = (
            room.people, room.families, room.staff, room.others
        )  # fmt: skip
        row.stage = Stage.AGREED
        _note(session, row, "agreed priorities", "; ".join(one.better for one in wanted))


def open_again(store: Store, meeting_id: str) -> None:
    """What was agreed may be changed. Refused once an action has been started from it."""
    try:
        with store.writing() as session:
            row = _at(session, meeting_id, Stage.AGREED)
            session.execute(delete(Priority).where(Priority.meeting_id == meeting_id))
            row.stage = Stage.COUNTED
            _note(session, row, "opened again what was agreed")
    except IntegrityError:
        raise RefusalError(STARTED) from None


def delete_meeting(store: Store, meeting_id: str) -> None:
    """Take it away with its wall. Refused once an action has been started from it."""
    try:
        with store.writing() as session:
            row = _at(session, meeting_id, *Stage)
            session.execute(delete(Priority).where(Priority.meeting_id == meeting_id))
            _note(session, row, "deleted a meeting to choose together")
            session.delete(row)
    except IntegrityError:
        raise RefusalError(STARTED) from None


def _take_dots(session: Session, meeting_id: str) -> None:
    mine = select(Candidate.id).where(Candidate.meeting_id == meeting_id)
    session.execute(delete(Dots).where(Dots.candidate_id.in_(mine)))
    for kind in (Voters, SpentPage):
        session.execute(delete(kind).where(kind.meeting_id == meeting_id))


def _at(session: Session, meeting_id: str, *stages: Stage) -> Meeting:
    """The meeting, locked. Raises ConflictError where it has gone on, or back, since a page was made."""
    row = session.get(Meeting, meeting_id, with_for_update=True)
    if row is None:
        raise NotFoundError
    if row.stage not in stages:
        raise ConflictError(GONE_ON)
    return row


def _candidates(session: Session, meeting_id: str) -> list[Candidate]:
    wanted = select(Candidate).where(Candidate.meeting_id == meeting_id).order_by(Candidate.place)
    return list(session.scalars(wanted))


def _must_have_room(every: list[Candidate]) -> None:
    if len([one for one in every if not one.off]) >= MOST_ON_WALL:
        raise RefusalError(FULL_WALL)


def _said(one: Named) -> list[list[str]]:
    return [[said.voice.value, said.sentence] for said in one.said]


def _note(session: Session, row: Meeting, what: str, about: str = "") -> None:
    service = session.get_one(Service, row.service_id)
    said = f"{service.name}: {about}" if about else service.name
    note(session, Done(what, said, service.organisation_id))
