"""The bank holidays of England and Wales: as published, and by rule for the years nobody has published yet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from importlib.resources import files

from autoadmin.domain.working_days import WorkingDays

FIRST_YEAR = 2000  # no clock that anybody still reads starts earlier
LAST_YEAR = 2060

MONDAY = 0


def load_calendar(*, extra: Iterable[date] = (), removed: Iterable[date] = ()) -> WorkingDays:
    """Return the legal working days of England and Wales; `extra` and `removed` put right what the list has wrong."""
    return WorkingDays(load_bank_holidays(extra=extra, removed=removed), covered_to=covered_to())


def load_bank_holidays(*, extra: Iterable[date] = (), removed: Iterable[date] = ()) -> frozenset[date]:
    """Return the bank holidays of 2000 to 2060: the published list where it reaches, else worked out."""
    published = _published()
    listed = {day.year for day in published}
    worked_out = {
        day for year in range(FIRST_YEAR, LAST_YEAR + 1) if year not in listed for day in usual_holidays(year)
    }
    return (published | worked_out | frozenset(extra)) - frozenset(removed)


def covered_to() -> date:
    """Return the last day for which bank holidays are published; after it a one-off holiday may still be proclaimed."""
    return date(max(day.year for day in _published()), 12, 31)


def usual_holidays(year: int) -> frozenset[date]:
    """Return the holidays of a year that has no one-off: Banking and Financial Dealings Act 1971, Schedule 1, with
    New Year's Day and the early May holiday, which are proclaimed every year, and the two common-law days.
    """
    easter = _easter_sunday(year)
    return frozenset(
        {
            _moved_off_weekend(date(year, 1, 1)),
            easter - timedelta(days=2),
            easter + timedelta(days=1),
            _monday_on_or_after(date(year, 5, 1)),
            _monday_on_or_after(date(year, 5, 25)),
            _monday_on_or_after(date(year, 8, 25)),
            *_christmas(year),
        }
    )


def _published() -> frozenset[date]:
    """Return the list that govuk-bank-holidays carries. Its own reader is not used: it brings what asks the network."""
    published = json.loads(files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text("utf-8"))
    return frozenset(date.fromisoformat(day["date"]) for day in published["england-and-wales"]["events"])


def _christmas(year: int) -> Iterator[date]:
    """Yield the two days kept for Christmas: one that falls at a weekend is kept on the next weekday that is free."""
    free = (date(year, 12, day) for day in (27, 28) if date(year, 12, day).weekday() < 5)
    for day in (date(year, 12, 25), date(year, 12, 26)):
        yield day if day.weekday() < 5 else next(free)


def _moved_off_weekend(day: date) -> date:
    return day if day.weekday() < 5 else _monday_on_or_after(day)


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)


def _easter_sunday(year: int) -> date:
    """Return Easter Sunday by the Gregorian rule, as the Calendar (New Style) Act 1750 annexes it."""
    century, year_in_century = divmod(year, 100)
    golden = year % 19
    leaps, century_in_cycle = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon_shift + 15) % 30
    quads, rest = divmod(year_in_century, 4)
    to_sunday = (32 + 2 * century_in_cycle + 2 * quads - epact - rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
