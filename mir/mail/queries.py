"""Which letters wait, and why. Nobody reads what is in them."""

from dataclasses import dataclass

from sqlalchemy import select

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
