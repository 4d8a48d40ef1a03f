"""What is due, for whom, under which rule, as it stands today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.drafts import Draft
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.people import Child, Family, Unit
from autoadmin.domain.rules import Rule
from autoadmin.store import Session
from autoadmin.workflows.answering import Answering
from autoadmin.workflows.many_clocks import Counting, clocks_of_many, counting_of
from autoadmin.workflows.services import Services
from autoadmin.workflows.side_by_side import Part, parts_of, sharing

CLOSED = frozenset({ClockState.MET, ClockState.MET_LATE, ClockState.SUPERSEDED})
ORDER = (ClockState.OVERDUE, ClockState.DUE_SOON, ClockState.RUNNING, ClockState.CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class DueRow:
    """One clock with the names a coordinator knows it by. Ids are empty where no record gives them."""

    clock: Clock
    rule: Rule
    child: Child
    family: Family | None = None
    unit: Unit | None = None
    template: TemplateId | None = None  # of the document that answers it
    draft: Draft | None = None  # of that document, made for this clock


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which clocks are listed: everything, or what is to be done; `within` so many working days, if it says so."""

    is_all: bool = False
    within: int | None = None

    def includes(self, clock: Clock, rule: Rule) -> bool:
        """Return whether a clock of that rule is listed."""
        is_to_do = clock.state not in CLOSED and clock.met_on is None and not rule.is_for_reporting
        left = clock.working_days_left
        return (self.is_all or is_to_do) and (self.within is None or (left is not None and left <= self.within))


def list_due(services: Services, *, by: str, within: int | None = None, is_all: bool = False) -> tuple[DueRow, ...]:
    """Return what is due, the late first; `within` leaves out what has more working days left than that.

    Without `is_all` what is done, superseded or only reported is left out, and what was done though nobody can tell
    whether in time. The list names children: who saw it, `by`, is recorded.
    """
    with services.store.read() as store:
        wanted = list(_rows(store, services, Wanted(is_all, within)))
    with services.store.begin() as store:
        store.audit.add(AuditEntry("due_seen", "due", at=services.clock(), by=by, details={"rows": str(len(wanted))}))
    return tuple(sorted(wanted, key=_urgency))


def _rows(store: Session, services: Services, wanted: Wanted) -> Iterator[DueRow]:
    rules = services.shelf.rules
    children = {child.id: child for child in store.children.list()}
    told = [children[child] for child in store.events.list_children_with_events()]
    work = partial(wanted_of, counting_of(services.shelf, services.today()), wanted)
    with sharing(services.store, work, len(told)) as share:
        counted = chain.from_iterable(share(parts_of(told)))  # other processes begin on it at once
        answering = Answering(store, services)
        families = {family.id: family for family in store.families.list()}
        units = {unit.id: unit for unit in store.units.list()}
        for clock in counted:
            child, rule = children[clock.child], rules[clock.rule]
            family = families.get(child.family) if child.family else None
            unit = units.get(family.unit) if family and family.unit else None
            yield DueRow(clock, rule, child, family, unit, answering.template(rule), answering.draft(clock, rule))


def wanted_of(counting: Counting, wanted: Wanted, store: Session, part: Part) -> list[Clock]:
    """Return the clocks of some children that are to be listed."""
    rules = {rule.id: rule for rule in counting.rules}
    counted = clocks_of_many(store, part, counting)
    return [clock for _, clocks in counted for clock in clocks if wanted.includes(clock, rules[clock.rule])]


def _urgency(row: DueRow) -> tuple[int, date, str, str]:
    state = row.clock.state
    place = ORDER.index(state) if state in ORDER else len(ORDER)
    return (place, row.clock.due_on, row.clock.rule, row.child.id)
