"""What is due, for whom, under which rule, as it stands today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.drafts import Draft
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.people import Child, Family, Unit
from autoadmin.domain.rules import Rule
from autoadmin.store import Session
from autoadmin.workflows.answering import Answering
from autoadmin.workflows.gathering import clocks_now
from autoadmin.workflows.services import Services

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


def list_due(services: Services, *, by: str, within: int | None = None, is_all: bool = False) -> tuple[DueRow, ...]:
    """Return what is due, the late first; `within` leaves out what has more working days left than that.

    Without `is_all` what is done, superseded or only reported is left out, and what was done though nobody can tell
    whether in time. The list names children: who saw it, `by`, is recorded.
    """
    with services.store.read() as store:
        rows = list(_rows(store, services))
    wanted = [row for row in rows if is_all or _is_to_do(row)]
    if within is not None:
        wanted = [row for row in wanted if _is_within(row.clock, within)]
    with services.store.begin() as store:
        store.audit.add(AuditEntry("due_seen", "due", at=services.clock(), by=by, details={"rows": str(len(wanted))}))
    return tuple(sorted(wanted, key=_urgency))


def _rows(store: Session, services: Services) -> Iterator[DueRow]:
    rules = services.shelf.rules
    answering = Answering(store, services)
    families = {family.id: family for family in store.families.list()}
    units = {unit.id: unit for unit in store.units.list()}
    children = {child.id: child for child in store.children.list()}
    for child_id in store.events.list_children_with_events():
        child = children[child_id]
        family = families.get(child.family) if child.family else None
        unit = units.get(family.unit) if family and family.unit else None
        for clock in clocks_now(store, services.shelf, child_id, at=services.today()):
            rule = rules[clock.rule]
            draft = answering.draft(clock, rule)
            yield DueRow(clock, rule, child, family, unit, answering.template(rule), draft)


def _is_to_do(row: DueRow) -> bool:
    clock = row.clock
    return clock.state not in CLOSED and clock.met_on is None and not row.rule.is_for_reporting


def _is_within(clock: Clock, working_days: int) -> bool:
    return clock.working_days_left is not None and clock.working_days_left <= working_days


def _urgency(row: DueRow) -> tuple[int, date, str, str]:
    state = row.clock.state
    place = ORDER.index(state) if state in ORDER else len(ORDER)
    return (place, row.clock.due_on, row.clock.rule, row.child.id)
