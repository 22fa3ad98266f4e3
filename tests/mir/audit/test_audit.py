"""The record: every change leaves a row, no row can be changed, and a break is found where it is."""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.exc import DBAPIError

from mir.audit.operations import Done, Row, note, tell
from mir.audit.queries import deeds, every, verify
from mir.audit.writing import as_csv
from mir.db import Store
from mir.migrate import upgrade
from mir.respond.sealing import close_round
from tests.conftest import SECRET, World
from tests.postgres import own_database


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A migrated database with three rows in its record."""
    with ExitStack() as stack:
        url = f"sqlite:///{tmp_path / 'kept.db'}"
        if request.param == "postgres":
            url = stack.enter_context(own_database())
        store = Store(url, SECRET)
        upgrade(store)
        for number in (1, 2, 3):
            tell(store, Done("did a thing", f"number {number}", "o1"))
        yield store
        store.close()


def unguarded(store: Store, statement: str) -> None:
    """Somebody who may do everything to the database takes its guard away first."""
    with store.engine.begin() as connection:
        if store.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("DROP TRIGGER deeds_no_update")
            connection.exec_driver_sql("DROP TRIGGER deeds_no_delete")
        else:
            connection.exec_driver_sql("DROP TRIGGER deeds_stay ON deeds")
        connection.exec_driver_sql(statement)


def test_a_sum_is_of_everything_in_its_row() -> None:
    row = Row(1, "2026-11-28T11:00:00+00:00", "a1", "lee@example.org", "o1", "did", "Café", "")
    written = '[1,"2026-11-28T11:00:00+00:00","a1","lee@example.org","o1","did","Caf\\u00e9",""]'
    assert row.sum == hashlib.sha256(written.encode()).hexdigest()


def test_each_row_holds_the_sum_of_the_one_before(kept: Store) -> None:
    first, second, third = every(kept)
    assert (first.number, first.before) == (1, "")
    assert (second.before, third.before) == (first.sum, second.sum)
    found = verify(kept)
    assert (found.rows, found.last, found.broken) == (3, third.sum, None)


@pytest.mark.parametrize("statement", ["UPDATE deeds SET about = 'x' WHERE number = 2", "DELETE FROM deeds"])
def test_neither_database_lets_a_row_be_changed(kept: Store, statement: str) -> None:
    with pytest.raises(DBAPIError), kept.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert verify(kept).broken is None
    assert len(every(kept)) == 3


@pytest.mark.parametrize(
    ("statement", "row", "why"),
    [
        ("UPDATE deeds SET about = 'something else' WHERE number = 2", 2, "changed after it was written"),
        ("UPDATE deeds SET who = 'somebody else' WHERE number = 3", 3, "changed after it was written"),
        ("DELETE FROM deeds WHERE number = 2", 2, "row 2 is missing"),
        ("UPDATE deeds SET before = 'x' WHERE number = 1", 1, "does not follow"),
    ],
)
def test_a_break_is_found_where_it_is(kept: Store, statement: str, row: int, why: str) -> None:
    unguarded(kept, statement)
    found = verify(kept)
    assert (found.broken, why in found.why) == (row, True)


def test_rows_cut_off_at_the_end_are_found_with_a_sum_that_was_written_down(kept: Store) -> None:
    last = verify(kept).last
    unguarded(kept, "DELETE FROM deeds WHERE number = 3")
    assert verify(kept).broken is None  # the chain alone cannot tell
    assert verify(kept, last).broken == 3


def test_what_is_undone_leaves_no_row(store: Store) -> None:
    class StoppedError(Exception):
        """Something goes wrong."""

    def stopped_half_way() -> None:
        with store.writing() as session:
            note(session, Done("did a thing"))
            raise StoppedError

    with pytest.raises(StoppedError):
        stopped_half_way()
    assert every(store) == ()


def test_opening_closing_and_reading_results_are_recorded_with_who_and_no_answer(
    lead: FlaskClient, store: Store, world: World
) -> None:
    close_round(store, world.round_id)
    lead.get(f"/rounds/{world.round_id}/results")
    rows = deeds(store, world.organisation_id)
    assert [(row.what, row.who) for row in rows[:3]] == [
        ("read results", "lead@example.org"),
        ("closed a round", "the operator, on the server"),
        ("opened a round", "the operator, on the server"),
    ]
    assert rows[0].about == "Spring, Rose House"
    assert verify(store).broken is None


def test_a_spreadsheet_gets_no_sum_to_work_out() -> None:
    row = Row(1, "2026-11-28", "", "=cmd()", "o", "did", "+1", "")
    line = as_csv([row]).splitlines()[1]
    assert line.startswith("1,2026-11-28,,'=cmd(),o,did,'+1,,")
