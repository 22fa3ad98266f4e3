"""Many people answer on one tablet, one after another."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tablets",
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("box", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rounds.id"], name=op.f("fk_tablets_round_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_tablets")),
        sa.UniqueConstraint("digest", name=op.f("uq_tablets_digest")),
    )
    op.create_table(
        "tablet_taken",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rounds.id"], name=op.f("fk_tablet_taken_round_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_tablet_taken")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("tablet_taken", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tablet_taken_round_id"), ["round_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("tablet_taken", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tablet_taken_round_id"))
    op.drop_table("tablet_taken")
    op.drop_table("tablets")
