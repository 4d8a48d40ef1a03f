"""Counting working days, and months, as the children's regulations do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The days that count: not a Saturday, a Sunday or one of `holidays`.

    `holidays` are Christmas Day, Good Friday and the bank holidays of England and Wales, as "working day" is defined in
    this family of regulations (Banking and Financial Dealings Act 1971). `covered_to` is the last day for which they
    are published; later ones can only be worked out.
    """

    holidays: frozenset[date]
    covered_to: date | None = None
    _ordinals: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _passed: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ordinals = sorted(day.toordinal() for day in self.holidays if day.weekday() < 5)
        passed = tuple(_weekdays_to(ordinal) - i for i, ordinal in enumerate(ordinals, start=1))
        object.__setattr__(self, "_ordinals", tuple(ordinals))
        object.__setattr__(self, "_passed", passed)

    def is_working_day(self, day: date) -> bool:
        """Return whether `day` counts as a working day."""
        return day.weekday() < 5 and day not in self.holidays

    def add(self, day: date, count: int) -> date:
        """Return the working day `count` working days after `day`, which itself is day 0; before it if negative.

        Nothing is counted for 0: `day` comes back, whether or not it is a working day.
        """
        if count > 0:
            return self._working_day(self._count_to(day.toordinal()) + count)
        if count < 0:
            return self._working_day(self._count_to(day.toordinal() - 1) + 1 + count)
        return day

    def between(self, start: date, end: date) -> int:
        """Return how many working days it takes to get from `start` to `end`: negative if `end` lies before."""
        if end >= start:
            return self._count_to(end.toordinal()) - self._count_to(start.toordinal())
        return self._count_to(end.toordinal() - 1) - self._count_to(start.toordinal() - 1)

    def last_on_or_before(self, day: date) -> date:
        """Return `day` if it is a working day, else the last one before it."""
        return day if self.is_working_day(day) else self.add(day, -1)

    def _count_to(self, ordinal: int) -> int:
        """Return how many working days there were from the year 1 to the end of that day."""
        return _weekdays_to(ordinal) - bisect_right(self._ordinals, ordinal)

    def _working_day(self, number: int) -> date:
        """Return the working day that ends a count of `number` from the year 1."""
        weeks, weekday = divmod(number + bisect_left(self._passed, number) - 1, 5)
        return date.fromordinal(weeks * 7 + weekday + 1)


def add_months(day: date, count: int) -> date:
    """Return the same day `count` months later, or the last day of that month where it has no such day."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _weekdays_to(ordinal: int) -> int:
    """Return how many Mondays to Fridays there were from Monday 1 January of the year 1 to the end of that day."""
    weeks, days = divmod(ordinal, 7)
    return weeks * 5 + min(days, 5)
