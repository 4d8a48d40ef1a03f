"""Invented records for the store to keep; each needs only what its test is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

from autoadmin.domain.clocks import Clock, ClockState, clock_id
from autoadmin.domain.drafts import Draft, draft_id
from autoadmin.domain.events import Event, Source
from autoadmin.domain.files import TakenFile
from autoadmin.domain.findings import Finding, IntakeReport, Outcome, Place, Severity
from autoadmin.domain.gaps import Gap
from autoadmin.domain.identifiers import ChildId, FamilyId, MeetingId, RuleId, TemplateId, UnitId
from autoadmin.domain.people import Adult, Child, Family, Unit
from autoadmin.domain.records import (
    ActionStatus,
    Attendee,
    Discussion,
    Entry,
    HeaderField,
    Heading,
    Kind,
    MeetingRecord,
    RecordedAdult,
    RecordedChild,
    Section,
)
from autoadmin.store import Session

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 27, 12, tzinfo=UTC)

UNIT = Unit(UnitId("unit-9"), "Unit 9", "Hull")
ANNA = Child(ChildId("C-1"), "Anna Reed", FamilyId("F-1"), born_on=date(2015, 4, 3))
BEN = Child(ChildId("C-2"), "Ben Reed", FamilyId("F-1"), expected_on=date(2027, 2, 12))
REED = Family(
    FamilyId("F-1"), "Reed", UNIT.id, "Tom Hale", "child protection plan", (Adult("Kay", "mother", True),), (ANNA, BEN)
)
LANE = Family(FamilyId("F-2"), "Lane", UNIT.id)
MEETING = MeetingId("unit-9@2026-11-19")


def sheet_place(line: int) -> Place:
    return Place("sheet.md", f"line {line}", row=line)


def an_entry(text: str = "Anna was seen alone.", *, line: int = 10, kind: Kind = Kind.FACT) -> Entry:
    return Entry(f"e-{text[:5]}", Section.SINCE, kind, text, f"- {text}", sheet_place(line), about=("C-1",))


def an_action(text: str, due_on: date) -> Entry:
    entry = an_entry(text, line=20, kind=Kind.ACTION)
    return replace(entry, section=Section.ACTIONS, owner="Tom Hale", due_on=due_on, status=ActionStatus.OPEN)


def a_discussion(family: Family = REED, *, entries: Sequence[Entry] | None = None, line: int = 8) -> Discussion:
    return Discussion(
        family_name=family.name,
        place=sheet_place(line),
        family_id=family.id,
        heading=f"Family: {family.name}",
        children=(RecordedChild("Anna Reed", ChildId("C-1"), born_on=date(2015, 4, 3)),),
        adults=(RecordedAdult("Kay Reed", "mother", True),),
        minutes_spent=25,
        header=(HeaderField("Worker", "Tom Hale", sheet_place(line + 1)),),
        headings=(Heading(Section.SINCE, "What has happened since", sheet_place(line + 2)),),
        entries=(an_entry(),) if entries is None else tuple(entries),
        events=(an_event(file="sheet.md"),),
    )


def a_record(*discussions: Discussion, chair: str = "Ruth Bell") -> MeetingRecord:
    return MeetingRecord(
        file="sheet.md",
        sha256=a_digest("sheet.md"),
        unit=UNIT.name,
        on=date(2026, 11, 19),
        council=UNIT.council,
        chair=chair,
        attendees=(Attendee("Ruth Bell", "consultant social worker"),),
        discussions=discussions,
        entries=(an_entry("Rota for Christmas agreed.", line=90),),
        findings=(Finding(Severity.NOTE, sheet_place(3), "Read as a date.", "19/11"),),
    )


def an_event(
    code: str = "CPP_START", on: date = date(2026, 9, 14), *, child: str | None = "C-1", file: str = "census.xml"
) -> Event:
    source = Source(Place(file, "row 3", 3, "CPPstartDate"), on.isoformat(), "census", date(2026, 11, 1))
    return Event(code, on, source, ChildId(child) if child else None, fields={"category": "neglect"})


def a_clock(rule: str = "CORE_1", due_on: date = date(2026, 9, 28), state: ClockState = ClockState.OVERDUE) -> Clock:
    started_by = an_event()
    name = clock_id(RuleId(rule), ANNA.id, started_by.on)
    notes = ("Nobody recorded a core group.",)
    return Clock(name, RuleId(rule), ANNA.id, started_by, started_by.on, due_on, state, notes=notes)


def a_draft(records: str = "r1", *, template: str = "unit-minutes", at: datetime = NOON) -> Draft:
    subject = f"meeting:{MEETING}"
    return Draft(
        id=draft_id(TemplateId(template), "t" * 64, subject, records),
        template=TemplateId(template),
        template_version="1.0",
        template_sha256="t" * 64,
        subject=subject,
        records_hash=records,
        title="Minutes",
        drafted_at=at,
        sha256="d" * 64,
        file="unit-9/minutes.docx",
        unit=UNIT.id,
        family=REED.id,
        children=(BEN.id, ANNA.id),
        meeting=MEETING,
        meeting_on=date(2026, 11, 19),
        gaps=(Gap("chair", "who chaired", True),),
        notes=("One page.",),
    )


def a_digest(name: str) -> str:
    return sha256(name.encode()).hexdigest()


def a_file(name: str = "sheet.md") -> TakenFile:
    finding = Finding(Severity.DOUBTED, sheet_place(4), "No year.", "19 Nov")
    report = IntakeReport(name, "discussion sheet", Outcome.TAKEN, 3, (finding,))
    return TakenFile(a_digest(name), name, "discussion sheet", Outcome.TAKEN, NOON, report)


def keep_people(session: Session) -> None:
    """Keep the unit, both families and the file that the other examples refer to."""
    session.files.add(a_file(), b"# Unit meeting")
    session.units.save(UNIT)
    session.families.save(REED)
    session.families.save(LANE)


def keep_meeting(session: Session, *discussions: Discussion, sha256: str = a_digest("sheet.md")) -> None:
    """Keep a meeting with these discussions."""
    record = a_record(*discussions)
    session.meetings.save_header(MEETING, UNIT.id, record, sha256, NOON)
    for discussion in discussions:
        assert discussion.family_id is not None
        session.meetings.save_discussion(MEETING, discussion.family_id, discussion, sha256, NOON)
