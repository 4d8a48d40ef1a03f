"""Entries, a row each, so that one of them can be linked to and looked up by what it says is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Connection,
    Date,
    Integer,
    String,
    Table,
    Text,
    insert,
    select,
    text,
)

from autoadmin.domain.events import Precision
from autoadmin.domain.findings import Place
from autoadmin.domain.records import ActionStatus, Entry, Kind, Section
from autoadmin.store.columns import Json, OneOf, metadata, refers_to
from autoadmin.store.rows import values_of

entries = Table(
    "entries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("discussion", Integer, refers_to("discussions.number"), nullable=True, index=True),
    Column("header", Integer, refers_to("meeting_headers.number"), nullable=True, index=True),
    Column("position", Integer, nullable=False),
    Column("id", String, nullable=False, index=True),
    Column("section", OneOf(Section), nullable=False),
    Column("kind", OneOf(Kind), nullable=False),
    Column("text", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("place", Json(Place), nullable=False),
    Column("about", Json(tuple[str, ...]), nullable=False),
    Column("speaker", String, nullable=False),
    Column("author", String, nullable=False),
    Column("authoriser", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("to_test", Text, nullable=False),
    Column("owner", String, nullable=False),
    Column("due_on", Date, nullable=True),
    Column("status", OneOf(ActionStatus), nullable=True),
    Column("on", Date, nullable=True),
    Column("precision", OneOf(Precision), nullable=False),
    Column("on_words", String, nullable=False, server_default=text("''")),
    Column("is_restricted", Boolean(create_constraint=False), nullable=False),
    CheckConstraint("(discussion IS NULL) <> (header IS NULL)", name="one_home"),
)


def add_entries(connection: Connection, home: Mapping[str, int], recorded: Sequence[Entry]) -> None:
    """Keep the entries of one version; `home` is `{"discussion": number}` or `{"header": number}`."""
    if recorded:
        rows = [{**home, "position": position, **values_of(entry)} for position, entry in enumerate(recorded)]
        connection.execute(insert(entries), rows)


def entries_by_home(
    connection: Connection, home: Column[int], is_wanted: ColumnElement[bool]
) -> Mapping[int, tuple[Entry, ...]]:
    """Return the wanted entries by the number of their discussion or header, each in the order recorded."""
    found: dict[int, list[Entry]] = defaultdict(list)
    query = select(entries).where(is_wanted).order_by(home, entries.c.position)
    for row in connection.execute(query):
        values = row._asdict()
        number = values[home.name]
        for name in ("number", "discussion", "header", "position"):
            del values[name]
        found[number].append(Entry(**values))
    return {number: tuple(listed) for number, listed in found.items()}
