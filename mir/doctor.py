"""What is installed, what is missing, and what to type."""

import importlib
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, inspect, make_url
from sqlalchemy.exc import SQLAlchemyError

from mir import migrate
from mir.config import Settings, secret_problem
from mir.db import Store

LEAST_PYTHON = (3, 11)
LEAST_ROOM = 500_000_000
"""Bytes that should be free where the database is kept."""


UPGRADE = "Run: mir db upgrade"


class State(StrEnum):
    """How a thing stands."""

    GOOD = "ok"
    MISSING = "missing"
    OPTIONAL = "optional"
    """Not there, and only some will want it."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `fix` says what to do where it is not good."""

    name: str
    state: State
    words: str
    fix: str = ""


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Everything that the site needs or could use."""
    return tuple(check(settings) for check in _CHECKS)


def database(settings: Settings) -> Finding:
    """Whether the database is there, can be reached and has the newest tables. Makes nothing."""
    url = make_url(settings.database_url)
    if _no_file(url):
        return _missing("Database", f"There is no database at {url.database} yet.", UPGRADE)
    try:
        current, newest = _revisions(settings)
    except ImportError:
        fix = 'Run: pip install "making-it-real[scale]"'
        return _missing("Database", "What talks to PostgreSQL is not installed.", fix)
    except SQLAlchemyError:
        # The reason may hold the password of the address, so it is not repeated.
        return _missing(
            "Database",
            "The database cannot be opened.",
            "Check MIR_DATABASE_URL, that the server runs, and that the file is a database.",
        )
    if current != newest:
        return _missing("Database", "The database is not up to date.", UPGRADE)
    return _good("Database", f"{place(settings)}, up to date.")


def is_empty(settings: Settings) -> bool:
    """Whether the database has no tables or is not there. Raises SQLAlchemyError if it does not open."""
    url = make_url(settings.database_url)
    if _no_file(url):
        return True
    store = Store(settings.database_url)
    try:
        return not inspect(store.engine).get_table_names()
    finally:
        store.close()


def _no_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file()


def _revisions(settings: Settings) -> tuple[str | None, str | None]:
    store = Store(settings.database_url)
    try:
        with store.engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
        return current, ScriptDirectory.from_config(migrate.config(store)).get_current_head()
    finally:
        store.close()


def place(settings: Settings) -> str:
    """Where the database is, without its password."""
    url = make_url(settings.database_url)
    return str(url.database) if url.get_backend_name() == "sqlite" else f"PostgreSQL at {url.host}"


def _python(_settings: Settings) -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < LEAST_PYTHON:
        return _missing("Python", f"This is Python {version}.", "Install Python 3.11 or later.")
    return _good("Python", f"{version}.")


def _printing(_settings: Settings) -> Finding:
    try:
        importlib.import_module("weasyprint.text.ffi")
    except ImportError:
        return _missing("Printing", "WeasyPrint is not installed.", "Install this package again with pip.")
    except OSError:
        # It is there, but the libraries that lay out text are not.
        return _missing(
            "Printing",
            "Pango or HarfBuzz is missing, so reports cannot be printed.",
            "On Debian or Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
            "On a Mac: brew install pango",
        )
    return _good("Printing", "WeasyPrint finds Pango and HarfBuzz.")


def _fonts(_settings: Settings) -> Finding:
    try:
        found = importlib.import_module("font_source_sans_pro")
    except ImportError:
        fix = "Run: pip install font-source-sans-pro"
        return _missing("Font", "Source Sans Pro is not installed.", fix)
    files = sum(1 for _ in Path(found.__file__ or "").parent.rglob("*.[ot]tf"))
    return _good("Font", f"Source Sans Pro is here, {files} files.")


def _secret(settings: Settings) -> Finding:
    make = 'Run: export MIR_SECRET_KEY="$(python3 -c "import secrets; print(secrets.token_hex(32))")"'
    if not settings.secret_key and (settings.home / "demo-secret").exists():
        words = "The demo has made its own. “mir serve” needs MIR_SECRET_KEY."
        return Finding("Secret", State.OPTIONAL, words, make)
    if not settings.secret_key:
        words = "MIR_SECRET_KEY is not set. “mir serve” needs it; the demo makes its own."
        return _missing("Secret", words, make)
    if problem := secret_problem(settings.secret_key):
        return _missing("Secret", problem, make)
    return _good("Secret", "MIR_SECRET_KEY is set.")


def _home(settings: Settings) -> Finding:
    if settings.home.exists() and not settings.home.is_dir():
        return _missing("Folder", f"{settings.home} is a file.", "Set MIR_HOME to a folder.")
    nearest = _nearest(settings.home)
    if not os.access(nearest, os.W_OK | os.X_OK):
        fix = "Give yourself the right to write there, or set MIR_HOME to another folder."
        return _missing("Folder", f"We may not write in {nearest}.", fix)
    words = "can be written." if settings.home.is_dir() else "will be made when it is needed."
    return _good("Folder", f"{settings.home} {words}")


def _room(settings: Settings) -> Finding:
    free = shutil.disk_usage(_nearest(settings.home)).free
    words = f"{free / 1e9:,.1f} GB free."
    if free < LEAST_ROOM:
        return _missing("Disk space", words, "Make room: at least 0.5 GB should be free.")
    return _good("Disk space", words)


def _chromium(_settings: Settings) -> Finding:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    own = sorted(Path.home().glob(".cache/ms-playwright/chromium*"))
    if found or own:
        return _good("Chromium", f"{found or own[-1]}.")
    words = "Not found. Only the browser tests use it."
    return Finding("Chromium", State.OPTIONAL, words, "On Debian or Ubuntu: apt install chromium")


def _nearest(path: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    return next(place for place in (path, *path.parents) if place.is_dir())


def _good(name: str, words: str) -> Finding:
    return Finding(name, State.GOOD, words)


def _missing(name: str, words: str, fix: str) -> Finding:
    return Finding(name, State.MISSING, words, fix)


_CHECKS: tuple[Callable[[Settings], Finding], ...] = (
    _python, _printing, _fonts, _home, _room, database, _secret, _chromium,
)  # fmt: skip
