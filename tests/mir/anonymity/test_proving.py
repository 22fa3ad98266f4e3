"""The proof holds for the site as it is, and fails for each way in which it could be spoiled."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from itertools import count

import pytest
from sqlalchemy import Engine

from mir.anonymity.proving import Proof, prove
from mir.boxes import Boxes
from mir.db import Store
from mir.respond import saving, sealing
from surveys.edition import Edition, publish
from tests.postgres import own_database
from tests.small import small_survey, wider_framework

SEED = 7
PEOPLE = 28


@pytest.fixture(scope="module")
def edition() -> Edition:
    return publish(wider_framework(), small_survey())


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    with ExitStack() as stack:
        yield stack.enter_context(own_database()) if request.param == "postgres" else ""


@pytest.fixture
def kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches as they come, none mixed with the one before it, and none written again at closing."""
    monkeypatch.setattr(saving, "seal_waiting", partial(sealing.seal_waiting, left=0))
    monkeypatch.setattr(sealing, "_write_again", lambda *_: None)


def over(proof: Proof) -> str:
    return "\n".join(attack.way for attack in proof.over)


def test_nobody_is_found_better_than_by_guessing(server: str, edition: Edition) -> None:
    proof = prove(server, edition, PEOPLE, [SEED])
    assert over(proof) == ""
    assert proof.smallest >= 5
    assert proof.copies == PEOPLE + 2
    assert {"SQLite": "", "PostgreSQL": server}[proof.database] == server
    assert len(proof.tried) >= 12


def test_batches_of_one_are_found_out(server: str, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "seal_waiting", partial(sealing.seal_waiting, least=1, left=0))
    proof = prove(server, edition, PEOPLE, [SEED])
    assert "mixed with fewer than 4 others" in over(proof)
    assert proof.smallest == 1


def test_leaving_nobody_behind_is_found_out(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    # What was so once: the last few, sealed at closing, stood alone for somebody with every copy.
    monkeypatch.setattr(saving, "seal_waiting", partial(sealing.seal_waiting, left=0))
    assert "mixed with fewer than 4 others" in over(prove("", edition, PEOPLE, [SEED]))


@pytest.mark.usefixtures("kept_apart")
def test_keys_that_count_are_found_out(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = count()
    monkeypatch.setattr(sealing, "sealed_key", lambda *_: next(numbers).to_bytes(16, "big"))
    assert "The answers in order of their key" in over(prove("", edition, 60, [SEED]))


def test_drafts_in_the_clear_are_found_out(
    server: str, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:

    monkeypatch.setattr(Boxes, "shut", lambda _, value: json.dumps(value).encode())
    monkeypatch.setattr(Boxes, "open", lambda _, box: json.loads(box))
    found = over(prove(server, edition, PEOPLE, [SEED]))
    assert "can be read before they are mixed" in found


@pytest.mark.postgres
@pytest.mark.usefixtures("kept_apart")
def test_a_closing_that_writes_nothing_again_is_found_out_by_the_row_version(
    edition: Edition,
) -> None:
    with own_database() as server:
        found = over(prove(server, edition, 60, [SEED]))
    assert "The answers in order of their row version" in found


@pytest.mark.usefixtures("kept_apart")
def test_a_column_with_the_time_is_found_out(edition: Edition) -> None:
    def timed(store: Store) -> None:
        _run(store.engine, "ALTER TABLE sheets ADD COLUMN noticed REAL")
        _run(
            store.engine,
            "CREATE TRIGGER noticing AFTER INSERT ON sheets BEGIN "
            "UPDATE sheets SET noticed = julianday('now') WHERE key = NEW.key; END",
        )

    found = over(prove("", edition, 60, [SEED], timed))
    assert "The answers in order of their noticed" in found


def _run(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
