"""The leaders' return: answers by name, what they said before, and evidence with files."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "returns",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("service_id", sa.String(length=32), nullable=False),
        sa.Column("scheme", sa.String(length=60), nullable=False),
        sa.Column("scheme_version", sa.Integer(), nullable=False),
        sa.Column("started_by", sa.String(length=200), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("finished_by", sa.String(length=200), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.CheckConstraint("scheme_version > 0", name=op.f("ck_returns_scheme_version")),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"], name=op.f("fk_returns_service_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returns")),
    )
    op.create_index(op.f("ix_returns_service_id"), "returns", ["service_id"])
    _answers()
    _evidence()


def _said() -> tuple[sa.Column[object], ...]:
    """The columns that both tables of answers have."""
    return (
        sa.Column("view", sa.String(length=40), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("said_by", sa.String(length=200), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
    )


def _answers() -> None:
    op.create_table(
        "return_answers",
        sa.Column("return_id", sa.String(length=32), nullable=False),
        sa.Column("line", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_said(),
        sa.CheckConstraint("version > 0", name=op.f("ck_return_answers_version")),
        sa.ForeignKeyConstraint(
            ["return_id"], ["returns.id"], name=op.f("fk_return_answers_return_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("return_id", "line", name=op.f("pk_return_answers")),
    )
    op.create_table(
        "return_answers_before",
        sa.Column("return_id", sa.String(length=32), nullable=False),
        sa.Column("line", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_said(),
        sa.ForeignKeyConstraint(
            ["return_id", "line"],
            ["return_answers.return_id", "return_answers.line"],
            name=op.f("fk_return_answers_before_return_id_line"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("return_id", "line", "version", name=op.f("pk_return_answers_before")),
    )


def _evidence() -> None:
    op.create_table(
        "return_evidence",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("return_id", sa.String(length=32), nullable=False),
        sa.Column("line", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("about", sa.String(length=300), nullable=False),
        sa.Column("window", sa.String(length=20), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("kind IN ('link', 'file', 'note')", name=op.f("ck_return_evidence_kind")),
        sa.ForeignKeyConstraint(
            ["return_id"], ["returns.id"], name=op.f("fk_return_evidence_return_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_evidence")),
    )
    op.create_index(op.f("ix_return_evidence_return_id"), "return_evidence", ["return_id"])
    op.create_table(
        "return_files",
        sa.Column("evidence_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_return_files_size")),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["return_evidence.id"],
            name=op.f("fk_return_files_evidence_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_return_files")),
    )


def downgrade() -> None:
    op.drop_table("return_files")
    op.drop_index(op.f("ix_return_evidence_return_id"), table_name="return_evidence")
    op.drop_table("return_evidence")
    op.drop_table("return_answers_before")
    op.drop_table("return_answers")
    op.drop_index(op.f("ix_returns_service_id"), table_name="returns")
    op.drop_table("returns")
