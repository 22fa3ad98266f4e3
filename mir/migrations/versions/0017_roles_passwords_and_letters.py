"""Roles for some services, passwords, where somebody is signed in, and letters."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0012"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    # Columns are added and never a table made anew: on SQLite that would delete what points at it.
    op.add_column("memberships", _flag("every_service", sa.true()))
    op.add_column("accounts", _flag("owner", sa.false()))
    op.add_column("accounts", sa.Column("password", sa.String(length=200), nullable=True))
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
    op.create_table(
        "signed_in",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("browser", sa.String(length=60), nullable=False),
        sa.Column("began", MOMENT, nullable=False),
        sa.Column("seen", MOMENT, nullable=False),
        sa.Column("sure", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_signed_in_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_signed_in")),
    )
    op.create_index(op.f("ix_signed_in_account_id"), "signed_in", ["account_id"])
    op.create_table(
        "sign_in_tries",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sign_in_tries")),
    )
    op.create_table(
        "letters",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("about", sa.String(length=60), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("problem", sa.String(length=200), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'sending', 'sent')", name=op.f("ck_letters_state")),
        sa.CheckConstraint("(state = 'sent') = (box IS NULL)", name=op.f("ck_letters_sent_is_empty")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
    )
    op.create_index("ix_letters_next", "letters", ["state", "due"])


def downgrade() -> None:
    for table in ("letters", "sign_in_tries", "signed_in", "member_services"):
        op.drop_table(table)
    for table, column in (("accounts", "password"), ("accounts", "owner"), ("memberships", "every_service")):
        op.drop_column(table, column)


def _flag(name: str, before: sa.ColumnElement[bool]) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=before)
