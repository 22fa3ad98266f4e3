"""The rows of the record, which neither database lets anybody change or delete."""

from sqlalchemy import DDL, String, Text, event
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import ExecutableDDLElement

from mir.db import Base


class Deed(Base):
    """Something that somebody did. Never anything about people who answer."""

    __tablename__ = "deeds"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """One more than the row before, so that a gap shows."""
    at: Mapped[str] = mapped_column(String(32))
    """When, as text in UTC, so that its sum is the same on every database."""
    account_id: Mapped[str] = mapped_column(String(32))
    """Empty for whoever typed a command on the server."""
    who: Mapped[str] = mapped_column(String(254))
    organisation_id: Mapped[str] = mapped_column(String(32), index=True)
    """Empty for what concerns no organisation, such as signing in."""
    what: Mapped[str] = mapped_column(String(60))
    about: Mapped[str] = mapped_column(Text)
    before: Mapped[str] = mapped_column(String(64))
    """The sum of the row before; empty for the first."""
    sum: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of everything else in this row."""


SQLITE = tuple(
    f"CREATE TRIGGER deeds_no_{verb.lower()} BEFORE {verb} ON deeds "
    "BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END"
    for verb in ("UPDATE", "DELETE")
)
POSTGRES = (
    """CREATE FUNCTION deeds_stay() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the record is never changed'; END $$""",
    """CREATE TRIGGER deeds_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON deeds
    FOR EACH STATEMENT EXECUTE FUNCTION deeds_stay()""",
)


def _ddl(statement: str, dialect: str) -> ExecutableDDLElement:
    made = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]  # SQLAlchemy's own
    return made.execute_if(dialect=dialect)


for _dialect, _statements in (("sqlite", SQLITE), ("postgresql", POSTGRES)):
    for _statement in _statements:
        event.listen(Deed.__table__, "after_create", _ddl(_statement, _dialect))
event.listen(Deed.__table__, "after_drop", _ddl("DROP FUNCTION IF EXISTS deeds_stay", "postgresql"))
