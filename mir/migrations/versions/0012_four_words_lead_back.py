"""Four words lead back to somebody's answers."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ways_back",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rounds.id"], name=op.f("fk_ways_back_round_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_ways_back")),
        sa.UniqueConstraint("owner", name=op.f("uq_ways_back_owner")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("ways_back", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ways_back_round_id"), ["round_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("ways_back", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ways_back_round_id"))
    op.drop_table("ways_back")
