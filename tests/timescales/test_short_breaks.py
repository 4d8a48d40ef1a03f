"""Short breaks under regulation 48: 17 days a stay, 75 days in any twelve months, and what does not apply to them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.lengths import Length, LengthUnit
from autoadmin.domain.working_days import add_months
from autoadmin.timescales.totals import Stay, last_day_left
from tests.timescales.office_diary import CALENDARS, clocks_of, clocks_under, in_words, the_clock

AT = date(2026, 11, 27)
TWELVE_MONTHS = Length(12, LengthUnit.MONTHS)


def stays(*from_to: str, status: str = "V4") -> str:
    """Return a page of short breaks, each typed as its first and last day; of the last one the end may be open."""
    lines = []
    for stay in from_to:
        start, _, end = stay.partition(" to ")
        lines += [f"{start} CLA_START | legal_status={status}", f"{start} PLACEMENT_START"]
        lines += [f"{end} PLACEMENT_END", f"{end} CLA_END"] if end else []
    return "\n".join(lines)


def test_the_75th_day_of_twelve_months_is_the_last_one_may_stay() -> None:
    # Brief A3, REG48_SHORT: at most 75 days in any 12 months. 15 and 14 and 16 and 16 days leave 14: to 23 November.
    page = stays(
        "2026-02-02 to 2026-02-17",
        "2026-05-04 to 2026-05-18",
        "2026-07-20 to 2026-08-05",
        "2026-09-01 to 2026-09-17",
        "2026-11-09",
    )
    clock = clocks_under("REG48_75", page)[-1]
    assert in_words(clock) == "REG48_75 2026-11-09 -> 2026-11-23 overdue"
    assert "Earlier stays took 61 calendar days of the 75 in the 12 months to 9 November 2026." in clock.notes


def test_days_more_than_twelve_months_ago_are_free_again() -> None:
    page = stays("2025-10-20 to 2025-11-05", "2026-05-04 to 2026-05-18", "2026-11-16")
    assert "Earlier stays took 14 calendar days" in clocks_under("REG48_75", page)[-1].notes[0]


def test_a_stay_that_begins_when_all_75_days_are_used_is_late_from_its_first_day() -> None:
    page = stays(*(f"2026-0{month}-01 to 2026-0{month}-16" for month in (2, 3, 4, 5, 6)), "2026-07-01 to 2026-07-03")
    assert in_words(clocks_under("REG48_75", page)[-1]) == "REG48_75 2026-07-01 -> 2026-07-01 met_late 2026-07-03"


def test_a_single_stay_is_over_within_17_days() -> None:
    assert in_words(the_clock("REG48_SHORT", stays("2026-11-16"))) == "REG48_SHORT 2026-11-16 -> 2026-12-03 running"


def test_the_stays_of_a_series_of_which_only_the_agreement_is_recorded_are_not_counted() -> None:
    # SSDA903: V3 records the agreement, V4 each stay.
    clocks = clocks_of(stays("2026-06-01", status="V3"))
    assert not {"REG48_SHORT", "REG48_75"} & {clock.rule for clock in clocks}


@pytest.mark.parametrize("status", ["V4", "Accommodated under an agreed series of short-term breaks", "respite"])
def test_what_regulation_48_takes_away_is_not_due_in_a_short_break(status: str) -> None:
    # Brief A3: regs 5, 7, 9, 13 do not apply; visits and reviews have times of their own.
    born = "2016-01-05 BIRTH\n"
    rules = {clock.rule for clock in clocks_of(born + stays("2026-11-16", status=status))}
    assert not {"PLACE_PLAN", "PLACE_NOTIFY", "IHA", "PEP_INIT", "LAC_REV_1", "LAC_VISIT_1"} & rules
    assert "REG48_REVIEW_1" in rules


def test_a_child_in_section_20_care_owes_them_all() -> None:
    rules = {clock.rule for clock in clocks_of("2016-01-05 BIRTH\n" + stays("2026-11-16", status="V2"))}
    assert {"PLACE_PLAN", "PLACE_NOTIFY", "IHA", "PEP_INIT", "LAC_REV_1", "LAC_VISIT_1"} <= rules


def test_a_series_has_one_first_review_however_many_stays_it_has() -> None:
    page = stays("2026-08-03 to 2026-08-10", "2026-09-07 to 2026-09-14", "2026-10-05 to 2026-10-12")
    assert [in_words(one) for one in clocks_under("REG48_REVIEW_1", page, at=AT)] == [
        "REG48_REVIEW_1 2026-08-03 -> 2026-11-02 overdue"
    ]


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(1, 40)), max_size=12),
    st.integers(1, 90),
)
def test_no_day_is_given_away_and_none_too_many(spans: list[tuple[int, int]], allowed: int) -> None:
    """Compare with counting each day one by one."""
    first = date(2025, 6, 1)
    held, free_from = [], first
    for gap, days in spans:
        start = free_from + timedelta(days=gap % 60)
        held.append(Stay(start, free_from := start + timedelta(days=days)))
    last = last_day_left(allowed, held, TWELVE_MONTHS, free_from, Calendars(CALENDARS.legal))
    taken = {stay.start + timedelta(days=n) for stay in held for n in range(1, (stay.end - stay.start).days + 1)}

    def used(on: date) -> int:
        present = {free_from + timedelta(days=n) for n in range(1, (on - free_from).days + 1)}
        return len({day for day in taken | present if add_months(on, -12) < day <= on})

    assert last == free_from or used(last) <= allowed
    following = last + timedelta(days=1)
    assert used(following) > allowed or (following - free_from).days > allowed
