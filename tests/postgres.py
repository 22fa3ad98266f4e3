"""A PostgreSQL database of a test's own, on the server the tests are told of."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

SERVER = os.environ.get("MIR_TEST_POSTGRES_URL", "")  # noqa: TID251 - tests are told where a server is


@contextmanager
def own_database(like: str = "template1") -> Iterator[str]:
    """The address of a new database, empty or like another, that is dropped afterwards."""
    if not SERVER:
        pytest.skip("MIR_TEST_POSTGRES_URL names no PostgreSQL server to test on")
    url = make_url(SERVER).set(drivername="postgresql+psycopg")
    name = f"mir_test_{secrets.token_hex(6)}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {like}")
    try:
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        engine.dispose()
