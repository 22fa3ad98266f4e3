"""Sheets hold the answers to a survey's own questions."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Adding a column leaves the table as it is on both databases: no copy of it, no hidden number.
    op.add_column("sheets", sa.Column("own", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("sheets", "own")
