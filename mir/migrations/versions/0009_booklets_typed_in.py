"""Booklets that were typed in: pages saved, and answers typed in twice."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "keyed_pages",
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rounds.id"], name=op.f("fk_keyed_pages_round_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("round_id", "token", name=op.f("pk_keyed_pages")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "keyed_twice",
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.Column("compared", sa.Integer(), nullable=False),
        sa.Column("different", sa.Integer(), nullable=False),
        sa.CheckConstraint("compared >= 0", name=op.f("ck_keyed_twice_compared")),
        sa.CheckConstraint("different >= 0 AND different <= compared", name=op.f("ck_keyed_twice_different")),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rounds.id"], name=op.f("fk_keyed_twice_round_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_keyed_twice")),
    )


def downgrade() -> None:
    op.drop_table("keyed_twice")
    op.drop_table("keyed_pages")
