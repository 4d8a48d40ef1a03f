"""Dates are read day first in any usual English form; a date without a year is the one nearest the meeting."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.events import Precision
from autoadmin.intake.sheets.dates import find_dates, find_due_weekday, in_words, nearest_year, read_date

THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    "typed",
    [
        "4 December 2026",
        "4th December 2026",
        "4th of December, 2026",
        "the 4th of Dec",
        "4 Dec",
        "4 dec '26",
        "4 Dec 26",
        "4/12/26",
        "4/12/2026",
        "04/12/2026",
        "04.12.2026",
        "4.12.26",
        "4-12-2026",
        "4/12",
        "2026-12-04",
        "Friday 4 December",
        "Fri 4 Dec",
        "fri. 4 dec",
        "Fri 4/12",
        "December 4th",
        "December 4, 2026",
        "4 DEC 2026",
    ],
)
def test_every_usual_form_is_the_same_day(typed: str) -> None:
    found = read_date(typed, THURSDAY)
    assert found is not None
    assert (found.on, found.doubt) == (date(2026, 12, 4), "")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", THURSDAY),
        ("yesterday", date(2026, 11, 18)),
        ("last night", date(2026, 11, 18)),
        ("tomorrow", date(2026, 11, 20)),
        ("3 Jan", date(2027, 1, 3)),
        ("30 June", date(2026, 6, 30)),
        ("10-12 Nov", date(2026, 11, 10)),
        ("10th to 12th November", date(2026, 11, 10)),
        ("21/11", date(2026, 11, 21)),
        ("1 Sept", date(2026, 9, 1)),
    ],
)
def test_a_day_is_reckoned_from_the_meeting(typed: str, day: date) -> None:
    assert [found.on for found in find_dates(typed, THURSDAY)] == [day]


@pytest.mark.parametrize(
    "typed",
    [
        *("4/5 days", "24/7", "scored 6/10", "rated it 7/10 today's best"),
        *("7/10 on the scale", "61% (was 48%)", "1:1 work"),
        *("she may 12 times", "in 2 weeks", "page 3.2", "5.30pm", "1/2 of the children", "Key Stage 2"),
    ],
)
def test_numbers_that_count_are_no_dates(typed: str) -> None:
    assert [found.raw for found in find_dates(typed, THURSDAY) if not found.raw.startswith("today")] == []


@pytest.mark.parametrize(
    "typed", ["31 November", "31/11/26", "30/2", "31st of September 2026", "00/12/2026", "4/13/2026"]
)
def test_a_day_no_calendar_has_is_doubted_and_not_taken(typed: str) -> None:
    (found,) = find_dates(typed, THURSDAY)
    assert found.on is None
    assert found.doubt.startswith("There is no such day as")


def test_a_weekday_that_disagrees_is_doubted_and_the_date_used() -> None:
    (found,) = find_dates("Thursday 20 November", THURSDAY)
    assert found.on == date(2026, 11, 20)
    assert found.doubt == "It says Thursday, but 20 November 2026 is a Friday; the date is used."


def test_a_month_alone_is_a_month() -> None:
    (found,) = find_dates("since September 2026", THURSDAY)
    assert (found.on, found.precision) == (date(2026, 9, 1), Precision.MONTH)


@pytest.mark.parametrize(("typed", "days"), [("by Friday", 1), ("by Thurs", 7), ("by this Monday", 4), ("by Weds", 6)])
def test_by_a_weekday_means_the_next_one_after_the_meeting(typed: str, days: int) -> None:
    found = find_due_weekday(typed, THURSDAY)
    assert found is not None
    assert found[0] == THURSDAY + timedelta(days=days)


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_what_documents_print_is_read_back(day: date, near: date) -> None:
    assert [found.on for found in find_dates(in_words(day), near)] == [day]
    assert [found.on for found in find_dates(f"{day:%d/%m/%Y}", near)] == [day]


@given(st.dates(date(2001, 1, 1), date(2060, 12, 31)), st.integers(-170, 170))
def test_a_date_without_a_year_is_the_nearest(near: date, away: int) -> None:
    day = near + timedelta(days=away)
    if (day.month, day.day) != (2, 29):
        assert nearest_year(day.day, day.month, near) == day
