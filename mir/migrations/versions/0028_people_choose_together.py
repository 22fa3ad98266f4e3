"""People choose together what to work on, and actions say which priority they come from."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

KEY = "fk_actions_priority_id_priorities"


def upgrade() -> None:
    _meetings()
    _wall()
    _totals()
    op.create_table(
        "priorities",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("meeting_id", sa.String(length=32), nullable=False),
        sa.Column("candidate_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name=op.f("fk_priorities_candidate_id_candidates")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_priorities_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_priorities")),
        sa.UniqueConstraint("candidate_id", name=op.f("uq_priorities_candidate_id")),
    )
    op.create_index(op.f("ix_priorities_meeting_id"), "priorities", ["meeting_id"])
    _actions_point_at_priorities()


def _actions_point_at_priorities() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # A column is added with its key: making the table anew would delete what points at it.
        op.execute(
            "ALTER TABLE actions ADD COLUMN priority_id VARCHAR(32) "
            f"CONSTRAINT {KEY} REFERENCES priorities (id)"
        )
    else:
        op.add_column("actions", sa.Column("priority_id", sa.String(length=32), nullable=True))
        op.create_foreign_key(KEY, "actions", "priorities", ["priority_id"], ["id"])
    op.create_index(op.f("ix_actions_priority_id"), "actions", ["priority_id"])


def _meetings() -> None:
    op.create_table(
        "meetings",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("service_id", sa.String(length=32), nullable=False),
        sa.Column("round_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("stage", sa.String(length=8), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("most_dots", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.String(length=10), nullable=False),
        sa.Column("ordered", sa.Boolean(), nullable=False),
        sa.Column("strengths", sa.JSON(), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("families", sa.Integer(), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=False),
        sa.Column("others", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(length=300), nullable=False),
        sa.Column("note", sa.String(length=400), nullable=False),
        sa.CheckConstraint(
            "people >= 0 AND families >= 0 AND staff >= 0 AND others >= 0",
            name=op.f("ck_meetings_in_the_room"),
        ),
        sa.CheckConstraint("most_dots BETWEEN 1 AND 5", name=op.f("ck_meetings_most_dots")),
        sa.CheckConstraint("stage IN ('wall', 'dots', 'counted', 'agreed')", name=op.f("ck_meetings_stage")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_meetings_round_id_rounds")),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_meetings_service_id_services")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("code", name=op.f("uq_meetings_code")),
    )
    op.create_index(op.f("ix_meetings_round_id"), "meetings", ["round_id"])
    op.create_index(op.f("ix_meetings_service_id"), "meetings", ["service_id"])


def _wall() -> None:
    op.create_table(
        "candidates",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("meeting_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=120), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("off", sa.Boolean(), nullable=False),
        sa.Column("better", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
            name=op.f("fk_candidates_meeting_id_meetings"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidates")),
        sa.UniqueConstraint("meeting_id", "place", name=op.f("uq_candidates_meeting_id_place")),
    )
    op.create_index(op.f("ix_candidates_meeting_id"), "candidates", ["meeting_id"])


def _totals() -> None:
    op.create_table(
        "dots",
        sa.Column("candidate_id", sa.String(length=32), nullable=False),
        sa.Column("side", sa.String(length=6), nullable=False),
        sa.Column("way", sa.String(length=5), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("number >= 0", name=op.f("ck_dots_number")),
        sa.CheckConstraint("side IN ('people', 'staff')", name=op.f("ck_dots_side")),
        sa.CheckConstraint("way IN ('phone', 'hands')", name=op.f("ck_dots_way")),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_dots_candidate_id_candidates"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("candidate_id", "side", "way", name=op.f("pk_dots")),
    )
    op.create_table(
        "voters",
        sa.Column("meeting_id", sa.String(length=32), nullable=False),
        sa.Column("side", sa.String(length=6), nullable=False),
        sa.Column("way", sa.String(length=5), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("number >= 0", name=op.f("ck_voters_number")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_voters_meeting_id_meetings"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("meeting_id", "side", "way", name=op.f("pk_voters")),
    )
    op.create_table(
        "spent_pages",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("meeting_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
            name=op.f("fk_spent_pages_meeting_id_meetings"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_spent_pages")),
    )
    op.create_index(op.f("ix_spent_pages_meeting_id"), "spent_pages", ["meeting_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_actions_priority_id"), table_name="actions")
    if op.get_bind().dialect.name != "sqlite":  # there the key goes with its column
        op.drop_constraint(KEY, "actions", type_="foreignkey")
    op.drop_column("actions", "priority_id")
    for table in ("priorities", "spent_pages", "voters", "dots", "candidates", "meetings"):
        op.drop_table(table)
