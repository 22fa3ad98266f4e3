"""Actions, their history, pledges, and the public page of a service."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "actions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("service_id", sa.String(length=32), nullable=False),
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('planned', 'under_way', 'done', 'stopped')", name=op.f("ck_actions_state")
        ),
        sa.CheckConstraint("version > 0", name=op.f("ck_actions_version")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_actions_round_id_rounds")),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"], name=op.f("fk_actions_service_id_services")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
    )
    op.create_index(op.f("ix_actions_round_id"), "actions", ["round_id"])
    op.create_index(op.f("ix_actions_service_id"), "actions", ["service_id"])
    op.create_table(
        "action_steps",
        sa.Column("action_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(length=120), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["actions.id"], name=op.f("fk_action_steps_action_id_actions")
        ),
        sa.PrimaryKeyConstraint("action_id", "number", name=op.f("pk_action_steps")),
    )
    op.create_table(
        "pledges",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("service_id", sa.String(length=32), nullable=False),
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.Column("action_id", sa.String(length=32), nullable=True),
        sa.Column("said", sa.String(length=300), nullable=False),
        sa.Column("did", sa.String(length=300), nullable=False),
        sa.Column("said_easy", sa.String(length=300), nullable=False),
        sa.Column("did_easy", sa.String(length=300), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_pledges_version")),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name=op.f("fk_pledges_action_id_actions")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_pledges_round_id_rounds")),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"], name=op.f("fk_pledges_service_id_services")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledges")),
    )
    op.create_index(op.f("ix_pledges_action_id"), "pledges", ["action_id"])
    op.create_index(op.f("ix_pledges_round_id"), "pledges", ["round_id"])
    op.create_index(op.f("ix_pledges_service_id"), "pledges", ["service_id"])
    op.create_table(
        "changed_pages",
        sa.Column("service_id", sa.String(length=32), nullable=False),
        sa.Column("address", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_changed_pages_service_id_services")
        ),
        sa.PrimaryKeyConstraint("service_id", name=op.f("pk_changed_pages")),
        sa.UniqueConstraint("address", name=op.f("uq_changed_pages_address")),
    )


def downgrade() -> None:
    for table in ("changed_pages", "pledges", "action_steps", "actions"):
        op.drop_table(table)
