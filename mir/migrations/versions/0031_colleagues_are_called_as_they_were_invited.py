"""What somebody is called by whoever invited them, until they come."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("memberships", sa.Column("called", sa.String(length=120), nullable=True))


def downgrade() -> None:
    op.drop_column("memberships", "called")
