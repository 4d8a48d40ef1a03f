"""What schedules are worked out from: the calendar, when units meet, and which clocks are open."""

from __future__ import annotations

from autoadmin.domain.clocks import ClockState
from autoadmin.domain.identity import fold
from autoadmin.domain.timetable import Diary, UnitMeetings
from autoadmin.store import Session
from autoadmin.workflows.services import Services

OPEN = tuple(state for state in ClockState if state.is_open)


def open_diary(store: Session, services: Services) -> Diary:
    """Return the diary as the records now stand; of clocks, those of the units' own families: nobody else waits for
    what would be drafted.
    """
    last_days = store.meetings.last_days()
    units = tuple(
        UnitMeetings(unit.id, last_days.get(unit.id), services.meeting_days.get(fold(unit.name)))
        for unit in store.units.list()
    )
    families = {family.id for family in store.families.list() if family.unit}
    theirs = {child.id for child in store.children.list() if child.family in families}
    clocks = tuple(clock for clock in store.clocks.list(states=OPEN) if clock.child in theirs)
    return Diary(services.shelf.calendar, units, clocks)
