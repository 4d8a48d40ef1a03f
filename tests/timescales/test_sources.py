"""What several records say of the same occasion: one clock, all of them as evidence, and every difference shown."""

from __future__ import annotations

from datetime import date

from autoadmin.domain.clocks import ClockState
from tests.timescales.office_diary import clocks_under, in_words, the_clock


def test_the_same_start_told_by_a_sheet_and_an_extract_is_one_clock_with_both_as_evidence() -> None:
    page = "2026-11-06 CLA_START | sheet 2026-11-19\n2026-11-06 CLA_START | bundle 2026-11-24"
    clock = the_clock("LAC_REV_1", page)
    assert [event.source.kind for event in clock.evidence] == ["discussion sheet", "SSD bundle (SystemC)"]
    assert clock.started_by.source.kind == "discussion sheet"
    assert clock.notes == ()


def test_where_sheet_and_extract_differ_the_earlier_day_counts_and_both_are_shown() -> None:
    page = "2026-11-06 CLA_START | sheet 2026-11-19\n2026-11-09 CLA_START | bundle 2026-11-24"
    clock = the_clock("LAC_REV_1", page)
    assert in_words(clock) == "LAC_REV_1 2026-11-06 -> 2026-12-04 due_soon"
    assert clock.notes == (
        "The records differ about the day: 6 November 2026 in the discussion of 19 November 2026; "
        "9 November 2026 in the SSD bundle (SystemC) of 24 November 2026. Counted from the earlier.",
    )


def test_a_case_system_that_dates_the_start_of_care_a_day_later_does_not_end_the_care_plan_clock() -> None:
    page = """2026-11-02 CLA_START | sheet 2026-11-05
    2026-11-02 PLACEMENT_START | sheet 2026-11-05
    2026-11-03 CLA_START | bundle 2026-11-24"""
    assert in_words(the_clock("CARE_PLAN", page)) == "CARE_PLAN 2026-11-02 -> 2026-11-16 overdue"
    again = f"{page}\n2026-11-10 CLA_END | sheet 2026-11-12\n2026-11-20 CLA_START | sheet 2026-11-26"
    assert the_clock("CARE_PLAN", again).state is ClockState.SUPERSEDED


def test_two_starts_told_by_one_file_are_two_clocks_however_close() -> None:
    page = "2026-11-02 PLACEMENT_START | bundle 2026-11-24\n2026-11-04 PLACEMENT_START | bundle 2026-11-24"
    assert len(clocks_under("PLACE_PLAN", page)) == 2


def test_the_strategy_discussion_in_the_sheet_goes_before_the_enquiry_step_in_the_case_system() -> None:
    page = """2026-11-16 STRATEGY_DISCUSSION | sheet 2026-11-19
    2026-11-17 S47_START | bundle 2026-11-24
    2026-12-08 ICPC_DUE_RECORDED | bundle 2026-11-24"""
    clock = the_clock("ICPC_15", page)
    assert in_words(clock) == "ICPC_15 2026-11-16 -> 2026-12-07 running"
    assert clock.started_by.code == "STRATEGY_DISCUSSION"
    assert clock.notes == (
        "Counted from 16 November 2026, the discussion of 19 November 2026; the start itself is recorded as "
        "17 November 2026, the SSD bundle (SystemC) of 24 November 2026.",
        "The SSD bundle (SystemC) of 24 November 2026 gives 8 December 2026 as the due date, not 7 December 2026.",
    )


def test_an_enquiry_with_no_strategy_discussion_says_whose_day_is_counted_from() -> None:
    clock = the_clock("ICPC_15", "2026-11-17 S47_START | bundle 2026-11-24")
    assert clock.notes == (
        "Counted from the enquiry start as recorded by the SSD bundle (SystemC) of 24 November 2026; "
        "the strategy discussion that started it is not recorded.",
    )


def test_a_recorded_due_date_that_agrees_needs_no_note() -> None:
    page = "2026-11-06 CLA_START | bundle 2026-11-24\n2026-12-04 CLA_REVIEW_DUE_RECORDED | bundle 2026-11-24"
    assert the_clock("LAC_REV_1", page).notes == ()


def test_a_recorded_due_date_of_six_months_instead_of_three_is_shown() -> None:
    page = """2026-09-09 ICPC_HELD | bundle 2026-11-24 | outcome_cp=Y
    2027-03-09 CP_REVIEW_DUE_RECORDED | bundle 2026-11-24"""
    assert the_clock("RCPC_1", page).notes == (
        "The SSD bundle (SystemC) of 24 November 2026 gives 9 March 2027 as the due date, not 9 December 2026.",
    )


def test_records_that_differ_about_what_a_conference_decided_are_shown() -> None:
    page = """2026-11-02 ICPC_HELD | sheet 2026-11-05 | cp_plan=yes
    2026-11-02 ICPC_HELD | bundle 2026-11-24 | outcome_cp=N"""
    assert the_clock("CORE_1", page).notes == (
        "The records differ about what came of it: by the SSD bundle (SystemC) of 24 November 2026 it started nothing.",
    )


def test_a_plan_whose_conference_is_not_recorded_is_counted_from_its_own_start() -> None:
    clock = the_clock("RCPC_1", "2026-09-14 CPP_START")
    assert clock.notes == ("Counted from the plan's start: the conference that made it is not recorded.",)


def test_a_start_of_which_only_the_month_is_known_counts_from_its_first_day() -> None:
    clock = the_clock("RCPC_1", "2026-10 CPP_START")
    assert str(clock.started_on) == "2026-10-01"
    assert "Only the month is recorded; counted from the first day that it can have been." in clock.notes


def test_a_due_date_on_a_day_off_is_still_due_then_and_says_so() -> None:
    # brief section F: a calendar period that ends on a weekend is still due then
    clock = the_clock("RCPC_1", "2026-11-30 CPP_START", at=date(2026, 12, 4))
    assert str(clock.due_on) == "2027-02-28"
    assert "28 February 2027 is not a working day; the last before it is 26 February 2027." in clock.notes


def test_a_plan_that_ended_and_began_again_has_clocks_of_its_own() -> None:
    page = "2026-03-02 CPP_START\n2026-03-09 CPP_END\n2026-03-12 CPP_START"
    first, second = clocks_under("CORE_1", page)
    assert first.state is ClockState.SUPERSEDED
    assert second.state is ClockState.OVERDUE


def test_a_conference_that_an_extract_has_years_ahead_is_a_slip_and_nothing_is_counted_back_from_it() -> None:
    assert clocks_under("ICPC_REPORT_FAMILY", "2028-06-18 ICPC_HELD | bundle 2026-11-24") == []
    assert clocks_under("ICPC_REPORT_FAMILY", "2026-12-07 ICPC_HELD | bundle 2026-11-24") != []


def test_a_visit_of_which_sheet_and_extract_disagree_stops_no_clock_and_is_shown() -> None:
    page = """2026-10-05 CPP_START
    2026-10-12 VISIT_CP | sheet 2026-10-15 | seen=Y
    2026-10-12 VISIT_CP | bundle 2026-11-24 | seen=N"""
    clock = the_clock("CP_VISIT", page)
    assert clock.state is ClockState.CANNOT_TELL
    assert "other records differ" in clock.notes[0]


def test_an_interval_of_the_childs_own_plan_says_where_it_was_set() -> None:
    page = "2026-11-16 CPP_START | sheet 2026-11-19 | visit_every=weekly"
    clock = the_clock("CP_VISIT", page)
    assert clock.notes == (
        "This child's plan asks for every 1 week, sooner than the usual 10 working days: "
        "Child protection plan started on 16 November 2026, the discussion of 19 November 2026.",
    )


def test_a_longer_interval_than_the_councils_is_not_taken() -> None:
    clock = the_clock("CP_VISIT", "2026-11-16 CPP_START | visit_every=monthly")
    assert str(clock.due_on) == "2026-11-30"
