"""Notebooks of sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "notebooks",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("started", sa.DateTime(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        sa.Column("deleted", sa.DateTime(), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_notebooks"),
        sa.UniqueConstraint("owner_id", "id", name="uq_notebooks_owner_id_id"),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owners.id"], name="fk_notebooks_owner_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table("notebooks")
