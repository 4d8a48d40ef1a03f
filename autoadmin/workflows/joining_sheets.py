"""The record of a meeting meets what is held: units, members, families and children are joined, versions kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from autoadmin.domain.events import Event
from autoadmin.domain.files import TakenFile
from autoadmin.domain.findings import Finding, IntakeReport, Outcome, Place, Severity
from autoadmin.domain.held import HeldMeeting
from autoadmin.domain.identifiers import FamilyId, MeetingId
from autoadmin.domain.identity import match_unit
from autoadmin.domain.people import Adult, Family, Unit
from autoadmin.domain.records import Discussion, MeetingRecord, RecordedChild
from autoadmin.intake import name_children
from autoadmin.store import Session
from autoadmin.workflows.comparing import what_left
from autoadmin.workflows.finding_families import FoundFamily, find_families
from autoadmin.workflows.joined import Joined
from autoadmin.workflows.joining_children import join_children
from autoadmin.workflows.joining_members import join_members

KIND = "discussion sheet"


def join_sheet(store: Session, record: MeetingRecord, file: TakenFile) -> Joined:
    """Save a meeting's record beside what is held; only what was corrected becomes a new version."""
    unit = match_unit(record.unit, record.council, store.units.list())
    store.units.save(unit)
    record, findings = join_members(store, unit, record)
    meeting = MeetingId(f"{unit.id}-{record.on}")
    before = store.meetings.find(meeting)
    header = _with_what_was_held(before, record)
    is_changed = store.meetings.save_header(meeting, unit.id, header, file.sha256, file.taken_at)
    families: list[FamilyId] = []
    for found in find_families(store, unit, record.discussions):
        joined = _join_family(store, unit, found)
        findings += [*joined.findings, *what_left(before, joined.discussion)]
        is_changed |= _save(store, meeting, joined, file)
        families.append(joined.family.id)
    retired = _retire(store, before, record, families, file) if before else {}
    findings += retired.values()
    taken = len(record.entries) + sum(len(discussion.entries) for discussion in record.discussions)
    report = IntakeReport(file.name, KIND, Outcome.TAKEN, taken, (*record.findings, *findings))
    return Joined(report, meeting, tuple(families), tuple(retired), is_changed=is_changed or bool(retired))


@dataclass(frozen=True, slots=True)
class _JoinedFamily:
    family: Family
    discussion: Discussion
    findings: tuple[Finding, ...]


def _with_what_was_held(before: HeldMeeting | None, record: MeetingRecord) -> MeetingRecord:
    """Return the record, its attendance and roles as held before where this sheet is silent about all of them."""
    if before is None:
        return record
    held = before.record
    return replace(
        record,
        council=record.council or held.council,
        chair=record.chair or held.chair,
        notes_by=record.notes_by or held.notes_by,
        attendees=record.attendees or held.attendees,
    )


def _join_family(store: Session, unit: Unit, found: FoundFamily) -> _JoinedFamily:
    """Return the discussion joined to its family and children by id, or by a name that is unique in the unit."""
    held = found.family
    discussion, children, findings = join_children(store, held, replace(found.discussion, family_id=held.id))
    known = tuple(RecordedChild(child.name, child.id, child.born_on, child.expected_on) for child in children)
    discussion, name_findings = name_children(discussion, known)
    family = replace(
        held,
        unit=unit.id,
        worker=discussion.worker or held.worker,
        status=discussion.status or held.status,
        adults=tuple(Adult(a.name, a.relationship, a.has_pr) for a in discussion.adults) or held.adults,
        children=children,
    )
    discussion = replace(discussion, family_name=family.name)
    return _JoinedFamily(family, discussion, (*found.findings, *findings, *name_findings))


def _save(store: Session, meeting: MeetingId, joined: _JoinedFamily, file: TakenFile) -> bool:
    """Save a family's part and return whether it says anything new."""
    family, discussion = joined.family, joined.discussion
    store.families.save(family)
    is_changed = store.meetings.save_discussion(meeting, family.id, discussion, file.sha256, file.taken_at)
    events = tuple(_for_each_child(discussion, family))
    changes = store.events.replace(_origin(meeting, family.id), events, file.taken_at)
    return is_changed or bool(changes.added or changes.retired)


def _for_each_child(discussion: Discussion, family: Family) -> Iterator[Event]:
    """Yield the events, those of the whole family once for each of its children."""
    for event in discussion.events:
        children = [event.child] if event.child else [child.id for child in family.children]
        yield from (replace(event, child=child, family=family.id) for child in children)


def _retire(
    store: Session, before: HeldMeeting, record: MeetingRecord, told: list[FamilyId], file: TakenFile
) -> Mapping[FamilyId, Finding]:
    """Take out of the meeting the families that its corrected sheet no longer tells of, each with a doubt.

    Only a sheet of the same name is that sheet corrected; another sheet may well tell of one family alone.
    """
    if before.record.file != record.file:
        return {}
    retired = {}
    for discussion in before.record.discussions:
        family = discussion.family_id
        if family is None or family in told:
            continue
        store.meetings.retire_discussion(before.id, family)
        store.events.replace(_origin(before.id, family), (), file.taken_at)
        message = f"The earlier sheet of this meeting told of family {family} and this one does not; it was taken out."
        retired[family] = Finding(Severity.DOUBTED, Place(file.name), message)
    return retired


def _origin(meeting: MeetingId, family: FamilyId) -> str:
    return f"discussion:{meeting}/{family}"
