"""What is held when a document is composed: a meeting as it now stands, and the file of a family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from autoadmin.domain.clocks import Clock
from autoadmin.domain.events import Event
from autoadmin.domain.identifiers import ChildId, MeetingId
from autoadmin.domain.people import Child, Family, Unit
from autoadmin.domain.records import Discussion, MeetingRecord


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting with the current version of each of its discussions."""

    id: MeetingId
    unit: Unit
    record: MeetingRecord


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything held about one family: discussions oldest first, current events and clocks of its children."""

    family: Family
    unit: Unit | None = None
    meetings: tuple[HeldMeeting, ...] = ()  # those at which the family was discussed, oldest first
    events: tuple[Event, ...] = ()
    clocks: tuple[Clock, ...] = ()

    def discussion_at(self, meeting: HeldMeeting) -> Discussion | None:
        """Return what was recorded about this family at one meeting."""
        found = (d for d in meeting.record.discussions if d.family_id == self.family.id)
        return next(found, None)

    def child(self, child: ChildId) -> Child | None:
        """Return one child of the family."""
        return next((c for c in self.family.children if c.id == child), None)


@dataclass(frozen=True, slots=True)
class Content:
    """What fills one document: plain values only, each statement with the source it came from.

    `values` is nested mappings, sequences, strings, numbers, dates and `NotRecorded`; equal values give an equal file.
    """

    title: str
    values: Mapping[str, object]
    children: tuple[ChildId, ...] = field(default=())
    notes: tuple[str, ...] = ()  # for whoever reviews the draft; no part of the document
