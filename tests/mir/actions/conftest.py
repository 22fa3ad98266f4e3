"""Rose House after a closed round, with somebody who leads it."""

from dataclasses import dataclass
from datetime import date, timedelta
from secrets import token_hex

import pytest
from flask.testing import FlaskClient

from mir import clock
from mir.actions.operations import Hand, NewAction, make_action
from mir.db import Store
from mir.respond.sealing import close_round
from mir.rounds.operations import NewRound, open_round
from mir.rounds.queries import code_lists
from surveys.edition import Edition
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.results.answering import answer

PLEDGE = {
    "said": "The evenings are long and there is little to do.",
    "did": "Two people now run a music evening every Thursday.",
    "said_easy": "The evenings are boring.",
    "did_easy": "Now there is music on Thursdays.",
}


@dataclass(frozen=True)
class House:
    """A service with one closed round, the browser of its lead, and what is done to it."""

    client: FlaskClient
    store: Store
    world: World
    edition: Edition

    @property
    def at(self) -> str:
        """Where its actions are."""
        return f"/services/{self.world.service_id}/actions"

    def fields(self, **other: str) -> dict[str, str]:
        """An action as it is typed."""
        due = (clock.today() + timedelta(days=60)).isoformat()
        return {
            "round": self.world.round_id, "what": "A music evening every week", "owner": "Team leader",
            "due": due, "measure": "aa",
        } | other  # fmt: skip

    def action(self, measure: str = "aa", due: date | None = None) -> str:
        """The id of an action that was made."""
        until = due or clock.today() + timedelta(days=60)
        new = NewAction(self.world.round_id, measure, "A music evening", "Team leader", until)
        return make_action(self.store, self.world.service_id, new, Hand("Lee Lead", clock.today()))

    def next_round(self, people: list[tuple[int, int, int]]) -> str:
        """Another round a month later, answered by these people and closed; its id."""
        first = clock.today() + timedelta(days=30)
        new = NewRound(self.world.service_id, self.edition, "Autumn", first, first + timedelta(days=20))
        round_id = open_round(self.store, new)
        answer(self.store, round_id, Voice.PERSON, people)
        close_round(self.store, round_id)
        return round_id

    def code(self) -> str:
        """The code of an open round in which somebody can answer."""
        today = clock.today()
        new = NewRound(
            self.world.service_id, self.edition, f"Winter {token_hex(4)}", today, today + timedelta(days=9)
        )
        round_id = open_round(self.store, new)
        return next(one.shared for one in code_lists(self.store, round_id) if one.voice == Voice.PERSON)

    def pledge(self, **other: str) -> str:
        """The id of a pledge that was written and is not let out."""
        sent = self.client.post(
            f"/services/{self.world.service_id}/pledges/new",
            data={"round": self.world.round_id, **PLEDGE, **other},
        )
        assert sent.status_code == 302, sent.text
        from mir.actions.queries import pledges

        return next(
            one.id
            for one in pledges(self.store, self.world.service_id)
            if one.did == other.get("did", PLEDGE["did"])
        )


@pytest.fixture
def house(lead: FlaskClient, store: Store, world: World, edition: Edition) -> House:
    """Twelve people were between disagreeing and agreeing, and the round is closed."""
    answer(store, world.round_id, Voice.PERSON, [(2, 3, 2), (3, 2, 3)] * 6)
    close_round(store, world.round_id)
    return House(lead, store, world, edition)
