"""Names of workers in a meeting's record become the full names under which the unit holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from autoadmin.domain.findings import Finding, Place, Severity
from autoadmin.domain.identifiers import MemberId, slug
from autoadmin.domain.identity import fold, match_member
from autoadmin.domain.people import Member, Unit
from autoadmin.domain.records import Attendee, Discussion, Entry, MeetingRecord, Presence
from autoadmin.store import Session


def join_members(store: Session, unit: Unit, record: MeetingRecord) -> tuple[MeetingRecord, list[Finding]]:
    """Return the record with workers' names completed, and a note for each name that was; new members are saved.

    Guests are not members. A first name counts only where one member of the unit has it.
    """
    held = list(store.units.list_members(unit.id))
    findings: list[Finding] = []
    attendees = []
    for attendee in record.attendees:
        if attendee.presence is not Presence.GUEST:
            attendee, found = _join(unit, attendee, held, record)
            findings += found
            store.units.save_member(_as_member(unit, attendee, held))
            held = list(store.units.list_members(unit.id))
        attendees.append(attendee)
    return _completed(record, tuple(attendees), held), findings


def _join(
    unit: Unit, attendee: Attendee, held: Sequence[Member], record: MeetingRecord
) -> tuple[Attendee, list[Finding]]:
    member = match_member(attendee.name, held)
    if member is None:
        if len(attendee.name.split()) > 1:
            return attendee, []
        message = (
            f'"{attendee.name}" is nobody the unit holds under one name; kept as written. Please give the full name.'
        )
        return attendee, [Finding(Severity.DOUBTED, Place(record.file, "attendance"), message)]
    joined = replace(attendee, name=member.name, role=attendee.role or member.role)
    if fold(member.name) == fold(attendee.name):
        return joined, []
    message = f'"{attendee.name}" was taken as {member.name}, the only one of {unit.name} it can be.'
    return joined, [Finding(Severity.NOTE, Place(record.file, "attendance"), message, raw=attendee.name)]


def _as_member(unit: Unit, attendee: Attendee, held: Sequence[Member]) -> Member:
    known = match_member(attendee.name, held)
    if known:
        return replace(known, role=attendee.role or known.role)
    return Member(MemberId(f"{unit.id}/{slug(attendee.name)}"), unit.id, attendee.name, attendee.role)


def _completed(record: MeetingRecord, attendees: tuple[Attendee, ...], members: Sequence[Member]) -> MeetingRecord:
    return replace(
        record,
        attendees=attendees,
        chair=_full_name(record.chair, members),
        notes_by=_full_name(record.notes_by, members),
        entries=tuple(_with_full_names(entry, members) for entry in record.entries),
        discussions=tuple(_discussion(discussion, members) for discussion in record.discussions),
    )


def _discussion(discussion: Discussion, members: Sequence[Member]) -> Discussion:
    return replace(
        discussion,
        worker=_full_name(discussion.worker, members),
        entries=tuple(_with_full_names(entry, members) for entry in discussion.entries),
    )


def _with_full_names(entry: Entry, members: Sequence[Member]) -> Entry:
    return replace(
        entry,
        author=_full_name(entry.author, members),
        authoriser=_full_name(entry.authoriser, members),
        owner=_full_name(entry.owner, members),
    )


def _full_name(name: str, members: Sequence[Member]) -> str:
    member = match_member(name, members)
    return member.name if member else name
