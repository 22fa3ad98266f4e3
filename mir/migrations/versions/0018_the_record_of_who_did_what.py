"""The record of who did what, which is never changed."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

SQLITE = (
    """CREATE TRIGGER deeds_no_update BEFORE UPDATE ON deeds
    BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END""",
    """CREATE TRIGGER deeds_no_delete BEFORE DELETE ON deeds
    BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END""",
)
POSTGRES = (
    """CREATE FUNCTION deeds_stay() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the record is never changed'; END $$""",
    """CREATE TRIGGER deeds_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON deeds
    FOR EACH STATEMENT EXECUTE FUNCTION deeds_stay()""",
)


def upgrade() -> None:
    op.create_table(
        "deeds",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("who", sa.String(length=254), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=60), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("sum", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_deeds")),
        sa.UniqueConstraint("sum", name=op.f("uq_deeds_sum")),
    )
    op.create_index(op.f("ix_deeds_organisation_id"), "deeds", ["organisation_id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRES:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("deeds")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION deeds_stay")
