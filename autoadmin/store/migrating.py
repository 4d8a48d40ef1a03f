"""Bringing a database to the tables of this version, by the migrations shipped in this package."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import Connection, inspect, text

MIGRATIONS = Path(__file__).with_name("migrations")
_NAMED = re.compile(r"v(\d+)_\w+\.py")  # how the files of migrations are called, by the revision in them


def upgrade(connection: Connection) -> None:
    """Run the migrations that this database lacks, inside the transaction of the connection."""
    from alembic import command  # slow to import, and hardly ever needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def is_current(connection: Connection) -> bool:
    """Return whether the database is at the newest migration."""
    if not inspect(connection).has_table("alembic_version"):
        return False
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [newest()]


def newest() -> str:
    """Return the revision of the newest migration, which the name of its file tells."""
    return max(named[1] for path in (MIGRATIONS / "versions").iterdir() if (named := _NAMED.fullmatch(path.name)))
