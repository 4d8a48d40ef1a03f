"""Each rule turned round: what looks like the work, or like its start, and is not."""

from __future__ import annotations

import pytest

from autoadmin.domain.clocks import ClockState
from tests.timescales.office_diary import RULES, clocks_under, the_clock

STARTED: dict[str, str] = {
    "CFA_45": "2026-11-02 REFERRAL",
    "ICPC_15": "2026-11-02 S47_START",
    "CORE_1": "2026-11-02 ICPC_HELD | outcome_cp=Y",
    "RCPC_1": "2026-11-02 ICPC_HELD | outcome_cp=Y",
    "RCPC_N": "2026-11-02 CP_REVIEW_HELD",
    "LAC_REV_1": "2026-11-02 CLA_START",
    "CARE_PLAN": "2026-11-02 PLACEMENT_START",
    "PLACE_PLAN": "2026-11-02 PLACEMENT_START",
}
DONE: dict[str, str] = {rule.id: rule.stops[0].event for rule in RULES}
ENDINGS = sorted({(rule.id, end.event) for rule in RULES if rule.id in STARTED for end in rule.ends if not end.only_if})


@pytest.mark.parametrize("rule", STARTED)
def test_work_done_after_the_start_meets_the_clock(rule: str) -> None:
    clock = clocks_under(rule, f"{STARTED[rule]}\n2026-11-06 {DONE[rule]} | continue_cp=no")[0]
    assert clock.state is ClockState.MET
    assert str(clock.met_on) == "2026-11-06"


@pytest.mark.parametrize("rule", STARTED)
def test_work_done_long_before_the_start_does_not_meet_it(rule: str) -> None:
    clock = clocks_under(rule, f"2026-09-30 {DONE[rule]} | continue_cp=no\n{STARTED[rule]}")[-1]
    assert clock.state.is_open
    assert clock.met_by is None


@pytest.mark.parametrize("rule", ["RCPC_1", "LAC_REV_1"])
def test_a_review_on_the_day_of_the_start_does_not_meet_it(rule: str) -> None:
    # children-in-need census, rule 8841: a review on the day the plan starts is an error
    assert the_clock(rule, f"{STARTED[rule]}\n2026-11-02 {DONE[rule]} | continue_cp=no").state.is_open


@pytest.mark.parametrize(("rule", "end"), ENDINGS)
def test_a_clock_whose_reason_has_ended_is_superseded(rule: str, end: str) -> None:
    clock = clocks_under(rule, f"{STARTED[rule]}\n2026-11-10 {end}")[0]
    assert clock.state is ClockState.SUPERSEDED
    assert clock.superseded_by is not None
    assert clock.superseded_by.code == end


@pytest.mark.parametrize(("rule", "end"), [pair for pair in ENDINGS if pair[1] not in STARTED[pair[0]]])
def test_an_end_before_the_start_ends_nothing(rule: str, end: str) -> None:
    assert clocks_under(rule, f"2026-10-20 {end}\n{STARTED[rule]}")[-1].state.is_open


@pytest.mark.parametrize("rule", STARTED)
def test_every_clock_stops_for_a_child_who_has_died(rule: str) -> None:
    assert clocks_under(rule, f"{STARTED[rule]}\n2026-11-03 DEATH")[0].state is ClockState.SUPERSEDED


@pytest.mark.parametrize("rule", STARTED)
def test_work_dated_after_today_has_not_been_done(rule: str) -> None:
    assert clocks_under(rule, f"{STARTED[rule]}\n2026-12-01 {DONE[rule]}")[0].state.is_open


@pytest.mark.parametrize("rule", STARTED)
def test_work_booked_for_later_when_the_extract_was_made_is_not_done_when_that_day_has_passed(rule: str) -> None:
    page = f"{STARTED[rule]}\n2026-11-20 {DONE[rule]} | bundle 2026-11-17"
    assert clocks_under(rule, page)[0].state.is_open


@pytest.mark.parametrize("rule", STARTED)
def test_a_start_dated_after_today_has_not_happened(rule: str) -> None:
    assert clocks_under(rule, STARTED[rule].replace("2026-11-02", "2026-11-28")) == []


def test_a_finished_draft_of_the_assessment_does_not_conclude_it() -> None:
    # brief A1, CFA_COMPLETE_DEF: complete when a manager has authorised it
    assert the_clock("CFA_45", "2026-09-01 REFERRAL\n2026-10-01 ASSESSMENT_START").state is ClockState.OVERDUE


def test_a_referral_that_needs_no_further_action_starts_no_assessment() -> None:
    assert clocks_under("CFA_45", "2026-11-02 REFERRAL | nfa=Y") == []


def test_a_conference_target_is_no_conference() -> None:
    assert the_clock("ICPC_15", f"{STARTED['ICPC_15']}\n2026-11-23 ICPC_DUE_RECORDED").state is ClockState.OVERDUE


def test_a_strategy_discussion_that_starts_no_enquiry_starts_no_clock() -> None:
    assert clocks_under("ICPC_15", "2026-11-09 STRATEGY_DISCUSSION") == []


@pytest.mark.parametrize(
    "said",
    ["nfa=Y", "cp_conference_flag=N, nfa=N", "icpc_required=no", "outcome=No further action", "icpc_not_required=true"],
)
def test_an_enquiry_that_ended_without_need_of_a_conference_stops_the_clock(said: str) -> None:
    clock = the_clock("ICPC_15", f"2026-11-09 S47_START\n2026-11-20 S47_END | {said}")
    assert clock.state is ClockState.SUPERSEDED


@pytest.mark.parametrize(
    "said", ["nfa=N", "cp_conference_flag=Y, nfa=N", "icpc_not_required=N", "outcome=substantiated"]
)
def test_an_enquiry_that_ended_otherwise_leaves_the_conference_due(said: str) -> None:
    assert the_clock("ICPC_15", f"2026-11-09 S47_START\n2026-11-20 S47_END | {said}").state is ClockState.DUE_SOON


def test_an_enquiry_that_ended_without_a_word_leaves_the_conference_due() -> None:
    assert the_clock("ICPC_15", "2026-11-09 S47_START\n2026-11-20 S47_END").state is ClockState.DUE_SOON


def test_a_census_row_that_needs_no_conference_says_so() -> None:
    clock = the_clock("ICPC_15", "2026-11-09 S47_START | icpc_not_required=true")
    assert clock.state is ClockState.SUPERSEDED
    assert clock.notes == (
        "Counted from the enquiry start as recorded by the discussion of 26 November 2026; "
        "the strategy discussion that started it is not recorded.",
        "The section 47 enquiry is recorded as needing no conference.",
    )


@pytest.mark.parametrize(
    "said", ["outcome_cp=N", "outcome_cp_flag=false", "cp_plan=no", "outcome=no plan", "outcome=Child in need plan"]
)
@pytest.mark.parametrize("rule", ["CORE_1", "RCPC_1"])
def test_a_conference_that_made_no_plan_starts_no_clock(rule: str, said: str) -> None:
    assert clocks_under(rule, f"2026-11-02 ICPC_HELD | {said}") == []


@pytest.mark.parametrize("said", ["outcome_cp=Y", "cp_plan=yes", "outcome=Child protection plan (neglect)"])
@pytest.mark.parametrize("rule", ["CORE_1", "RCPC_1"])
def test_a_conference_that_made_a_plan_starts_one_without_a_doubt(rule: str, said: str) -> None:
    assert the_clock(rule, f"2026-11-02 ICPC_HELD | {said}").notes == ()


@pytest.mark.parametrize("said", ["transfer_in=N", "outcome=registered under neglect"])
def test_a_conference_of_which_nobody_wrote_what_it_decided_starts_one_with_a_doubt(said: str) -> None:
    clock = the_clock("CORE_1", f"2026-11-02 ICPC_HELD | {said}")
    assert "Whether the conference led to a child protection plan is not recorded." in clock.notes


def test_the_plan_that_followed_a_conference_tells_what_it_decided_and_starts_no_second_clock() -> None:
    assert the_clock("CORE_1", "2026-11-02 ICPC_HELD\n2026-11-04 CPP_START").notes == ()


def test_a_core_group_may_meet_straight_after_the_conference() -> None:
    assert the_clock("CORE_1", f"{STARTED['CORE_1']}\n2026-11-02 CORE_GROUP_HELD").state is ClockState.MET


def test_a_review_conference_that_ended_the_plan_starts_no_further_clock() -> None:
    page = "2026-05-04 CP_REVIEW_HELD | continue_cp=Y\n2026-10-30 CP_REVIEW_HELD | continue_cp=N\n2026-10-30 CPP_END"
    assert the_clock("RCPC_N", page).state is ClockState.MET


@pytest.mark.parametrize("said", ["cancelled=Y", "review_cancelled=true"])
def test_a_cancelled_review_of_a_looked_after_child_meets_nothing(said: str) -> None:
    assert the_clock("LAC_REV_1", f"2026-11-02 CLA_START\n2026-11-20 CLA_REVIEW_HELD | {said}").state.is_open


def test_a_new_episode_in_the_same_care_starts_no_first_review() -> None:
    assert clocks_under("LAC_REV_1", "2026-11-02 CLA_EPISODE_START") == []


@pytest.mark.parametrize(
    "order",
    [
        "2026-11-02 LEGAL_STATUS_START | status=Interim care order",
        "2026-11-02 CLA_START | legal_status=C2",
        "2026-06-01 LEGAL_STATUS_START | status=C1: interim",
    ],
)
def test_no_care_plan_is_due_under_a_care_order(order: str) -> None:
    # brief A3, CARE_PLAN: the court's timetable governs a section 31A plan
    clock = the_clock("CARE_PLAN", f"{order}\n2026-11-02 PLACEMENT_START")
    assert clock.state is ClockState.SUPERSEDED
    assert "court's timetable" in clock.notes[0]


@pytest.mark.parametrize(
    "status",
    [
        "2026-11-02 LEGAL_STATUS_START | status=V2 section 20",
        "2026-11-20 LEGAL_STATUS_START | status=Interim care order",
        "2024-02-01 LEGAL_STATUS_START | status=C2\n2024-05-01 LEGAL_STATUS_END | status=C2",
        "2024-02-01 CLA_START | legal_status=C2\n2024-05-01 CLA_END\n2026-11-02 CLA_START",
        "2026-06-01 LEGAL_STATUS_START | status=C1\n2026-10-01 LEGAL_STATUS_START | status=V2",
    ],
)
def test_a_care_plan_is_due_without_a_care_order_on_the_day_of_the_placement(status: str) -> None:
    assert the_clock("CARE_PLAN", f"{status}\n2026-11-02 PLACEMENT_START").state is ClockState.OVERDUE


def test_a_later_placement_in_the_same_care_starts_no_second_care_plan() -> None:
    page = "2026-08-03 CLA_START\n2026-08-03 PLACEMENT_START\n2026-11-02 PLACEMENT_START"
    assert str(the_clock("CARE_PLAN", page).started_on) == "2026-08-03"


def test_the_plan_of_the_last_placement_does_not_meet_that_of_the_next() -> None:
    page = """2026-11-02 PLACEMENT_START
    2026-11-05 PLACEMENT_PLAN_AGREED
    2026-11-11 PLACEMENT_START"""
    first, second = clocks_under("PLACE_PLAN", page)
    assert first.state is ClockState.MET
    assert second.state is ClockState.OVERDUE


def test_a_plan_agreed_on_the_day_of_a_move_belongs_to_the_new_placement() -> None:
    page = """2026-11-02 PLACEMENT_START
    2026-11-11 PLACEMENT_START
    2026-11-11 PLACEMENT_PLAN_AGREED"""
    first, second = clocks_under("PLACE_PLAN", page)
    assert first.state is ClockState.SUPERSEDED
    assert second.state is ClockState.MET
