"""Stamps: whether people or addresses have changed since somebody read them all."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "stamps",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("what", name=op.f("pk_stamps")),
    )
