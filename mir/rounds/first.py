"""What needs doing first: worked out of the rounds that somebody may see. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from mir.pages import day
from mir.providers.queries import ServiceCard
from mir.rounds.cards import Shelf
from mir.rounds.queries import RoundCard

SOON, LATELY = 7, 30
"""Days until a round ends that is named early, and since one ended whose results are new."""
MOST = 8
MANY = 10
"""More services than this are searched."""
SHELVES = 50
"""So many services are shown at first: a page of hundreds is long in coming, and nobody reads it."""


class OfService(Protocol):
    """Something that is kept of one service."""

    @property
    def service(self) -> ServiceCard:
        """The service."""


Kept = TypeVar("Kept", bound=OfService)


@dataclass(frozen=True)
class Sought(Generic[Kept]):
    """What of many services is shown."""

    shown: tuple[Kept, ...]
    found: int
    services: int
    """All that there are."""
    many: bool
    wanted: str
    """What was searched for."""


@dataclass(frozen=True)
class Todo:
    """One thing to do: where it leads, and how urgent it is (the least first)."""

    rank: int
    words: str
    about: str
    endpoint: str
    place: tuple[str, str]
    """What the address names: `round_id` or `service_id`, and the id."""


def todos(shelves: Sequence[Shelf], today: date) -> tuple[Todo, ...]:
    """Everything that waits, what is most urgent first."""
    found = [one for shelf in shelves for one in _of(shelf, today)]
    return tuple(sorted(found, key=lambda one: one.rank))


def in_order(shelves: Sequence[Shelf]) -> tuple[Shelf, ...]:
    """By name; of very many, those with an open round come first, and then those that had one."""
    if len(shelves) <= SHELVES:
        return tuple(shelves)
    return tuple(sorted(shelves, key=lambda one: (not one.open, not one.closed)))


def sought(shelves: Sequence[Kept], wanted: str, *, every: bool) -> Sought[Kept]:
    """Those of the services whose name has these words; at first not all of very many."""
    words = wanted.casefold().split()
    found = tuple(one for one in shelves if all(word in one.service.name.casefold() for word in words))
    shown = found if every else found[:SHELVES]
    return Sought(shown, len(found), len(shelves), len(shelves) > MANY, wanted)


def _of(shelf: Shelf, today: date) -> Iterator[Todo]:
    for card in shelf.open:
        yield _open(shelf, card, today)
    if not shelf.open and not shelf.closed and shelf.opens:
        service = shelf.service
        about = "It has had no round yet. It takes a few minutes."
        place = ("service_id", service.id)
        yield Todo(4_000, f"Open a first round for {service.name}", about, "running.choose", place)
    for card in shelf.closed:
        ago = (today - card.closes_on).days
        if shelf.reads and ago <= LATELY:
            words = f"Read what people said: {_name(card)}"
            about = f"The round closed. Its last day was {day(card.closes_on)}."
            yield Todo(1_000 + max(0, ago), words, about, "results.scorecard", ("round_id", card.id))


def _open(shelf: Shelf, card: RoundCard, today: date) -> Todo:
    place, left = ("round_id", card.id), (card.closes_on - today).days
    if left < 0 and shelf.closes:
        about = f"Its last day was {day(card.closes_on)}. Close it to read what people said."
        return Todo(0, f"Close {_name(card)}", about, "closing.ask", place)
    if card.opens_on > today:
        about = f"It opens on {day(card.opens_on)}. Print cards and posters before."
        return Todo(2_000 + left, f"Get ready: {_name(card)}", about, "rounds.one", place)
    if left < 0:
        about = f"Its last day was {day(card.closes_on)}. A manager closes it."
        return Todo(500, f"See {_name(card)}", about, "rounds.one", place)
    about = "Today is the last day." if left == 0 else f"{left} day{'s' if left > 1 else ''} left."
    urgent = 100 if left <= SOON else 3_000
    return Todo(urgent + left, f"See how it goes: {_name(card)}", about, "rounds.one", place)


def _name(card: RoundCard) -> str:
    return f"{card.service.name}, {card.title}"
