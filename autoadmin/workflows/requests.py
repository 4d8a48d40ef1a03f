"""What a draft is asked about becomes everything its composition needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from autoadmin.chronology import Copy, court_rows
from autoadmin.domain.clocks import Clock, first_to_do
from autoadmin.domain.errors import OperationError, UnknownIdError
from autoadmin.domain.held import CaseFile, HeldMeeting
from autoadmin.domain.identifiers import ChildId, FamilyId, MeetingId, UnitId
from autoadmin.domain.rules import is_answered
from autoadmin.domain.templates import DocumentTemplate, Subject
from autoadmin.drafting.request import CompositionRequest
from autoadmin.store import Session
from autoadmin.workflows.chronologies import chronology_of
from autoadmin.workflows.copies import copy_for, role_asked, shared_copy
from autoadmin.workflows.gathering import gather_case, gather_child_case
from autoadmin.workflows.parents_copies import case_for_parents, goes_to_parents, rows_for_parents
from autoadmin.workflows.shelf import Shelf
from autoadmin.workflows.subjects import subject_line

MULTI_AGENCY = "chronology-multi-agency"


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """A composition's request, and where the draft belongs."""

    composition: CompositionRequest
    subject: str
    unit: UnitId | None = None
    family: FamilyId | None = None
    meeting: MeetingId | None = None
    meeting_on: date | None = None
    due_on: date | None = None
    notes: tuple[str, ...] = ()  # for whoever reads the draft


def gather_request(
    store: Session, shelf: Shelf, template: DocumentTemplate, about: Mapping[str, str], *, today: date
) -> DraftRequest:
    """Return what to compose; raises UnknownIdError or OperationError where what is asked about is not held."""
    if template.subject is Subject.MEETING:
        return _of_meeting(store, shelf, template, MeetingId(about["meeting"]))
    if template.subject is Subject.UNIT:
        return _of_unit(store, shelf, template, about)
    return _of_case(store, shelf, template, about, today=today)


def _of_meeting(store: Session, shelf: Shelf, template: DocumentTemplate, meeting: MeetingId) -> DraftRequest:
    held = store.meetings.get(meeting)
    on = held.record.on
    families = [discussion.family_id for discussion in held.record.discussions if discussion.family_id]
    cases = tuple(gather_case(store, shelf, family, at=on, only_before=on) for family in families)
    composition = CompositionRequest(template, at=on, meeting=held, cases=cases, unit=held.unit, rules=shelf.rules)
    subject = subject_line({"meeting": meeting})
    return DraftRequest(composition, subject, held.unit.id, meeting=meeting, meeting_on=on)


def _of_unit(store: Session, shelf: Shelf, template: DocumentTemplate, about: Mapping[str, str]) -> DraftRequest:
    unit = store.units.get(UnitId(about["unit"]))
    if not about.get("meeting_on"):
        raise OperationError(f"{template.id} needs the date of the meeting it is for.")
    on = date.fromisoformat(about["meeting_on"])
    cases = tuple(gather_case(store, shelf, family.id, at=on) for family in store.families.list(unit.id))
    composition = CompositionRequest(template, at=on, cases=cases, unit=unit, meeting_on=on, rules=shelf.rules)
    return DraftRequest(composition, subject_line(about), unit.id, meeting_on=on, due_on=on)


def _of_case(
    store: Session, shelf: Shelf, template: DocumentTemplate, about: Mapping[str, str], *, today: date
) -> DraftRequest:
    child = ChildId(about["child"]) if about.get("child") else None
    meeting = _own_part(store, about, child) if about.get("meeting") else None
    on = meeting.record.on if meeting else None
    if child:
        case = gather_child_case(store, shelf, child, at=on or today, only_before=on)
    elif about.get("family"):
        case = gather_case(store, shelf, FamilyId(about["family"]), at=on or today, only_before=on)
    else:
        raise OperationError(f"{template.id} needs a child or a family: name one with --child or --family.")
    if template.subject is Subject.CHILD and child is None:
        raise OperationError(f"{template.id} is drafted for one child: name one with --child.")
    clock = _clock(template, case, child, about.get("clock", ""), shelf)
    answered = clock.id if clock and is_answered(clock.rule, template.answers, shelf.rules) else ""
    children = [child] if child else [held.id for held in case.family.children]
    kept = {each: chronology_of(store, case, each) for each in children}
    is_chronology = template.composition.startswith("chronology-")
    chronologies = {each: found.standing if is_chronology else found.rows for each, found in kept.items()}
    if goes_to_parents(template):
        case, chronologies = (
            case_for_parents(case),
            {each: rows_for_parents(rows) for each, rows in chronologies.items()},
        )
    rows = chronologies[child] if child else ()
    if is_chronology and child:
        case = kept[child].as_finished(case)
    role = role_asked(about.get("role", ""), template.composition)
    own, shared = copy_for(case, rows, role), shared_copy(case, chronologies, role) if is_chronology else Copy((), {})
    composition = CompositionRequest(
        template,
        at=on,
        meeting=meeting,
        case=case,
        child=child,
        unit=case.unit,
        rules=shelf.rules,
        chronology=own.rows,
        court_chronology=court_rows(own.rows),
        chronologies=chronologies,
        shared=shared.rows,
        withheld=shared.withheld if template.composition == MULTI_AGENCY else own.withheld,
    )
    return DraftRequest(
        composition,
        subject_line({**about, "clock": answered}),
        unit=case.unit.id if case.unit else None,
        family=case.family.id or None,
        meeting=meeting.id if meeting else None,
        meeting_on=on,
        due_on=clock.due_on if clock else None,
        notes=tuple(note for found in kept.values() for note in found.notes()) if is_chronology else (),
    )


def _own_part(store: Session, about: Mapping[str, str], child: ChildId | None) -> HeldMeeting:
    """Return a meeting with what it recorded about this family alone: another family's words never come near."""
    family = store.children.get(child).family if child else FamilyId(about.get("family", ""))
    for meeting in store.meetings.list_for_family(family) if family else ():
        if meeting.id == about["meeting"]:
            return meeting
    raise UnknownIdError(f"The family was not discussed at the meeting {about['meeting']}, as far as is recorded.")


def _clock(template: DocumentTemplate, case: CaseFile, child: ChildId | None, asked: str, shelf: Shelf) -> Clock | None:
    """Return the clock asked about, else the first open one of the child that this document answers."""
    own = [clock for clock in case.clocks if child is None or clock.child == child]
    if asked:
        return next((clock for clock in own if clock.id == asked), None)
    return first_to_do(clock for clock in own if is_answered(clock.rule, template.answers, shelf.rules))
