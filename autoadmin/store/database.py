"""The database engine, and how a transaction begins: writers take turns, readers see one moment and wait for nobody.

SQLite has one lock for all who write. PostgreSQL is made to have one, for what the workflows decide upon is read in the
transaction that writes it, and each entry of the audit trail covers the one before.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from autoadmin.domain.errors import OperationError

BUSY_MILLISECONDS: Final = 30_000
TURN: Final = 2026_11_29  # the number of the lock by which those who write to a PostgreSQL database take turns

# How a connection begins: an execution option. A writer takes the write lock at once; taken later it could be refused.
BEGIN: Final = "autoadmin_begin"
READING: Final = {BEGIN: "BEGIN"}
OUTSIDE: Final = {BEGIN: ""}  # outside any transaction


def open_engine(where: str | Path) -> Engine:
    """Return an engine for a SQLite file or a database URL. Nothing is opened yet."""
    url = _url(where)
    try:
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=url.get_backend_name() != "sqlite")
    except ModuleNotFoundError as error:
        lacking = f"The driver for this database is not installed ({error.name}). "
        raise OperationError(f"{lacking}For PostgreSQL install autoadmin with the extra 'postgresql'.") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    if engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _take_turn)
    return engine


def reading(engine: Engine) -> Connection:
    """Return a connection that sees the records as they are at one moment, waits for no writer and may not write."""
    if engine.dialect.name == "postgresql":
        return engine.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine.connect().execution_options(**READING)


def file_of(engine: Engine) -> Path | None:
    """Return the SQLite file of an engine, or None where there is none."""
    is_file = engine.dialect.name == "sqlite" and engine.url.database not in (None, "", ":memory:")
    return Path(engine.url.database) if is_file and engine.url.database else None


def _url(where: str | Path) -> URL:
    if isinstance(where, str) and "://" in where:
        return make_url(where)
    return URL.create("sqlite", database=str(where))


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    """Make a new SQLite connection wait for others, check foreign keys and survive a loss of power."""
    connection.isolation_level = None  # the driver then begins nothing by itself; `_begin` does
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    """Begin as the connection was asked to; one that only reads is kept from writing."""
    begin = connection.get_execution_options().get(BEGIN, "BEGIN IMMEDIATE")
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if begin == READING[BEGIN] else 'OFF'}")
    if begin:
        connection.exec_driver_sql(begin)


def _take_turn(connection: Connection) -> None:
    """Wait for whoever writes to PostgreSQL; one that only reads does not."""
    if not connection.get_execution_options().get("postgresql_readonly"):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_MILLISECONDS}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")
