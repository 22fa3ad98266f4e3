"""The doctor tells what is missing and what to type."""

import importlib
import shutil
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from mir import doctor, migrate
from mir.config import Settings
from mir.db import Store
from mir.doctor import Finding, State


def of(settings: Settings, name: str) -> Finding:
    (found,) = (one for one in doctor.examine(settings) if one.name == name)
    return found


def upgraded(settings: Settings) -> None:
    store = Store(settings.database_url)
    migrate.upgrade(store)
    store.close()


def test_on_a_machine_that_is_ready_nothing_is_missing(settings: Settings) -> None:
    upgraded(settings)
    assert [one.name for one in doctor.examine(settings) if one.state is State.MISSING] == []


def test_whatever_is_missing_says_what_to_do(settings: Settings) -> None:
    for one in doctor.examine(replace(settings, secret_key="")):
        assert one.words
        assert bool(one.fix) == (one.state is not State.GOOD)


def test_looking_for_a_database_makes_none(settings: Settings) -> None:
    assert doctor.database(settings).fix == "Run: mir db upgrade"
    assert list(settings.home.iterdir()) == []


def test_an_empty_file_is_a_database_that_is_not_up_to_date(settings: Settings) -> None:
    (settings.home / "mir.db").touch()
    assert doctor.database(settings).fix == "Run: mir db upgrade"


def test_a_file_that_is_no_database_is_told_apart(settings: Settings) -> None:
    (settings.home / "mir.db").write_bytes(b"This is a letter, not a database. " * 100)
    found = doctor.database(settings)
    assert (found.state, found.words) == (State.MISSING, "The database cannot be opened.")


def test_the_password_of_a_database_that_cannot_be_reached_is_not_told(settings: Settings) -> None:
    url = "postgresql+psycopg://mir:hush@127.0.0.1:1/mir"
    found = doctor.database(replace(settings, database_url=url))
    assert found.state is State.MISSING
    assert "hush" not in found.words + found.fix + doctor.place(replace(settings, database_url=url))


def test_the_demo_needs_no_secret_from_outside(settings: Settings) -> None:
    (settings.home / "demo-secret").write_text("x" * 64)
    assert of(replace(settings, secret_key=""), "Secret").state is doctor.State.OPTIONAL


@pytest.mark.parametrize("secret", ["", "short", "x" * 40])
def test_a_secret_must_be_there_and_long(settings: Settings, secret: str) -> None:
    found = of(replace(settings, secret_key=secret), "Secret")
    assert (found.state, found.fix[:27]) == (State.MISSING, "Run: export MIR_SECRET_KEY=")


def test_missing_libraries_are_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> ModuleType:
        raise OSError("cannot load library 'libpango-1.0-0'") if "weasyprint" in name else ImportError(name)

    monkeypatch.setattr(importlib, "import_module", without)
    assert "apt install libpango" in of(settings, "Printing").fix
    assert of(settings, "Font").state is State.MISSING


def test_a_missing_package_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> ModuleType:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", without)
    assert "pip" in of(settings, "Printing").fix


def test_an_old_python_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_PYTHON", (99, 0))
    assert of(settings, "Python").state is State.MISSING


def test_a_home_that_is_a_file_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "is a file" in of(replace(settings, home=tmp_path / "file"), "Folder").words


def test_a_home_that_cannot_be_written_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert of(replace(settings, home=settings.home / "new" / "er"), "Folder").state is State.MISSING


def test_a_full_disk_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=100_000_000))
    assert of(settings, "Disk space").words == "0.1 GB free."
    assert of(settings, "Disk space").state is State.MISSING


def test_a_browser_is_optional(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert of(settings, "Chromium").state is State.OPTIONAL
