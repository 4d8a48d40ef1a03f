"""Dataclasses to rows, and the two kinds of insert that every repository uses."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def values_of(record: DataclassInstance, *, without: Collection[str] = ()) -> dict[str, Any]:
    """Return the fields of a dataclass, which are the columns of its row."""
    return {field.name: getattr(record, field.name) for field in fields(record) if field.name not in without}


def upsert(connection: Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Insert a row, or replace the columns given of the one with the same primary key."""
    keys = [column.name for column in table.primary_key]
    statement = _insert(connection, table).values(**values)
    changed = {name: statement.excluded[name] for name in values if name not in keys}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed))


def insert_once(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert a row; return False, having changed nothing, where one with the same unique key is there already."""
    statement = _insert(connection, table).values(**values).on_conflict_do_nothing()
    # Not the row count: PostgreSQL's driver does not give it for such an insert.
    return connection.execute(statement.returning(*table.primary_key)).first() is not None


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
