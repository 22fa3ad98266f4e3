"""What somebody sees who copies the database: every row in the order it lies, and the bytes of its files."""

import sqlite3
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

TABLES = ("codes", "drafts", "sheets", "comments")
VERSION = "row version"
"""A name that no column has: PostgreSQL's hidden number of the transaction that wrote a row."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Look:
    """One copy of the database. Rows stand in the order in which they lie there."""

    tables: Mapping[str, tuple[Row, ...]]
    raw: bytes
    """The files behind the tables, with what is left in them of rows that are gone; empty if not readable."""


def look(engine: Engine) -> Look:
    """A copy of the database as it is now."""
    return _file(Path(engine.url.database or "")) if engine.dialect.name == "sqlite" else _server(engine)


def _file(path: Path) -> Look:
    parts = {end: Path(f"{path}{end}") for end in ("", "-wal")}
    held = {end: part.read_bytes() for end, part in parts.items() if part.exists()}
    with tempfile.TemporaryDirectory() as folder:
        for end, data in held.items():
            Path(folder, f"copy.db{end}").write_bytes(data)
        connection = sqlite3.connect(Path(folder, "copy.db"))
        connection.row_factory = sqlite3.Row
        try:
            tables = {
                # Without an order SQLite walks the table as it lies: by its hidden row number, or by its key.
                table: tuple(dict(row) for row in connection.execute(f"SELECT * FROM {table} NOT INDEXED"))  # noqa: S608 - our own names
                for table in TABLES
            }
        finally:
            connection.close()
    return Look(tables, b"".join(held.values()))


def _server(engine: Engine) -> Look:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        tables = {}
        for table in TABLES:
            chosen = text(f'SELECT *, xmin::text::bigint AS "{VERSION}" FROM {table} ORDER BY ctid')  # noqa: S608 - our own names
            tables[table] = tuple(dict(row) for row in connection.execute(chosen).mappings())
        try:
            connection.exec_driver_sql("CHECKPOINT")
            raw = b"".join(
                bytes(data)
                for table in TABLES
                for data in connection.scalars(text(_FILES), {"table": table})
                if data
            )
        except DBAPIError:
            raw = b""  # this role may not read the server's files
    return Look(tables, raw)


_FILES = """
SELECT pg_read_binary_file(pg_relation_filepath(c.oid)) FROM pg_class c
WHERE c.oid = CAST(:table AS regclass)
   OR c.oid = (SELECT reltoastrelid FROM pg_class WHERE oid = CAST(:table AS regclass))
"""
