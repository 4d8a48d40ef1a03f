"""Lengths in every unit, against a person who counts with a finger on the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.calendars import Calendars, Term
from autoadmin.domain.lengths import Counting, DaysOf, Direction, Length, LengthUnit, read_interval
from autoadmin.domain.working_days import WorkingDays

CHRISTMAS = frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)})
TERMS = (Term(date(2026, 9, 2), date(2026, 12, 18)), Term(date(2027, 1, 5), date(2027, 3, 25)))
HALF_TERM = frozenset(date(2026, 10, 26) + timedelta(days=n) for n in range(5))
CLOSED = frozenset({date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31)})
CALENDARS = Calendars(WorkingDays(CHRISTMAS), CLOSED, TERMS, HALF_TERM)

days = st.dates(min_value=date(2026, 9, 2), max_value=date(2027, 2, 20))


def a_finger(day: date, count: int, free: frozenset[date], *, on: bool = True) -> date:
    """Walk day by day, the first not counted, over weekends and the free days."""
    while count:
        day += timedelta(days=1 if on else -1)
        count -= day.weekday() < 5 and day not in free
    return day


@given(days, st.integers(1, 30), st.booleans())
def test_working_days_either_way(day: date, count: int, on: bool) -> None:
    length = Length(count, LengthUnit.WORKING_DAYS, direction=Direction.FORWARDS if on else Direction.BACKWARDS)
    assert length.reach(day, CALENDARS) == a_finger(day, count, CHRISTMAS, on=on)


@given(days, st.integers(1, 30))
def test_the_first_day_counts_where_the_length_begins_with_it(day: date, count: int) -> None:
    length = Length(count, LengthUnit.WORKING_DAYS, Counting.INCLUSIVE)
    assert length.reach(day, CALENDARS) == a_finger(day - timedelta(days=1), count, CHRISTMAS)


@given(days, st.integers(1, 30))
def test_a_councils_own_days_leave_out_its_closures_and_the_laws_do_not(day: date, count: int) -> None:
    own = Length(count, LengthUnit.WORKING_DAYS, days_of=DaysOf.COUNCIL)
    assert own.reach(day, CALENDARS) == a_finger(day, count, CHRISTMAS | CLOSED)


def test_the_christmas_closure_moves_a_local_standard_and_no_statutory_date() -> None:
    # brief section F: keep two calendars; 23 December 2026 + 5 working days = 4 January 2027
    day = date(2026, 12, 23)
    assert Length(5, LengthUnit.WORKING_DAYS).reach(day, CALENDARS) == date(2027, 1, 4)
    assert Length(5, LengthUnit.WORKING_DAYS, days_of=DaysOf.COUNCIL).reach(day, CALENDARS) == date(2027, 1, 7)


@given(days, st.integers(1, 20))
def test_school_days_are_days_of_term(day: date, count: int) -> None:
    between = frozenset(TERMS[0].last + timedelta(days=n) for n in range(1, 18))
    reached = Length(count, LengthUnit.SCHOOL_DAYS).reach(day, CALENDARS)
    expected = a_finger(day, count, CHRISTMAS | HALF_TERM | between)
    assert reached == (expected if expected <= TERMS[-1].last else None)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 10, 1), date(2027, 3, 25)),
        (date(2026, 12, 24), date(2027, 3, 25)),  # a day of holiday belongs to the term before
        (date(2027, 1, 5), None),  # the next term is not known
        (date(2026, 8, 1), None),
    ],
)
def test_a_term_on_is_the_last_day_of_the_next_term(day: date, due: date | None) -> None:
    assert Length(1, LengthUnit.SCHOOL_TERMS).reach(day, CALENDARS) == due


def test_without_terms_nothing_is_counted_in_school_days() -> None:
    bare = Calendars(WorkingDays(CHRISTMAS))
    assert Length(5, LengthUnit.SCHOOL_DAYS).reach(date(2026, 9, 7), bare) is None
    assert Length(1, LengthUnit.SCHOOL_TERMS).reach(date(2026, 9, 7), bare) is None


@pytest.mark.parametrize(("hours", "due"), [(24, 7), (48, 8), (72, 9), (25, 8)])
def test_hours_run_through_the_weekend(hours: int, due: int) -> None:
    assert Length(hours, LengthUnit.HOURS).reach(date(2026, 11, 6), CALENDARS) == date(2026, 11, due)


@pytest.mark.parametrize(
    ("count", "direction", "day", "due"),
    [  # FPR 2010, rule 2.9: the first day does not count; seven days or fewer skip non-business days
        (7, Direction.FORWARDS, date(2026, 11, 2), date(2026, 11, 11)),
        (8, Direction.FORWARDS, date(2026, 11, 2), date(2026, 11, 10)),
        (14, Direction.FORWARDS, date(2026, 12, 18), date(2027, 1, 1)),
        # back from a hearing neither its day nor the day of the act counts: three clear days before Friday are Monday
        (3, Direction.BACKWARDS, date(2026, 11, 20), date(2026, 11, 16)),
        (3, Direction.BACKWARDS, date(2026, 12, 29), date(2026, 12, 21)),
        (14, Direction.BACKWARDS, date(2026, 11, 20), date(2026, 11, 5)),
    ],
)
def test_clear_days(count: int, direction: Direction, day: date, due: date) -> None:
    assert Length(count, LengthUnit.CLEAR_DAYS, direction=direction).reach(day, CALENDARS) == due


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("weekly", Length(1, LengthUnit.WEEKS)),
        ("Fortnightly.", Length(2, LengthUnit.WEEKS)),
        ("every 5 working days", Length(5, LengthUnit.WORKING_DAYS)),
        ("10 WD", Length(10, LengthUnit.WORKING_DAYS)),
        ("at least every 2 weeks", Length(2, LengthUnit.WEEKS)),
        ("every 14 days", Length(14, LengthUnit.CALENDAR_DAYS)),
        ("every month", Length(1, LengthUnit.MONTHS)),
        ("often", None),
        ("every 0 days", None),
        ("", None),
    ],
)
def test_how_often_is_read_as_people_write_it(words: str, length: Length | None) -> None:
    assert read_interval(words) == length
