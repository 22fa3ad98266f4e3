"""People can say that they are worried."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "safety_contacts",
        sa.Column("service_id", sa.String(length=32), nullable=False),
        sa.Column("use", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("about", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "use <> 'council' OR account_id IS NULL",
            name=op.f("ck_safety_contacts_councils_read_nothing_here"),
        ),
        sa.CheckConstraint(
            "use IN ('safeguarding', 'outside', 'council')", name=op.f("ck_safety_contacts_use")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_safety_contacts_account_id")),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_safety_contacts_service_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("service_id", "use", name=op.f("pk_safety_contacts")),
    )
    op.create_table(
        "concerns",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("service_id", sa.String(length=32), nullable=False),
        sa.Column("reader_id", sa.String(length=32), nullable=False),
        sa.Column("use", sa.String(length=20), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("(state = 'done') = (box IS NULL)", name=op.f("ck_concerns_done_is_empty")),
        sa.CheckConstraint("state IN ('new', 'read', 'done')", name=op.f("ck_concerns_state")),
        sa.ForeignKeyConstraint(["reader_id"], ["accounts.id"], name=op.f("fk_concerns_reader_id")),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"], name=op.f("fk_concerns_service_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concerns")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("concerns", schema=None) as batch_op:
        batch_op.create_index("ix_concerns_reader", ["reader_id", "state"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("concerns", schema=None) as batch_op:
        batch_op.drop_index("ix_concerns_reader")
    op.drop_table("concerns")
    op.drop_table("safety_contacts")
