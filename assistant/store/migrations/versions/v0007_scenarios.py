"""Scenarios of one's own."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "scenarios",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("started", sa.DateTime(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        sa.Column("deleted", sa.DateTime(), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_scenarios"),
        sa.UniqueConstraint("owner_id", "id", name="uq_scenarios_owner_id_id"),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owners.id"], name="fk_scenarios_owner_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table("scenarios")
