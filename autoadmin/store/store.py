"""The store: transactions over the database, its migrations and its health."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from autoadmin.store.database import file_of, open_engine, reading
from autoadmin.store.failures import told_plainly
from autoadmin.store.journal import write_ahead
from autoadmin.store.session import Session


def open_store(where: str | Path) -> Store:
    """Return the store in a SQLite file, or behind a database URL. Nothing is opened until it is used."""
    return Store(open_engine(where))


class Store:
    """One database. Safe to use from many threads and processes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """Yield the records for one transaction: committed at the end, undone by any exception.

        OperationError where the database cannot; `temporary` where trying again may help.
        """
        with told_plainly(), self._engine.begin() as connection:
            yield Session(connection)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Yield the records as they are at one moment, without waiting for anybody who writes; writing is refused."""
        with told_plainly(), reading(self._engine) as connection:
            yield Session(connection)

    def migrate(self) -> None:
        """Make the database, or bring it to this version. Two processes may do so at once."""
        from autoadmin.store.migrating import upgrade

        with told_plainly():
            write_ahead(self._engine)
            if not self.is_current():
                with self._engine.begin() as connection:
                    upgrade(connection)

    def is_current(self) -> bool:
        """Return whether the database has the tables of this version."""
        from autoadmin.store.migrating import is_current

        with told_plainly(), reading(self._engine) as connection:
            return is_current(connection)

    def list_damage(self) -> tuple[str, ...]:
        """Return a plain sentence for each thing wrong with the database; none where it is sound."""
        with told_plainly(), reading(self._engine) as connection:
            broken_at = Session(connection).audit.verify()
            damage = [] if broken_at is None else [f"The audit trail was changed at entry {broken_at}."]
            if connection.dialect.name == "sqlite":
                damage += _damage_of_file(connection)
        return tuple(damage)

    def close(self) -> None:
        """Close every connection; the store opens new ones if it is used again."""
        self._engine.dispose()

    @property
    def file(self) -> Path | None:
        """Return the SQLite file, or None where the database is a server."""
        return file_of(self._engine)

    @property
    def where(self) -> str:
        """Return what `open_store` opens this database by, password included; empty where only this process has it."""
        if self._engine.dialect.name == "sqlite" and self.file is None:
            return ""
        return self._engine.url.render_as_string(hide_password=False)


def _damage_of_file(connection: Connection) -> list[str]:
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    damage = [] if found == ["ok"] else ["The database file is damaged. Restore the last backup."]
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return damage + [
        f"A row of the table {table} refers to one that is not there." for table in {o[0] for o in orphans}
    ]
