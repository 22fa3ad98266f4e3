"""The paper for a board as a value: a scorecard, and what was chosen together because of it."""

from dataclasses import dataclass
from textwrap import shorten

from mir.choosing.meetings import MeetingView
from mir.choosing.queries import agreed_at, meetings_after
from mir.db import Store
from mir.pages import day
from mir.results.scorecard import scorecard_of
from mir.rounds.queries import round_card
from scoring.card.scorecard import Scorecard

LONGEST, MOST = 150, 3
"""Letters of a priority that are printed, and priorities: all of them stand on screen."""


@dataclass(frozen=True)
class Together:
    """What was chosen at one meeting."""

    heading: str
    better: tuple[str, ...]
    room: str
    more: int = 0
    """Priorities that stand on screen only."""


@dataclass(frozen=True)
class BoardPaper:
    """What a board reads."""

    card: Scorecard
    together: Together | None = None


def board_paper(store: Store, round_id: str) -> BoardPaper:
    """The paper of a closed round. Raises RefusalError for one that is open."""
    return BoardPaper(scorecard_of(store, round_id), _together(store, round_id))


def _together(store: Store, round_id: str) -> Together | None:
    """The latest that was agreed after this round; where nothing was, after the round before it."""
    card = round_card(store, round_id)
    here = (one for one in meetings_after(store, round_id) if one.priorities)
    before = iter(agreed_at(store, card.service.id, before=card))
    if found := next(here, None):
        return _told(found, "What was chosen together")
    if found := next(before, None):
        return _told(found, f"What was chosen together last time, after {found.round.title}")
    return None


def _told(meeting: MeetingView, heading: str) -> Together:
    words = [shorten(one.better, LONGEST, placeholder=" …") for one in meeting.priorities]
    room = meeting.room
    when = f"Agreed on {day(room.held_on)}" if room.held_on else "Agreed"
    there = f"{when}. In the room: {room.came}."
    return Together(heading, tuple(words[:MOST]), there, max(0, len(words) - MOST))
