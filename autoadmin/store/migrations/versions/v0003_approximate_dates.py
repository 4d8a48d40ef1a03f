"""Approximate dates in the words in which they were recorded."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for table in ("entries", "events"):
        op.add_column(table, sa.Column("on_words", sa.String(), server_default=sa.text("''"), nullable=False))
