"""How much was typed in twice, and how much of it differed."""

from dataclasses import dataclass

from sqlalchemy import func, select

from mir.db import Store
from mir.paper.models import KeyedPage, KeyedTwice

EVERY = 10
"""One booklet in so many is typed in twice."""


@dataclass(frozen=True)
class Disagreement:
    """Answers of a round that were typed in twice, and how many of those differed."""

    compared: int
    different: int

    @property
    def sentence(self) -> str:
        """The rate with its base, in words."""
        if not self.compared:
            return "No booklet of this round has been typed in twice yet."
        rate = f"{100 * self.different / self.compared:.1f}%"
        differed = "1 differed" if self.different == 1 else f"{self.different:,} differed"
        return f"Of {self.compared:,} answers that were typed in twice, {differed} ({rate})."


def disagreement(store: Store, round_id: str) -> Disagreement:
    """What was typed in twice in this round."""
    with store.reading() as session:
        row = session.get(KeyedTwice, round_id)
        return Disagreement(row.compared, row.different) if row else Disagreement(0, 0)


def is_tenth(store: Store, round_id: str) -> bool:
    """Whether the next booklet of this round is one to type in twice."""
    with store.reading() as session:
        counted = select(func.count()).select_from(KeyedPage).where(KeyedPage.round_id == round_id)
        return ((session.scalar(counted) or 0) + 1) % EVERY == 0
