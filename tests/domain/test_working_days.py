"""Counting working days: the test vectors of the statutory brief (section F), and a slow count day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.working_days import WorkingDays, add_months

# England and Wales, statutory brief, section F: the table of dates and the one-offs
LISTED = """
2022-09-19 2023-05-08
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
"""
ENGLAND = WorkingDays(frozenset(date.fromisoformat(day) for day in LISTED.split()))

days = st.dates(min_value=date(2021, 1, 1), max_value=date(2032, 12, 31))
calendars = st.frozensets(days, max_size=60).map(WorkingDays)
counts = st.integers(min_value=-300, max_value=300)

# Statutory brief, section F, test vectors: the day that starts the clock, then 1, 5, 10, 15, 20 and 45 working days
VECTORS = """
2026-11-30: 2026-12-01 2026-12-07 2026-12-14 2026-12-21 2026-12-30 2027-02-04
2026-12-18: 2026-12-21 2026-12-29 2027-01-06 2027-01-13 2027-01-20 2027-02-24
2026-12-23: 2026-12-24 2027-01-04 2027-01-11 2027-01-18 2027-01-25 2027-03-01
2026-12-26: 2026-12-29 2027-01-05 2027-01-12 2027-01-19 2027-01-26 2027-03-02
2027-03-25: 2027-03-30 2027-04-05 2027-04-12 2027-04-19 2027-04-26 2027-06-02
"""


def section_f() -> list[tuple[date, int, date]]:
    """Return the vectors as (start, working days, due)."""
    rows = []
    for line in VECTORS.strip().splitlines():
        start, dues = line.split(": ")
        for count, due in zip((1, 5, 10, 15, 20, 45), dues.split(), strict=True):
            rows.append((date.fromisoformat(start), count, date.fromisoformat(due)))
    return rows


@pytest.mark.parametrize(("start", "count", "due"), section_f())
def test_the_vectors_of_the_statutory_brief_hold(start: date, count: int, due: date) -> None:
    assert ENGLAND.add(start, count) == due


@pytest.mark.parametrize(("start", "count", "due"), section_f())
def test_the_way_back_is_as_long_as_the_way_there(start: date, count: int, due: date) -> None:
    assert ENGLAND.between(start, due) == count


@pytest.mark.parametrize(
    ("day", "counts", "why"),
    [
        (date(2026, 12, 24), True, "Christmas Eve is an ordinary Thursday"),
        (date(2026, 12, 25), False, "Christmas Day"),
        (date(2026, 12, 26), False, "a Saturday"),
        (date(2026, 12, 28), False, "kept for Boxing Day, which is a Saturday"),
        (date(2027, 3, 26), False, "Good Friday"),
        (date(2022, 9, 19), False, "the state funeral, a holiday once"),
        (date(2026, 12, 29), True, "a council may close, but the law does not"),
    ],
)
def test_a_working_day_is_one_by_the_regulations(day: date, counts: bool, why: str) -> None:
    assert ENGLAND.is_working_day(day) is counts, why


def test_two_working_days_before_a_monday_conference_is_thursday() -> None:
    assert ENGLAND.add(date(2026, 11, 30), -2) == date(2026, 11, 26)


def test_the_working_day_before_a_sunday_is_friday() -> None:
    assert ENGLAND.add(date(2026, 11, 29), -1) == date(2026, 11, 27)
    assert ENGLAND.last_on_or_before(date(2026, 11, 29)) == date(2026, 11, 27)


def test_counting_nothing_stays_where_it_is_even_on_a_sunday() -> None:
    assert ENGLAND.add(date(2026, 11, 29), 0) == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [  # statutory brief, section F: the month-end rule clamps to the last day of the month
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 11, 30), 6, date(2027, 5, 30)),
        (date(2027, 1, 15), 3, date(2027, 4, 15)),
        (date(2027, 1, 15), 6, date(2027, 7, 15)),
        (date(2027, 5, 1), 3, date(2027, 8, 1)),
        (date(2027, 5, 1), 6, date(2027, 11, 1)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 1, 31), -2, date(2026, 11, 30)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_there_is(start: date, months: int, due: date) -> None:
    assert add_months(start, months) == due


def slow_add(calendar: WorkingDays, day: date, count: int) -> date:
    """Walk day by day, as a person does with a finger on the calendar."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= day.weekday() not in (5, 6) and day not in calendar.holidays
    return day


def slow_between(calendar: WorkingDays, start: date, end: date) -> int:
    """Count the working days passed on the way, the first day excluded and the last included."""
    sign, step = (1, timedelta(days=1)) if end >= start else (-1, timedelta(days=-1))
    passed = 0
    while start != end:
        start += step
        passed += start.weekday() < 5 and start not in calendar.holidays
    return sign * passed


@given(calendars, days, counts)
def test_adding_agrees_with_a_finger_on_the_calendar(calendar: WorkingDays, day: date, count: int) -> None:
    assert calendar.add(day, count) == slow_add(calendar, day, count)


@given(calendars, days, days)
def test_counting_agrees_with_a_finger_on_the_calendar(calendar: WorkingDays, start: date, end: date) -> None:
    assert calendar.between(start, end) == slow_between(calendar, start, end)


@given(calendars, days, counts.filter(bool))
def test_a_period_always_ends_on_a_working_day_as_far_off_as_it_is_long(
    calendar: WorkingDays, day: date, count: int
) -> None:
    end = calendar.add(day, count)
    assert calendar.is_working_day(end)
    assert calendar.between(day, end) == count


@given(days, st.integers(min_value=-40, max_value=40))
def test_months_never_run_over_into_the_next(day: date, count: int) -> None:
    end = add_months(day, count)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == count
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)
