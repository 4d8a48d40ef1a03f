"""How long a rule gives, and how far that reaches on the calendars."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.working_days import WorkingDays, add_months

SHORT_COURT_PERIOD = 7  # FPR 2010, rule 2.9: periods of so many days or fewer count business days only


class LengthUnit(StrEnum):
    """What a length is counted in."""

    WORKING_DAYS = "working days"
    CALENDAR_DAYS = "calendar days"
    SCHOOL_DAYS = "school days"
    CLEAR_DAYS = "clear days"
    HOURS = "hours"
    WEEKS = "weeks"
    MONTHS = "months"
    SCHOOL_TERMS = "school terms"


class Counting(StrEnum):
    """Whether the day that starts the clock is day 0 (exclusive) or day 1 (inclusive, "beginning with")."""

    EXCLUSIVE = "exclusive"
    INCLUSIVE = "inclusive"


class Direction(StrEnum):
    """Whether a length is counted on from a day, or back from it ("five working days before the conference")."""

    FORWARDS = "forwards"
    BACKWARDS = "backwards"


class DaysOf(StrEnum):
    """Whose working days count."""

    LAW = "law"
    COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class Length:
    """How long a rule gives; `at_most_days` caps it in calendar days ("three months" is never more than 91)."""

    count: int
    unit: LengthUnit
    counting: Counting = Counting.EXCLUSIVE
    direction: Direction = Direction.FORWARDS
    at_most_days: int | None = None
    days_of: DaysOf = DaysOf.LAW

    def reach(self, day: date, calendars: Calendars) -> date | None:
        """Return the last day of the period that `day` starts, or the latest day before it if counted back.

        None where it is counted in school days or terms and the terms known do not reach so far.
        """
        sign = 1 if self.direction is Direction.FORWARDS else -1
        step = timedelta(days=sign if self.counting is Counting.INCLUSIVE else 0)
        match self.unit:
            case LengthUnit.WORKING_DAYS:
                return self.working_days(calendars).add(day - step, sign * self.count)
            case LengthUnit.SCHOOL_DAYS:
                return calendars.add_school_days(day - step, sign * self.count)
            case LengthUnit.SCHOOL_TERMS:
                return calendars.end_of_term_after(day, self.count)
            case LengthUnit.CLEAR_DAYS:
                return self._clear(day, calendars)
            case LengthUnit.HOURS:
                return day + timedelta(days=sign * -(-self.count // 24))
            case LengthUnit.CALENDAR_DAYS:
                end = day + timedelta(days=sign * self.count)
            case LengthUnit.WEEKS:
                end = day + timedelta(weeks=sign * self.count)
            case LengthUnit.MONTHS:
                end = add_months(day, sign * self.count)
        return self._capped(day, end) - step

    def working_days(self, calendars: Calendars) -> WorkingDays:
        """Return the working days it is counted on."""
        return calendars.legal if self.days_of is DaysOf.LAW else calendars.council

    def _clear(self, day: date, calendars: Calendars) -> date:
        """Return the end of a court's period: back from an event, neither its day nor the day of the act counts."""
        count = self.count if self.direction is Direction.FORWARDS else -(self.count + 1)
        if self.count <= SHORT_COURT_PERIOD:
            return calendars.legal.add(day, count)
        return day + timedelta(days=count)

    def _capped(self, day: date, end: date) -> date:
        if self.at_most_days is None:
            return end
        most = timedelta(days=self.at_most_days)
        return min(end, day + most) if self.direction is Direction.FORWARDS else max(end, day - most)

    def __str__(self) -> str:
        unit = self.unit.removesuffix("s") if self.count == 1 else self.unit.value
        council = " on which the council is open" if self.days_of is DaysOf.COUNCIL else ""
        capped = f", or {self.at_most_days} days if that is sooner" if self.at_most_days else ""
        return f"{self.count} {unit}{council}{capped}"


_INTERVAL = re.compile(
    r"(?:at least )?(?:once )?(?:every |each )?(?P<count>\d+)?\s*"
    r"(?P<unit>working days?|wd|calendar days?|days?|weeks?|wks?|months?)",
    re.IGNORECASE,
)
_UNITS = {"working": LengthUnit.WORKING_DAYS, "wd": LengthUnit.WORKING_DAYS, "month": LengthUnit.MONTHS}
_UNITS |= {"week": LengthUnit.WEEKS, "wk": LengthUnit.WEEKS}
_WORDS = {
    "weekly": Length(1, LengthUnit.WEEKS),
    "fortnightly": Length(2, LengthUnit.WEEKS),
    "monthly": Length(1, LengthUnit.MONTHS),
}


def read_interval(words: str) -> Length | None:
    """Return how often something is to be done: "2 weeks", "every 5 working days", "weekly"; None for other words."""
    plain = words.strip().casefold().rstrip(".")
    if plain in _WORDS:
        return _WORDS[plain]
    found = _INTERVAL.fullmatch(plain)
    if not found or found["count"] == "0":
        return None
    unit = next((u for start, u in _UNITS.items() if found["unit"].startswith(start)), LengthUnit.CALENDAR_DAYS)
    return Length(int(found["count"] or 1), unit)
