"""What tests need not wait for, the site does."""

from pathlib import Path

import pytest

from mir import db
from mir.db import Store
from tests import once


def test_a_guess_takes_long() -> None:
    assert once.HASHER.time_cost >= 3  # RFC 9106, where memory is little
    assert once.HASHER.memory_cost >= 64 * 1024
    assert once.WORK == 2**14


def test_what_is_saved_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db, "SYNCHRONOUS", once.SYNCHRONOUS)
    store = Store(f"sqlite:///{tmp_path / 'own.db'}")
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    store.close()
