"""Choices about rows of chronologies, and the state in which each chronology is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "chronology_choices",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("child", sa.String(), nullable=False),
        sa.Column("keys", sa.Text(), nullable=False),
        sa.Column("is_included", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("read", sa.Text(), nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        _child("chronology_choices"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_chronology_choices")),
    )
    op.create_index(op.f("ix_chronology_choices_child"), "chronology_choices", ["child"])
    op.create_table(
        "chronologies",
        sa.Column("child", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        _child("chronologies"),
        sa.PrimaryKeyConstraint("child", name=op.f("pk_chronologies")),
    )


def _child(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_child")
    return sa.ForeignKeyConstraint(["child"], ["children.id"], name=name, deferrable=True, initially="DEFERRED")
