"""Dated facts, each with the origin that states it: a newer statement of an origin retires what it no longer says."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    Time,
    exists,
    insert,
    or_,
    select,
    text,
    type_coerce,
    update,
)

from autoadmin.domain.addresses import ADDRESS_FIELD, POSTCODE_FIELD, Address, address_of
from autoadmin.domain.events import Event, Precision, Source
from autoadmin.domain.history import EventChanges
from autoadmin.domain.identifiers import ChildId, FamilyId
from autoadmin.store.canonical import from_json
from autoadmin.store.children import children
from autoadmin.store.columns import Json, OneOf, UtcDateTime, metadata, refers_to
from autoadmin.store.rows import values_of
from autoadmin.store.stamps import Stamped, Stamps

events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("origin", String, nullable=False),
    Column("key", String, nullable=False),
    Column("is_current", Boolean(create_constraint=False), nullable=False),
    Column("stated_at", UtcDateTime, nullable=False),
    Column("retired_at", UtcDateTime, nullable=True),
    Column("code", String, nullable=False),
    Column("on", Date, nullable=False),
    Column("source", Json(Source), nullable=False),
    Column("child", String, refers_to("children.id"), nullable=True, index=True),
    Column("family", String, refers_to("families.id"), nullable=True, index=True),
    Column("precision", OneOf(Precision), nullable=False),
    Column("on_words", String, nullable=False, server_default=text("''")),
    Column("at_time", Time, nullable=True),
    Column("fields", Json(Mapping[str, str]), nullable=False),
)
Index(
    "uq_events_current",
    events.c.origin,
    events.c.key,
    unique=True,
    sqlite_where=events.c.is_current,
    postgresql_where=events.c.is_current,
)


class Events:
    """The events that hold now, and those that once did."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stamps = Stamps(connection)

    def replace(
        self,
        origin: str,
        stated: Iterable[Event],
        at: datetime,
        *,
        children: Collection[ChildId] | None = None,
        since: date | None = None,
    ) -> EventChanges:
        """Make these the events of one origin, and return what that changed.

        Events that it no longer states are retired and stay in history; equal ones are left as they are. With
        `children` and `since` only events of those children on or after that day are retired: an extract says nothing
        about other children, nor about the time before its window.
        """
        new = {event.key: event for event in stated}
        its_children = None if children is None else frozenset(children)
        held = {row.key: row for row in self._connection.execute(_currently_of(origin))}
        gone = [
            row
            for row in held.values()
            if row.key not in new
            and (its_children is None or row.child in its_children)
            and (since is None or row.on >= since)
        ]
        added = [event for key, event in new.items() if key not in held]
        changed: list[Any] = [*gone, *added]
        self._retire([row.number for row in gone], at)
        self._add(origin, added, at)
        if any(row.has_address for row in gone) or any(not _ADDRESS.isdisjoint(event.fields) for event in added):
            self._stamps.renew(Stamped.ADDRESSES)
        return EventChanges(
            added=len(added),
            retired=len(gone),
            children=frozenset(item.child for item in changed if item.child),
            families=frozenset(item.family for item in changed if item.family),
        )

    def list_for_child(self, child: ChildId) -> tuple[Event, ...]:
        """Return the current events of one child, oldest first; two origins may state the same one (same `key`)."""
        return self._list(_EVENTS.where(events.c.child == child, events.c.is_current))

    def by_child(
        self, children: Collection[ChildId], codes: Collection[str] | None = None
    ) -> Mapping[ChildId, tuple[Event, ...]]:
        """Return the current events of each of some children, those of `codes` alone, as `list_for_child` orders them.

        One query and one parse for all: of a whole council a part at a time. Children without events are left out.
        """
        wanted = _EVENTS_AS_TEXT.where(events.c.child.in_(children), events.c.is_current)
        if codes is not None:
            wanted = wanted.where(events.c.code.in_(codes))
        rows = self._connection.execute(wanted.order_by(events.c.child, *_IN_ORDER)).all()
        sources = from_json(tuple[Source, ...], f"[{','.join([row.source for row in rows])}]")
        fields = json.loads(f"[{','.join([row.fields for row in rows])}]")
        found: dict[ChildId, list[Event]] = defaultdict(list)
        for (code, on, _, child, family, precision, at_time, _, on_words), source, said in zip(
            rows, sources, fields, strict=True
        ):
            event = Event(code, on, source, child, family, PRECISIONS[precision], at_time, said, on_words)
            found[child].append(event)
        return {child: tuple(told) for child, told in found.items()}

    def list_for_family(self, family: FamilyId) -> tuple[Event, ...]:
        """Return the current events of a family and of each child in it, oldest first, as `list_for_child`."""
        in_it = select(children.c.id).where(children.c.family == family)
        is_theirs = or_(events.c.family == family, events.c.child.in_(in_it))
        return self._list(_EVENTS.where(is_theirs, events.c.is_current))

    def list_addresses(self) -> tuple[Address, ...]:
        """Return every address that a current event gives, in no order. Reads the whole table: see `stamps`."""
        query = select(events.c.child, events.c.family, events.c.fields)
        rows = self._connection.execute(query.where(events.c.is_current, _has_address()))
        return tuple(dict.fromkeys(address_of(row.child, row.family, row.fields) for row in rows))

    def list_retired_for_child(self, child: ChildId) -> tuple[Event, ...]:
        """Return the events of one child that were stated once and no longer are, oldest first."""
        return self._list(_EVENTS.where(events.c.child == child, events.c.is_current.is_(False)))

    def list_children_with_events(self) -> tuple[ChildId, ...]:
        """Return the ids of the children about whom any event is held now, in order."""
        told = exists().where(events.c.child == children.c.id, events.c.is_current)
        return tuple(self._connection.execute(select(children.c.id).where(told).order_by(children.c.id)).scalars())

    def _list(self, query: Select[Any]) -> tuple[Event, ...]:
        rows = self._connection.execute(query.order_by(*_IN_ORDER))
        return tuple(Event(**row._asdict()) for row in rows)

    def _retire(self, numbers: list[int], at: datetime) -> None:
        for number in numbers:
            retired = update(events).where(events.c.number == number)
            self._connection.execute(retired.values(is_current=False, retired_at=at))

    def _add(self, origin: str, added: Collection[Event], at: datetime) -> None:
        standing = {"origin": origin, "is_current": True, "stated_at": at}
        if added:
            rows = [{**standing, "key": event.key, **values_of(event)} for event in added]
            self._connection.execute(insert(events), rows)


_FIELDS = ("code", "on", "source", "child", "family", "precision", "at_time", "fields", "on_words")
_EVENTS = select(*(events.c[name] for name in _FIELDS))
_AS_TEXT = {"source": Text, "fields": Text, "precision": String}  # to be parsed all together, or looked up
_EVENTS_AS_TEXT = select(
    *(
        type_coerce(events.c[name], _AS_TEXT[name]).label(name) if name in _AS_TEXT else events.c[name]
        for name in _FIELDS
    )
)
_IN_ORDER = (events.c.on, events.c.at_time.nulls_first(), events.c.number)
PRECISIONS = {precision.value: precision for precision in Precision}


_ADDRESS = frozenset({POSTCODE_FIELD, ADDRESS_FIELD})


def _currently_of(origin: str) -> Select[Any]:
    columns = (events.c.number, events.c.key, events.c.child, events.c.family, events.c.on)
    wanted = select(*columns, _has_address().label("has_address"))
    return wanted.where(events.c.origin == origin, events.c.is_current)


def _has_address() -> ColumnElement[bool]:
    fields = type_coerce(events.c.fields, Text)
    return or_(*(fields.contains(f'"{field}":', autoescape=True) for field in sorted(_ADDRESS)))
