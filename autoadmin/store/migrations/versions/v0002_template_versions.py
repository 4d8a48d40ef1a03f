"""Versions of templates, what each holds, and which of them made a draft."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "template_bodies",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("layout", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_template_bodies")),
    )
    op.create_table(
        "template_versions",
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("proposed_at", INSTANT, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("published_at", INSTANT, nullable=True),
        sa.Column("in_force_from", sa.Date(), nullable=True),
        sa.Column("confirmed", sa.Text(), nullable=False),
        sa.Column("restores", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["template_bodies.sha256"],
            name=op.f("fk_template_versions_sha256"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("template", "number", name=op.f("pk_template_versions")),
    )
    op.create_index(op.f("ix_template_versions_sha256"), "template_versions", ["sha256"])
    op.add_column("drafts", sa.Column("template_number", sa.Integer(), nullable=True))
    op.add_column("drafts", sa.Column("engine", sa.String(), server_default=sa.text("''"), nullable=False))
