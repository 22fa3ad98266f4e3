"""Surveys that an organisation makes, what they said before, and their published editions."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "made_surveys",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_made_surveys_version")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_made_surveys_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_made_surveys")),
        sa.UniqueConstraint("organisation_id", "slug", name=op.f("uq_made_surveys_organisation_id_slug")),
    )
    op.create_index(op.f("ix_made_surveys_organisation_id"), "made_surveys", ["organisation_id"])
    op.create_table(
        "made_survey_texts",
        sa.Column("survey_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("step", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"],
            ["made_surveys.id"],
            name=op.f("fk_made_survey_texts_survey_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("survey_id", "version", name=op.f("pk_made_survey_texts")),
    )
    op.create_table(
        "made_editions",
        sa.Column("survey_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("edition_hash", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(length=2000), nullable=False),
        sa.Column("changed", sa.String(length=2000), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_made_editions_number")),
        sa.CheckConstraint("people >= 0", name=op.f("ck_made_editions_people")),
        sa.ForeignKeyConstraint(
            ["edition_hash"], ["editions.hash"], name=op.f("fk_made_editions_edition_hash")
        ),
        sa.ForeignKeyConstraint(["survey_id"], ["made_surveys.id"], name=op.f("fk_made_editions_survey_id")),
        sa.PrimaryKeyConstraint("survey_id", "number", name=op.f("pk_made_editions")),
    )


def downgrade() -> None:
    op.drop_table("made_editions")
    op.drop_table("made_survey_texts")
    op.drop_index(op.f("ix_made_surveys_organisation_id"), table_name="made_surveys")
    op.drop_table("made_surveys")
