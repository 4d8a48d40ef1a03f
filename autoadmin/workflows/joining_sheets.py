"""The record of a meeting meets what is held: units, members, families and children are joined, versions kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from autoadmin.domain.events import Event
from autoadmin.domain.files import TakenFile
from autoadmin.domain.findings import Finding, IntakeReport, Outcome, Severity
from autoadmin.domain.held import HeldMeeting
from autoadmin.domain.identifiers import FamilyId, MeetingId, slug
from autoadmin.domain.identity import fold, match_family, match_unit
from autoadmin.domain.people import Adult, Family, Unit
from autoadmin.domain.records import Discussion, MeetingRecord, RecordedChild
from autoadmin.intake import name_children
from autoadmin.store import Session
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
    header = _with_what_was_held(store.meetings.find(meeting), record)
    store.meetings.save_header(meeting, unit.id, header, file.sha256, file.taken_at)
    families = []
    for discussion in record.discussions:
        joined = _join_family(store, unit, discussion)
        _save(store, meeting, joined, file)
        families.append(joined.family.id)
        findings += joined.findings
    taken = len(record.entries) + sum(len(discussion.entries) for discussion in record.discussions)
    report = IntakeReport(file.name, KIND, Outcome.TAKEN, taken, (*record.findings, *findings))
    return Joined(report, meeting, tuple(dict.fromkeys(families)))


def _with_what_was_held(held: HeldMeeting | None, record: MeetingRecord) -> MeetingRecord:
    """Return the record, its attendance and roles as held before where this sheet is silent about all of them."""
    if held is None:
        return record
    before = held.record
    return replace(
        record,
        council=record.council or before.council,
        chair=record.chair or before.chair,
        notes_by=record.notes_by or before.notes_by,
        attendees=record.attendees or before.attendees,
    )


@dataclass(frozen=True, slots=True)
class _JoinedFamily:
    family: Family
    discussion: Discussion
    findings: tuple[Finding, ...]


def _save(store: Session, meeting: MeetingId, joined: _JoinedFamily, file: TakenFile) -> None:
    family, discussion = joined.family, joined.discussion
    store.families.save(family)
    store.meetings.save_discussion(meeting, family.id, discussion, file.sha256, file.taken_at)
    origin = f"discussion:{meeting}/{family.id}"
    store.events.replace(origin, tuple(_for_each_child(discussion, family)), file.taken_at)


def _for_each_child(discussion: Discussion, family: Family) -> Iterator[Event]:
    """Yield the events, those of the whole family once for each of its children."""
    for event in discussion.events:
        children = [event.child] if event.child else [child.id for child in family.children]
        yield from (replace(event, child=child, family=family.id) for child in children)


def _join_family(store: Session, unit: Unit, discussion: Discussion) -> _JoinedFamily:
    """Return the discussion joined to its family and children by id, or by a name that is unique in the unit."""
    held, findings = _find_family(store, unit, discussion)
    discussion, children, child_findings = join_children(store, held, replace(discussion, family_id=held.id))
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
    return _JoinedFamily(family, discussion, (*findings, *child_findings, *name_findings))


def _find_family(store: Session, unit: Unit, discussion: Discussion) -> tuple[Family, list[Finding]]:
    name = discussion.family_name

    def doubt(message: str) -> list[Finding]:
        return [Finding(Severity.DOUBTED, discussion.place, message, raw=discussion.heading)]

    if discussion.family_id:
        held = store.families.find(discussion.family_id) or Family(discussion.family_id, name)
        if held.name and name and fold(held.name) != fold(name):
            return held, doubt(f'{held.id} is held as "{held.name}"; joined on the id. Please check.')
        return replace(held, name=held.name or name), []
    by_name = match_family(name, store.families.list(unit.id))
    if by_name:
        return by_name, doubt(f"No family id; taken as {by_name.id}, the only family of that name in the unit.")
    provisional = FamilyId(f"{unit.id}-{slug(name) or 'family'}")
    held = store.families.find(provisional) or Family(provisional, name)
    return held, doubt(f'No family id, and no one family of that name is held; kept as "{provisional}" for now.')
