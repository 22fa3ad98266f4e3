"""A meeting as a value: what is strong, the wall with its letters, who was there and what was agreed."""

from dataclasses import dataclass
from datetime import date

from mir.choosing.models import Stage
from mir.providers.queries import ServiceCard
from mir.rounds.queries import RoundCard


@dataclass(frozen=True)
class Card:
    """Something on the wall."""

    id: str
    code: str
    """The statement or theme; empty for the group's own."""
    symbol: str
    own: str
    """The group's own words; empty for what the edition words."""
    words: str
    easy: str
    said: tuple[tuple[str, str], ...]
    """What each voice answered: the voice and a sentence."""
    letter: str = ""
    """Empty for what is off the wall."""
    better: str = ""


@dataclass(frozen=True)
class Room:
    """Who was in the room, in numbers and in words."""

    held_on: date | None = None
    people: int = 0
    families: int = 0
    staff: int = 0
    others: int = 0
    who: str = ""
    note: str = ""

    @property
    def all(self) -> int:
        """How many were there."""
        return self.people + self.families + self.staff + self.others

    @property
    def came(self) -> str:
        """The same by who they are, in words."""
        each = (
            (self.people, "person who draws on support", "people who draw on support"),
            (self.families, "family member or friend", "family members and friends"),
            (self.staff, "member of staff", "staff and leaders"),
            (self.others, "other person", "other people"),
        )
        return ", ".join(f"{number} {one if number == 1 else more}" for number, one, more in each if number)


@dataclass(frozen=True)
class Agreed:
    """A priority."""

    id: str
    card: Card

    @property
    def better(self) -> str:
        """What would be better, in the group's words."""
        return self.card.better


@dataclass(frozen=True)
class MeetingView:
    """A meeting as it stands."""

    id: str
    service: ServiceCard
    round: RoundCard
    code: str
    stage: Stage
    turn: int
    most_dots: int
    speaker: str
    ordered: bool
    strengths: tuple[Card, ...]
    wall: tuple[Card, ...]
    off: tuple[Card, ...]
    room: Room
    priorities: tuple[Agreed, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The candidates on the wall."""
        return tuple(one.id for one in self.wall)
