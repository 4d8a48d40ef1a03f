"""A rule running for a child: what started it, when it is due, what met it, and what nobody can tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from autoadmin.domain.events import Event
from autoadmin.domain.identifiers import ChildId, RuleId, digest

DISCUSSION_SHEET: Final = "discussion sheet"  # the `Source.kind` of what a unit recorded itself


class ClockState(StrEnum):
    """Where a clock stands on a day."""

    RUNNING = "running"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met_late"
    SUPERSEDED = "superseded"
    CANNOT_TELL = "cannot_tell"

    @property
    def is_open(self) -> bool:
        """Return whether somebody may still have to do the work."""
        return self in (ClockState.RUNNING, ClockState.DUE_SOON, ClockState.OVERDUE, ClockState.CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class Clock:
    """A rule running for one child. `notes` are plain sentences for the person who reads the list."""

    id: str
    rule: RuleId
    child: ChildId
    started_by: Event
    started_on: date  # the day counted from, which may be that of the event that led to `started_by`
    due_on: date
    state: ClockState
    met_by: Event | None = None
    met_on: date | None = None
    superseded_by: Event | None = None
    working_days_left: int | None = None  # of one that is running, due soon or overdue; then negative
    notes: tuple[str, ...] = ()
    evidence: tuple[Event, ...] = ()  # every record of what started it, `started_by` among them
    met_evidence: tuple[Event, ...] = ()  # the other records of what met it, where several tell of it
    length: str = ""  # how long it was given, in words, where that is not what the rule says


def clock_id(rule: RuleId, child: ChildId, started_on: date) -> str:
    """Return what a clock is called: the same for the same rule, child and day, whichever file told of it."""
    return digest(rule, child, started_on.isoformat())[:16]


def first_to_do(clocks: Iterable[Clock]) -> Clock | None:
    """Return the open clock that comes first; one of which nobody can tell only where no other is open."""
    open_ones = [clock for clock in clocks if clock.state.is_open]
    return min(open_ones, key=lambda c: (c.state is ClockState.CANNOT_TELL, c.due_on, c.rule, c.child), default=None)


@dataclass(frozen=True, slots=True)
class ExtractCover:
    """What one extract could have shown: `carries` are the event codes that its kind and tables hold."""

    kind: str  # as in `Source.kind`: "children-in-need census"
    extract_on: date
    carries: frozenset[str]
    since: date | None = None  # the start of its window, where known; older work is cut off


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the records held could have shown about a family: its discussions from and to, and the extracts."""

    sheets_from: date | None = None
    sheets_to: date | None = None
    extracts: tuple[ExtractCover, ...] = ()

    def reached_by_sheets(self, day: date) -> bool:
        """Return whether the family was discussed on or before that day and on or after it."""
        if self.sheets_from is None or self.sheets_to is None:
            return False
        return self.sheets_from <= day <= self.sheets_to
