"""A statutory or local timescale: what starts it, what meets it, what ends it, and how long it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fnmatch import fnmatchcase

from autoadmin.domain.identifiers import RuleId, TemplateId
from autoadmin.domain.working_days import WorkingDays, add_months


class Standing(StrEnum):
    """What makes a rule binding."""

    STATUTE = "statute"
    GUIDANCE = "guidance"
    LOCAL = "local"


class LengthUnit(StrEnum):
    """What a length is counted in."""

    WORKING_DAYS = "working days"
    CALENDAR_DAYS = "calendar days"
    WEEKS = "weeks"
    MONTHS = "months"


class Counting(StrEnum):
    """Whether the day that starts the clock is day 0 (exclusive) or day 1 (inclusive, "beginning with")."""

    EXCLUSIVE = "exclusive"
    INCLUSIVE = "inclusive"


class Direction(StrEnum):
    """Whether a length is counted on from a day, or back from it ("five working days before the conference")."""

    FORWARDS = "forwards"
    BACKWARDS = "backwards"


class Anchor(StrEnum):
    """Which of the events of its code start a clock."""

    EACH = "each"
    FIRST = "first of the period"


@dataclass(frozen=True, slots=True)
class Length:
    """How long a rule gives; `at_most_days` caps it in calendar days ("three months" is never more than 91)."""

    count: int
    unit: LengthUnit
    counting: Counting = Counting.EXCLUSIVE
    direction: Direction = Direction.FORWARDS
    at_most_days: int | None = None

    def reach(self, day: date, calendar: WorkingDays) -> date:
        """Return the last day of the period that `day` starts, or the latest day before it if counted back."""
        sign = 1 if self.direction is Direction.FORWARDS else -1
        step = timedelta(days=sign if self.counting is Counting.INCLUSIVE else 0)
        match self.unit:
            case LengthUnit.WORKING_DAYS:
                return calendar.add(day - step, sign * self.count)
            case LengthUnit.CALENDAR_DAYS:
                end = day + timedelta(days=sign * self.count)
            case LengthUnit.WEEKS:
                end = day + timedelta(weeks=sign * self.count)
            case LengthUnit.MONTHS:
                end = add_months(day, sign * self.count)
        return self._capped(day, end) - step

    def _capped(self, day: date, end: date) -> date:
        if self.at_most_days is None:
            return end
        most = timedelta(days=self.at_most_days)
        return min(end, day + most) if self.direction is Direction.FORWARDS else max(end, day - most)

    def __str__(self) -> str:
        unit = self.unit.removesuffix("s") if self.count == 1 else self.unit.value
        capped = f", or {self.at_most_days} days if that is sooner" if self.at_most_days else ""
        return f"{self.count} {unit}{capped}"


@dataclass(frozen=True, slots=True)
class FieldTest:
    """What a field of an event must say. "yes" and "no" stand for their usual spellings, `*` for any words."""

    field: str
    values: tuple[str, ...]  # in lower case


YES = frozenset({"yes", "y", "true", "1"})
NO = frozenset({"no", "n", "false", "0"})


def says(tests: tuple[FieldTest, ...], fields: Mapping[str, str]) -> bool | None:
    """Return whether any field says what its test asks; None where no tested field was recorded."""
    answers = [_matches(test, fields[test.field]) for test in tests if fields.get(test.field, "").strip()]
    return any(answers) if answers else None


def denies(tests: tuple[FieldTest, ...], fields: Mapping[str, str]) -> bool:
    """Return whether a yes or no in some field is plainly not what its test asks, and none says what it asks.

    Other words that no test knows deny nothing: "registered under neglect" may well be the plan that is asked for.
    """
    plain = (test for test in tests if _plain(fields.get(test.field, "")) in ("yes", "no"))
    return not says(tests, fields) and any(not _matches(test, fields[test.field]) for test in plain)


def _matches(test: FieldTest, raw: str) -> bool:
    return any(fnmatchcase(_plain(raw), pattern) for pattern in test.values)


def _plain(raw: str) -> str:
    """Return a recorded value in lower case, the spellings of yes and no as those words."""
    value = raw.strip().casefold()
    return "yes" if value in YES else "no" if value in NO else value


@dataclass(frozen=True, slots=True)
class Start:
    """An event that starts a clock. The starts of a rule are in order of preference: a later one is a stand-in.

    A stand-in is used only where no earlier start lies within `replaces_within` days before it (or, where that one is
    known to count by its `only_if`, within `replaces_known_within`).
    """

    event: str
    anchor: Anchor = Anchor.EACH
    opens: str = ""  # of a first one: the event that opens the period
    closes: str = ""  # and the one that closes it
    counted_from: str = ""  # the event that led to this one, whose day is counted from
    otherwise: str = ""  # the note where that was not recorded; {source} is where the start was read
    only_if: tuple[FieldTest, ...] = ()  # not a start where a field denies it
    known_by: str = ""  # an event soon after that shows the same as `only_if`
    unknown: str = ""  # the note where nothing shows it
    not_if: tuple[FieldTest, ...] = ()
    not_if_in: tuple[str, ...] = ()  # other events whose latest word by that day is tested for `not_if` as well
    not_if_until: tuple[str, ...] = ()  # events after which that word no longer holds
    because: str = ""  # why then nothing is due
    note: str = ""  # what to tell a person whenever this start is used
    replaces_within: int = 28
    replaces_known_within: int = 28


@dataclass(frozen=True, slots=True)
class Stop:
    """An event that meets or ends a clock, if it is as `only_if` says and not as `not_if` says.

    `days_before` lets work done that many days before the start meet it ("before the placement, else within 10 days").
    """

    event: str
    only_if: tuple[FieldTest, ...] = ()
    not_if: tuple[FieldTest, ...] = ()
    after_start_day: bool = False
    days_before: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A timescale as the law, the guidance or the council states it."""

    id: RuleId
    title: str  # in plain words: "Initial child protection conference"
    law: str  # the regulation or chapter
    edition: str  # the version of the law or guidance that this was stated from
    standing: Standing
    length: Length
    starts: tuple[Start, ...]
    stops: tuple[Stop, ...]  # what meets it
    ends: tuple[Stop, ...] = ()  # what makes it pointless
    done: str = ""  # what a record would show: "an authorised assessment"
    to_be_confirmed: bool = False
    is_recurring: bool = False  # what meets one clock starts the next
    same_within: int = 7  # two sources this many days apart, at most, may mean the same event
    shown_open_by: tuple[str, ...] = ()  # codes whose rows in an extract say that the work is still open
    recorded_due: str = ""  # the code of a due date as the case system recorded it
    template: TemplateId | None = None  # the document that answers it
    due_soon: int = 5  # working days
    valid_from: date | None = None  # starts before this day are not under the rule
    valid_to: date | None = None
    notes: tuple[str, ...] = ()

    def is_in_force(self, on: date) -> bool:
        """Return whether the rule covers something that starts on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)
