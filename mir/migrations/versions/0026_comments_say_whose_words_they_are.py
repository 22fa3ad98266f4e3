"""A comment says whether the person said it or a proxy, where that points at nobody."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_NOT_KNOWN = """
UPDATE comments SET whose = 'either' WHERE voice = 'person' AND round_id IN (
    SELECT round_id FROM sheets WHERE voice = 'person' AND help = 'answered_for_me'
)
"""
"""Comments of before never said it: where a proxy answered, any of them could be theirs."""


def upgrade() -> None:
    op.add_column(
        "comments", sa.Column("whose", sa.String(length=10), nullable=False, server_default=sa.text("'own'"))
    )
    op.execute(_NOT_KNOWN)


def downgrade() -> None:
    op.drop_column("comments", "whose")
