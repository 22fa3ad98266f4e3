"""Rose House after a closed round of twelve people and ten staff, with a meeting and those who come to it."""

import re
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from mir import clock
from mir.choosing import operations, queries
from mir.choosing.meetings import MeetingView, Room
from mir.choosing.models import Side
from mir.choosing.operations import Wanted
from mir.choosing.telling import Counted
from mir.db import Store
from mir.respond.sealing import close_round
from surveys.edition import Edition
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.results.answering import answer


@dataclass(frozen=True)
class Hall:
    """A service with a closed round, the browser of its lead, and a meeting with its wall."""

    app: Flask
    client: FlaskClient
    store: Store
    world: World
    edition: Edition
    id: str

    @property
    def at(self) -> str:
        """Where the meeting is."""
        return f"/choosing/{self.id}"

    @property
    def now(self) -> MeetingView:
        """The meeting as it stands."""
        return queries.meeting(self.store, self.id)

    @property
    def kept(self) -> Counted:
        """Its totals."""
        return queries.counted(self.store, self.id)

    def add(self, *words: str) -> None:
        """Put these on the wall."""
        for one in words:
            operations.add_own(self.store, self.id, one)

    def begin(self, dots: int = 2) -> None:
        """Begin the dots."""
        operations.begin_dots(self.store, self.id, dots)

    def vote(self, side: str, *letters: str, client: FlaskClient | None = None, **more: str) -> TestResponse:
        """Somebody opens the page on a device of their own and sends it."""
        phone, at = client or self.app.test_client(), f"/vote/{self.now.code}"
        opened = phone.get(at).text
        turn = re.search(r'name="turn" value="(\d+)"', opened)
        chosen = [one.id for letter in letters for one in self.now.wall if one.letter == letter]
        sent = {"who": side, "chosen": chosen, "go": "put", "turn": turn.group(1) if turn else "0"}
        return phone.post(at, data=sent | more)

    def counted(self) -> None:
        """End the dots."""
        operations.count_dots(self.store, self.id)

    def agreed(self, *better: str) -> None:
        """Agree on the first things of the wall, with nine people and three staff in the room."""
        wanted = tuple(Wanted(one.id, words) for one, words in zip(self.now.wall, better, strict=False))
        room = Room(clock.today(), people=9, staff=3, who="The manager and two support workers.")
        operations.agree(self.store, self.id, wanted, room)

    def hands(self, side: Side, voters: int, *raised: int) -> dict[str, str]:
        """A show of hands as it is typed."""
        typed = {f"{side}-{one}": str(number) for one, number in zip(self.now.ids, raised, strict=False)}
        return {side.value: str(voters), **typed}


@pytest.fixture
def closed(store: Store, world: World) -> World:
    """Twelve people were between disagreeing and agreeing, ten staff agreed; the round has been closed."""
    answer(store, world.round_id, Voice.PERSON, [(2, 3, 2), (3, 2, 3), (4, 2, 5)] * 4)
    answer(store, world.round_id, Voice.STAFF, [(4, 4, 5), (5, 3, 4)] * 5)
    close_round(store, world.round_id)
    return world


@pytest.fixture
def hall(app: Flask, lead: FlaskClient, store: Store, closed: World, edition: Edition) -> Hall:
    """A meeting with three statements on its wall."""
    meeting_id = operations.begin(store, closed.round_id, clock.today())
    return Hall(app, lead, store, closed, edition, meeting_id)
