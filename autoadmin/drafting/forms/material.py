"""What a form draws on for one child or one family: the entries of its meetings, its dated facts, its due date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.clocks import Clock, ClockState, first_to_do
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.people import Child
from autoadmin.domain.rules import is_answered
from autoadmin.drafting.evidence import Evidence, evidence_for
from autoadmin.drafting.forms.choosing import held_back_words, tellable
from autoadmin.drafting.forms.form import Form
from autoadmin.drafting.request import CompositionRequest

EVER = date.min


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A dated fact and the children whose record tells it."""

    row: ChronologyRow
    children: tuple[ChildId, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """What may stand in one form about some children; `since` is the day its work counts from, where one is known."""

    children: tuple[Child, ...]
    evidence: Evidence
    ever: Evidence  # whatever the day
    rows: tuple[FamilyRow, ...]  # dated facts that may be shared, oldest first
    since: date | None
    clock: Clock | None
    met_on: date | None = None  # the day of the last meeting
    held_back: str = ""  # a sentence: how many entries are left for a person to tell

    def together(self) -> Material:
        """Return what is about more than one of these children."""
        return self._where(lambda children: len(children) > 1)

    def alone(self, child: Child) -> Material:
        """Return what is about this one of these children and about no other."""
        return replace(self._where(lambda children: children == (child.id,)), children=(child,))

    def _where(self, is_wanted: Callable[[tuple[ChildId, ...]], bool]) -> Material:
        rows = tuple(found for found in self.rows if is_wanted(found.children))
        return replace(self, evidence=self.evidence.where(is_wanted), ever=self.ever.where(is_wanted), rows=rows)


def material_for(form: Form, request: CompositionRequest, children: Sequence[Child]) -> Material:
    """Return what the record holds for a form about these children of the family."""
    case = request.the_case()
    rows = _rows(request.chronologies, children)
    clock = _clock(request, children)
    since = _counted_from(rows, form, clock)
    ever = evidence_for(case, children, since=EVER)
    held = ever if form.is_whole else evidence_for(case, children, since=since)
    evidence = tellable(form, held)
    return Material(
        tuple(children),
        evidence,
        tellable(form, ever),
        rows,
        since,
        clock,
        max((meeting.record.on for meeting in case.meetings), default=None),
        held_back_words(form, held, evidence),
    )


def _rows(chronologies: Mapping[ChildId, Sequence[ChronologyRow]], children: Sequence[Child]) -> tuple[FamilyRow, ...]:
    """Return the facts of the children's chronologies; what is told of several in the same words is one."""
    found: dict[tuple[date, str], FamilyRow] = {}
    for child in children:
        for row in chronologies.get(child.id, ()):
            if row.is_fact and not row.is_restricted:
                same = found.get((row.on, row.detail), FamilyRow(row, ()))
                found[row.on, row.detail] = FamilyRow(same.row, (*same.children, child.id))
    return tuple(sorted(found.values(), key=lambda found_row: found_row.row.on))


def _counted_from(rows: Sequence[FamilyRow], form: Form, clock: Clock | None) -> date | None:
    """Return the last day of the form's events; for a record of what was held, the one before.

    A duty that is still open from before that day is answered with what was recorded since it began: a care plan that
    is late at the first review holds what was said before the review.
    """
    days = sorted({found.row.on for found in rows if form.since & {*found.row.codes}})
    if not days:
        return None
    day = days[-2] if form.is_record and len(days) > 1 else days[-1]
    if clock is None or clock.state is ClockState.CANNOT_TELL:
        return day
    return min(day, clock.started_on)


def _clock(request: CompositionRequest, children: Sequence[Child]) -> Clock | None:
    """Return the first open clock of these children that the document answers."""
    ids = {child.id for child in children}
    answers, rules = request.template.answers, request.rules
    return first_to_do(c for c in request.the_case().clocks if c.child in ids and is_answered(c.rule, answers, rules))
