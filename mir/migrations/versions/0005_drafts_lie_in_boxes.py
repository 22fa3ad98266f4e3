"""Drafts lie in boxes that only the site's secret opens.

Drafts begun before are carried over, so the secret must be known to whoever
upgrades while somebody answers.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from mir.boxes import Boxed

revision = "0005"
down_revision = "0001"
branch_labels = None
depends_on = None

_PLAIN = ("digest", "round_id", "round_state", "voice", "edition_hash", "version", "sent")
_TEXTS = ("presentation", "language", "how", "help", "helper")
_DICTIONARIES = ("answers", "comments")


def upgrade() -> None:
    rows = _rows()
    for row in rows:
        held = {name: row.pop(name) for name in _TEXTS}
        row["kept"] = held | {name: json.loads(row.pop(name)) for name in _DICTIONARIES}
    _make_again(sa.Column("kept", Boxed(), nullable=False))
    _fill(rows, sa.column("kept", Boxed()))


def downgrade() -> None:
    rows = _rows(sa.column("kept", Boxed()))
    for row in rows:
        row.update(row.pop("kept"))
    _make_again(
        sa.Column("presentation", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.Column("help", sa.String(length=20), nullable=False),
        sa.Column("helper", sa.String(length=20), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("comments", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "help IN ('none', 'read_to_me', 'wrote_for_me', 'answered_with_me', 'answered_for_me')",
            name=op.f("ck_drafts_help"),
        ),
        sa.CheckConstraint(
            "helper IS NULL OR (help <> 'none' AND helper IN ('family', 'staff', 'independent'))",
            name=op.f("ck_drafts_helper"),
        ),
        sa.CheckConstraint("how IN ('web', 'tablet', 'paper', 'phone', 'file')", name=op.f("ck_drafts_how")),
    )
    _fill(
        rows,
        *(sa.column(name, sa.String()) for name in _TEXTS),
        *(sa.column(name, sa.JSON()) for name in _DICTIONARIES),
    )


def _rows(*boxes: sa.ColumnElement[Any]) -> list[dict[str, Any]]:
    names: tuple[sa.ColumnElement[Any], ...] = boxes or (
        *(sa.column(name) for name in _TEXTS),
        *(sa.cast(sa.column(name), sa.Text).label(name) for name in _DICTIONARIES),
    )
    every: list[sa.ColumnElement[Any]] = [*(sa.column(name) for name in _PLAIN), *names]
    chosen: Any = sa.select(*every).select_from(sa.table("drafts"))
    return [dict(row) for row in op.get_bind().execute(chosen).mappings()]


def _make_again(*columns: sa.Column[Any] | sa.CheckConstraint) -> None:
    op.drop_table("drafts")
    op.create_table(
        "drafts",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.Column("round_state", sa.String(length=10), nullable=False),
        sa.Column("voice", sa.String(length=10), nullable=False),
        sa.Column("edition_hash", sa.String(length=64), nullable=False),
        *columns,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.CheckConstraint("round_state = 'open'", name=op.f("ck_drafts_only_open_rounds")),
        sa.ForeignKeyConstraint(["edition_hash"], ["editions.hash"], name=op.f("fk_drafts_edition_hash")),
        sa.ForeignKeyConstraint(
            ["round_id", "round_state"],
            ["rounds.id", "rounds.state"],
            name=op.f("fk_drafts_round_id_round_state"),
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_drafts")),
    )
    op.create_index("ix_drafts_waiting", "drafts", ["round_id", "voice", "sent"], unique=False)


def _fill(rows: list[dict[str, Any]], *columns: sa.ColumnClause[Any]) -> None:
    types: dict[str, sa.types.TypeEngine[Any]] = {"sent": sa.Boolean(), "version": sa.Integer()}
    plain = (sa.column(name, types.get(name, sa.String())) for name in _PLAIN)
    if rows:
        op.bulk_insert(sa.table("drafts", *plain, *columns), rows)
