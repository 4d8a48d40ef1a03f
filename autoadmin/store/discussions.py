"""Versions of what was recorded about one family at one meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    Row,
    String,
    Table,
    UniqueConstraint,
    func,
    insert,
    select,
    update,
)

from autoadmin.domain.history import DiscussionVersion
from autoadmin.domain.identifiers import FamilyId, MeetingId
from autoadmin.domain.records import Discussion
from autoadmin.store.canonical import content_hash
from autoadmin.store.columns import Json, UtcDateTime, metadata, refers_to
from autoadmin.store.entries import add_entries, entries, entries_by_home

discussions = Table(
    "discussions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("meeting", String, refers_to("meetings.id"), nullable=False),
    Column("family", String, refers_to("families.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("record", Json(Discussion), nullable=False),
    Column("content_hash", String, nullable=False),
    Column("sha256", String, refers_to("files.sha256"), nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("is_current", Boolean(create_constraint=False), nullable=False),
    UniqueConstraint("meeting", "family", "version"),
)
Index(
    "uq_discussions_current",
    discussions.c.meeting,
    discussions.c.family,
    unique=True,
    sqlite_where=discussions.c.is_current,
    postgresql_where=discussions.c.is_current,
)


def add_version(
    connection: Connection, meeting: MeetingId, family: FamilyId, discussion: Discussion, file: str, at: datetime
) -> bool:
    """Keep the discussion as the current version; return False, having changed nothing, where it says the same."""
    recorded = replace(discussion, family_id=family)
    content = content_hash(Discussion, recorded)
    its_own = (discussions.c.meeting == meeting) & (discussions.c.family == family)
    current = connection.execute(select(discussions).where(its_own, discussions.c.is_current)).one_or_none()
    if current and current.content_hash == content:
        return False
    connection.execute(update(discussions).where(its_own, discussions.c.is_current).values(is_current=False))
    row = {
        "meeting": meeting,
        "family": family,
        "position": current.position if current else _next_position(connection, meeting),
        "version": _last_version(connection, its_own) + 1,
        "record": replace(recorded, entries=()),
        "content_hash": content,
        "sha256": file,
        "recorded_at": at,
        "is_current": True,
    }
    number = connection.execute(insert(discussions).values(row).returning(discussions.c.number)).scalar_one()
    add_entries(connection, {"discussion": number}, recorded.entries)
    return True


def retire(connection: Connection, meeting: MeetingId, family: FamilyId) -> None:
    """Make no version of a discussion current: the meeting's sheet does not tell of the family any more."""
    its_own = (discussions.c.meeting == meeting) & (discussions.c.family == family)
    connection.execute(update(discussions).where(its_own).values(is_current=False))


def current_discussions(
    connection: Connection, is_wanted: ColumnElement[bool]
) -> tuple[tuple[MeetingId, Discussion], ...]:
    """Return the current versions wanted, each with its meeting, in the order of the sheet."""
    rows = _select(connection, discussions.c.is_current & is_wanted)
    return tuple((row.meeting, discussion) for row, discussion in rows)


def versions(connection: Connection, meeting: MeetingId, family: FamilyId) -> tuple[DiscussionVersion, ...]:
    """Return every version of one discussion, the first recorded first."""
    rows = _select(connection, (discussions.c.meeting == meeting) & (discussions.c.family == family))
    return tuple(
        DiscussionVersion(row.version, discussion, row.sha256, row.recorded_at, row.is_current)
        for row, discussion in rows
    )


def _select(connection: Connection, is_wanted: ColumnElement[bool]) -> list[tuple[Row[Any], Discussion]]:
    numbers = select(discussions.c.number).where(is_wanted)
    said = entries_by_home(connection, entries.c.discussion, entries.c.discussion.in_(numbers))
    ordered = select(discussions).where(is_wanted).order_by(discussions.c.position, discussions.c.version)
    return [(row, replace(row.record, entries=said.get(row.number, ()))) for row in connection.execute(ordered)]


def _last_version(connection: Connection, its_own: ColumnElement[bool]) -> int:
    last = connection.execute(select(func.max(discussions.c.version)).where(its_own)).scalar_one_or_none()
    return last or 0


def _next_position(connection: Connection, meeting: MeetingId) -> int:
    highest = select(func.max(discussions.c.position)).where(discussions.c.meeting == meeting)
    last = connection.execute(highest).scalar_one_or_none()
    return 0 if last is None else last + 1
