"""The desk sees which tablets a round has, and takes one away."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tablet_devices",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("link", sa.String(length=64), nullable=False),
        sa.Column("waits", sa.String(length=4), nullable=False),
        sa.Column("unfinished", sa.String(length=4), nullable=False),
        sa.Column("heard_on", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("away", sa.Boolean(), nullable=False),
        sa.CheckConstraint("waits IN ('none', 'few', 'many')", name=op.f("ck_tablet_devices_waits")),
        sa.CheckConstraint(
            "unfinished IN ('none', 'few', 'many')", name=op.f("ck_tablet_devices_unfinished")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rounds.id"], name=op.f("fk_tablet_devices_round_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tablet_devices")),
    )
    with op.batch_alter_table("tablet_devices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tablet_devices_round_id"), ["round_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("tablet_devices", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tablet_devices_round_id"))
    op.drop_table("tablet_devices")
