"""What a meeting prints, as values: the wall for sticky dots, and a sheet for one person’s dots."""

from dataclasses import dataclass

from mir.choosing.meetings import Card, MeetingView
from mir.choosing.models import Stage
from mir.choosing.queries import LETTERS
from mir.errors import RefusalError

EMPTY = 2
"""Places on the wall for what people say in the room, where there is room for them."""


@dataclass(frozen=True)
class SheetCard:
    """Something on the wall, in Easy Read; empty lines where people write it themselves."""

    letter: str
    symbol: str
    words: str


@dataclass(frozen=True)
class WallSheet:
    """A3, for sticky dots: a row for each candidate, with a place for either group."""

    service: str
    organisation: str
    about: str
    cards: tuple[SheetCard, ...]
    strengths: tuple[str, ...] = ()


@dataclass(frozen=True)
class DotSheet:
    """A4, in Easy Read: what one person chooses on paper. It is counted as a raised hand."""

    service: str
    organisation: str
    about: str
    dots: int
    cards: tuple[SheetCard, ...]


def wall_sheet(meeting: MeetingView) -> WallSheet:
    """The wall, with free places for what is said in the room while that may still be added."""
    free = LETTERS[len(meeting.wall) :][:EMPTY] if meeting.stage is Stage.WALL else ""
    cards = (*map(_card, meeting.wall), *(SheetCard(letter, "", "") for letter in free))
    strengths = tuple(one.easy for one in meeting.strengths)
    return WallSheet(*_about(meeting), cards=_some(cards), strengths=strengths)


def dot_sheet(meeting: MeetingView) -> DotSheet:
    """The sheet for one person. Raises RefusalError where there is nothing to choose from."""
    return DotSheet(*_about(meeting), dots=meeting.most_dots, cards=_some(tuple(map(_card, meeting.wall))))


def _some(cards: tuple[SheetCard, ...]) -> tuple[SheetCard, ...]:
    if not cards:
        raise RefusalError("There is nothing on the wall yet. Put something on it, then print.")
    return cards


def _about(meeting: MeetingView) -> tuple[str, str, str]:
    service = meeting.service
    return service.name, service.organisation, f"After {meeting.round.title}"


def _card(card: Card) -> SheetCard:
    return SheetCard(card.letter, card.symbol, card.easy)
