"""The same thing told by several files is one occasion; where they differ about the day, both days are kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.events import Event, Precision
from autoadmin.timescales.words import day_in_words, sources_in_words

_DAY = attrgetter("on")
DATED = frozenset({Precision.DAY, Precision.TIME})


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing that happened, with everything that tells of it.

    `on` is the earliest day told, `until` the last, `latest` the last day that it can have been. `event` is the record
    that speaks for it: of the earliest day, the unit's own sheet if there is one.
    """

    on: date
    until: date
    events: tuple[Event, ...]
    latest: date
    event: Event

    @property
    def is_dated(self) -> bool:
        """Return whether the day itself was recorded, not only the month or year."""
        return self.event.precision in DATED

    def difference(self) -> str:
        """Return in words how the sources differ about the day; empty where they agree."""
        if self.on == self.until:
            return ""
        told = (
            f"{day_in_words(day)} in {sources_in_words(sorted(events, key=_standing))}"
            for day, events in groupby(self.events, key=lambda event: event.on)
        )
        return f"The records differ about the day: {'; '.join(told)}."


def occasions(events: Iterable[Event], *, within: int, parted_by: Sequence[date] = ()) -> list[Occasion]:
    """Return the occasions of events of one code, earliest first.

    Days up to `within` days apart are one occasion where no file tells of both, where whoever told the earlier day
    already could have known the later, and where no day of `parted_by` (sorted) lies after the one and up to the other.
    """
    found: list[list[Event]] = []
    for _, same_day in groupby(sorted(events, key=_DAY), key=_DAY):
        told = list(same_day)
        if within and found and _is_same(found[-1], told, within, parted_by):
            found[-1].extend(told)
        else:
            found.append(told)
    return [occasion_of(told) for told in found]


def occasion_of(told: Sequence[Event]) -> Occasion:
    """Return the occasion of records that mean the same thing, earliest first."""
    first = told[0]
    if len(told) == 1:
        return Occasion(first.on, first.on, (first,), last_day(first), first)
    event = min((event for event in told if event.on == first.on), key=_standing)
    until = told[-1].on
    return Occasion(first.on, until, tuple(told), max(until, last_day(event)), event)


def last_day(event: Event) -> date:
    """Return the last day that an event with this precision can have been."""
    if event.precision in DATED:
        return event.on
    if event.precision is Precision.APPROXIMATE:  # no words mean more than a year, nor a day after they were told
        last = event.on + timedelta(days=365)
        told_on = event.source.stated_on
        return min(last, told_on) if told_on and told_on >= event.on else last
    if event.precision is Precision.MONTH:
        return (event.on.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return event.on.replace(month=12, day=31) if event.precision is Precision.YEAR else event.on


def _is_same(earlier: Sequence[Event], later: Sequence[Event], within: int, parted_by: Sequence[date]) -> bool:
    first, second = earlier[0].on, later[0].on
    if (second - first).days > within or bisect_right(parted_by, second) > bisect_right(parted_by, first):
        return False
    if {event.source.place.file for event in earlier} & {event.source.place.file for event in later}:
        return False
    return any(event.source.stated_on is None or event.source.stated_on >= second for event in earlier)


def _standing(event: Event) -> tuple[bool, date, str, str]:
    source = event.source
    return (source.kind != DISCUSSION_SHEET, source.stated_on or date.max, source.place.file, source.place.where)
