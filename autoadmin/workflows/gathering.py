"""What is held about a family, gathered for the rooms that compute with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from autoadmin.domain.clocks import Clock, Coverage, ExtractCover
from autoadmin.domain.events import Event
from autoadmin.domain.files import TakenExtract
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId, FamilyId
from autoadmin.domain.people import Family
from autoadmin.store import Session
from autoadmin.timescales import start_clocks
from autoadmin.workflows.shelf import Shelf


def gather_case(
    store: Session, shelf: Shelf, family_id: FamilyId, *, at: date, only_before: date | None = None
) -> CaseFile:
    """Return the file of a family, its clocks as they stand at `at`.

    With `only_before`, what was stated after that day is left out: a meeting's minutes then come out the same
    whether they are drafted that evening or after next week's sheet has been taken in.
    """
    family = store.families.get(family_id)
    meetings = store.meetings.list_for_family(family_id)
    events = store.events.list_for_family(family_id)
    if only_before is not None:
        meetings = tuple(meeting for meeting in meetings if meeting.record.on <= only_before)
        events = tuple(event for event in events if _stated_by(event, only_before))
    days = [meeting.record.on for meeting in meetings]
    clocks = [
        clock
        for child in family.children
        for clock in clocks_of(child.id, events, shelf, coverage=coverage_of(store, child.id, days, until=at), at=at)
    ]
    unit = store.units.find(family.unit) if family.unit else None
    return CaseFile(family, unit, meetings, events, _of_documents(clocks, shelf))


def gather_child_case(
    store: Session, shelf: Shelf, child_id: ChildId, *, at: date, only_before: date | None = None
) -> CaseFile:
    """Return the file of a child's family; of the child alone where no record places it in a family."""
    child = store.children.get(child_id)
    if child.family:
        return gather_case(store, shelf, child.family, at=at, only_before=only_before)
    events = store.events.list_for_child(child_id)
    alone = Family(FamilyId(""), "", children=(child,))
    clocks = clocks_of(child_id, events, shelf, coverage=coverage_of(store, child_id, (), until=at), at=at)
    return CaseFile(alone, None, (), events, _of_documents(clocks, shelf))


def clocks_now(store: Session, shelf: Shelf, child_id: ChildId, *, at: date) -> tuple[Clock, ...]:
    """Return one child's clocks, worked out anew from everything held."""
    child = store.children.get(child_id)
    days = store.meetings.days_of(child.family) if child.family else ()
    events = store.events.list_for_child(child_id)
    return clocks_of(child_id, events, shelf, coverage=coverage_of(store, child_id, days, until=at), at=at)


def clocks_of(
    child: ChildId, events: Iterable[Event], shelf: Shelf, *, coverage: Coverage, at: date
) -> tuple[Clock, ...]:
    """Return one child's clocks, worked out anew from its events."""
    own = [event for event in events if event.child == child]
    return start_clocks(own, tuple(shelf.rules.values()), coverage=coverage, calendars=shelf.calendars, at=at)


def _of_documents(clocks: Iterable[Clock], shelf: Shelf) -> tuple[Clock, ...]:
    """Return the clocks that a document may list: those kept for returns alone are nobody's work."""
    return tuple(clock for clock in clocks if not shelf.rules[clock.rule].is_for_reporting)


def coverage_of(store: Session, child: ChildId, days: Sequence[date], *, until: date) -> Coverage:
    """Return what the records stated by a day could have shown about a child discussed then: silence is no neglect."""
    return coverage_by(store.extracts.list_for_child(child), days, until=until)


def coverage_by(held: Iterable[TakenExtract], days: Sequence[date], *, until: date) -> Coverage:
    """Return what these extracts, and the discussions of these days, could have shown by a day."""
    extracts = tuple(_as_cover(extract) for extract in held if extract.extract_on <= until)
    return Coverage(min(days, default=None), max(days, default=None), extracts)


def _as_cover(extract: TakenExtract) -> ExtractCover:
    return ExtractCover(extract.kind, extract.extract_on, extract.carries, extract.since)


def _stated_by(event: Event, day: date) -> bool:
    return event.source.stated_on is None or event.source.stated_on <= day
