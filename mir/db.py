"""The store: an engine, the base of every table, and one transaction for each thing done."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask, current_app
from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import ConnectionPoolEntry

from mir import boxes

SYNCHRONOUS = "FULL"
"""How SQLite waits for the disk: what we say is saved must outlive a power cut."""
_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a migration can find it on either database."""


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=_NAMES)


def new_id() -> str:
    """A random 128-bit name in 32 hexadecimal digits: it cannot be guessed and tells no order."""
    return secrets.token_hex(16)


class Store:
    """One database. Every operation is one transaction; nothing is kept open between them."""

    def __init__(self, url: str, secret: str = "") -> None:
        """`secret` opens what waits to be sealed; without it only that cannot be read."""
        self.engine = _engine(url)
        boxes.give(self.engine.dialect, secret)
        self._writing = self.engine.execution_options(mir_writes=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that changes nothing."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that commits once at the end, or leaves nothing behind."""
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    def sweep(self) -> None:
        """Leave nothing in SQLite's journal of pages that were written again.

        Does what it can: while somebody reads, the journal stays. PostgreSQL
        clears away by itself.
        """
        if self.engine.dialect.name != "sqlite":
            return
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()

    def close(self) -> None:
        """Let every connection go."""
        self.engine.dispose()


def attach(app: Flask, url: str, secret: str) -> Store:
    """Give the application its store."""
    store = Store(url, secret)
    app.extensions["mir_store"] = store
    return store


def store() -> Store:
    """The store of the application that is answering now."""
    found: Store = current_app.extensions["mir_store"]
    return found


def _engine(url: str) -> Engine:
    # An error must not repeat what somebody answered.
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(url, connect_args={"timeout": 30}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own transaction handling is switched off: it begins too late to lock for a write.
    connection_: Any = connection
    connection_.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", f"synchronous={SYNCHRONOUS}", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("mir_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
