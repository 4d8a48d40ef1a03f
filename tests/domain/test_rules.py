"""How far a length reaches: the months, days and weeks of the statutory brief's section F, on, back and inclusive."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.lengths import Counting, Direction, Length, LengthUnit
from autoadmin.domain.working_days import WorkingDays, add_months

CHRISTMAS = Calendars(WorkingDays(frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)})))
THREE_MONTHS = Length(3, LengthUnit.MONTHS, at_most_days=91)
SIX_MONTHS = Length(6, LengthUnit.MONTHS, at_most_days=183)

# Statutory brief, section F: from; + 3 months; + 91 days; + 6 months; + 183 days
SECTION_F = """
2026-11-30: 2027-02-28 2027-03-01 2027-05-30 2027-06-01
2027-01-15: 2027-04-15 2027-04-16 2027-07-15 2027-07-17
2027-05-01: 2027-08-01 2027-07-31 2027-11-01 2027-10-31
"""


@pytest.mark.parametrize("line", SECTION_F.strip().splitlines())
def test_three_and_six_months_are_the_earlier_of_months_and_days(line: str) -> None:
    start, dues = line.split(": ")
    day = date.fromisoformat(start)
    three, ninety_one, six, hundred_eighty_three = (date.fromisoformat(due) for due in dues.split())
    for length, due in (
        (Length(3, LengthUnit.MONTHS), three),
        (Length(91, LengthUnit.CALENDAR_DAYS), ninety_one),
        (Length(6, LengthUnit.MONTHS), six),
        (Length(183, LengthUnit.CALENDAR_DAYS), hundred_eighty_three),
        (THREE_MONTHS, min(three, ninety_one)),
        (SIX_MONTHS, min(six, hundred_eighty_three)),
    ):
        assert length.reach(day, CHRISTMAS) == due, length


def test_26_weeks_beginning_with_the_day_of_issue_count_that_day() -> None:
    # Statutory brief, section F: from issue on 4 January 2027 the last day is 4 July 2027
    length = Length(26, LengthUnit.WEEKS, Counting.INCLUSIVE)
    assert length.reach(date(2027, 1, 4), CHRISTMAS) == date(2027, 7, 4)


def test_one_week_is_the_same_weekday_of_the_next() -> None:
    # Statutory brief, section F
    assert Length(1, LengthUnit.WEEKS).reach(date(2026, 11, 18), CHRISTMAS) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("counting", "direction", "start", "due"),
    [
        (Counting.EXCLUSIVE, Direction.FORWARDS, date(2026, 12, 24), date(2026, 12, 30)),
        (Counting.INCLUSIVE, Direction.FORWARDS, date(2026, 12, 24), date(2026, 12, 29)),
        (
            Counting.INCLUSIVE,
            Direction.FORWARDS,
            date(2026, 12, 26),
            date(2026, 12, 30),
        ),  # day 1 is the next that counts
        (Counting.EXCLUSIVE, Direction.BACKWARDS, date(2026, 12, 30), date(2026, 12, 24)),
        (Counting.INCLUSIVE, Direction.BACKWARDS, date(2026, 12, 30), date(2026, 12, 29)),
    ],
)
def test_two_working_days_over_christmas_run_either_way(
    counting: Counting, direction: Direction, start: date, due: date
) -> None:
    assert Length(2, LengthUnit.WORKING_DAYS, counting, direction).reach(start, CHRISTMAS) == due


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31)))
def test_the_capped_months_overshoot_neither_the_months_nor_the_days(day: date) -> None:
    for length, months, most in ((THREE_MONTHS, 3, 91), (SIX_MONTHS, 6, 183)):
        due = length.reach(day, CHRISTMAS)
        assert due is not None
        assert due <= add_months(day, months)
        assert (due - day).days <= most
        assert due == add_months(day, months) or (due - day).days == most
