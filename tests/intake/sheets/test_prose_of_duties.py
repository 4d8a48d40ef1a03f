"""What no extract carries starts its clock from the sheet: court, private fostering, pathways, connected persons."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.events import Event
from tests.intake.sheets.typed import ELLA, a_family, a_record, events_of

ONLY_ELLA = "Children: Ella Marsh (C-22019, born 3 April 2015)"


def of_ella(line: str) -> list[Event]:
    """Return what a line states where Ella is the only child, without her birth."""
    family = a_family(f"### What has happened since\n- {line}", children=ONLY_ELLA)
    return [event for event in family.events if event.code != "BIRTH"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("10 Nov: referral received from school", "REFERRAL"),
        ("ref recd 10/11 from school (Mr Shah, DSL) - bruise on arm", "REFERRAL"),
        ("10 Nov: Referral from the police", "REFERRAL"),
        ("CFA started 10/11", "ASSESSMENT_START"),
        ("10 Nov: CFA signed off by Ruth", "ASSESSMENT_AUTHORISED"),
        ("strat disc 10/11 w police and health", "STRATEGY_DISCUSSION"),
        ("10 Nov: Strategy discussion with police and midwife", "STRATEGY_DISCUSSION"),
        ("10 Nov: s47 signed off by Ruth, not substantiated", "S47_END"),
        ("1st core grp held 10/11", "CORE_GROUP_HELD"),
        ("10 Nov: legal gateway meeting decided to start pre-proceedings", "PLO_DECISION"),
        ("10 Nov: letter before proceedings sent to Kelly and Dean", "LETTER_BEFORE_PROCEEDINGS"),
        ("LBP handed to Kelly 10/11", "LETTER_BEFORE_PROCEEDINGS"),
        ("10 Nov: pre-proceedings meeting held with both solicitors", "PLO_MEETING"),
        ("10 Nov: PLO review meeting held", "PLO_REVIEW_MEETING"),
        ("10 Nov: application for a care order issued", "PROCEEDINGS_ISSUED"),
        ("10 Nov: care proceedings were issued", "PROCEEDINGS_ISSUED"),
        ("10 Nov: care proceedings concluded", "PROCEEDINGS_ENDED"),
        ("10 Nov: notification of private fostering received from Anne Quigley", "PF_NOTIFIED"),
        ("10 Nov: pathway plan reviewed", "PATHWAY_REVIEW"),
        ("10 Nov: pathway needs assessment completed", "PATHWAY_ASSESSED"),
        ("10 Nov: Maureen temporarily approved under regulation 24", "REG24_APPROVED"),
        ("10 Nov: temporary approval under reg 24 given", "REG24_APPROVED"),
        ("10 Nov: temporary approval extended for eight weeks", "REG25_EXTENDED"),
        ("10 Nov: Ella became looked after under section 20", "CLA_START"),
        ("10 Nov: the DCS approved the placement", "OUT_OF_AREA_APPROVED"),
        ("10 Nov: host authority told in writing", "OUT_OF_AREA_NOTICE_SENT"),
        ("10 Nov: case closed", "CASE_CLOSED"),
    ],
)
def test_what_the_sheet_plainly_says_starts_or_meets_its_clock(line: str, code: str) -> None:
    assert [(event.code, event.child, event.on) for event in of_ella(line)] == [(code, ELLA, date(2026, 11, 10))]


@pytest.mark.parametrize(
    "line",
    [
        "10 Nov: referral to CAMHS accepted",
        "10 Nov: CAMHS referral received",
        "10 Nov: referral received by CAMHS",
        "10 Nov: referral from Tom to the family centre",
        "10 Nov: letter before proceedings not sent",
        "10 Nov: letter before proceedings drafted",
        "10 Nov: pre-proceedings meeting booked",
        "10 Nov: care proceedings to be issued",
        "10 Nov: care proceedings not issued",
        "10 Nov: private law proceedings issued by Dean",
        "10 Nov: interim care order not made",
        "10 Nov: interim care order applied for",
        "10 Nov: strategy discussion with police requested",
        "10 Nov: pathway plan to be reviewed",
        "10 Nov: temporary approval under regulation 24 refused",
        "10 Nov: temporary approval under regulation 24 not given",
        "10 Nov: case closed by the police",
        "10 Nov: police say the case is closed",
        "10 Nov: CFA not started",
        "10 Nov: host authority to be told",
        "10 Nov: Kelly became looked after at six",
        "10 Nov: Ella's mother became looked after at six",
        "10 Nov: care order made for her half-brother",
        "10 Nov: EPO granted for Max",
        "10 Nov: Kelly worried care proceedings might be issued",
        "10 Nov: Kelly has heard nothing since the letter before proceedings was sent",
        "10 Nov: talked with Kelly about the pre-proceedings meeting held in July",
        "10 Nov: Mum said her pathway plan was reviewed",
        "10 Nov: referral from the GP, no further action",
    ],
)
def test_what_is_planned_undone_or_another_services_is_no_event(line: str) -> None:
    assert of_ella(line) == []


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("10 Nov: interim care order made", "interim care order"),
        ("10 Nov: final care order made", "care order"),
        ("10 Nov: EPO granted", "emergency protection order"),
        ("10 Nov: Ella taken into police protection", "police protection"),
    ],
)
def test_an_order_that_was_made_is_the_childs_legal_status(line: str, status: str) -> None:
    (event,) = of_ella(line)
    assert (event.code, event.fields) == ("LEGAL_STATUS_START", {"status": status})


def test_an_order_is_nobodys_where_the_line_names_none_of_several_children() -> None:
    assert events_of("10 Nov: interim care order made") == []
    assert [event.child for event in events_of("10 Nov: interim care order made for Ella")] == [ELLA]


def test_a_hearing_says_which_it_was_and_one_that_is_listed_is_booked() -> None:
    (held,) = of_ella("10 Nov: case management hearing held before HHJ Marr")
    assert (held.code, held.fields) == ("COURT_HEARING", {"kind": "case management"})
    (booked,) = of_ella("IRH listed for 3 February 2027")
    assert (booked.code, booked.on, booked.fields) == (
        "COURT_HEARING_BOOKED",
        date(2027, 2, 3),
        {"kind": "issues resolution"},
    )


def test_a_move_out_of_the_area_says_so() -> None:
    (moved,) = of_ella("10 Nov: Ella moved to a new placement with the Ormes in Whitehaven, outside our area")
    assert (moved.code, moved.fields) == ("PLACEMENT_START", {"out_of_area": "yes"})
    (near,) = of_ella("10 Nov: Ella placed with Mrs Hill, not out of area")
    assert near.fields == {}


def test_private_fostering_is_no_placement_and_its_visits_are_its_own() -> None:
    body = "### What has happened since\n- 27 Oct: Tom made the private fostering visit; he saw Ella alone."
    events = a_family(body, status="privately fostered placement from 1 September 2026", children=ONLY_ELLA).events
    assert [(event.code, event.on) for event in events if event.code != "BIRTH"] == [
        ("PF_START", date(2026, 9, 1)),
        ("VISIT_PF", date(2026, 10, 27)),
    ]
    record = a_record("", status="privately fostered from 1 September 2026", children=ONLY_ELLA)
    assert record.findings == ()


def test_a_visit_told_in_a_table_is_a_visit() -> None:
    line = "14 Nov: Visit to Ella at Gwen Tarr’s home. Seen alone"
    (visit,) = events_of(line, status="Ella looked after, section 20, from 2 November 2026")
    assert (visit.code, visit.fields) == ("VISIT_CLA", {"seen": "yes", "seen_alone": "yes"})
    assert events_of(line.replace("Visit", "Contact visit"), status="Ella looked after from 2 November 2026") == []
