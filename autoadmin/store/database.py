"""The database engine, and how SQLite begins a transaction and opens a file."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

BUSY_MILLISECONDS = 30_000

# How a connection begins: an execution option. A writer takes the write lock at once; taken later it could be refused.
BEGIN = "autoadmin_begin"
READING = {BEGIN: "BEGIN"}
OUTSIDE = {BEGIN: ""}  # outside any transaction


def open_engine(where: str | Path) -> Engine:
    """Return an engine for a SQLite file or a database URL. Nothing is opened yet."""
    engine = create_engine(_url(where), hide_parameters=True, pool_pre_ping=_url(where).get_backend_name() != "sqlite")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


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
