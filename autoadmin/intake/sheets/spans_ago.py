"""Approximate dates that lean on the day of the meeting: "last summer", "over Christmas", "a few weeks ago".

Each stands for a span of time before the meeting. Its first day is where it sorts. Words in quotation marks, and what
somebody is said to have told, date what was told of and not the line: they are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from autoadmin.intake.sheets.dates import MONTHS, in_words
from autoadmin.intake.sheets.spans import SpanFound

# The first and the last day that each can have been: month and day. A winter begins the year before it ends.
_TIMES = {
    "spring": ((3, 1), (5, 31)),
    "summer": ((6, 1), (8, 31)),
    "autumn": ((9, 1), (11, 30)),
    "winter": ((12, 1), (2, 28)),
    "easter": ((3, 22), (4, 25)),
    "christmas": ((12, 20), (12, 31)),
    "new year": ((12, 31), (1, 2)),
}
_TIMES |= {f"{name} holidays": days for name, days in (*_TIMES.items(), ("summer", ((7, 15), (9, 5))))}
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
# How many at the most each word says.
_FEW = {"a few": 6, "few": 6, "some": 8, "several": 8, "a couple of": 3, "couple of": 3, "a": 2, "an": 2}
_UNITS = {"day": 1, "week": 7, "month": 31, "year": 366}

_TIME = "|".join(sorted(_TIMES, key=len, reverse=True))
_COUNT = rf"(?:\d{{1,2}}|{'|'.join((*_NUMBERS, *sorted(_FEW, key=len, reverse=True)))})"
_AGO = re.compile(
    rf"\b(?:(?:about|around|roughly|over|only)\s+)?(?P<count>{_COUNT})\s+(?P<unit>day|week|month|year)s?\s+ago\b",
    re.IGNORECASE,
)
_LAST = re.compile(rf"\b(?:last|this past)\s+(?P<time>{_TIME})\b(?!\s+(?:19|20)\d\d)", re.IGNORECASE)
_LAST_MONTH = re.compile(rf"\blast\s+(?P<month>{'|'.join(MONTHS)})\b(?!\s+(?:\d|19|20))", re.IGNORECASE)
_OVER = re.compile(
    rf"\b(?:over|during|at)\s+(?:the\s+)?(?P<time>{_TIME})\b(?:\s+holidays?)?(?!\s+(?:of\s+)?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_LATELY = re.compile(
    r"\b(?P<when>last (?:week|month|year|weekend)|(?:at|over) the weekend|the other (?:day|week)|"
    r"earlier this (?:week|month|year))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|(?<!\w)['‘][^'‘’]*['’](?!\w)")
_TOLD = re.compile(
    r"\b(?:sa(?:id|ys)|t(?:old|ells)|asks?|asked|thinks?|thought|feels?|felt|wants?|hopes?|reports?|reported|recalls?)\b",
    re.IGNORECASE,
)
_NEAR = 40  # letters before a date, in which it may be compared with something
_COMPARED = re.compile(r"\b(?:than|like|unlike|as|with|to)\s+$", re.IGNORECASE)


def find_spans_ago(text: str, met_on: date) -> tuple[SpanFound, ...]:
    """Return every approximate date before the meeting that a line names in its own words, in the order typed."""
    taken = bytearray(len(text))  # the letters that are quoted, or of a date that was found
    for quoted in _QUOTED.finditer(text):
        _take(taken, *quoted.span())
    told = _TOLD.search(text)
    told_from = told.end() if told else len(text)
    found: list[SpanFound] = []
    for on, match in _spans(text, met_on):
        start, end = match.span()
        is_compared = _COMPARED.search(text[max(0, start - _NEAR) : start])
        if start < told_from and not any(taken[start:end]) and not is_compared:
            found.append(SpanFound(on, f"{match.group()} (recorded on {in_words(met_on)})", start, end))
            _take(taken, start, end)
    return tuple(sorted(found, key=lambda span: span.start))


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _spans(text: str, met_on: date) -> Iterator[tuple[date, re.Match[str]]]:
    for match in _AGO.finditer(text):
        yield met_on - timedelta(days=_at_most(match["count"]) * _UNITS[match["unit"].lower()]), match
    for match in _LAST.finditer(text):
        yield _last_over(match["time"], met_on), match
    for match in _LAST_MONTH.finditer(text):
        month = MONTHS.index(match["month"].lower()) + 1
        yield date(met_on.year - (month >= met_on.month), month, 1), match
    for match in _OVER.finditer(text):
        began, next_one = _last_begun(match["time"], met_on)
        if met_on - began <= next_one - met_on:
            yield began, match
    for match in _LATELY.finditer(text):
        yield _lately(" ".join(match["when"].lower().split()), met_on), match


def _at_most(count: str) -> int:
    """Return how many units ago it can have been at the most: "three weeks ago" may be nearly four."""
    words = " ".join(count.lower().split())
    if words in _FEW:
        return _FEW[words]
    return (int(words) if words.isdecimal() else _NUMBERS.index(words) + 1) + 1


def _starts(time: str, year: int) -> date:
    return date(year, *_TIMES[" ".join(time.lower().split())][0])


def _last_over(time: str, met_on: date) -> date:
    """Return the first day of the last such time that was over when the unit met."""
    first, last = _TIMES[" ".join(time.lower().split())]
    for year in range(met_on.year, met_on.year - 3, -1):
        if date(year + (last < first), *last) < met_on:
            return date(year, *first)
    raise ValueError(time)


def _last_begun(time: str, met_on: date) -> tuple[date, date]:
    """Return the first days of the last such time that had begun, and of the next one."""
    year = met_on.year if _starts(time, met_on.year) <= met_on else met_on.year - 1
    return _starts(time, year), _starts(time, year + 1)


def _lately(when: str, met_on: date) -> date:
    monday = met_on - timedelta(days=met_on.weekday())
    if when.endswith("weekend"):
        return monday - timedelta(days=2)
    if when.startswith("the other"):
        return met_on - timedelta(days=14)
    if when == "last week":
        return monday - timedelta(days=7)
    if when == "last year":
        return date(met_on.year - 1, 1, 1)
    if when == "last month":
        return (met_on.replace(day=1) - timedelta(days=1)).replace(day=1)
    return {"week": monday, "month": met_on.replace(day=1)}.get(when.split()[-1], date(met_on.year, 1, 1))
