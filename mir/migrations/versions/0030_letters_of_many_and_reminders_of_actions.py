"""How far the letters of a round have come, and who is reminded of an action by e-mail."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("letters", sa.Column("batch", sa.String(length=32), nullable=True))
    op.create_index(op.f("ix_letters_batch"), "letters", ["batch"])
    op.create_table(
        "action_reminders",
        sa.Column("action_id", sa.String(length=32), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_action_reminders_account_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name=op.f("fk_action_reminders_action_id")),
        sa.PrimaryKeyConstraint("action_id", name=op.f("pk_action_reminders")),
    )
    op.create_index(op.f("ix_action_reminders_account_id"), "action_reminders", ["account_id"])
    op.create_table(
        "action_letters",
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_action_letters_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_action_letters")),
    )


def downgrade() -> None:
    op.drop_table("action_letters")
    op.drop_table("action_reminders")
    op.drop_index(op.f("ix_letters_batch"), "letters")
    op.drop_column("letters", "batch")
