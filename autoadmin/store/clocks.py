"""Clocks as last counted: each child's are replaced together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Date, String, Table, Text, delete, insert, select

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.identifiers import ChildId, FamilyId, RuleId, UnitId
from autoadmin.store.canonical import from_json, to_plain_json
from autoadmin.store.children import children
from autoadmin.store.columns import OneOf, metadata, refers_to
from autoadmin.store.families import families

clocks = Table(
    "clocks",
    metadata,
    Column("id", String, primary_key=True),
    Column("child", String, refers_to("children.id"), nullable=False, index=True),
    Column("rule", String, nullable=False),
    Column("due_on", Date, nullable=False, index=True),
    Column("state", OneOf(ClockState), nullable=False),
    Column("record", Text, nullable=False),
)

AT_ONCE = 10_000  # ids in one statement: SQLite takes 32,766 values in one, PostgreSQL 65,535


@dataclass(frozen=True, slots=True)
class ClockChanges:
    """The children whose clocks are not what is held; the clocks that are not as they were, and the rows that are."""

    children: frozenset[ChildId]
    gone: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]


class Clocks:
    """The clocks of every child."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, clock: str) -> Clock:
        """Return one clock; UnknownIdError where none has that id."""
        if found := self.find(clock):
            return found
        raise UnknownIdError(f"No clock has the id {clock}.")

    def find(self, clock: str) -> Clock | None:
        """Return one clock, or None."""
        record = self._connection.execute(select(clocks.c.record).where(clocks.c.id == clock)).scalar_one_or_none()
        return None if record is None else _clock(record)

    def replace_for_child(self, child: ChildId, counted: Collection[Clock]) -> bool:
        """Make these the clocks of one child; return False, having changed nothing, where they are the same."""
        changes = self.compare({child: counted})
        self.apply(changes)
        return bool(changes.children)

    def compare(self, counted: Mapping[ChildId, Collection[Clock]]) -> ClockChanges:
        """Return what is to be written for these to be the clocks of some children."""
        held = select(clocks.c.child, clocks.c.id, clocks.c.record).where(clocks.c.child.in_(list(counted)))
        before = {clock: (child, record) for child, clock, record in self._connection.execute(held).all()}
        rows = {clock.id: _row(clock) for theirs in counted.values() for clock in theirs}
        same = {clock for clock, row in rows.items() if before.get(clock) == (row["child"], row["record"])}
        gone = {clock: child for clock, (child, _) in before.items() if clock not in same}
        new = tuple(row for clock, row in rows.items() if clock not in same)
        return ClockChanges(frozenset({*gone.values(), *(row["child"] for row in new)}), tuple(gone), new)

    def apply(self, changes: ClockChanges) -> None:
        """Write what `compare` found to be written."""
        for start in range(0, len(changes.gone), AT_ONCE):
            gone = changes.gone[start : start + AT_ONCE]
            self._connection.execute(delete(clocks).where(clocks.c.id.in_(gone)))
        if changes.rows:
            self._connection.execute(insert(clocks), list(changes.rows))

    def list(
        self,
        *,
        child: ChildId | None = None,
        family: FamilyId | None = None,
        unit: UnitId | None = None,
        rules: Collection[RuleId] | None = None,
        states: Collection[ClockState] | None = None,
        due_by: date | None = None,
    ) -> tuple[Clock, ...]:
        """Return the clocks that fit all that is asked for, the first due first; `due_by` is the last day wanted."""
        query = select(clocks.c.record).order_by(clocks.c.due_on, clocks.c.rule, clocks.c.child, clocks.c.id)
        if child is not None:
            query = query.where(clocks.c.child == child)
        if family is not None:
            query = query.where(clocks.c.child.in_(select(children.c.id).where(children.c.family == family)))
        if unit is not None:
            in_unit = select(children.c.id).join(families, children.c.family == families.c.id)
            query = query.where(clocks.c.child.in_(in_unit.where(families.c.unit == unit)))
        if rules is not None:
            query = query.where(clocks.c.rule.in_(rules))
        if states is not None:
            query = query.where(clocks.c.state.in_(states))
        if due_by is not None:
            query = query.where(clocks.c.due_on <= due_by)
        return tuple(_clock(record) for record in self._connection.execute(query).scalars())


def _clock(record: str) -> Clock:
    clock: Clock = from_json(Clock, record)
    return clock


def _row(clock: Clock) -> dict[str, Any]:
    columns = {"id": clock.id, "child": clock.child, "rule": clock.rule, "due_on": clock.due_on, "state": clock.state}
    return {**columns, "record": to_plain_json(Clock, clock)}
