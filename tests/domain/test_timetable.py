"""When schedules fire: by the clock, before meetings, before clocks run out, and after the machine was off."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise

import pytest
from apscheduler.triggers.cron import CronTrigger
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.events import Event, Source
from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import ChildId, RuleId, UnitId
from autoadmin.domain.schedules import BeforeDue, BeforeMeeting, CatchUp, Cron, Firing, Schedule, When
from autoadmin.domain.timetable import Diary, UnitMeetings, firings_between, upcoming
from autoadmin.domain.wall_time import LONDON
from autoadmin.domain.working_days import WorkingDays

CALENDAR = WorkingDays(frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}))
EMPTY = Diary(CALENDAR)
UNIT = UnitId("unit-4")
SHEET = BeforeMeeting(1, time(15))
REPORT = BeforeDue((RuleId("ICPC_15"),), 8, time(7))


def a_schedule(when: When, *, id: str = "s", catch_up: CatchUp = CatchUp.EVERY, is_on: bool = True) -> Schedule:
    """Return a schedule that drafts a document."""
    return Schedule(id, id, when, "draft_document", {"template": "some-template"}, catch_up, is_on)


def a_clock(
    due_on: date, *, rule: str = "ICPC_15", id: str = "K-1", child: str = "C-1", state: ClockState = ClockState.RUNNING
) -> Clock:
    """Return a clock of an invented child."""
    started_by = Event("STRATEGY_DISCUSSION", due_on - timedelta(days=21), Source(Place("sheet.md")))
    return Clock(id, RuleId(rule), ChildId(child), started_by, started_by.on, due_on, state)


def london(day: date, hour: int, minute: int = 0) -> datetime:
    """Return the instant at which the clock on the wall shows this."""
    return datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)


def keys(firings: tuple[Firing, ...]) -> list[str]:
    """Return the firings' keys in their order."""
    return [firing.key for firing in firings]


def cron_keys(expression: str, after: datetime, until: datetime, catch_up: CatchUp = CatchUp.EVERY) -> list[str]:
    """Return when a cron schedule fires in between, as keys."""
    return keys(firings_between([a_schedule(Cron(expression), catch_up=catch_up)], after, until, EMPTY))


# Fixed times


def test_a_fixed_time_is_the_one_on_the_wall_in_summer_and_winter() -> None:
    assert cron_keys("0 7 * * *", london(date(2026, 7, 1), 6), london(date(2026, 7, 1), 8)) == ["s@2026-07-01T06:00Z"]
    assert cron_keys("0 7 * * *", london(date(2026, 12, 1), 6), london(date(2026, 12, 1), 8)) == ["s@2026-12-01T07:00Z"]


def test_an_instant_belongs_to_the_look_that_ends_on_it() -> None:
    seven = london(date(2026, 11, 19), 7)
    assert cron_keys("0 7 * * *", seven - timedelta(minutes=1), seven) == ["s@2026-11-19T07:00Z"]
    assert cron_keys("0 7 * * *", seven, seven + timedelta(minutes=1)) == []


def test_nothing_fires_between_a_moment_and_an_earlier_one() -> None:
    assert cron_keys("* * * * *", london(date(2026, 11, 19), 8), london(date(2026, 11, 19), 7)) == []


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2027, 3, 28)])
def test_a_time_in_the_march_gap_fires_once_when_the_gap_is_over(day: date) -> None:
    night = (london(day, 0), london(day, 6))
    assert cron_keys("30 1 * * *", *night) == [f"s@{day}T01:00Z"]
    assert cron_keys("15,45 1 * * *", *night) == [f"s@{day}T01:00Z"]
    assert cron_keys("0 2 * * *", *night) == [f"s@{day}T01:00Z"]


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 10, 31)])
def test_a_time_in_the_october_fold_fires_once_the_first_time_round(day: date) -> None:
    night = (london(day, 0), london(day, 6))
    assert cron_keys("30 1 * * *", *night) == [f"s@{day}T00:30Z"]
    assert cron_keys("0 1,2 * * *", *night) == [f"s@{day}T00:00Z", f"s@{day}T02:00Z"]


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 7, 1), 24)])
def test_what_runs_through_the_hours_misses_and_repeats_none(day: date, hours: int) -> None:
    midnight = london(day, 0)
    found = cron_keys("*/20 * * * *", midnight, london(day + timedelta(days=1), 0))
    expected = [midnight + timedelta(minutes=20 * i) for i in range(1, hours * 3 + 1)]
    assert found == [f"s@{at:%Y-%m-%dT%H:%MZ}" for at in expected]


def test_after_downtime_the_latest_every_or_none_is_caught_up() -> None:
    off = (london(date(2026, 11, 16), 8), london(date(2026, 11, 19), 7, 30))
    assert cron_keys("0 7 * * *", *off, CatchUp.LATEST) == ["s@2026-11-19T07:00Z"]
    assert cron_keys("0 7 * * *", *off, CatchUp.EVERY) == [f"s@2026-11-{day}T07:00Z" for day in (17, 18, 19)]
    assert cron_keys("0 7 * * *", *off, CatchUp.NONE) == []


def test_what_never_catches_up_still_fires_within_the_grace() -> None:
    off = (london(date(2026, 11, 16), 8), london(date(2026, 11, 19), 7, 9))
    assert cron_keys("0 7 * * *", *off, CatchUp.NONE) == ["s@2026-11-19T07:00Z"]


def test_a_schedule_that_rests_never_fires() -> None:
    resting = a_schedule(Cron("* * * * *"), is_on=False)
    assert firings_between([resting], london(date(2026, 11, 19), 7), london(date(2026, 11, 19), 8), EMPTY) == ()


INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))
EXPRESSIONS = st.sampled_from(["*/5 * * * *", "30 1 * * *", "0 7 * * mon-fri", "15 0,1,2 28-31 3,10 *", "0 0 1 * sun"])


@given(EXPRESSIONS, INSTANTS, st.lists(st.integers(0, 5000), min_size=1, max_size=6))
def test_however_often_somebody_looks_the_same_instants_come_round(
    expression: str, start: datetime, minutes: list[int]
) -> None:
    looks = [start]
    for step in minutes:
        looks.append(looks[-1] + timedelta(minutes=step))
    apart = [key for after, until in pairwise(looks) for key in cron_keys(expression, after, until)]
    assert apart == cron_keys(expression, looks[0], looks[-1])
    assert len(set(apart)) == len(apart)


@given(st.sampled_from(["0 7 * * mon-fri", "15 6,18 * * *", "45 3 1,15 * *", "0 9 * * sat,sun"]), INSTANTS)
def test_apscheduler_rings_at_the_same_instants_away_from_the_changes(expression: str, start: datetime) -> None:
    trigger = CronTrigger.from_crontab(expression, timezone=LONDON)
    ours = [firing.at for firing in islice(upcoming(a_schedule(Cron(expression)), start, EMPTY), 10)]
    theirs: list[datetime] = []
    after = start
    while len(theirs) < 10:
        after = trigger.get_next_fire_time(None, after + timedelta(microseconds=1))
        theirs.append(after.astimezone(UTC))
    assert ours == theirs


# Before a meeting


def sheet_firings(meetings: UnitMeetings, until: datetime, *, catch_up: CatchUp = CatchUp.LATEST) -> tuple[Firing, ...]:
    """Return what fires for one unit when somebody looks who last looked a minute ago."""
    diary = Diary(CALENDAR, units=(meetings,))
    return firings_between([a_schedule(SHEET, catch_up=catch_up)], until - timedelta(minutes=1), until, diary)


def test_a_sheet_is_ready_the_working_day_before_the_weekly_meeting() -> None:
    thursdays = UnitMeetings(UNIT, last_on=date(2026, 11, 19))
    assert sheet_firings(thursdays, london(date(2026, 11, 25), 14, 59)) == ()
    (firing,) = sheet_firings(thursdays, london(date(2026, 11, 25), 15))
    assert firing.key == "s/unit-4@2026-11-25T15:00Z"
    assert firing.workflow == "draft_document"
    assert firing.arguments == {"template": "some-template", "unit": "unit-4", "meeting_on": "2026-11-26"}


def test_a_monday_meeting_has_its_sheet_on_friday_and_bank_holidays_do_not_count() -> None:
    mondays = UnitMeetings(UNIT, last_on=date(2026, 11, 16))
    assert keys(sheet_firings(mondays, london(date(2026, 11, 21), 9))) == ["s/unit-4@2026-11-20T15:00Z"]
    tuesdays = UnitMeetings(UNIT, last_on=date(2026, 12, 22))
    assert keys(sheet_firings(tuesdays, london(date(2026, 12, 24), 15))) == ["s/unit-4@2026-12-24T15:00Z"]


def test_a_weekday_that_is_set_goes_before_the_last_meeting() -> None:
    moved = UnitMeetings(UNIT, last_on=date(2026, 11, 19), weekday=1)
    (firing,) = sheet_firings(moved, london(date(2026, 11, 23), 15))
    assert firing.arguments["meeting_on"] == "2026-11-24"


def test_a_unit_whose_day_nobody_knows_has_no_sheet() -> None:
    assert sheet_firings(UnitMeetings(UNIT), london(date(2026, 11, 25), 15)) == ()


def test_a_sheet_missed_is_caught_up_until_the_meeting_but_not_after() -> None:
    thursdays = UnitMeetings(UNIT, last_on=date(2026, 11, 19))
    assert keys(sheet_firings(thursdays, london(date(2026, 11, 26), 9))) == ["s/unit-4@2026-11-25T15:00Z"]
    assert sheet_firings(thursdays, london(date(2026, 11, 27), 9)) == ()
    assert sheet_firings(thursdays, london(date(2026, 11, 26), 9), catch_up=CatchUp.NONE) == ()


def test_with_every_the_sheets_of_missed_meetings_are_made_too() -> None:
    diary = Diary(CALENDAR, units=(UnitMeetings(UNIT, last_on=date(2026, 11, 5)),))
    off = (london(date(2026, 11, 10), 9), london(date(2026, 11, 27), 9))
    every = firings_between([a_schedule(SHEET)], *off, diary)
    assert [firing.arguments["meeting_on"] for firing in every] == ["2026-11-12", "2026-11-19", "2026-11-26"]


def test_a_meeting_once_recorded_makes_way_for_the_next() -> None:
    recorded = UnitMeetings(UNIT, last_on=date(2026, 11, 26))
    assert sheet_firings(recorded, london(date(2026, 11, 26), 18)) == ()


# Before a clock runs out


def report_firings(
    clock: Clock, until: datetime, *, after: datetime | None = None, catch_up: CatchUp = CatchUp.LATEST
) -> tuple[Firing, ...]:
    """Return what fires for one clock when somebody looks."""
    schedule = a_schedule(REPORT, catch_up=catch_up)
    return firings_between([schedule], after or until - timedelta(minutes=1), until, Diary(CALENDAR, clocks=(clock,)))


def test_a_report_is_drafted_so_many_working_days_before_it_is_due() -> None:
    clock = a_clock(date(2026, 11, 30))
    assert report_firings(clock, london(date(2026, 11, 18), 6, 59)) == ()
    (firing,) = report_firings(clock, london(date(2026, 11, 18), 7))
    assert firing.key == "s/C-1/K-1@2026-11-18T07:00Z"
    assert firing.arguments == {"template": "some-template", "child": "C-1", "clock": "K-1"}


def test_a_clock_that_becomes_known_late_fires_under_the_instant_it_was_planned_for() -> None:
    clock = a_clock(date(2026, 11, 30))
    looks = [london(date(2026, 11, day), hour) for day, hour in ((19, 9), (24, 17), (30, 23))]
    assert [keys(report_firings(clock, look)) for look in looks] == [["s/C-1/K-1@2026-11-18T07:00Z"]] * 3


def test_an_overdue_clock_is_drafted_for_but_not_one_long_past() -> None:
    look = london(date(2026, 11, 30), 9)
    assert report_firings(a_clock(date(2026, 11, 2)), look)
    assert report_firings(a_clock(date(2026, 11, 1)), look) == ()


def test_a_schedule_that_never_catches_up_leaves_late_clocks_alone() -> None:
    clock = a_clock(date(2026, 11, 30))
    planned = london(date(2026, 11, 18), 7)
    assert report_firings(clock, planned, catch_up=CatchUp.NONE)
    assert report_firings(clock, planned + timedelta(days=1), after=planned, catch_up=CatchUp.NONE) == ()


def test_only_the_clocks_of_its_rules_set_a_schedule_off() -> None:
    assert report_firings(a_clock(date(2026, 11, 30), rule="CORE_1"), london(date(2026, 11, 20), 9)) == ()


@pytest.mark.parametrize("state", [ClockState.MET, ClockState.MET_LATE, ClockState.SUPERSEDED])
def test_nothing_is_drafted_for_a_clock_that_is_done_with(state: ClockState) -> None:
    assert report_firings(a_clock(date(2026, 11, 30), state=state), london(date(2026, 11, 20), 9)) == ()


def test_two_children_of_one_due_day_each_have_their_own_firing() -> None:
    clocks = tuple(a_clock(date(2026, 11, 30), id=f"K-{child}", child=child) for child in ("A", "B"))
    look = london(date(2026, 11, 20), 9)
    firings = firings_between([a_schedule(REPORT)], look, look, Diary(CALENDAR, clocks=clocks))
    assert len(set(keys(firings))) == 2


# Several schedules


def test_firings_of_several_schedules_come_earliest_first() -> None:
    diary = Diary(CALENDAR, units=(UnitMeetings(UNIT, weekday=3),), clocks=(a_clock(date(2026, 11, 30)),))
    schedules = [
        a_schedule(Cron("0 8 * * *"), id="morning"),
        a_schedule(SHEET, id="sheet"),
        a_schedule(REPORT, id="report"),
    ]
    firings = firings_between(schedules, london(date(2026, 11, 25), 0), london(date(2026, 11, 25), 16), diary)
    assert [firing.schedule for firing in firings] == ["report", "morning", "sheet"]


def test_what_is_upcoming_for_all_units_comes_in_order_of_time() -> None:
    units = (UnitMeetings(UnitId("u-thu"), weekday=3), UnitMeetings(UnitId("u-tue"), weekday=1))
    firings = islice(upcoming(a_schedule(SHEET), london(date(2026, 11, 20), 9), Diary(CALENDAR, units=units)), 4)
    assert [firing.arguments["unit"] for firing in firings] == ["u-tue", "u-thu", "u-tue", "u-thu"]


def test_what_is_upcoming_for_clocks_leaves_out_what_was_planned_before() -> None:
    clocks = (a_clock(date(2026, 12, 18), id="K-2"), a_clock(date(2026, 12, 11)), a_clock(date(2026, 11, 20), id="K-0"))
    firings = upcoming(a_schedule(REPORT), london(date(2026, 11, 20), 9), Diary(CALENDAR, clocks=clocks))
    assert [firing.arguments["clock"] for firing in firings] == ["K-1", "K-2"]


def test_a_document_of_a_clock_that_nobody_can_tell_of_waits_where_the_schedule_says_so() -> None:
    due_on = date(2026, 11, 30)
    diary = Diary(CALENDAR, clocks=(a_clock(due_on, state=ClockState.CANNOT_TELL), a_clock(due_on, id="K-2")))
    only_told = BeforeDue(REPORT.rules, REPORT.working_days, REPORT.at, is_for_untold=False)
    now = london(due_on, 9)
    assert len(firings_between([a_schedule(REPORT)], now, now, diary)) == 2
    assert keys(firings_between([a_schedule(only_told)], now, now, diary)) == ["s/C-1/K-2@2026-11-18T07:00Z"]
