"""Bringing a database up to date."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from mir.db import Store

MIGRATIONS = Path(__file__).parent / "migrations"


def config(store: Store) -> Config:
    """Alembic's settings for this store."""
    found = Config()
    found.set_main_option("script_location", str(MIGRATIONS))
    found.attributes["engine"] = store.engine
    return found


def upgrade(store: Store) -> str:
    """Bring the tables to the newest revision and return its name. Safe to run twice."""
    settings = config(store)
    command.upgrade(settings, "head")
    return ScriptDirectory.from_config(settings).get_current_head() or ""
