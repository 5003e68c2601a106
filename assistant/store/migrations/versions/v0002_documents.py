"""Documents that the user added, and their paragraphs."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("issued", sa.Date(), nullable=True),
        sa.Column("added", sa.DateTime(), nullable=False),
        sa.Column("deleted", sa.DateTime(), nullable=True),
        sa.Column("source", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_documents"),
        sa.UniqueConstraint("owner_id", "id", name="uq_documents_owner_id_id"),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["owners.id"], name="fk_documents_owner_id", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "paragraphs",
        sa.Column("document_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("document_key", "position", name="pk_paragraphs"),
        sa.ForeignKeyConstraint(
            ["document_key"],
            ["documents.key"],
            name="fk_paragraphs_document_key",
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    for table in ("paragraphs", "documents"):
        op.drop_table(table)
