"""The bank holidays of England and Wales, as published and as worked out."""

from __future__ import annotations

import socket
from datetime import date

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from autoadmin.catalogue.bank_holidays import covered_to, load_bank_holidays, load_calendar, usual_holidays

# The only years of the published list with a holiday that the rule cannot know: jubilees, the anniversary of 1945,
# the state funeral and the coronation
YEARS_WITH_ONE_OFFS = {2012, 2020, 2022, 2023}


def in_year(holidays: frozenset[date], year: int) -> frozenset[date]:
    """Return the holidays of one year."""
    return frozenset(day for day in holidays if day.year == year)


def test_the_years_of_the_statutory_brief_are_as_it_lists_them() -> None:
    holidays = load_bank_holidays()
    assert sorted(f"{day:%d %b}" for day in in_year(holidays, 2026)) == sorted(
        ["01 Jan", "03 Apr", "06 Apr", "04 May", "25 May", "31 Aug", "25 Dec", "28 Dec"]
    )
    assert sorted(f"{day:%d %b}" for day in in_year(holidays, 2027)) == sorted(
        ["01 Jan", "26 Mar", "29 Mar", "03 May", "31 May", "30 Aug", "27 Dec", "28 Dec"]
    )


@pytest.mark.parametrize("one_off", [date(2020, 5, 8), date(2022, 9, 19), date(2023, 5, 8)])
def test_holidays_proclaimed_once_are_in_the_list(one_off: date) -> None:
    assert one_off in load_bank_holidays()


@pytest.mark.parametrize("year", sorted(set(range(2013, 2029)) - YEARS_WITH_ONE_OFFS))
def test_the_rule_gives_what_was_published_in_every_ordinary_year(year: int) -> None:
    assert usual_holidays(year) == in_year(load_bank_holidays(), year)


@pytest.mark.parametrize(
    ("year", "kept"),
    [  # the substitute days for Christmas Day and Boxing Day by where Christmas falls
        (2032, {date(2032, 12, 27), date(2032, 12, 28)}),  # Saturday
        (2033, {date(2033, 12, 26), date(2033, 12, 27)}),  # Sunday
        (2037, {date(2037, 12, 25), date(2037, 12, 28)}),  # Friday
        (2030, {date(2030, 12, 25), date(2030, 12, 26)}),  # Wednesday
    ],
)
def test_years_nobody_has_published_keep_two_weekdays_for_christmas(year: int, kept: set[date]) -> None:
    assert {day for day in in_year(load_bank_holidays(), year) if day.month == 12} == kept


def test_a_day_can_be_added_and_taken_away() -> None:
    once, may_day = date(2027, 6, 18), date(2027, 5, 3)
    holidays = load_bank_holidays(extra=[once], removed=[may_day])
    assert once in holidays
    assert may_day not in holidays


def test_the_calendar_says_how_far_the_published_list_reaches() -> None:
    calendar = load_calendar()
    assert calendar.covered_to == covered_to() == date(covered_to().year, 12, 31)
    assert covered_to().year >= 2027


def test_the_network_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert date(2026, 12, 25) in load_calendar().holidays


def test_the_published_list_is_read_as_its_own_package_reads_it() -> None:
    theirs = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    published = {day["date"] for day in theirs}
    assert covered_to().year == max(day.year for day in published)
    assert published <= load_bank_holidays()
    assert {day for day in load_bank_holidays() if day.year in {each.year for each in published}} == published
