"""When something recorded happened: the date, exact or approximate, a line is led by, ends with, or plainly names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from autoadmin.domain.events import Precision
from autoadmin.domain.records import RecordedChild
from autoadmin.intake.sheets.dates import DateFound, find_dates
from autoadmin.intake.sheets.spans import find_spans
from autoadmin.intake.sheets.spans_ago import find_spans_ago

_AFTER_LEAD = re.compile(r"^\s*(?:[:–—]|-\s|-(?=[A-Z]))\s*")
_IN_BRACKETS = re.compile(r"^\s*\(\s*$")
# "offered for the 15/11 episode": the date is not that of the line.
_NOT_ITS_OWN = re.compile(
    r"\b(?:for|from|since|until|till|by|re|about|due|of|after|before|to|next)\s+(?:the\s+|on\s+)?$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"‘])")


@dataclass(frozen=True, slots=True)
class Moment:
    """A line without its date label, and when it happened as far as it says."""

    text: str
    on: date | None = None
    precision: Precision = Precision.DAY
    on_words: str = ""  # of an approximate date
    doubts: tuple[str, ...] = ()


def read_moment(text: str, met_on: date, children: Sequence[RecordedChild] = ()) -> Moment:
    """Return when a line happened. A date still to come is not when it happened; `children` are those it may mean."""
    found = _days_and_spans(text, met_on, children)
    if not found:
        return Moment(text)
    if led := _leading(text, found[0]):
        return _moment(led, found[0], met_on)
    if trailing := _trailing(text, found[-1]):
        return _moment(trailing, found[-1], met_on)
    own = [day for day in found if day.on and day.on <= met_on and not _NOT_ITS_OWN.search(text[: day.start])]
    if own and len({day.on for day in own}) == 1:
        return _moment(text, own[0], met_on)
    doubts = tuple(_doubt(day) for day in found if day.on is None)
    return Moment(text, doubts=doubts)


def read_date_cell(text: str, met_on: date) -> Moment:
    """Return the first date of a table's cell, as exact as it was typed; a year alone is one there."""
    found = _days_and_spans(f"{text}:", met_on, ())
    day = next((day for day in found if day.on), None)
    if day is None:
        return Moment("")
    return Moment("", day.on, day.precision, day.raw if day.precision is Precision.APPROXIMATE else "")


def sentences_by_date(text: str, met_on: date) -> tuple[str, ...]:
    """Return the sentences of a line that tells of several days in a row, else the line whole."""
    found = find_dates(text, met_on)
    days = {day.on for day in found if day.on}
    if len(days) < 2 or _leading(text, found[0]):
        return (text,)
    parts = tuple(part for part in _SENTENCE_END.split(text) if part.strip())
    telling = [part for part in parts if find_dates(part, met_on)]
    return parts if len(telling) > 1 else (text,)


def _days_and_spans(text: str, met_on: date, children: Sequence[RecordedChild]) -> list[DateFound]:
    """Return the dates of a line in the order typed; "early March 2020" is no March 2020."""
    spans = [
        DateFound(span.on, span.raw, span.start, span.end, Precision.APPROXIMATE)
        for span in (*find_spans(text, children), *find_spans_ago(text, met_on))
    ]
    days = [
        day
        for day in find_dates(text, met_on)
        if not any(day.start < span.end and span.start < day.end for span in spans)
    ]
    return sorted((*days, *spans), key=lambda found: found.start)


def _leading(text: str, day: DateFound) -> str:
    if text[: day.start].strip(" ([*_"):
        return ""
    after = re.sub(r"^[\s)\]*_]*", "", text[day.end :]) if text[: day.start].strip() else text[day.end :]
    mark = _AFTER_LEAD.match(after)
    return after[mark.end() :].strip() if mark and after[mark.end() :].strip() else ""


def _trailing(text: str, day: DateFound) -> str:
    """Return the line without a date in brackets that ends it."""
    opening = text.rfind("(", 0, day.start)
    if opening < 0 or text[opening + 1 : day.start].strip() or text[day.end :].strip(" .") != ")":
        return ""
    return text[:opening].strip()


def _moment(text: str, day: DateFound, met_on: date) -> Moment:
    if day.on is None:
        return Moment(text, doubts=(_doubt(day),))
    doubts = (day.doubt,) if day.doubt else ()
    if day.on > met_on:
        return Moment(text, doubts=doubts)
    words = day.raw if day.precision is Precision.APPROXIMATE else ""
    return Moment(text, day.on, day.precision, words, doubts)


def _doubt(day: DateFound) -> str:
    return day.doubt or f'There is no such date as "{day.raw.strip()}"; the words were kept and no date was taken.'
