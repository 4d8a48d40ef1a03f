"""The calendars deadlines are counted on: the law's working days, the council's own, and the days of school."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import date, timedelta

from autoadmin.domain.working_days import WorkingDays

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """A school term from its first day to its last."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Calendars:
    """Statutory dates use the legal working days; a local standard may use those on which the council is open.

    `closures` are the council's own days off, Christmas closure for instance. `terms` are the school terms, in order;
    `school_days_off` days within them on which there is no school. School days are counted only as far as terms are
    known.
    """

    legal: WorkingDays
    closures: frozenset[date] = frozenset()
    terms: tuple[Term, ...] = ()
    school_days_off: frozenset[date] = frozenset()
    council: WorkingDays = field(init=False, repr=False, compare=False)
    school: WorkingDays | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        holidays = self.legal.holidays
        council = WorkingDays(holidays | self.closures, self.legal.covered_to)
        school = WorkingDays(holidays | self.school_days_off | _between(self.terms)) if self.terms else None
        object.__setattr__(self, "council", council)
        object.__setattr__(self, "school", school)

    def add_school_days(self, day: date, count: int) -> date | None:
        """Return the school day so many after `day`; None where the terms known do not reach so far."""
        if self.school is None or not self._is_known(day):
            return None
        reached = self.school.add(day, count)
        return reached if self._is_known(reached) else None

    def end_of_term_after(self, day: date, count: int) -> date | None:
        """Return the last day of the term so many after that of `day`; a day of holiday belongs to the term before."""
        begun = [number for number, term in enumerate(self.terms) if term.first <= day]
        if not begun or begun[-1] + count >= len(self.terms):
            return None
        return self.terms[begun[-1] + count].last

    def _is_known(self, day: date) -> bool:
        return bool(self.terms) and self.terms[0].first <= day <= self.terms[-1].last


def _between(terms: tuple[Term, ...]) -> frozenset[date]:
    """Return the days from one term to the next."""
    days: set[date] = set()
    for earlier, later in itertools.pairwise(terms):
        free = (later.first - earlier.last).days - 1
        days.update(earlier.last + DAY * number for number in range(1, free + 1))
    return frozenset(days)
