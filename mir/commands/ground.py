"""What commands stand on: the settings, the open database, and the round or service that was meant."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TypeVar

from mir import config, doctor
from mir.commands.layout import table
from mir.config import Settings
from mir.db import Store
from mir.demo.secret import kept_secret
from mir.doctor import State
from mir.errors import GoneError, NotFoundError, RefusalError
from mir.pages import day
from mir.rounds.queries import RoundCard, all_rounds

SHORT = 8
"""How much of a round's id is shown."""
LEAST = 6
"""How much of an id must be typed: a year such as 2026 could be the beginning of one."""


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Named)


def settings() -> Settings:
    """The settings of this environment."""
    return config.read()


@contextmanager
def opened(chosen: Settings | None = None) -> Iterator[Store]:
    """The database, which must be there and up to date. Raises RefusalError."""
    chosen = chosen or settings()
    found = doctor.database(chosen)
    if found.state is not State.GOOD:
        raise RefusalError(f"{found.words} {found.fix}")
    # The demo keeps a secret of its own beside its database.
    store = Store(chosen.database_url, chosen.secret_key or kept_secret(chosen.home))
    try:
        yield store
    finally:
        store.close()


def interactive() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def name_of(card: RoundCard) -> str:
    """What a round is called: Rose House, Spring 2026."""
    return f"{card.service.name}, {card.title}"


def find_round(store: Store, words: str, *, to_change: bool = False) -> RoundCard:
    """The round meant by an id, the beginning of one, or words of its service and title.

    `to_change` looks at open rounds only. Raises NotFoundError for none,
    GoneError where all that fit are closed, and RefusalError with a list for several.
    """
    fitting = _fitting(all_rounds(store), words)
    if not fitting:
        raise NotFoundError(f"No round fits “{words}”. To see them all, run: mir round list")
    if to_change:
        fitting = [card for card in fitting if card.is_open]
    if not fitting:
        raise GoneError(
            f"“{words}” is closed, and a closed round is never changed. "
            "To open a new one, run: mir round open --help"
        )
    if len(fitting) > 1:
        listed = table([round_row(card) for card in fitting])
        raise RefusalError(f"“{words}” fits {len(fitting)} rounds. Give the id of one of them:\n\n{listed}")
    return fitting[0]


def round_row(card: RoundCard) -> tuple[str, ...]:
    """A round as a row of a table."""
    dates = f"{day(card.opens_on)} to {day(card.closes_on)}"
    return card.id[:SHORT], card.service.name, card.title, card.state, dates


def find_named(things: Sequence[_Thing], name: str, kind: str) -> _Thing:
    """The thing of this name, or the only one whose name holds these words. Raises NotFoundError."""
    wanted = name.strip().casefold()
    exact = [thing for thing in things if thing.name.casefold() == wanted]
    fitting = exact or [thing for thing in things if _holds(thing.name, wanted)]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(sorted(thing.name for thing in fitting or things)) or "none yet"
    problem = f"There is more than one {kind}" if fitting else f"There is no {kind}"
    raise NotFoundError(f"{problem} called “{name.strip()}”. There are: {names}.")


def _fitting(cards: Sequence[RoundCard], words: str) -> list[RoundCard]:
    wanted = words.strip().casefold()
    by_id = [card for card in cards if len(wanted) >= LEAST and card.id.startswith(wanted)]
    if by_id or not wanted:
        return by_id
    return [
        card
        for card in cards
        if _holds(f"{card.service.organisation} {card.service.name} {card.title}", wanted)
    ]


def _holds(text: str, wanted: str) -> bool:
    held = text.casefold().replace(",", " ").split()
    return all(word in held for word in wanted.replace(",", " ").split())
