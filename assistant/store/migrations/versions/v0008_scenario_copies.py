"""Scenarios as they were when a run with them began."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "scenario_copies",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", "digest", name="pk_scenario_copies"),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owners.id"], name="fk_scenario_copies_owner_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table("scenario_copies")
