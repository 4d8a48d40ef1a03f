"""The five crontab fields: which minutes of which days an expression means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from autoadmin.domain.errors import CatalogueError

MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAY_NAMES = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, start=1)}
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)}
DAYS_IN = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
SUNDAY = 7  # crontab's second name for day 0

PART = re.compile(r"(?P<first>\*(?!-)|\w+)(?:-(?P<last>\w+))?(?:/(?P<step>\d+))?")


@dataclass(frozen=True, slots=True)
class CronTimes:
    """What an expression means. As crontab(5) has it, a day is one of `days` and of `weekdays` where either field
    starts with a star, and one of either where both name days.
    """

    minutes: frozenset[int]
    hours: frozenset[int]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]  # 0 is Sunday
    names_days: bool
    names_weekdays: bool
    runs_through_the_hours: bool  # the hour field starts with a star: it keeps going by elapsed time, not by the clock

    def includes(self, day: date) -> bool:
        """Return whether the expression comes round on that day."""
        if day.month not in self.months:
            return False
        is_day, is_weekday = day.day in self.days, day.isoweekday() % 7 in self.weekdays
        return is_day or is_weekday if self.names_days and self.names_weekdays else is_day and is_weekday

    def times_on(self, day: date) -> Iterator[datetime]:
        """Yield the times of that day by the clock on the wall, in order."""
        if self.includes(day):
            for hour in sorted(self.hours):
                for minute in sorted(self.minutes):
                    yield datetime.combine(day, time(hour, minute))


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    lowest: int
    highest: int
    names: Mapping[str, int]


FIELDS = (
    _Field("minute", 0, 59, {}),
    _Field("hour", 0, 23, {}),
    _Field("day of the month", 1, 31, {}),
    _Field("month", 1, 12, MONTHS),
    _Field("day of the week", 0, SUNDAY, WEEKDAYS),
)


def read_cron(expression: str) -> CronTimes:
    """Return what five crontab fields mean; CatalogueError says which field is not right and why."""
    words = expression.casefold().split()
    if len(words) != len(FIELDS):
        raise CatalogueError(
            f'"{expression}" has {len(words)} of the five fields: minute, hour, day of the month, month, '
            'day of the week; "0 7 * * mon-fri" is seven in the morning, Monday to Friday.'
        )
    minutes, hours, days, months, weekdays = (_read_field(f, word) for f, word in zip(FIELDS, words, strict=True))
    times = CronTimes(
        minutes=minutes,
        hours=hours,
        days=days,
        months=months,
        weekdays=frozenset(day % SUNDAY for day in weekdays),
        names_days=not words[2].startswith("*"),
        names_weekdays=not words[4].startswith("*"),
        runs_through_the_hours=words[1].startswith("*"),
    )
    if not times.names_weekdays and min(days) > max(DAYS_IN[month] for month in months):
        raise CatalogueError(f'"{expression}" never comes round: no month it names has a day {min(days)}.')
    return times


def _read_field(field: _Field, word: str) -> frozenset[int]:
    return frozenset(number for part in word.split(",") for number in _read_part(field, part))


def _read_part(field: _Field, part: str) -> range:
    """Return the numbers of one part: a star, a value or a range, a range or star perhaps with a step."""
    match = PART.fullmatch(part)
    if match is None:
        raise CatalogueError(f'"{part}" cannot be read as a {field.name}.')
    low, high = _bounds(field, match["first"], match["last"])
    if high < low:
        raise CatalogueError(f'"{part}" runs backwards ({field.name}); write it as two ranges with a comma.')
    step = int(match["step"] or 1)
    if match["step"] and not 0 < step <= high - low:
        raise CatalogueError(f'the step of "{part}" does not fit between {low} and {high} ({field.name}).')
    return range(low, high + 1, step)


def _bounds(field: _Field, first: str, last: str | None) -> tuple[int, int]:
    if first == "*":
        return field.lowest, SUNDAY - 1 if field.names is WEEKDAYS else field.highest
    low = _read_value(field, first)
    high = _read_value(field, last) if last else low
    if last and high == 0 and field.names is WEEKDAYS:
        high = SUNDAY  # a week that is typed "sat-sun" ends with Sunday
    return low, high


def _read_value(field: _Field, word: str) -> int:
    number = field.names.get(word, int(word) if word.isdecimal() else None)
    if number is None or not field.lowest <= number <= field.highest:
        raise CatalogueError(f'"{word}" is no {field.name}: it goes from {field.lowest} to {field.highest}.')
    return number
