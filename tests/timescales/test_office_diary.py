"""Pages of an office diary: what happened, what is due under which rule, and where each expected date comes from.

"Brief" is the statutory brief that the rules were stated from; its section F holds the test vectors.
"""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.clocks import Coverage
from tests.timescales.office_diary import clocks_of, in_words

PAGES = [
    (
        "brief A3: a review 20 working days from the start of care, "
        "a care plan 10 and a placement plan 5 from the first placement",
        """
        2026-11-02 CLA_START
        2026-11-02 PLACEMENT_START
        """,
        """
        PLACE_PLAN 2026-11-02 -> 2026-11-09 overdue
        CARE_PLAN 2026-11-02 -> 2026-11-16 overdue
        LAC_REV_1 2026-11-02 -> 2026-11-30 due_soon
        """,
    ),
    (
        "brief A2, ICPC_15: 15 working days from the strategy discussion that started the enquiry",
        """
        2026-11-09 STRATEGY_DISCUSSION
        2026-11-09 S47_START
        """,
        "ICPC_15 2026-11-09 -> 2026-11-30 due_soon",
    ),
    (
        "brief A2, ICPC_15: of several strategy discussions the one that started it, not the first or the last",
        """
        2026-10-12 STRATEGY_DISCUSSION
        2026-11-09 STRATEGY_DISCUSSION
        2026-11-11 S47_START
        2026-11-19 STRATEGY_DISCUSSION
        """,
        "ICPC_15 2026-11-09 -> 2026-11-30 due_soon",
    ),
    (
        "brief A2: three months and 91 days from 14 September are both 14 December; ten working days are 28 September",
        "2026-09-14 CPP_START",
        """
        CORE_1 2026-09-14 -> 2026-09-28 overdue
        RCPC_1 2026-09-14 -> 2026-12-14 running
        """,
    ),
    (
        "brief section F: three months from 15 January are 15 April, 91 days the 16th: the earlier",
        "2026-01-15 ICPC_HELD | outcome_cp=Y",
        """
        CORE_1 2026-01-15 -> 2026-01-29 overdue
        RCPC_1 2026-01-15 -> 2026-04-15 overdue
        """,
    ),
    (
        "brief A2, RCPC_N: six months from the conference held, not from the day it was due",
        """
        2025-05-14 ICPC_HELD | outcome_cp=Y
        2025-05-20 CORE_GROUP_HELD
        2025-08-07 CP_REVIEW_HELD | continue_cp=Y
        2025-11-30 CP_REVIEW_HELD | continue_cp=Y
        """,
        """
        CORE_1 2025-05-14 -> 2025-05-29 met 2025-05-20
        RCPC_1 2025-05-14 -> 2025-08-13 met 2025-08-07
        RCPC_N 2025-08-07 -> 2026-02-06 met 2025-11-30
        RCPC_N 2025-11-30 -> 2026-05-30 overdue
        """,
    ),
    (
        "brief A1, CFA_45: from the referral, not the assessment's start; section F: from 25 March",
        """
        2027-03-25 REFERRAL | sheet 2027-06-03
        2027-04-06 ASSESSMENT_START | sheet 2027-06-03
        2027-06-02 ASSESSMENT_AUTHORISED | sheet 2027-06-03
        """,
        "CFA_45 2027-03-25 -> 2027-06-02 met 2027-06-02",
    ),
    (
        "brief section F: 20 working days from 18 December are 20 January: the holidays are skipped",
        "2026-12-18 CLA_START | sheet 2026-12-22",
        "LAC_REV_1 2026-12-18 -> 2027-01-20 overdue",
    ),
    (
        "brief section F: 15 working days from Boxing Day, a Saturday, are 19 January",
        "2026-12-26 S47_START | anchor=strategy discussion",
        "ICPC_15 2026-12-26 -> 2027-01-19 overdue",
    ),
    (
        "brief A3: each placement has its own plan; the move is in the first week and the first plan no longer matters",
        """
        2026-10-05 CLA_START
        2026-10-05 PLACEMENT_START
        2026-10-05 CARE_PLAN_START
        2026-10-09 PLACEMENT_END
        2026-10-09 PLACEMENT_START
        2026-10-13 PLACEMENT_PLAN_AGREED
        2026-10-30 CLA_REVIEW_HELD
        """,
        """
        PLACE_PLAN 2026-10-05 -> 2026-10-12 superseded
        PLACE_PLAN 2026-10-09 -> 2026-10-16 met 2026-10-13
        CARE_PLAN 2026-10-05 -> 2026-10-19 met 2026-10-05
        LAC_REV_1 2026-10-05 -> 2026-11-02 met 2026-10-30
        """,
    ),
    (
        "brief A3, CARE_PLAN and PLACE_PLAN: work done before the placement is in time",
        """
        2026-10-30 CARE_PLAN_START
        2026-11-01 PLACEMENT_PLAN_AGREED
        2026-11-02 CLA_START
        2026-11-02 PLACEMENT_START
        """,
        """
        PLACE_PLAN 2026-11-02 -> 2026-11-09 met 2026-11-01
        CARE_PLAN 2026-11-02 -> 2026-11-16 met 2026-10-30
        LAC_REV_1 2026-11-02 -> 2026-11-30 due_soon
        """,
    ),
    (
        "two periods of care: each has its own first review and its own care plan",
        """
        2026-03-02 CLA_START
        2026-03-02 PLACEMENT_START
        2026-03-06 PLACEMENT_PLAN_AGREED
        2026-03-11 CARE_PLAN_START
        2026-03-20 CLA_END
        2026-11-16 CLA_START
        2026-11-16 PLACEMENT_START
        2026-11-20 PLACEMENT_PLAN_AGREED
        """,
        """
        PLACE_PLAN 2026-03-02 -> 2026-03-09 met 2026-03-06
        CARE_PLAN 2026-03-02 -> 2026-03-16 met 2026-03-11
        LAC_REV_1 2026-03-02 -> 2026-03-30 superseded
        PLACE_PLAN 2026-11-16 -> 2026-11-23 met 2026-11-20
        CARE_PLAN 2026-11-16 -> 2026-11-30 due_soon
        LAC_REV_1 2026-11-16 -> 2026-12-14 running
        """,
    ),
]


@pytest.mark.parametrize(("source", "happened", "due"), PAGES, ids=[page[0][:60] for page in PAGES])
def test_what_is_due_is_what_the_source_says(source: str, happened: str, due: str) -> None:
    at = date(2027, 6, 4) if "2026-12" in happened or "2027" in happened else date(2026, 11, 27)
    expected = [line.strip() for line in due.strip().splitlines()]
    rules = {line.split()[0] for line in expected}
    clocks = clocks_of(happened, at=at, coverage=_discussed_until(at))
    assert [in_words(clock) for clock in clocks if clock.rule in rules] == expected, source


def _discussed_until(at: date) -> Coverage:
    return Coverage(date(2024, 1, 4), at)
