"""Which letters wait, and why. Nobody reads what is in them."""

from dataclasses import dataclass

from sqlalchemy import func, select

from mir.db import Store
from mir.mail.models import Letter


@dataclass(frozen=True)
class Waiting:
    """A letter that has not gone: its kind, how often it was tried, and what went wrong."""

    about: str
    tries: int
    problem: str


def waiting(store: Store) -> tuple[Waiting, ...]:
    """Every letter that has not gone, the longest tried first."""
    with store.reading() as session:
        rows = session.execute(
            select(Letter.about, Letter.tries, Letter.problem)
            .where(Letter.state != "sent")
            .order_by(Letter.tries.desc(), Letter.about)
        )
        return tuple(Waiting(*row) for row in rows)


def is_held_up(store: Store) -> bool:
    """Whether letters wait that were tried and did not go. Whose they are, and how many, is not told."""
    with store.reading() as session:
        held = select(Letter.id).where(Letter.state != "sent", Letter.tries > 0, Letter.problem != "")
        return session.scalar(held.limit(1)) is not None


@dataclass(frozen=True)
class Going:
    """How far many letters have come: how many there are, how many have gone, and why others wait."""

    every: int
    gone: int
    problem: str


def going(store: Store, batch: str) -> Going:
    """How far the letters of a batch have come. That they were sent is known for thirty days."""
    chosen = (
        select(Letter.state, func.count(), func.max(Letter.problem))
        .where(Letter.batch == batch)
        .group_by(Letter.state)
    )
    with store.reading() as session:
        found = session.execute(chosen).all()
    return Going(
        sum(number for _, number, _ in found),
        sum(number for state, number, _ in found if state == "sent"),
        max((problem for state, _, problem in found if state != "sent"), default=""),
    )
