"""Days that several stays may take together: how long the present one may last by what the others have used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.lengths import Direction, Length

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stay:
    """From the day something began to the day it ended. The day it began is day 0, as of a single stay."""

    start: date
    end: date

    def days_after(self, day: date) -> int:
        """Return how many of its days lie after that day."""
        return max((self.end - max(self.start, day)).days, 0)


def days_used(stays: Iterable[Stay], in_any: Length, on: date, calendars: Calendars) -> int:
    """Return how many days the stays took in the period `in_any` that ends on that day."""
    before = _back_from(on, in_any, calendars)
    return sum(min(stay.days_after(before), (on - stay.start).days) for stay in stays if stay.start < on)


def last_day_left(allowed: int, stays: Iterable[Stay], in_any: Length, start: date, calendars: Calendars) -> date:
    """Return the last day a stay that begins on `start` may have; `start` itself where the others used all."""
    earlier = [Stay(stay.start, min(stay.end, start)) for stay in stays]
    last = start
    while (last - start).days < allowed:
        following = last + A_DAY
        if days_used([*earlier, Stay(start, following)], in_any, following, calendars) > allowed:
            break
        last = following
    return last


def _back_from(on: date, in_any: Length, calendars: Calendars) -> date:
    back = Length(in_any.count, in_any.unit, direction=Direction.BACKWARDS)
    return back.reach(on, calendars) or date.min
