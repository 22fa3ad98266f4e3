"""Dots: put on somebody's own device, or counted from raised hands. Only totals are kept."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from mir.audit.operations import Done, note
from mir.choosing.models import Candidate, Dots, Meeting, Side, SpentPage, Stage, Voters, Way
from mir.db import Store
from mir.errors import ConflictError, GoneError, NotFoundError
from mir.providers.models import Service


def not_now() -> GoneError:
    """Dots are put only between their beginning and their count."""
    return GoneError("Nobody can put dots now. Look at the screen, or ask whoever leads the meeting.")


def not_here() -> ConflictError:
    """Something was chosen that is not on this wall, or more than there are dots."""
    return ConflictError("The wall has changed. Open the page again, look at the wall, then choose.")


@dataclass(frozen=True)
class Ballot:
    """What one person chose. It is added to the totals, and kept nowhere."""

    side: Side
    chosen: frozenset[str]
    chance: str
    """What the page's browser holds by chance: a page that is sent twice counts once."""


@dataclass(frozen=True)
class Hands:
    """A show of hands of one side: how many people, and how many hands for each candidate."""

    voters: int = 0
    raised: Mapping[str, int] = field(default_factory=dict)


def put_dots(store: Store, code: str, turn: int, ballot: Ballot) -> bool:
    """Add one person's dots; False where this page was counted before.

    Raises GoneError outside the time for dots and for a page of an earlier turn,
    ConflictError for what cannot be chosen.
    """
    digest = hashlib.sha256(f"{code} {turn} {ballot.chance}".encode()).hexdigest()
    with store.writing() as session:
        row = session.scalars(select(Meeting).where(Meeting.code == code).with_for_update()).one_or_none()
        if row is None:
            raise NotFoundError
        if row.stage != Stage.DOTS or row.turn != turn:
            raise not_now()
        if not 0 < len(ballot.chosen) <= row.most_dots or not ballot.chosen <= _on_wall(session, row.id):
            raise not_here()
        if session.get(SpentPage, digest) is not None:
            return False
        session.add(SpentPage(digest=digest, meeting_id=row.id))
        mine = (ballot.side, Way.PHONE)
        session.execute(
            update(Voters)
            .where(Voters.meeting_id == row.id, Voters.side == mine[0], Voters.way == mine[1])
            .values(number=Voters.number + 1)
        )
        session.execute(
            update(Dots)
            .where(Dots.candidate_id.in_(ballot.chosen), Dots.side == mine[0], Dots.way == mine[1])
            .values(number=Dots.number + 1)
        )
        return True


def count_hands(store: Store, meeting_id: str, hands: Mapping[Side, Hands]) -> None:
    """Keep the hands that were counted, in place of those counted before."""
    with store.writing() as session:
        row = session.get(Meeting, meeting_id, with_for_update=True)
        if row is None:
            raise NotFoundError
        if row.stage not in {Stage.DOTS, Stage.COUNTED}:
            raise ConflictError
        on_wall = _on_wall(session, meeting_id)
        for side, counted in hands.items():
            if not counted.raised.keys() <= on_wall:
                raise not_here()
            session.get_one(Voters, (meeting_id, side, Way.HANDS)).number = counted.voters
            for candidate_id in on_wall:
                kept = session.get_one(Dots, (candidate_id, side, Way.HANDS))
                kept.number = counted.raised.get(candidate_id, 0)
        service = session.get_one(Service, row.service_id)
        note(session, Done("typed in a show of hands", service.name, service.organisation_id))


def _on_wall(session: Session, meeting_id: str) -> set[str]:
    wanted = select(Candidate.id).where(Candidate.meeting_id == meeting_id, ~Candidate.off)
    return set(session.scalars(wanted))
