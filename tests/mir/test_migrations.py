"""The migrations and the models are the same tables, on both databases."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import select

from mir import boxes
from mir.db import Store
from mir.errors import RefusalError
from mir.migrate import config, upgrade
from mir.respond.models import Comment, Draft
from tests.conftest import SECRET
from tests.postgres import own_database


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with ExitStack() as stack:
        url = f"sqlite:///{tmp_path / 'empty.db'}"
        if request.param == "postgres":
            url = stack.enter_context(own_database())
        store = Store(url)
        yield store
        store.close()


def test_upgrading_an_empty_database_gives_exactly_the_models(empty_store: Store) -> None:
    upgrade(empty_store)
    command.check(config(empty_store))


def test_every_migration_can_be_undone(empty_store: Store) -> None:
    upgrade(empty_store)
    command.downgrade(config(empty_store), "base")
    upgrade(empty_store)


def test_drafts_that_somebody_began_are_put_into_boxes_and_taken_out_again(empty_store: Store) -> None:
    command.upgrade(config(empty_store), "0001")
    with empty_store.engine.begin() as connection:
        for statement in BEGUN:
            connection.exec_driver_sql(statement)
    boxes.give(empty_store.engine.dialect, "")
    with pytest.raises(RefusalError, match="MIR_SECRET_KEY"):
        upgrade(empty_store)
    boxes.give(empty_store.engine.dialect, SECRET)
    upgrade(empty_store)
    with empty_store.reading() as session:
        draft = session.scalars(select(Draft)).one()
        assert (draft.answers, draft.comments, draft.helper) == ({"aa1": "agree"}, {"aa1": "Tea"}, "family")
        assert (draft.voice, draft.sent, draft.version) == ("person", True, 3)
    command.downgrade(config(empty_store), "0001")
    with empty_store.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT CAST(answers AS TEXT), help FROM drafts").one()
    assert tuple(kept) == ('{"aa1": "agree"}', "answered_with_me")


def test_comments_of_before_could_be_a_proxys_where_one_answered(empty_store: Store) -> None:
    command.upgrade(config(empty_store), "0025")
    with empty_store.engine.begin() as connection:
        for statement in (*BEGUN[:4], *SEALED):
            connection.exec_driver_sql(statement)
    boxes.give(empty_store.engine.dialect, SECRET)
    upgrade(empty_store)
    with empty_store.reading() as session:
        whose = {row.text: row.whose for row in session.scalars(select(Comment))}
    assert whose == {"Helped": "either", "Relative": "own", "By herself": "own"}


SEALED = (
    (
        "INSERT INTO rounds (id, service_id, edition_hash, title, opens_on, closes_on, state) "
        "VALUES ('q', 's', 'e', 'Autumn', '2026-03-01', '2026-04-01', 'closed')"
    ),
    (
        "INSERT INTO sheets (key, round_id, voice, edition_hash, presentation, language, how, help, answers) "
        "VALUES ('1', 'r', 'person', 'e', 'standard', 'en', 'web', 'answered_for_me', '0'), "
        "('2', 'r', 'person', 'e', 'standard', 'en', 'web', 'none', '0'), "
        "('3', 'q', 'person', 'e', 'standard', 'en', 'web', 'none', '0')"
    ),
    (
        "INSERT INTO comments (key, round_id, voice, theme, text) VALUES "
        "('1', 'r', 'person', 'aa', 'Helped'), ('2', 'r', 'family', 'aa', 'Relative'), "
        "('3', 'q', 'person', 'aa', 'By herself')"
    ),
)
"""Two rounds from before comments said whose they are: somebody answered for a person in the first."""

BEGUN = (
    "INSERT INTO organisations (id, name) VALUES ('o', 'Hazel Care')",
    "INSERT INTO services (id, organisation_id, name, kind) VALUES ('s', 'o', 'Rose House', 'care_home')",
    "INSERT INTO editions (hash, definition) VALUES ('e', '{}')",
    (
        "INSERT INTO rounds (id, service_id, edition_hash, title, opens_on, closes_on, state) "
        "VALUES ('r', 's', 'e', 'Spring', '2026-01-01', '2026-02-01', 'open')"
    ),
    (
        "INSERT INTO drafts (digest, round_id, round_state, voice, edition_hash, presentation, language, "
        "how, help, helper, answers, comments, version, sent) VALUES ('d', 'r', 'open', 'person', 'e', "
        "'standard', 'en', 'web', 'answered_with_me', 'family', '{\"aa1\": \"agree\"}', "
        '\'{"aa1": "Tea"}\', 3, true)'
    ),
)
"""Somebody’s answers as they lay before boxes."""
