"""Rows of the brief that a second reading found told otherwise: what each gives, and which visits do not count."""

from __future__ import annotations

from datetime import date

import pytest

from tests.timescales.office_diary import RULES, clocks_of, clocks_under, in_words, the_clock

AT = date(2026, 11, 27)


def test_a_second_time_missing_leaves_the_first_interview_due() -> None:
    # Brief A2, RHI_72: each episode.
    page = """
    2026-11-15 MISSING_START
    2026-11-16 MISSING_END
    2026-11-21 MISSING_START
    2026-11-21 MISSING_END
    """
    assert [in_words(clock) for clock in clocks_under("RHI_72", page)] == [
        "RHI_72 2026-11-16 -> 2026-11-19 overdue",
        "RHI_72 2026-11-21 -> 2026-11-24 overdue",
    ]


def test_an_order_extended_early_ends_seven_days_after_the_first_eight() -> None:
    # Brief A2, EPO: eight days and seven, 15 in all, whichever day the court extended it.
    page = """
    2026-11-16 LEGAL_STATUS_START | status=emergency protection order
    2026-11-20 EPO_EXTENDED
    """
    clock = the_clock("EPO_EXTENSION", page)
    assert in_words(clock) == "EPO_EXTENSION 2026-11-20 -> 2026-12-01 due_soon"
    assert any("the end of 8 calendar days" in note for note in clock.notes)


def test_an_approval_extended_early_ends_eight_weeks_after_the_sixteen() -> None:
    # Brief A3, REG25_EXT: from the end of the 16 weeks (4 May + 24 weeks).
    page = """
    2026-05-04 REG24_APPROVED
    2026-08-03 REG25_EXTENDED
    """
    assert the_clock("REG25_EXT", page).due_on == date(2026, 10, 19)


def test_an_extension_whose_approval_is_not_recorded_runs_from_itself() -> None:
    assert the_clock("REG25_EXT", "2026-11-02 REG25_EXTENDED").due_on == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("born", "came", "rule", "due"),
    [
        ("2010-10-05", "2026-01-12", "PATHWAY_ASSESS", "2027-01-05"),  # long in care: from the sixteenth birthday
        ("2010-10-05", "2026-09-07", "PATHWAY_ASSESS", "2027-03-07"),  # eligible on 7 December, after 13 weeks
        ("2009-06-22", "2026-11-02", "PATHWAY_ASSESS_LATER", "2027-05-01"),  # 13 weeks to 1 February, and 3 months
    ],
)
def test_a_pathway_assessment_is_due_three_months_after_one_becomes_eligible(
    born: str, came: str, rule: str, due: str
) -> None:
    # Brief A4, PATHWAY_ASSESS: at 16, or eligible later; eligible means thirteen weeks in care.
    page = f"{born} BIRTH\n{came} CLA_START"
    assert the_clock(rule, page).due_on == date.fromisoformat(due)


def test_a_looked_after_review_while_waiting_for_adopters_starts_the_next() -> None:
    # Brief A4, ADOPT_REV_WAIT: within three months, then every six.
    page = """
    2026-01-12 CLA_START
    2026-06-01 PLACEMENT_ORDER
    2026-08-24 CLA_REVIEW_HELD
    """
    assert in_words(the_clock("ADOPT_REV_WAIT", page)) == "ADOPT_REV_WAIT 2026-08-24 -> 2027-02-24 running"


def test_a_conference_that_made_no_plan_before_the_birth_asks_for_nothing_after_it() -> None:
    page = "2026-10-05 ICPC_HELD | outcome_cp=N\n2026-11-09 BIRTH"
    assert clocks_under("RCPC_PREBIRTH", page) == []
    assert clocks_under("RCPC_PREBIRTH", page.replace("=N", "=Y"))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("seen=N", "the child is recorded as not seen"),
        ("seen=Y, kind=core group", 'it is recorded as "core group"'),
        ("seen=Y, by_role=children's practitioner", "it was by the children's practitioner"),
    ],
)
def test_a_visit_that_does_not_count_is_shown_with_the_reason(said: str, why: str) -> None:
    # Brief 0.8: a visit that did not see the child, a core group or a lift is no statutory visit.
    page = f"2026-11-09 CPP_START\n2026-11-19 VISIT_CP | {said}"
    clock = the_clock("CP_VISIT", page)
    assert in_words(clock) == "CP_VISIT 2026-11-09 -> 2026-11-23 overdue"
    told = "Child protection visit on 19 November 2026, the discussion of 26 November 2026"
    assert f"{told}, does not count: {why}." in clock.notes


@pytest.mark.parametrize("day", ["2026-11-16", "2026-11-17"])
def test_a_return_interview_offered_and_declined_meets_nothing_and_is_told_beside_the_clock(day: str) -> None:
    # Brief A2, RHI_72; extracts brief, table missing: offered and accepted are recorded apart from an interview held.
    page = f"2026-11-16 MISSING_END\n{day} RETURN_INTERVIEW_DECLINED | outcome=declined"
    clock = the_clock("RHI_72", page)
    assert in_words(clock) == "RHI_72 2026-11-16 -> 2026-11-19 overdue"
    (told,) = [note for note in clock.notes if "declined" in note]
    assert told.startswith("Return home interview offered and declined on ")
    assert told.endswith('does not count: it is recorded as "declined".')


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("interview_offered=Y, interview_accepted=N", True),
        ("interview_offered=N, interview_accepted=N", False),
        ("interview_offered=Y", False),
        ("", False),
    ],
)
def test_an_extract_that_says_an_interview_was_offered_and_not_accepted_is_told(said: str, is_told: bool) -> None:
    # Extracts brief, table missing: miss_missing_rhi_offered, miss_missing_rhi_accepted; no date of an interview.
    clock = the_clock("RHI_72", f"2026-11-16 MISSING_END | bundle 2026-11-18 | {said}")
    note = "The extract records that an interview was offered and was not accepted."
    assert (note in clock.notes) is is_told
    assert clock.met_on is None


def test_a_rule_whose_edition_is_to_be_confirmed_is_marked_so() -> None:
    told = {rule.id for rule in RULES if "to be confirmed" in rule.edition.lower()}
    assert told <= {rule.id for rule in RULES if rule.to_be_confirmed}


def test_the_first_week_with_a_parent_under_assessment_is_one_clock_and_then_weekly() -> None:
    # Brief A3: LAC_VISIT_1 a week from the placement; LAC_VISIT_P_TEMP weekly to the first review.
    page = """
    2026-11-02 CLA_START
    2026-11-02 PLACEMENT_START | type=P1, assessment_complete=no
    2026-11-06 VISIT_CLA | seen=Y
    """
    visits = [in_words(clock) for clock in clocks_of(page) if clock.rule.startswith("LAC_VISIT")]
    assert visits == [
        "LAC_VISIT_1 2026-11-02 -> 2026-11-09 met 2026-11-06",
        "LAC_VISIT_P_TEMP 2026-11-06 -> 2026-11-13 overdue",
    ]


@pytest.mark.parametrize(
    "begun",
    [
        "PLACEMENT_START | type=U3\n2026-11-02 REG24_APPROVED",
        "PLACEMENT_START | type=P1\n2026-11-02 LEGAL_STATUS_START | status=C1",
        "PLACEMENT_START | type=P1\n2026-11-02 LEGAL_STATUS_START | status=C2",
    ],
)
def test_a_placement_with_an_approval_or_order_of_its_day_asks_for_one_visit_in_its_first_week(begun: str) -> None:
    # Brief A3: reg 28(2)(a) from the placement, (4), (5) from the approval or order; of one day it is one visit.
    page = f"2026-11-02 CLA_START\n2026-11-02 {begun}"
    visits = [in_words(clock) for clock in clocks_of(page) if "VISIT" in clock.rule]
    assert visits == ["LAC_VISIT_1 2026-11-02 -> 2026-11-09 overdue"]
    seen = [clock.rule for clock in clocks_of(f"{page}\n2026-11-02 VISIT_CLA | seen=Y") if "VISIT" in clock.rule]
    assert seen[0] == "LAC_VISIT_1"
    assert seen[1] in {"LAC_VISIT_REG24_1", "LAC_VISIT_ICO_1", "LAC_VISIT_CO_HOME"}  # from a visit on that very day


def test_an_approval_of_another_day_than_the_placement_has_a_clock_of_its_own() -> None:
    page = "2026-11-02 CLA_START\n2026-11-02 PLACEMENT_START | type=U3\n2026-11-05 REG24_APPROVED"
    assert {"LAC_VISIT_1", "LAC_VISIT_REG24_1"} <= {clock.rule for clock in clocks_of(page)}


def test_an_adoptive_placement_whose_type_is_not_recorded_has_the_visit_of_the_adoption_regulations_alone() -> None:
    page = "2026-01-05 CLA_START\n2026-11-02 PLACEMENT_START\n2026-11-02 PLACED_FOR_ADOPTION"
    assert [clock.rule for clock in clocks_of(page) if clock.rule.endswith(("VISIT", "VISIT_1"))] == ["ADOPT_VISIT"]


def test_an_interim_order_made_while_the_child_is_at_home_asks_for_a_visit_within_a_week_of_it() -> None:
    page = """
    2026-10-12 CLA_START
    2026-10-12 PLACEMENT_START | type=P1
    2026-10-15 VISIT_CLA | seen=Y
    2026-11-16 LEGAL_STATUS_START | status=C1
    """
    assert in_words(the_clock("LAC_VISIT_ICO_1", page)) == "LAC_VISIT_ICO_1 2026-11-16 -> 2026-11-23 overdue"
