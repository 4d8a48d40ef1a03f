"""Dates in the columns of a bundle: read in the declared order, each writing once, a mixed column not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from typing import Final, NamedTuple

from autoadmin.domain.events import Precision
from autoadmin.domain.findings import Severity

NULLS: Final = frozenset({"", "NULL", "null", "None", "NaT"})
EARLIEST: Final = date(1990, 1, 1)  # case-system-extracts 5, 8: before this a date is a sentinel, except of birth
OLDEST_BIRTH: Final = date(1900, 1, 2)
LATEST: Final = date(2200, 1, 1)  # 9999-12-31 is "no end"

_CLOCK = r"(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?"
YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)" + _CLOCK, re.ASCII)
YEAR_LAST: Final = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})" + _CLOCK, re.ASCII)
SERIAL: Final = re.compile(r"\d{5,6}(?:[.,]\d+)?", re.ASCII)
PLACEHOLDERS: Final = frozenset({"SSD_PH", "PLACEHOLDER_DATA"})
INVISIBLE_ENDS: Final = re.compile("^[\\s\x00\u200b\ufeff]+|[\\s\x00\u200b\ufeff]+$")

MIXED = (
    "the column mixes orders of day and month: none of its dates is taken. Ask for the column in the declared format"
)
UNDECLARED = "is not in the date format declared for this file: not taken, because it would be a guess"
SHEET_ERROR = "an error mark of a spreadsheet where a date was: not taken"
SERIAL_DATE = "looks like a date turned into a number by a spreadsheet: not taken"
PARTIAL = "is only part of a date: not taken"
IMPOSSIBLE = "is no day of the calendar: not taken"
SENTINEL = "stands for no date (before 1990 or after 2200): read as none"
PLACEHOLDER_DATE = "a placeholder of the export, not a date: read as none"


class DateOrder(StrEnum):
    """The order in which a declared format writes year, month and day."""

    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"


class Reading(NamedTuple):
    """What one cell says: a day and perhaps a time, or why not. All empty where the cell is empty."""

    on: date | None = None
    at: time | None = None
    fault: str = ""
    severity: Severity = Severity.DROPPED
    precision: Precision = Precision.DAY


NOTHING: Final = Reading()


def date_order(declared: str) -> DateOrder | None:
    """Return the order of `YYYY-MM-DD`, `dd/mm/yyyy hh:mm`, `%m/%d/%Y`, `ISO 8601`...; None if it is none of them."""
    said = re.sub(r"[^a-z]", "", declared.split("T")[0].split(" ")[0].casefold())
    if said == "iso":
        return DateOrder.YMD
    letters = re.sub(r"(.)\1+", r"\1", said)
    return next((order for order in DateOrder if letters == order.value), None)


def iso_day(said: str) -> date | None:
    """Return the day of an ISO date or date and time, or None."""
    match = YEAR_FIRST.fullmatch(said)
    return _day(DateOrder.YMD, match) if match else None


def read_dates(values: Iterable[str], order: DateOrder, earliest: date = EARLIEST) -> dict[str, Reading]:
    """Return what each distinct value of one column says; if the column mixes orders, no value says anything."""
    plain = {value: INVISIBLE_ENDS.sub("", value) for value in values}
    if _is_mixed(plain.values(), order):
        return {value: NOTHING if said in NULLS else Reading(fault=MIXED) for value, said in plain.items()}
    return {value: _read(said, order, earliest) for value, said in plain.items()}


def _is_mixed(values: Iterable[str], order: DateOrder) -> bool:
    """Return whether some values can only have been written in another order than the declared one."""
    first = last = only_other = 0
    for value in values:
        if YEAR_FIRST.fullmatch(value):
            first += 1
        elif match := YEAR_LAST.fullmatch(value):
            last += 1
            other = DateOrder.MDY if order is DateOrder.DMY else DateOrder.DMY
            only_other += order is not DateOrder.YMD and not _day(order, match) and _day(other, match) is not None
    return bool(first and last) or bool(only_other)


def _read(said: str, order: DateOrder, earliest: date) -> Reading:
    if said in NULLS:
        return NOTHING
    if said in PLACEHOLDERS:
        return Reading(fault=PLACEHOLDER_DATE, severity=Severity.REPAIRED)
    match = (YEAR_FIRST if order is DateOrder.YMD else YEAR_LAST).fullmatch(said)
    if match is None:
        return Reading(fault=_why_not(said))
    on = _day(order, match)
    if on is None:
        return Reading(fault=IMPOSSIBLE)
    if not earliest <= on < LATEST:
        return Reading(fault=SENTINEL, severity=Severity.REPAIRED)
    return Reading(on, _clock_time(match))


def _why_not(said: str) -> str:
    if SERIAL.fullmatch(said):
        return SERIAL_DATE
    if said.startswith(("#", "=")):
        return SHEET_ERROR
    return PARTIAL if re.search(r"(?i)\bz+\b|^\d{4}$|^\d\d?[-/.]\d{4}$|^\d{4}[-/.]\d\d?$|\bx+\b", said) else UNDECLARED


def _day(order: DateOrder, match: re.Match[str]) -> date | None:
    numbers = [int(group) for group in match.groups()[:3]]
    year, month, day = (numbers[order.value.index(part)] for part in "ymd")
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock_time(match: re.Match[str]) -> time | None:
    """Return the time of day; midnight is how an export writes that it knows none."""
    hour, minute, second = (int(group or 0) for group in match.groups()[3:6])
    try:
        return time(hour, minute, second) if hour or minute or second else None
    except ValueError:
        return None
