"""The migrations and the models are the same tables, on both databases."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from alembic import command

from mir.db import Store
from mir.migrate import config, upgrade
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
