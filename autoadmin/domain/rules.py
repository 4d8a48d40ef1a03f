"""A statutory or local timescale: what starts it, what meets it, what ends it, and how long it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from autoadmin.domain.field_tests import FieldTest
from autoadmin.domain.identifiers import RuleId, TemplateId
from autoadmin.domain.lengths import Length, LengthUnit


class Standing(StrEnum):
    """What makes a rule binding."""

    STATUTE = "statute"
    GUIDANCE = "guidance"
    LOCAL = "local"


class Anchor(StrEnum):
    """Which of the events of its code start a clock."""

    EACH = "each"
    FIRST = "first of the period"
    LATER = "later in the period"


@dataclass(frozen=True, slots=True)
class Start:
    """An event that starts a clock. The starts of a rule are in order of preference: a later one is a stand-in.

    A stand-in is used only where no earlier start lies within `replaces_within` days before it (or, where that one is
    known to count by its `only_if`, within `replaces_known_within`). What also meets the rule stands in for nothing: it
    starts the next clock.
    """

    event: str
    anchor: Anchor = Anchor.EACH
    opens: str = ""  # of a first or later one: the event that opens the period
    closes: str = ""  # and the one that closes it
    turns: int | None = None  # counted from the birthday of this age instead of the event's own day
    is_booked: bool = False  # the day that is booked is counted from, while it lies ahead
    counted_from: str = ""  # the event that led to this one, whose day is counted from
    otherwise: str = ""  # the note where that was not recorded; {source} is where the start was read
    only_if: tuple[FieldTest, ...] = ()  # not a start where a field denies it
    must_say: bool = False  # nor where no field says it
    known_by: str = ""  # an event soon after that shows the same as `only_if`
    unknown: str = ""  # the note where nothing shows it
    not_if: tuple[FieldTest, ...] = ()
    not_if_in: tuple[str, ...] = ()  # other events whose latest word by that day is tested for `not_if` as well
    not_if_until: tuple[str, ...] = ()  # events after which that word no longer holds
    apart: Length | None = None  # it counts only so long after the one before: the first of a series
    not_with: tuple[str, ...] = ()  # nor on the day of one of these: it starts another rule's clock for the same work
    because: str = ""  # why then nothing is due
    note: str = ""  # what to tell a person whenever this start is used
    note_if: tuple[FieldTest, ...] = ()  # or only where one record of it says all of these
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
class Circumstance:
    """What must be so on the day a clock starts: one of `since` has happened, and nothing of `until` after it.

    With `says` or `never_says` it is the latest of them to say anything of it that counts. `at_least` and `less_than`
    are how long it has lasted.
    """

    since: tuple[str, ...]
    until: tuple[str, ...] = ()
    says: tuple[FieldTest, ...] = ()
    never_says: tuple[FieldTest, ...] = ()
    at_least: Length | None = None
    less_than: Length | None = None


@dataclass(frozen=True, slots=True)
class Ages:
    """An age in years, from a birthday on and before another."""

    from_: int = 0
    under: int | None = None


@dataclass(frozen=True, slots=True)
class Follows:
    """An earlier period from whose end the length runs: "eight weeks from the end of the sixteen"."""

    event: str  # what the earlier period began with
    length: Length


@dataclass(frozen=True, slots=True)
class PlanInterval:
    """Where a child's own plan sets a shorter interval: the field of the latest of these events."""

    events: tuple[str, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A timescale as the law, the guidance or the council states it."""

    id: RuleId
    title: str  # in plain words: "Initial child protection conference"
    law: str  # the regulation or chapter
    edition: str  # the version of the law or guidance that this was stated from
    standing: Standing
    length: Length | None  # None where only a record can say it, or the council has yet to
    starts: tuple[Start, ...]
    stops: tuple[Stop, ...]  # what meets it
    ends: tuple[Stop, ...] = ()  # what makes it pointless
    row: str = ""  # the duty it states, where one duty is several rules
    done: str = ""  # what a record would show: "an authorised assessment"
    is_on: bool = True
    off_because: str = ""
    circumstances: tuple[Circumstance, ...] = ()
    aged: Ages | None = None  # on the day that starts it
    aged_when_due: Ages | None = None
    plan_interval: PlanInterval | None = None
    in_any: Length | None = None  # the length is of all stays together, each start to what meets it, in any such period
    follows: Follows | None = None
    date_in: str = ""  # the field of the start that holds the due date itself
    days_in: str = ""  # the field of the start that holds the number of days
    allowed: tuple[tuple[LengthUnit, int, int], ...] = ()  # of a local one: from and to, in each unit it may be set in
    to_be_confirmed: bool = False
    is_recurring: bool = False  # what meets one clock starts the next
    is_told_in_sheets: bool = True  # a discussion sheet would say that it was done
    is_for_reporting: bool = False  # worked out for returns and timeliness, and in nobody's list of what to do
    same_within: int = 7  # two sources this many days apart, at most, may mean the same event
    shown_open_by: tuple[str, ...] = ()  # codes whose rows in an extract say that the work is still open
    recorded_due: str = ""  # the code of a due date as the case system recorded it
    template: TemplateId | None = None  # the document that answers it
    due_soon: int = 5  # working days
    valid_from: date | None = None  # starts before this day are not under the rule
    valid_to: date | None = None
    notes: tuple[str, ...] = ()
    start_codes: frozenset[str] = field(init=False, repr=False, compare=False, default=frozenset())
    stop_codes: frozenset[str] = field(init=False, repr=False, compare=False, default=frozenset())

    def __post_init__(self) -> None:
        told = {start.event for start in self.starts}
        told |= {booked_code(start.event) for start in self.starts if start.is_booked}
        object.__setattr__(self, "start_codes", frozenset(told))
        object.__setattr__(self, "stop_codes", frozenset(stop.event for stop in self.stops))

    def is_in_force(self, on: date) -> bool:
        """Return whether the rule covers something that starts on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    def starts_next(self, start: Start) -> bool:
        """Return whether what starts it also meets it: each time starts the next clock."""
        return start.event in self.stop_codes


def is_answered(rule: RuleId, answers: Collection[RuleId], rules: Mapping[RuleId, Rule]) -> bool:
    """Return whether a document that names these rules, or the duties they state, answers a clock of the rule."""
    return rule in answers or (rule in rules and rules[rule].row in answers)


def booked_code(held: str) -> str:
    """Return the code that says a day is booked for what `held` says has been: ICPC_HELD, ICPC_BOOKED."""
    return f"{held.removesuffix('_HELD')}_BOOKED"
