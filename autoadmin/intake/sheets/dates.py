"""Dates as people type them: day first, in any usual English form, with or without a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from autoadmin.domain.events import Precision

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
_MONTH = rf"(?P<month>{_MONTH}|nov(?:ember)?|dec(?:ember)?)\b\.?"
_WEEKDAY = (
    r"(?:(?P<weekday>mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?\b[.,]?\s+)?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_RANGE = r"(?:(?P<first>\d{1,2})(?:st|nd|rd|th)?\s*(?:[-–—/&]|to|and)\s*)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}\b|['’]\d{2}\b|\d{2}\b(?![:.]\d|\s*%)))?"

_FORMS = (
    re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(
        rf"{_WEEKDAY}(?<![\d./-])(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<number>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d{{2}})(?![\d/]|\.\d)",
        re.IGNORECASE,
    ),
    re.compile(rf"{_WEEKDAY}(?<![\d./-])(?P<day>\d{{1,2}})/(?P<number>\d{{1,2}})(?![\d/%]|\.\d)", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}(?:the\s+)?(?<![\d/.])\b{_RANGE}{_DAY}\s*(?:of\s+)?{_MONTH}{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY}(?=\s*,?\s+(?P<year>\d{{4}})\b)(?:\s*,?\s+\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(
        r"\b(?P<relative>today|this (?:morning|afternoon)|tonight|yesterday|last night|tomorrow)\b", re.IGNORECASE
    ),
)
_RELATIVE = {"yesterday": -1, "last night": -1, "tomorrow": 1}
# "4/5 days", "24/7" and "she scored 6/10" are counts, not dates.
_COUNTED = re.compile(
    r"\s*(?:days?|nights?|weeks?|months?|times|sessions?|lessons?|of\b|children|kids|on (?:the|a|our) scale)",
    re.IGNORECASE,
)
_SCORED = re.compile(r"\b(?:scor\w*|rat(?:e|es|ed|ing)|scal\w*)\b[^.;]*$", re.IGNORECASE)
_DUE_WEEKDAY = re.compile(
    r"\bby\s+(?:this\s+)?(?P<weekday>mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text. `on` is None where the words look like a date that no calendar has."""

    on: date | None
    raw: str
    start: int
    end: int
    precision: Precision = Precision.DAY
    doubt: str = ""  # a plain sentence, where the words disagree with themselves


def find_dates(text: str, near: date) -> tuple[DateFound, ...]:
    """Return every date in `text` in the order typed; one without a year is the one nearest to `near`."""
    found: list[DateFound] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if _is_count(text, match) or any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            found.append(_trimmed(_understood(match, near)))
    return tuple(sorted(found, key=lambda f: f.start))


def read_date(text: str, near: date) -> DateFound | None:
    """Return the date that is the whole of `text`, or None if it says anything else."""
    words = text.strip().strip(".,;()")
    found = find_dates(words, near)
    return found[0] if len(found) == 1 and found[0].raw.strip() == words else None


def first_date(text: str, near: date) -> date | None:
    """Return the first possible date in `text`, if there is one."""
    return next((f.on for f in find_dates(text, near) if f.on), None)


def find_due_weekday(text: str, after: date) -> tuple[date, re.Match[str]] | None:
    """Return the day meant by "by Friday": the first such day after the meeting; None where no weekday is named."""
    match = _DUE_WEEKDAY.search(text)
    if match is None:
        return None
    ahead = (_weekday_number(match["weekday"]) - after.weekday() - 1) % 7 + 1
    return after + timedelta(days=ahead), match


def in_words(on: date) -> str:
    """Return a date as documents print it: 4 December 2026."""
    return f"{on.day} {MONTHS[on.month - 1].capitalize()} {on.year}"


def nearest_year(day: int, month: int, near: date) -> date | None:
    """Return that day and month in the year that brings it nearest to `near`; None if no such day exists."""
    candidates = list(_possible(day, month, range(near.year - 1, near.year + 2)))
    if not candidates:  # 29 February, far from a leap year
        candidates = list(_possible(day, month, range(near.year - 4, near.year + 5)))
    return min(candidates, key=lambda on: (abs((on - near).days), on), default=None)


def _possible(day: int, month: int, years: range) -> Iterator[date]:
    for year in years:
        if on := _calendar_day(year, month, day):
            yield on


def _is_count(text: str, match: re.Match[str]) -> bool:
    parts = match.groupdict()
    if not parts.get("number") or parts.get("year"):
        return False
    return match.group() == "24/7" or bool(_COUNTED.match(text, match.end()) or _SCORED.search(text[: match.start()]))


def _understood(match: re.Match[str], near: date) -> DateFound:
    parts = match.groupdict()
    found = DateFound(None, match.group(), match.start(), match.end())
    if relative := parts.get("relative"):
        return replace(found, on=near + timedelta(days=_RELATIVE.get(relative.lower(), 0)))
    month = int(parts["number"]) if parts.get("number") else _month_number(parts["month"] or "")
    year = _full_year(parts.get("year"), near)
    if not parts.get("day"):
        on = _calendar_day(year or near.year, month, 1)
        return replace(found, on=on, precision=Precision.MONTH)
    day = int(parts.get("first") or parts["day"])
    on = _calendar_day(year, month, day) if year else nearest_year(day, month, near)
    if on is None:
        return replace(found, doubt=f"There is no such day as {match.group().strip()}; it is kept as text.")
    return replace(found, on=on, doubt=_doubt(on, parts))


def _doubt(on: date, parts: dict[str, str | None]) -> str:
    weekday = parts.get("weekday")
    if weekday and not parts.get("first") and _weekday_number(weekday) != on.weekday():
        said = WEEKDAYS[_weekday_number(weekday)].capitalize()
        return f"It says {said}, but {in_words(on)} is a {WEEKDAYS[on.weekday()].capitalize()}; the date is used."
    return ""


def _full_year(typed: str | None, near: date) -> int | None:
    if not typed:
        return None
    digits = typed.strip("'’")
    if len(digits) == 4:
        return int(digits)
    year = near.year // 100 * 100 + int(digits)
    return year if year <= near.year + 20 else year - 100


def _month_number(word: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower()[:3]))


def _weekday_number(word: str) -> int:
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word.lower()[:2]))


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _trimmed(found: DateFound) -> DateFound:
    """Return the date without the blanks that the pattern took along."""
    lead = len(found.raw) - len(found.raw.lstrip())
    raw = found.raw.strip()
    return replace(found, raw=raw, start=found.start + lead, end=found.start + lead + len(raw))
