"""When schedules fire: worked out from the clock, the units' meetings and what is due, never from what ran before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import takewhile

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.cron import CronTimes, read_cron
from autoadmin.domain.identifiers import UnitId
from autoadmin.domain.schedules import BeforeDue, BeforeMeeting, CatchUp, Cron, Firing, Schedule
from autoadmin.domain.wall_time import LONDON, instant_of, instants_of
from autoadmin.domain.working_days import WorkingDays

GRACE = timedelta(minutes=10)  # how late a schedule that never catches up may still fire
LONGEST_OVERDUE = timedelta(days=28)  # a clock that ran out longer ago is for a person to look at, not to draft for

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class UnitMeetings:
    """When a unit meets: weekly on `weekday` (Monday is 0), or on the weekday of its last meeting where none is set."""

    unit: UnitId
    last_on: date | None = None
    weekday: int | None = None

    def from_day(self, day: date) -> Iterator[date]:
        """Yield the unit's meetings on or after `day` that are not held yet, without end; none where it is not known
        when it meets.
        """
        weekday = self.weekday
        if self.last_on is not None:
            day = max(day, self.last_on + DAY)
            weekday = self.last_on.weekday() if weekday is None else weekday
        if weekday is None:
            return
        meeting = day + timedelta(days=(weekday - day.weekday()) % 7)
        while True:
            yield meeting
            meeting += WEEK


@dataclass(frozen=True, slots=True)
class Diary:
    """What a timetable is worked out from beside the schedules themselves."""

    calendar: WorkingDays
    units: tuple[UnitMeetings, ...] = ()
    clocks: tuple[Clock, ...] = ()


def firings_between(
    schedules: Iterable[Schedule], after: datetime, until: datetime, diary: Diary
) -> tuple[Firing, ...]:
    """Return what is to run by `until`, earliest first; `after` is when somebody last looked.

    Fixed times are those in between, as each schedule's `catch_up` has it. What belongs to a meeting still to be held,
    or to a clock still open, is returned however long ago its instant passed, so that a unit or clock that becomes
    known late is not missed. It keeps the instant it was planned for, and so its key: the same firing comes back at
    every look, and whoever adds the task adds it once.
    """
    firings = [f for schedule in schedules if schedule.is_on for f in _firings(schedule, after, until, diary)]
    return tuple(sorted(firings, key=lambda firing: firing.at))


def upcoming(schedule: Schedule, after: datetime, diary: Diary) -> Iterator[Firing]:
    """Yield what one schedule has planned later than `after`, earliest first; without end for fixed times."""
    match schedule.when:
        case Cron(expression):
            for at in _cron_instants(read_cron(expression), after):
                yield Firing(schedule.id, at, schedule.workflow, schedule.arguments)
        case BeforeMeeting() as when:
            earliest = after.astimezone(LONDON).date()
            of_units = (_before_meetings(schedule, when, unit, earliest, diary.calendar) for unit in diary.units)
            yield from (f for f in merge(*of_units, key=lambda firing: firing.at) if f.at > after)
        case BeforeDue() as when:
            planned = (_before_due(schedule, when, clock, diary.calendar) for clock in _matching(when, diary))
            yield from sorted((f for f in planned if f.at > after), key=lambda firing: firing.at)


def _firings(schedule: Schedule, after: datetime, until: datetime, diary: Diary) -> Iterable[Firing]:
    if schedule.catch_up is CatchUp.NONE:
        after = max(after, until - GRACE)
    if isinstance(schedule.when, Cron) or schedule.catch_up is CatchUp.NONE:
        passed = list(takewhile(lambda firing: firing.at <= until, upcoming(schedule, after, diary)))
        return passed[-1:] if schedule.catch_up is CatchUp.LATEST else passed
    if isinstance(schedule.when, BeforeMeeting):
        return _for_meetings_to_come(schedule, schedule.when, after, until, diary)
    return _for_open_clocks(schedule, schedule.when, until, diary)


def _for_meetings_to_come(
    schedule: Schedule, when: BeforeMeeting, after: datetime, until: datetime, diary: Diary
) -> Iterator[Firing]:
    """Yield what is to be ready for meetings not yet held; with "every", for those missed as well."""
    earliest = (after if schedule.catch_up is CatchUp.EVERY else until).astimezone(LONDON).date()
    for unit in diary.units:
        planned = _before_meetings(schedule, when, unit, earliest, diary.calendar)
        yield from takewhile(lambda firing: firing.at <= until, planned)


def _for_open_clocks(schedule: Schedule, when: BeforeDue, until: datetime, diary: Diary) -> Iterator[Firing]:
    earliest_due = until.astimezone(LONDON).date() - LONGEST_OVERDUE
    for clock in _matching(when, diary):
        firing = _before_due(schedule, when, clock, diary.calendar)
        if firing.at <= until and clock.due_on >= earliest_due:
            yield firing


def _matching(when: BeforeDue, diary: Diary) -> Iterator[Clock]:
    states = {state for state in ClockState if state.is_open}
    if not when.is_for_untold:
        states.remove(ClockState.CANNOT_TELL)
    return (clock for clock in diary.clocks if clock.rule in when.rules and clock.state in states)


def _before_meetings(
    schedule: Schedule, when: BeforeMeeting, unit: UnitMeetings, earliest: date, calendar: WorkingDays
) -> Iterator[Firing]:
    for meeting_on in unit.from_day(earliest):
        at = _at(calendar.add(meeting_on, -when.working_days), when.at)
        arguments = {**schedule.arguments, "unit": unit.unit, "meeting_on": meeting_on.isoformat()}
        yield Firing(schedule.id, at, schedule.workflow, arguments)


def _before_due(schedule: Schedule, when: BeforeDue, clock: Clock, calendar: WorkingDays) -> Firing:
    at = _at(calendar.add(clock.due_on, -when.working_days), when.at)
    arguments = {**schedule.arguments, "child": clock.child, "clock": clock.id}
    return Firing(schedule.id, at, schedule.workflow, arguments)


def _cron_instants(times: CronTimes, after: datetime) -> Iterator[datetime]:
    """Yield the instants later than `after`, in order, each once, without end."""
    day = after.astimezone(LONDON).date()
    while True:
        yield from sorted(at for at in _instants_on(times, day) if at > after)
        day += DAY


def _instants_on(times: CronTimes, day: date) -> set[datetime]:
    """Return the instants of one day. What runs through the hours runs through October's double hour twice and has
    nothing to make up for in March; what is meant for a time of day happens once in either night.
    """
    walls = times.times_on(day)
    if times.runs_through_the_hours:
        return {at for wall in walls for at in instants_of(wall)}
    return {instant_of(wall) for wall in walls}


def _at(day: date, at: time) -> datetime:
    return instant_of(datetime.combine(day, at))
