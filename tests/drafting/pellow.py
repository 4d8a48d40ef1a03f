"""An invented family, its unit and its meetings; factories that need only what a test is about."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

from autoadmin.chronology import build_chronology, court_rows
from autoadmin.domain.clocks import Clock, ClockState, clock_id
from autoadmin.domain.events import Event, Precision, Source
from autoadmin.domain.findings import Place
from autoadmin.domain.held import CaseFile, HeldMeeting
from autoadmin.domain.identifiers import ChildId, FamilyId, MeetingId, RuleId, TemplateId, UnitId
from autoadmin.domain.lengths import Length, LengthUnit
from autoadmin.domain.people import Adult, Child, Family, Unit
from autoadmin.domain.records import (
    ActionStatus,
    Attendee,
    Discussion,
    Entry,
    HeaderField,
    Kind,
    MeetingRecord,
    Presence,
    RecordedAdult,
    RecordedChild,
    Section,
)
from autoadmin.domain.rules import Rule, Standing, Start, Stop
from autoadmin.domain.templates import DocumentTemplate, Subject
from autoadmin.drafting.request import CompositionRequest
from autoadmin.workflows.copies import shared_copy

TEMPLATES = Path(__file__).parents[2] / "templates"

TAMSIN, JORY, BABY = ChildId("C-30411"), ChildId("C-30412"), ChildId("C-30413")
PELLOW = FamilyId("F-0733")
MET_ON = date(2027, 1, 12)
EXTRACTED_ON = date(2027, 1, 8)
SHEET = "unit-2-12-january-2027.md"
UNIT = Unit(UnitId("unit-2"), "Unit 2", "Northmere")

ICPC_15 = Rule(
    id=RuleId("ICPC_15"),
    title="Initial child protection conference",
    law="Working Together to Safeguard Children",
    edition="2026",
    standing=Standing.GUIDANCE,
    length=Length(15, LengthUnit.WORKING_DAYS),
    starts=(Start("STRATEGY_DISCUSSION"),),
    stops=(Stop("ICPC_HELD"),),
)
RCPC_N = replace(
    ICPC_15,
    id=RuleId("RCPC_N"),
    title="Review child protection conference",
    length=Length(6, LengthUnit.MONTHS),
    starts=(Start("CP_REVIEW_HELD"),),
    stops=(Stop("CP_REVIEW_HELD"),),
)
RULES = {rule.id: rule for rule in (ICPC_15, RCPC_N)}


def a_template(template_id: str) -> DocumentTemplate:
    """Return the template as its folder describes it."""
    said = tomllib.loads((TEMPLATES / template_id / "template.toml").read_text(encoding="utf-8"))
    return DocumentTemplate(
        id=TemplateId(said["id"]),
        title=said["title"],
        version=said["version"],
        subject=Subject(said["subject"]),
        composition=said["composition"],
        law=said["law"],
        classification=said.get("classification", "OFFICIAL-SENSITIVE"),
        drafted_by=said["drafted_by"],
        signed_by=said.get("signed_by", ""),
        received_by=tuple(said["received_by"]),
        required=tuple(said.get("required", ())),
        labels=said["fields"],
        most_pages=said.get("most_pages", 0),
        to_be_confirmed=tuple(said.get("to_be_confirmed", ())),
    )


def at_line(number: int, file: str = SHEET) -> Place:
    """Return a place in the sheet."""
    return Place(file, f"line {number}", number)


def an_entry(
    text: str, kind: Kind = Kind.FACT, section: Section = Section.SINCE, *, line: int = 1, raw: str = ""
) -> Entry:
    """Return one entry; `replace` fills in what else a test is about."""
    return Entry(f"e{line}", section, kind, text, raw or text, at_line(line))


def an_event(
    code: str, on: date, *, child: ChildId | None = TAMSIN, place: Place | None = None, **fields: str
) -> Event:
    """Return an event as an extract tells it."""
    source = Source(place or Place("census.xml", "row 14", 14), "", "children-in-need census", EXTRACTED_ON)
    return Event(code, on, source, child, PELLOW, fields=fields)


def a_clock(
    rule: Rule, child: ChildId, started_on: date, due_on: date, state: ClockState = ClockState.RUNNING
) -> Clock:
    """Return a clock that a discussion sheet started."""
    source = Source(at_line(26), "", "discussion sheet", MET_ON)
    started_by = Event(rule.starts[0].event, started_on, source, child, PELLOW)
    return Clock(clock_id(rule.id, child, started_on), rule.id, child, started_by, started_on, due_on, state)


def the_entries() -> tuple[Entry, ...]:
    """Return a discussion that shows everything: six kinds, gaps, what is private, one child's and everybody's."""
    quote = "I like it when Nan does the register in the morning, like school."
    long = (
        "Tamsin has done the shopping on her own every evening since the clocks went back, & is home after dark. " * 8
    )
    return (
        replace(
            an_entry(long.strip(), section=Section.LIVED_EXPERIENCE, line=22), author="Bryn Pascoe", about=(TAMSIN,)
        ),
        replace(
            an_entry(quote, Kind.SAID, Section.LIVED_EXPERIENCE, line=23, raw=f'- Tamsin: "{quote}" (8 Jan)'),
            speaker="Tamsin",
            about=(TAMSIN,),
            on=date(2027, 1, 8),
        ),
        replace(
            an_entry("When it's loud I put my coat over the rabbit.", Kind.SAID, Section.LIVED_EXPERIENCE, line=24),
            speaker="Jory",
            about=(JORY,),
        ),
        an_entry("The enquiry is complete and the unit is split on what comes next.", section=Section.WHY_NOW, line=25),
        replace(an_entry("Strategy discussion held with police and health.", line=26), on=date(2027, 1, 5)),
        replace(
            an_entry("Marcus visited at home. Both children seen; heating < 18 °C.", line=27),
            on=date(2027, 1, 6),
            author="Marcus Tennant",
        ),
        replace(
            an_entry("I want to be asked, not told.", Kind.SAID, Section.FAMILY_WORDS, line=28), speaker="Morwenna"
        ),
        an_entry("Goal: nobody shouts before school, three weeks running.", section=Section.FAMILY_WORDS, line=29),
        replace(
            an_entry("Tamsin was late for school on nine of fourteen days.", section=Section.WORRIES, line=30),
            on=date(2027, 1, 11),
            about=(TAMSIN,),
        ),
        replace(
            an_entry("The new address is not to be given to Callum.", section=Section.WORRIES, line=31),
            is_restricted=True,
            on=date(2027, 1, 11),
        ),
        replace(
            an_entry("Tamsin keeps the house running.", Kind.HYPOTHESIS, Section.HYPOTHESES, line=32),
            author="Dr Calder",
            to_test="ask Ailsa about a day when Tamsin is ill",
            on=date(2027, 1, 12),
        ),
        replace(an_entry("Every visit is a verdict.", Kind.HYPOTHESIS, Section.HYPOTHESES, line=33), author="Marcus"),
        replace(an_entry("See them together.", Kind.OPINION, Section.CLINICIAN_VIEW, line=34), author="Dr Calder"),
        an_entry("Marcus would wait for the midwife.", Kind.OPINION, Section.DIFFERENT_VIEWS, line=35),
        replace(
            an_entry("Jory is not yet talking at nursery.", section=Section.WORRIES, line=36),
            on=date(2027, 1, 7),
            about=(JORY,),
        ),
        replace(
            an_entry("Convene an initial conference for Tamsin and Jory.", Kind.DECISION, Section.DECISIONS, line=37),
            why="the children are doing the adults' work",
            authoriser="Farida Qureshi",
            about=(TAMSIN, JORY),
        ),
        an_entry("Offer a family group conference.", Kind.DECISION, Section.DECISIONS, line=38),
        replace(
            an_entry("see Tamsin at school, alone", Kind.ACTION, Section.ACTIONS, line=39),
            owner="Bryn Pascoe",
            due_on=date(2027, 1, 19),
            status=ActionStatus.OPEN,
            about=(TAMSIN,),
        ),
        replace(
            an_entry("ask the midwife for the booking summary", Kind.ACTION, Section.ACTIONS, line=40),
            owner="Marcus Tennant",
            status=ActionStatus.LATE,
            about=(BABY,),
        ),
        replace(an_entry("arrange an interpreter", Kind.ACTION, Section.ACTIONS, line=41), due_on=date(2027, 1, 15)),
    )


def a_discussion(*entries: Entry) -> Discussion:
    """Return the discussion of the Pellow family with these entries."""
    return Discussion(
        family_name="Pellow",
        place=at_line(12),
        family_id=PELLOW,
        children=(
            RecordedChild("Tamsin Pellow", TAMSIN, date(2014, 5, 9)),
            RecordedChild("Jory Pellow", JORY, date(2018, 1, 21)),
            RecordedChild("Baby Pellow", BABY, expected_on=date(2027, 3, 2)),
        ),
        adults=(
            RecordedAdult("Morwenna Pellow", "mother", True),
            RecordedAdult("Ailsa Pellow", "maternal grandmother"),
        ),
        worker="Marcus Tennant",
        status="Tamsin child in need; Jory section 47 enquiry from 5 January 2027",
        minutes_spent=25,
        entries=entries,
    )


def a_meeting(
    *discussions: Discussion, on: date = MET_ON, file: str = SHEET, rest: tuple[Entry, ...] = ()
) -> HeldMeeting:
    """Return a held meeting of Unit 2."""
    record = MeetingRecord(
        file=file,
        sha256="",
        unit="Unit 2",
        on=on,
        council="Northmere",
        chair="Farida Qureshi",
        notes_by="Noor Haddad",
        attendees=(
            Attendee("Farida Qureshi", "consultant social worker"),
            Attendee("Dr Ines Calder", "clinician"),
            Attendee("Noor Haddad"),
            Attendee("Odette Lindqvist", "social worker", Presence.APOLOGIES, "training"),
            Attendee("Rosalind Vane", "health visitor", Presence.GUEST, "for Pellow only"),
        ),
        header=(HeaderField("Not discussed", "Okonjo-Reid (no time)", at_line(4, file)),),
        discussions=discussions,
        entries=rest,
    )
    return HeldMeeting(MeetingId(f"meeting-{on.isoformat()}"), UNIT, record)


def the_family() -> Family:
    """Return the Pellow family as held."""
    return Family(
        PELLOW,
        "Pellow",
        UNIT.id,
        "Marcus Tennant",
        "Tamsin child in need; Jory section 47 enquiry from 5 January 2027",
        (Adult("Morwenna Pellow", "mother", True), Adult("Ailsa Pellow", "maternal grandmother")),
        (
            Child(TAMSIN, "Tamsin Pellow", PELLOW, date(2014, 5, 9)),
            Child(JORY, "Jory Pellow", PELLOW, date(2018, 1, 21)),
            Child(BABY, "Baby Pellow", PELLOW, expected_on=date(2027, 3, 2)),
        ),
    )


def the_events() -> tuple[Event, ...]:
    """Return what the extracts say of Tamsin, and one event of Jory's."""
    return (
        an_event("BIRTH", date(2014, 5, 9)),
        an_event("EH_START", date(2019, 3, 4), place=Place("census.xml", "row 15", 15)),
        replace(an_event("REFERRAL", date(2023, 2, 1), place=Place("census.xml", "row 16")), precision=Precision.MONTH),
        an_event("REFERRAL", date(2027, 1, 4), source="school", outcome="Assessment"),
        an_event("VISIT_CIN", date(2026, 2, 1), seen_alone="Y"),
        an_event("MISSING_START", date(2026, 6, 1), child=JORY),
    )


def the_meeting() -> HeldMeeting:
    """Return the meeting of 12 January with the Pellows and a family of whom almost nothing was recorded."""
    thin = Discussion("Adeyinka-Brandt", at_line(50), children=(RecordedChild("Teo Adeyinka-Brandt"),))
    spare = replace(an_entry("Room 3 is not free on 26 January.", section=Section.OTHER, line=60))
    return a_meeting(a_discussion(*the_entries()), thin, rest=(spare,))


def the_case() -> CaseFile:
    """Return everything held about the Pellows."""
    clocks = tuple(a_clock(ICPC_15, child, date(2027, 1, 5), date(2027, 1, 26)) for child in (TAMSIN, JORY))
    return CaseFile(the_family(), UNIT, (the_meeting(),), the_events(), clocks)


def a_request(template_id: str, case: CaseFile | None = None, child: ChildId = TAMSIN) -> CompositionRequest:
    """Return a request with every part filled, as the workflow fills it."""
    case = case or the_case()
    rows = build_chronology(case, child)
    chronologies = {each.id: build_chronology(case, each.id) for each in _about(template_id, case, child)}
    shared = shared_copy(case, chronologies)
    return CompositionRequest(
        template=a_template(template_id),
        meeting=case.meetings[-1] if case.meetings else None,
        case=case,
        cases=(case,),
        child=child,
        unit=UNIT,
        meeting_on=date(2027, 1, 19),
        rules=RULES,
        chronology=rows,
        court_chronology=court_rows(rows),
        chronologies=chronologies,
        shared=shared.rows,
        withheld=shared.withheld if template_id == "chronology-multi-agency" else {},
    )


def _about(template_id: str, case: CaseFile, child: ChildId) -> tuple[Child, ...]:
    """Return the children that a document is about."""
    is_of_child = a_template(template_id).subject is Subject.CHILD
    return tuple(each for each in case.family.children if not is_of_child or each.id == child)
