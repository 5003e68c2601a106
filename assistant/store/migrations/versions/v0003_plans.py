"""Plans of sessions, and their versions."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "plans",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("started", sa.DateTime(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        sa.Column("deleted", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_plans"),
        sa.UniqueConstraint("owner_id", "id", name="uq_plans_owner_id_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["owners.id"], name="fk_plans_owner_id", ondelete="CASCADE"),
    )
    op.create_table(
        "plan_versions",
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("plan_key", "number", name="pk_plan_versions"),
        sa.ForeignKeyConstraint(
            ["plan_key"], ["plans.key"], name="fk_plan_versions_plan_key", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    for table in ("plan_versions", "plans"):
        op.drop_table(table)
