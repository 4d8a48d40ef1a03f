"""Meetings: the current header and discussions of each, and every version before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime

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
    UniqueConstraint,
    func,
    insert,
    select,
    update,
)

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.held import HeldMeeting
from autoadmin.domain.history import DiscussionVersion
from autoadmin.domain.identifiers import FamilyId, MeetingId, UnitId
from autoadmin.domain.people import Unit
from autoadmin.domain.records import Discussion, MeetingRecord
from autoadmin.store.canonical import content_hash
from autoadmin.store.columns import Json, UtcDateTime, metadata, refers_to
from autoadmin.store.discussions import add_version, current_discussions, discussions, retire, versions
from autoadmin.store.entries import add_entries, entries, entries_by_home
from autoadmin.store.rows import upsert
from autoadmin.store.units import units

meetings = Table(
    "meetings",
    metadata,
    Column("id", String, primary_key=True),
    Column("unit", String, refers_to("units.id"), nullable=False, index=True),
    Column("on", Date, nullable=False),
)
meeting_headers = Table(
    "meeting_headers",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("meeting", String, refers_to("meetings.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("record", Json(MeetingRecord), nullable=False),
    Column("content_hash", String, nullable=False),
    Column("sha256", String, refers_to("files.sha256"), nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("is_current", Boolean(create_constraint=False), nullable=False),
    UniqueConstraint("meeting", "version"),
)
Index(
    "uq_meeting_headers_current",
    meeting_headers.c.meeting,
    unique=True,
    sqlite_where=meeting_headers.c.is_current,
    postgresql_where=meeting_headers.c.is_current,
)


class Meetings:
    """The unit meetings whose sheets were taken in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, meeting: MeetingId) -> HeldMeeting:
        """Return one meeting as it now stands; UnknownIdError where none has that id."""
        if found := self.find(meeting):
            return found
        raise UnknownIdError(f"No meeting has the id {meeting}.")

    def find(self, meeting: MeetingId) -> HeldMeeting | None:
        """Return one meeting as it now stands, or None."""
        return next(iter(self._held(meetings.c.id == meeting)), None)

    def list(self, unit: UnitId | None = None) -> tuple[HeldMeeting, ...]:
        """Return the meetings of one unit, or of all, oldest first."""
        return self._held(meetings.c.id.is_not(None) if unit is None else meetings.c.unit == unit)

    def list_for_family(self, family: FamilyId) -> tuple[HeldMeeting, ...]:
        """Return the meetings at which a family was discussed, oldest first.

        Each holds that family's discussion alone, and nothing else that could tell of another family.
        """
        attended = select(discussions.c.meeting).where(discussions.c.family == family, discussions.c.is_current)
        held = self._held(meetings.c.id.in_(attended), discussions.c.family == family)
        return tuple(replace(one, record=replace(one.record, headings=(), entries=(), findings=())) for one in held)

    def days_of(self, family: FamilyId) -> tuple[date, ...]:
        """Return the days on which a family was discussed, the first first."""
        days = select(meetings.c.on).join(discussions, discussions.c.meeting == meetings.c.id).distinct()
        theirs = days.where(discussions.c.family == family, discussions.c.is_current)
        return tuple(self._connection.execute(theirs.order_by(meetings.c.on)).scalars())

    def days_by_family(self, families: Collection[FamilyId]) -> Mapping[FamilyId, tuple[date, ...]]:
        """Return the days on which each of some families was discussed, as `days_of`; without those that never were."""
        days = select(discussions.c.family, meetings.c.on).join(discussions, discussions.c.meeting == meetings.c.id)
        found: dict[FamilyId, list[date]] = defaultdict(list)
        theirs = days.distinct().where(discussions.c.family.in_(families), discussions.c.is_current)
        told = theirs.order_by(discussions.c.family, meetings.c.on)
        for family, on in self._connection.execute(told):
            found[family].append(on)
        return {family: tuple(held) for family, held in found.items()}

    def last_days(self) -> dict[UnitId, date]:
        """Return the day of each unit's last meeting."""
        last = select(meetings.c.unit, func.max(meetings.c.on).label("last_on")).group_by(meetings.c.unit)
        return {row.unit: row.last_on for row in self._connection.execute(last)}

    def history(self, meeting: MeetingId, family: FamilyId) -> tuple[DiscussionVersion, ...]:
        """Return every version of what was recorded about a family at a meeting, the first first."""
        return versions(self._connection, meeting, family)

    def save_header(self, meeting: MeetingId, unit: UnitId, record: MeetingRecord, file: str, at: datetime) -> bool:
        """Keep what a sheet says of the meeting itself; return False where it says nothing new.

        The record's discussions are left aside: they are saved one by one, with `save_discussion`. `file` is the digest
        of the file taken in.
        """
        header = replace(record, discussions=())
        content = content_hash(MeetingRecord, header)
        current = self._connection.execute(_current_header(meeting)).one_or_none()
        upsert(self._connection, meetings, {"id": meeting, "unit": unit, "on": record.on})
        if current and current.content_hash == content:
            return False
        if current:
            was = meeting_headers.c.number == current.number
            self._connection.execute(update(meeting_headers).where(was).values(is_current=False))
        row = {
            "meeting": meeting,
            "version": current.version + 1 if current else 1,
            "record": replace(header, entries=()),
            "content_hash": content,
            "sha256": file,
            "recorded_at": at,
            "is_current": True,
        }
        added = insert(meeting_headers).values(row).returning(meeting_headers.c.number)
        add_entries(self._connection, {"header": self._connection.execute(added).scalar_one()}, header.entries)
        return True

    def save_discussion(
        self, meeting: MeetingId, family: FamilyId, discussion: Discussion, file: str, at: datetime
    ) -> bool:
        """Keep what was recorded about a family; return False, having changed nothing, where it says the same.

        A correction becomes the current version and the one before it is kept. A line that only moved is none.
        """
        return add_version(self._connection, meeting, family, discussion, file, at)

    def retire_discussion(self, meeting: MeetingId, family: FamilyId) -> None:
        """Take a family out of a meeting, because its corrected sheet no longer tells of it; the versions are kept."""
        retire(self._connection, meeting, family)

    def _held(
        self, is_wanted: ColumnElement[bool], is_told: ColumnElement[bool] | None = None
    ) -> tuple[HeldMeeting, ...]:
        wanted = select(meetings.c.id).where(is_wanted)
        of_meetings = discussions.c.meeting.in_(wanted)
        said = current_discussions(self._connection, of_meetings if is_told is None else of_meetings & is_told)
        by_meeting: dict[MeetingId, list[Discussion]] = defaultdict(list)
        for meeting, discussion in said:
            by_meeting[meeting].append(discussion)
        numbers = select(meeting_headers.c.number).where(
            meeting_headers.c.meeting.in_(wanted), meeting_headers.c.is_current
        )
        general = entries_by_home(self._connection, entries.c.header, entries.c.header.in_(numbers))
        held = []
        for row in self._connection.execute(_HEADERS.where(is_wanted).order_by(meetings.c.on, meetings.c.id)):
            told = tuple(by_meeting[row.id])
            record = replace(row.record, discussions=told, entries=general.get(row.number, ()))
            held.append(HeldMeeting(row.id, Unit(row.unit, row.name, row.council), record))
        return tuple(held)


_HEADERS = (
    select(meetings.c.id, meetings.c.unit, units.c.name, units.c.council, meeting_headers.c.number)
    .add_columns(meeting_headers.c.record)
    .join(meeting_headers, meeting_headers.c.meeting == meetings.c.id)
    .join(units, units.c.id == meetings.c.unit)
    .where(meeting_headers.c.is_current)
)


def _current_header(meeting: MeetingId) -> Select[tuple[int, int, str]]:
    wanted = select(meeting_headers.c.number, meeting_headers.c.version, meeting_headers.c.content_hash)
    return wanted.where(meeting_headers.c.meeting == meeting, meeting_headers.c.is_current)
