"""A closed round of Hazel Care that a program reads, and keys to read it with."""

from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from mir import clock
from mir.api.operations import NewKey, Scope, make_key
from mir.db import Store
from mir.respond.sealing import close_round
from surveys.framework import Voice
from tests.conftest import World
from tests.mir.results.answering import answer

ROOT = "/api/v1"


@dataclass(frozen=True)
class Program:
    """Another program, with a key or without."""

    app: Flask
    key: str

    @property
    def headers(self) -> dict[str, str]:
        """What it sends along."""
        return {"Authorization": f"Bearer {self.key}"} if self.key else {}

    def get(self, path: str) -> TestResponse:
        """What it is answered."""
        return self.app.test_client().get(f"{ROOT}{path}", headers=self.headers)

    def reads(self, path: str) -> Any:  # noqa: ANN401 - JSON
        """What is there."""
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json


def key(store: Store, world: World, *scopes: Scope, name: str = "Dashboard") -> str:
    return make_key(
        store, world.lead_id, world.organisation_id, NewKey(name, frozenset(scopes)), clock.today()
    )


@pytest.fixture
def program(app: Flask, store: Store, world: World) -> Program:
    """A program that may read everything of Hazel Care."""
    return Program(app, key(store, world, *Scope))


def answered_round(store: Store, world: World) -> None:
    """Twelve people and three of the staff have answered, and the round is closed."""
    answer(store, world.round_id, Voice.PERSON, [(5, 5, 2), (5, 4, 3)] * 6)
    answer(store, world.round_id, Voice.STAFF, [(1, 1, 1)] * 3)
    close_round(store, world.round_id)


def codes_in(asked: Any) -> list[str]:  # noqa: ANN401 - JSON
    """The codes of the statements in an edition."""
    return [one["code"] for theme in asked["themes"] for one in theme["statements"]]
