"""Content of each composition in its varieties: a full case, a review, nothing recorded; and the shipped samples."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from autoadmin.domain.clocks import Clock
from autoadmin.domain.held import CaseFile, HeldMeeting
from autoadmin.domain.identifiers import ChildId, MeetingId
from autoadmin.domain.people import Child, Family, Unit
from autoadmin.domain.records import (
    ActionStatus,
    Attendee,
    Discussion,
    Entry,
    Kind,
    MeetingRecord,
    Presence,
    Section,
)
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.drafting.compose import compose
from autoadmin.drafting.forms.all_forms import FORMS
from autoadmin.workflows.pictured import with_pictures
from tests.drafting.forms.case import a_case_for
from tests.drafting.pellow import (
    MET_ON,
    PELLOW,
    RCPC_N,
    SHEET,
    TAMSIN,
    TEMPLATES,
    UNIT,
    a_clock,
    a_discussion,
    a_meeting,
    a_request,
    an_entry,
    an_event,
    at_line,
    the_case,
    the_entries,
    the_family,
)

Values = Mapping[str, object]


def composed(composition: str) -> list[Values]:
    """Return what the composition makes of every case below."""
    held = cases()
    if composition in FORMS:
        full = a_case_for(composition)
        held = (*held, full, replace(full, meetings=()))
    requests = (replace(a_request(composition, case), unit=case.unit) for case in held)
    return [compose(composition, replace(found, template=_open_to_doubt(found.template))).values for found in requests]


def sample(template: str) -> Values:
    """Return the invented case of a shipped template."""
    values: Values = json.loads((TEMPLATES / template / "sample.json").read_text(encoding="utf-8"))
    return with_pictures(values)


def cases() -> tuple[CaseFile, ...]:
    """Return a full case, one before a review, and two of which almost nothing was recorded.

    Between them they use every field of every document: a composition that needs more adds to them here.
    """
    nothing = a_case_with_nothing()
    return (
        the_case(),
        a_case_before_a_review(),
        a_case_of_weeks(),
        a_case_of_years(),
        nothing,
        replace(nothing, clocks=(_a_review(),)),
    )


def a_case_of_weeks() -> CaseFile:
    """Return a child of whom three meetings recorded what stays, what goes and what comes, and actions nobody did."""
    late = replace(an_entry("ring the landlord", Kind.ACTION, Section.ACTIONS, line=7), status=ActionStatus.LATE)
    stays = an_entry("Nan collects Jory.", section=Section.STRENGTHS, line=6)
    gone = an_entry("The boiler is broken.", section=Section.WORRIES, line=8)
    comes = an_entry("The lift is broken.", section=Section.WORRIES, line=9)
    told = ((stays, gone), (stays, gone, late), (stays, comes, late))
    days = (date(2026, 12, 29), date(2027, 1, 5), MET_ON)
    meetings = tuple(
        a_meeting(a_discussion(*entries), on=on, file=f"{on}.md") for on, entries in zip(days, told, strict=True)
    )
    return replace(the_case(), meetings=meetings)


def a_case_of_years() -> CaseFile:
    """Return a child of whom far more is held than fits on ten pages."""
    carers = " and ".join(f"carer number {number}" for number in range(20))
    events = [an_event("PLACEMENT_START", date(2020, 1, 1) + timedelta(days=20 * n), carer=carers) for n in range(90)]
    return replace(the_case(), events=tuple(events))


def a_case_before_a_review() -> CaseFile:
    """Return a child on a plan, of whom meetings recorded views of every kind since the last conference."""
    meeting = a_meeting(a_discussion(*the_entries(), *_views()), rest=(_an_idea_about_the_room(),))
    others = [Attendee("Wil Okafor", "", presence) for presence in Presence]
    record = replace(meeting.record, attendees=(*meeting.record.attendees, *others))
    earlier = a_meeting(a_discussion(*the_entries()), on=date(2027, 1, 5), file="unit-2-5-january-2027.md")
    events = tuple(an_event(code, date(2026, 9, 1)) for code in ("VISIT_CP", "CORE_GROUP_HELD", "CPP_START"))
    family = the_family()
    unknown = Child(ChildId("C-30414"), "Wenna Pellow", PELLOW)
    family = replace(family, children=(*family.children, unknown))
    return CaseFile(family, UNIT, (earlier, replace(meeting, record=record)), events, (_a_review(),))


def a_case_with_nothing() -> CaseFile:
    """Return a child of whom nobody recorded more than that there was a discussion."""
    family = Family(PELLOW, "", UNIT.id, "", "", (), (Child(TAMSIN, "", PELLOW),))
    unit = Unit(UNIT.id, "Unit 2", "")
    nobody, pellow = Discussion("", at_line(3)), Discussion("", at_line(4), family_id=PELLOW)
    record = MeetingRecord(SHEET, "", "Unit 2", MET_ON, discussions=(nobody, pellow))
    return CaseFile(family, None, (HeldMeeting(MeetingId("meeting-1"), unit, record),))


def _open_to_doubt(template: DocumentTemplate) -> DocumentTemplate:
    return replace(template, to_be_confirmed=(*template.to_be_confirmed, "The heading (local)"))


def _a_review() -> Clock:
    return a_clock(RCPC_N, TAMSIN, date(2026, 8, 3), date(2027, 2, 3))


def _views() -> tuple[Entry, ...]:
    words = ("She was harmed by it.", "The threshold is met.", "We recommend a plan.", "She copes.")
    views = (an_entry(said, Kind.OPINION, Section.CLINICIAN_VIEW, line=70 + at) for at, said in enumerate(words))
    strength = an_entry("She rings the school herself.", section=Section.STRENGTHS, line=80)
    duties = (an_entry(said, Kind.ACTION, Section.ACTIONS) for said in ("ring the landlord", "ring the school"))
    return (*views, strength, *duties)


def _an_idea_about_the_room() -> Entry:
    return an_entry("It is the room.", Kind.HYPOTHESIS, Section.OTHER, line=90)
