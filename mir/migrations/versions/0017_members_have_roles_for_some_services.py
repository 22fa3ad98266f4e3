"""Members work for every service of their organisation or for some."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Whoever was a member before reached every service; what the column holds later is always said.
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("every_service", sa.Boolean(), nullable=False, server_default=sa.true())
        )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.alter_column("every_service", server_default=None)
    op.create_table(
        "member_services",
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("service_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "organisation_id"],
            ["memberships.account_id", "memberships.organisation_id"],
            name=op.f("fk_member_services_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_member_services_service_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "account_id", "organisation_id", "service_id", name=op.f("pk_member_services")
        ),
    )


def downgrade() -> None:
    op.drop_table("member_services")
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.drop_column("every_service")
