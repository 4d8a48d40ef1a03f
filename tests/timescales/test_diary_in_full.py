"""Further pages of the office diary: what the rules beyond the first eight give, and where each date comes from.

"Brief" is the statutory brief that the rules were stated from. Each page lists every clock of the rules that it names.
"""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.clocks import Coverage
from autoadmin.domain.identifiers import RuleId
from tests.timescales.office_diary import RULE_OF, clocks_of, in_words

AT = date(2026, 11, 27)
LATER = date(2027, 9, 1)

NEED = [
    (
        "brief A1, CIN_VISIT: every four weeks from the plan, then from the visit that saw the child; "
        "brief 0.8: one that did not see the child is none",
        """
        2026-09-01 CIN_PLAN_START
        2026-09-24 VISIT_CIN | seen=Y
        2026-10-20 VISIT_CIN | seen=N
        2026-11-03 VISIT_CIN | seen=Y, seen_alone=Y
        """,
        """
        CIN_VISIT 2026-09-01 -> 2026-09-29 met 2026-09-24
        CIN_VISIT 2026-09-24 -> 2026-10-22 met_late 2026-11-03
        CIN_VISIT 2026-11-03 -> 2026-12-01 due_soon
        """,
    ),
    (
        "brief A1, CIN_REVIEW: first within six weeks, then three months from the meeting held",
        """
        2026-06-01 CIN_PLAN_START
        2026-07-10 CIN_MEETING_HELD
        """,
        """
        CIN_REVIEW_1 2026-06-01 -> 2026-07-13 met 2026-07-10
        CIN_REVIEW 2026-07-10 -> 2026-10-10 overdue
        """,
    ),
    (
        "a child in need plan that became a child protection plan has no more visits of its own",
        """
        2026-09-01 CIN_PLAN_START
        2026-09-14 CPP_START
        2026-09-16 VISIT_CP | seen=Y
        """,
        "CIN_VISIT 2026-09-01 -> 2026-09-29 superseded",
    ),
    (
        "brief A1, CFA_CENSUS: 45 working days from the start of the assessment, beside CFA_45 from the referral",
        """
        2026-09-14 REFERRAL
        2026-09-21 ASSESSMENT_START
        2026-11-18 ASSESSMENT_AUTHORISED
        """,
        """
        CFA_45 2026-09-14 -> 2026-11-16 met_late 2026-11-18
        CFA_CENSUS 2026-09-21 -> 2026-11-23 met 2026-11-18
        """,
    ),
    (
        "brief A1, S7_S37: the date is the order's",
        "2026-11-02 COURT_REPORT_ORDERED | due_on=2026-12-18",
        "S7_S37 2026-11-02 -> 2026-12-18 running",
    ),
]
PROTECTION = [
    (
        "brief A2, CP_VISIT: ten working days; a core group or a lift is no visit, nor one by the clinician",
        """
        2026-10-12 CPP_START
        2026-10-20 VISIT_CP | seen=Y, kind=core group
        2026-10-21 VISIT_CP | seen=Y, by_role=clinician
        2026-10-23 VISIT_CP | seen=Y, by_role=social worker
        2026-11-04 VISIT_CP | seen_alone=Y
        """,
        """
        CP_VISIT 2026-10-12 -> 2026-10-26 met 2026-10-23
        CP_VISIT 2026-10-23 -> 2026-11-06 met 2026-11-04
        CP_VISIT 2026-11-04 -> 2026-11-18 overdue
        """,
    ),
    (
        "brief A2, CP_VISIT: a conference may set a shorter interval for this child",
        """
        2026-10-12 CPP_START | visit_every=weekly
        2026-10-16 VISIT_CP | seen=Y
        2026-10-23 CORE_GROUP_HELD | visit_every=every 5 working days
        2026-10-26 VISIT_CP | seen=Y
        """,
        """
        CP_VISIT 2026-10-12 -> 2026-10-19 met 2026-10-16
        CP_VISIT 2026-10-16 -> 2026-10-23 met_late 2026-10-26
        CP_VISIT 2026-10-26 -> 2026-11-02 overdue
        """,
    ),
    (
        "brief A2: a child both looked after and on a plan is visited once",
        """
        2026-10-12 CPP_START
        2026-10-12 CLA_START
        2026-10-12 PLACEMENT_START
        2026-10-19 VISIT_CLA | seen=Y
        """,
        """
        LAC_VISIT_1 2026-10-12 -> 2026-10-19 met 2026-10-19
        CP_VISIT 2026-10-12 -> 2026-10-26 met 2026-10-19
        CP_VISIT 2026-10-19 -> 2026-11-02 overdue
        LAC_VISIT_N 2026-10-19 -> 2026-11-30 due_soon
        """,
    ),
    (
        "brief A2, CORE_N: four weeks from the last core group",
        """
        2026-10-05 CPP_START
        2026-10-15 CORE_GROUP_HELD
        2026-11-12 CORE_GROUP_HELD
        """,
        """
        CORE_N 2026-10-15 -> 2026-11-12 met 2026-11-12
        CORE_N 2026-11-12 -> 2026-12-10 running
        """,
    ),
    (
        "brief A2, ICPC_REPORT_FAMILY and RCPC_REPORT: two and five working days back from the day booked",
        """
        2026-12-07 ICPC_BOOKED | sheet 2026-11-26
        2026-12-08 CP_REVIEW_BOOKED | sheet 2026-11-19
        2026-09-09 CPP_START
        """,
        """
        RCPC_REPORT 2026-12-08 -> 2026-12-01 due_soon
        ICPC_REPORT_FAMILY 2026-12-07 -> 2026-12-03 running
        """,
    ),
    (
        "a conference that was booked anew has one report, for the later word",
        """
        2026-12-07 ICPC_BOOKED | sheet 2026-11-19
        2026-12-14 ICPC_BOOKED | sheet 2026-11-26
        """,
        "ICPC_REPORT_FAMILY 2026-12-14 -> 2026-12-10 running",
    ),
    (
        "brief A2, RCPC_PREBIRTH: within 20 working days of the birth of a child with a plan; F: 20 days from 30 Nov",
        """
        2026-10-12 ICPC_HELD | outcome_cp=Y
        2026-11-30 BIRTH | sheet 2026-12-03
        """,
        "RCPC_PREBIRTH 2026-11-30 -> 2026-12-30 overdue",
    ),
    ("a birth without a conference before it calls for no review", "2026-11-10 BIRTH", ""),
    (
        "brief A2, POLICE_PROT: 72 hours, weekends and all; EPO: eight days, then seven more",
        """
        2026-11-06 LEGAL_STATUS_START | status=Police protection
        2026-11-09 LEGAL_STATUS_START | status=Emergency protection order
        2026-11-17 EPO_EXTENDED
        2026-11-23 LEGAL_STATUS_END
        """,
        """
        POLICE_PROT 2026-11-06 -> 2026-11-09 superseded
        EPO 2026-11-09 -> 2026-11-17 met 2026-11-17
        EPO_EXTENSION 2026-11-17 -> 2026-11-24 met 2026-11-23
        """,
    ),
    (
        "brief A2, SIN_5 and RAPID_15: from awareness, then from the notification",
        """
        2026-11-02 SERIOUS_INCIDENT
        2026-11-06 SERIOUS_INCIDENT_NOTIFIED
        """,
        """
        SIN_5 2026-11-02 -> 2026-11-09 met 2026-11-06
        RAPID_15 2026-11-06 -> 2026-11-27 due_soon
        """,
    ),
    (
        "brief A2, RHI_72: 72 hours from the return, each episode",
        """
        2026-11-06 MISSING_START
        2026-11-07 MISSING_END
        2026-11-09 RETURN_INTERVIEW
        2026-11-20 MISSING_START
        2026-11-21 MISSING_END
        """,
        """
        RHI_72 2026-11-07 -> 2026-11-10 met 2026-11-09
        RHI_72 2026-11-21 -> 2026-11-24 overdue
        """,
    ),
]
CARE = [
    (
        "brief A3, reg 28(2): a week from the placement, then six weeks from each visit; a move starts it anew",
        """
        2026-08-03 CLA_START
        2026-08-03 PLACEMENT_START | type=U6
        2026-08-07 VISIT_CLA | seen=Y
        2026-09-10 VISIT_CLA | seen=Y
        2026-10-05 PLACEMENT_END
        2026-10-05 PLACEMENT_START | type=U6
        2026-10-12 VISIT_CLA | seen=Y
        """,
        """
        LAC_VISIT_1 2026-08-03 -> 2026-08-10 met 2026-08-07
        LAC_VISIT_N 2026-08-07 -> 2026-09-18 met 2026-09-10
        LAC_VISIT_1 2026-10-05 -> 2026-10-12 met 2026-10-12
        LAC_VISIT_N 2026-09-10 -> 2026-10-22 superseded
        LAC_VISIT_N 2026-10-12 -> 2026-11-23 overdue
        """,
    ),
    (
        "brief A3, reg 28(2)(c): after a year three months if meant to last, else still six weeks",
        """
        2025-01-06 CLA_START
        2025-01-06 PLACEMENT_START | type=U4
        2026-10-12 VISIT_CLA | seen=Y
        """,
        "LAC_VISIT_LT 2026-10-12 -> 2027-01-11 running",
    ),
    (
        "brief A3, reg 28(2)(c): a year in a placement of another kind",
        """
        2025-01-06 CLA_START
        2025-01-06 PLACEMENT_START | type=U6
        2026-10-12 VISIT_CLA | seen=Y
        """,
        "LAC_VISIT_N_LATER 2026-10-12 -> 2026-11-23 overdue",
    ),
    (
        "brief A3, reg 28(3A): longer only with the child's recorded agreement",
        """
        2025-01-06 CLA_START
        2025-01-06 PLACEMENT_START | type=U4
        2026-09-01 CLA_REVIEW_HELD | child_agrees_to_fewer_visits=Y
        2026-10-12 VISIT_CLA | seen=Y
        """,
        "LAC_VISIT_LTF 2026-10-12 -> 2027-04-12 running",
    ),
    (
        "brief A3, reg 28(4): an interim care order at home, weekly to the first review, then four weeks",
        """
        2026-10-05 CLA_START | legal_status=C1
        2026-10-05 PLACEMENT_START | type=P1
        2026-10-09 VISIT_CLA | seen=Y
        2026-10-14 VISIT_CLA | seen=Y
        2026-10-20 CLA_REVIEW_HELD
        2026-10-21 VISIT_CLA | seen=Y
        """,
        """
        LAC_VISIT_1 2026-10-05 -> 2026-10-12 met 2026-10-09
        LAC_VISIT_ICO_1 2026-10-09 -> 2026-10-16 met 2026-10-14
        LAC_VISIT_ICO_1 2026-10-14 -> 2026-10-21 met 2026-10-21
        LAC_VISIT_ICO_N 2026-10-21 -> 2026-11-18 overdue
        """,
    ),
    (
        "brief A3, reg 28(5): a care order at home, a week from the order, then six weeks",
        """
        2026-09-01 CLA_START
        2026-09-01 PLACEMENT_START | type=P1
        2026-10-05 LEGAL_STATUS_START | status=C2
        2026-10-12 VISIT_CLA | seen=Y
        """,
        """
        LAC_VISIT_CO_HOME_1 2026-10-05 -> 2026-10-12 met 2026-10-12
        LAC_VISIT_CO_HOME 2026-10-12 -> 2026-11-23 overdue
        """,
    ),
    (
        "brief A3, reg 33: the second within three months of the first held, then six months of each",
        """
        2026-01-05 CLA_START
        2026-01-30 CLA_REVIEW_HELD
        2026-04-24 CLA_REVIEW_HELD
        """,
        """
        LAC_REV_1 2026-01-05 -> 2026-02-02 met 2026-01-30
        LAC_REV_2 2026-01-30 -> 2026-04-30 met 2026-04-24
        LAC_REV_N 2026-04-24 -> 2026-10-24 overdue
        """,
    ),
    (
        "a review two years into care was not the first, whatever the extract leaves out",
        """
        2024-10-01 CLA_START | bundle 2026-11-24
        2026-07-01 CLA_REVIEW_HELD | bundle 2026-11-24
        """,
        "LAC_REV_N_KNOWN 2026-07-01 -> 2026-12-31 running",
    ),
    (
        "brief A3, IHA, PEP_INIT and SDQ from coming into care; a dental check is no health assessment",
        """
        2015-05-10 BIRTH
        2026-11-02 CLA_START
        2026-11-12 HEALTH_CHECK | type=Dental check
        2026-11-16 PEP_HELD
        """,
        """
        PEP_INIT 2026-11-02 -> 2026-11-16 met 2026-11-16
        IHA 2026-11-02 -> 2026-11-30 due_soon
        SDQ 2026-11-02 -> 2027-11-02 running
        """,
    ),
    (
        "brief A3, RHA: six months under five, twelve from five on; the band changes on the birthday",
        """
        2021-08-01 BIRTH
        2026-01-12 CLA_START
        2026-01-26 HEALTH_CHECK | type=Initial health assessment
        2026-08-03 HEALTH_CHECK | type=Review health assessment
        """,
        """
        RHA_UNDER_5 2026-01-26 -> 2026-07-26 met_late 2026-08-03
        RHA_FROM_5 2026-08-03 -> 2027-08-03 running
        """,
    ),
    (
        "brief A3, REG24_TEMP and REG25_EXT: 16 weeks, and eight more",
        """
        2026-06-01 CLA_START
        2026-06-01 REG24_APPROVED
        2026-09-21 REG25_EXTENDED
        """,
        """
        REG24_TEMP 2026-06-01 -> 2026-09-21 met 2026-09-21
        REG25_EXT 2026-09-21 -> 2026-11-16 overdue
        """,
    ),
    (
        "brief A3, OOA_APPROVE: before it takes effect, not after; OOA_NOTIFY: five working days",
        """
        2026-11-16 CLA_START
        2026-11-16 PLACEMENT_START | out_of_area=Y
        2026-11-19 OUT_OF_AREA_APPROVED
        2026-11-20 OUT_OF_AREA_NOTICE_SENT
        """,
        """
        OOA_APPROVE 2026-11-16 -> 2026-11-16 met_late 2026-11-19
        OOA_NOTIFY 2026-11-16 -> 2026-11-23 met 2026-11-20
        """,
    ),
    (
        "brief A3, T_PLACEMENTS: six weeks in hospital, three for the carer's holiday, seven days else",
        """
        2026-10-01 PLACEMENT_START | type=T1
        2026-11-02 PLACEMENT_START | type=T4
        2026-11-12 PLACEMENT_END
        """,
        """
        T_PLACEMENTS_OTHER 2026-11-02 -> 2026-11-09 met_late 2026-11-12
        T_PLACEMENTS_HOSPITAL 2026-10-01 -> 2026-11-12 superseded
        """,
    ),
]
LEAVING = [
    (
        "brief A4, PATHWAY_ASSESS: three months from the sixteenth birthday of a child in care; "
        "PATHWAY_REVIEW six from the plan",
        """
        2010-07-01 BIRTH
        2024-03-04 CLA_START
        2026-09-25 PATHWAY_REVIEW
        """,
        """
        PATHWAY_ASSESS 2026-07-01 -> 2026-10-01 met 2026-09-25
        PATHWAY_REVIEW 2026-09-25 -> 2027-03-25 running
        """,
    ),
    (
        "brief A4, PA_VISIT: seven days, then two months, not eight weeks",
        """
        2026-08-03 CARE_LEAVER_ACCOMMODATED
        2026-08-10 VISIT_PA
        2026-10-09 VISIT_PA
        """,
        """
        PA_VISIT_1 2026-08-03 -> 2026-08-10 met 2026-08-10
        PA_VISIT 2026-08-10 -> 2026-10-10 met 2026-10-09
        PA_VISIT 2026-10-09 -> 2026-12-09 running
        """,
    ),
    (
        "brief A4, PF: seven working days, six weeks in the year from awareness, twelve after",
        """
        2025-10-06 PF_NOTIFIED
        2025-10-13 VISIT_PF | seen=Y
        2025-11-20 VISIT_PF | seen=Y
        2026-10-12 VISIT_PF | seen=Y
        """,
        """
        PF_FIRST 2025-10-06 -> 2025-10-15 met 2025-10-13
        PF_VISIT 2025-10-06 -> 2025-11-17 met 2025-10-13
        PF_VISIT 2025-10-13 -> 2025-11-24 met 2025-11-20
        PF_VISIT 2025-11-20 -> 2026-01-01 met_late 2026-10-12
        PF_VISIT_LATER 2026-10-12 -> 2027-01-04 running
        """,
    ),
    (
        "brief A4, reg 36: four weeks, three months, six months; visits weekly to the first review",
        """
        2026-01-12 PLACED_FOR_ADOPTION
        2026-01-19 VISIT_ADOPTION | seen=Y
        2026-02-09 ADOPTION_REVIEW_HELD
        2026-05-08 ADOPTION_REVIEW_HELD
        """,
        """
        ADOPT_VISIT 2026-01-12 -> 2026-01-19 met 2026-01-19
        ADOPT_VISIT 2026-01-19 -> 2026-01-26 superseded
        ADOPT_REV_1 2026-01-12 -> 2026-02-09 met 2026-02-09
        ADOPT_REV_2 2026-02-09 -> 2026-05-09 met 2026-05-08
        ADOPT_REV 2026-05-08 -> 2026-11-08 overdue
        """,
    ),
]
COURT = [
    (
        "brief F: 26 weeks from issue on 4 January 2027, last day 4 July; A5: the hearing by Day 18, issue being Day 1",
        "2027-01-04 PROCEEDINGS_ISSUED | sheet 2027-01-07",
        """
        PLO_CMH 2027-01-04 -> 2027-01-27 overdue
        PLO_26W 2027-01-04 -> 2027-07-04 cannot_tell
        """,
    ),
    (
        "brief A5, FPR 2.9: seven days or fewer count business days only, eight do not; over Christmas 2026",
        """
        2026-12-21 COURT_DIRECTION | sheet 2026-12-22 | days=7
        2026-12-22 COURT_DIRECTION | sheet 2026-12-22 | days=8
        """,
        """
        FPR_DAYS 2026-12-22 -> 2026-12-30 overdue
        FPR_DAYS 2026-12-21 -> 2027-01-04 overdue
        """,
    ),
    (
        "brief A5, pre-proceedings: the letter, the meeting, reviews, sixteen weeks in all",
        """
        2026-08-03 PLO_DECISION
        2026-08-07 LETTER_BEFORE_PROCEEDINGS
        2026-08-14 PLO_MEETING
        2026-09-25 PLO_REVIEW_MEETING
        """,
        """
        LBP_SEND 2026-08-03 -> 2026-08-08 met 2026-08-07
        PPM_1 2026-08-07 -> 2026-08-14 met 2026-08-14
        PPM_REVIEW 2026-08-14 -> 2026-09-25 met 2026-09-25
        PPM_REVIEW 2026-09-25 -> 2026-11-06 overdue
        PRE_PROC_TOTAL 2026-08-07 -> 2026-11-27 due_soon
        """,
    ),
    (
        "brief A6: a month for an access request, 30 days for a data-protection complaint, 10 working days for stage 1",
        """
        2026-10-30 SAR_RECEIVED
        2026-11-09 DP_COMPLAINT
        2026-11-02 COMPLAINT_STAGE_1
        2026-11-13 COMPLAINT_ANSWERED
        """,
        """
        CA_COMPLAINT_1 2026-11-02 -> 2026-11-16 met 2026-11-13
        SAR 2026-10-30 -> 2026-11-30 due_soon
        DP_COMPLAINT 2026-11-09 -> 2026-12-09 running
        """,
    ),
    (
        "brief A6: a data-protection complaint before 19 June 2026 is not under the rule",
        "2026-06-01 DP_COMPLAINT",
        "",
    ),
]
PAGES = [*NEED, *PROTECTION, *CARE, *LEAVING, *COURT]


@pytest.mark.parametrize(("source", "happened", "due"), PAGES, ids=[page[0][:60] for page in PAGES])
def test_what_is_due_is_what_the_source_says(source: str, happened: str, due: str) -> None:
    at = LATER if "2026-12-2" in happened or "2027-" in happened or "BIRTH | sheet" in happened else AT
    expected = [line.strip() for line in due.strip().splitlines()]
    rules = {line.split()[0] for line in expected} or _beside_the_page(happened)
    clocks = clocks_of(happened, at=at, coverage=Coverage(date(2024, 1, 4), at))
    assert [in_words(clock) for clock in clocks if clock.rule in rules] == expected, source


def _beside_the_page(happened: str) -> set[str]:
    """Return every rule that the codes of a page could start, for a page that is to start none."""
    return {rule.id for rule in RULE_OF.values() if any(code in happened for code in rule.start_codes)}


def test_every_rule_that_is_on_and_can_be_counted_stands_on_some_page_or_is_tried_elsewhere() -> None:
    named = {RuleId(line.split()[0]) for _, _, due in PAGES for line in due.strip().splitlines()}
    assert named <= set(RULE_OF)
    assert len(named) > 50
