"""What services share with the organisations that commission them."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shares",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("service_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("from_now", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_shares_organisation_id")
        ),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"], name=op.f("fk_shares_service_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shares")),
        sa.UniqueConstraint(
            "service_id", "organisation_id", name=op.f("uq_shares_service_id_organisation_id")
        ),
    )
    op.create_index(op.f("ix_shares_organisation_id"), "shares", ["organisation_id"])
    op.create_index(op.f("ix_shares_service_id"), "shares", ["service_id"])
    op.create_table(
        "shared_rounds",
        sa.Column("share_id", sa.String(length=32), nullable=False),
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_shared_rounds_round_id")),
        sa.ForeignKeyConstraint(
            ["share_id"], ["shares.id"], name=op.f("fk_shared_rounds_share_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("share_id", "round_id", name=op.f("pk_shared_rounds")),
    )


def downgrade() -> None:
    op.drop_table("shared_rounds")
    op.drop_table("shares")
