"""Overdue is said only where the records could have shown the work; else nobody can tell, and the note says why."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.clocks import ClockState, Coverage
from tests.timescales.office_diary import UNKNOWN, an_extract, in_words, the_clock

IN_CARE = "2026-10-05 CLA_START | bundle 2026-11-24"  # first review due 2 November 2026
REFERRED = "2026-09-14 REFERRAL | bundle 2026-11-24"  # assessment due 16 November 2026


def discussed(first: str, last: str) -> Coverage:
    """Return the records of a family discussed from one day to another."""
    return Coverage(date.fromisoformat(first), date.fromisoformat(last))


def test_it_is_overdue_where_the_family_was_discussed_before_and_after_the_due_date() -> None:
    clock = the_clock("LAC_REV_1", IN_CARE, coverage=discussed("2026-10-29", "2026-11-26"))
    assert clock.state is ClockState.OVERDUE
    assert clock.working_days_left == -19
    assert clock.notes == ()


@pytest.mark.parametrize(
    ("coverage", "note"),
    [
        (UNKNOWN, "No record is held here that could show a looked-after review."),
        (discussed("2026-11-19", "2026-11-26"), "Records held here begin on 19 November 2026."),
        (
            discussed("2026-10-08", "2026-10-29"),
            "The family's last discussion held here was on 29 October 2026, before it was due.",
        ),
        (
            Coverage(extracts=(an_extract("2026-11-24"),)),
            "The SSD bundle (SystemC) of 24 November 2026 does not show a looked-after review; "
            "work not in an extract is not proof that it was not done.",
        ),
        (
            Coverage(extracts=(an_extract("2026-10-30"),)),
            "The latest extract that could show a looked-after review is of 30 October 2026, before it was due.",
        ),
        (
            Coverage(extracts=(an_extract("2026-11-24", carries=frozenset({"REFERRAL"})),)),
            "No record is held here that could show a looked-after review.",
        ),
    ],
)
def test_nobody_can_tell_where_no_record_could_have_shown_it(coverage: Coverage, note: str) -> None:
    clock = the_clock("LAC_REV_1", IN_CARE, coverage=coverage)
    assert clock.state is ClockState.CANNOT_TELL
    assert clock.working_days_left is None
    assert clock.notes == (note,)


def test_work_that_an_extract_says_is_open_after_the_due_date_is_overdue() -> None:
    page = f"{REFERRED}\n2026-09-21 ASSESSMENT_START | bundle 2026-11-24 | open=true"
    clock = the_clock("CFA_45", page, coverage=Coverage(extracts=(an_extract("2026-11-24"),)))
    assert in_words(clock) == "CFA_45 2026-09-14 -> 2026-11-16 overdue"
    assert clock.notes == (
        "Child and family assessment started on 21 September 2026: "
        "still open in the SSD bundle (SystemC) of 24 November 2026.",
    )


@pytest.mark.parametrize(
    "row",
    [
        "2026-09-21 ASSESSMENT_START | bundle 2026-11-13 | open=true",  # said before it was due
        "2026-09-21 ASSESSMENT_START | bundle 2026-11-24 | open=",
        "2026-06-01 ASSESSMENT_START | bundle 2026-11-24 | open=true",  # an older assessment
        "2026-11-18 ASSESSMENT_START | bundle 2026-11-24 | open=true",  # a later one
    ],
)
def test_an_open_row_that_does_not_speak_of_this_work_proves_nothing(row: str) -> None:
    coverage = Coverage(extracts=(an_extract("2026-11-24"),))
    assert the_clock("CFA_45", f"{REFERRED}\n{row}", coverage=coverage).state is ClockState.CANNOT_TELL


def test_work_found_late_is_met_late_where_the_family_was_discussed_when_it_was_due() -> None:
    page = f"{IN_CARE}\n2026-11-12 CLA_REVIEW_HELD"
    clock = the_clock("LAC_REV_1", page, coverage=discussed("2026-10-29", "2026-11-26"))
    assert in_words(clock) == "LAC_REV_1 2026-10-05 -> 2026-11-02 met_late 2026-11-12"


def test_work_found_late_may_not_be_the_first_where_the_records_begin_after_the_due_date() -> None:
    page = f"{IN_CARE}\n2026-11-20 CLA_REVIEW_HELD"
    clock = the_clock("LAC_REV_1", page, coverage=discussed("2026-11-12", "2026-11-26"))
    assert clock.state is ClockState.CANNOT_TELL
    assert clock.notes == (
        "Records held here begin on 12 November 2026. Looked-after review held is recorded on 20 November 2026, after "
        "it was due; an earlier one may have been before the records begin.",
    )


def test_work_found_late_in_a_cut_off_extract_may_not_be_the_first() -> None:
    page = f"{IN_CARE}\n2026-11-20 CLA_REVIEW_HELD | bundle 2026-11-24"
    cut_off = Coverage(extracts=(an_extract("2026-11-24", since="2026-11-10"),))
    whole = Coverage(extracts=(an_extract("2026-11-24", since="2026-04-01"),))
    assert the_clock("LAC_REV_1", page, coverage=cut_off).state is ClockState.CANNOT_TELL
    assert the_clock("LAC_REV_1", page, coverage=whole).state is ClockState.MET_LATE


def test_work_of_which_only_the_month_is_known_may_have_been_in_time_or_late() -> None:
    clock = the_clock("LAC_REV_1", f"{IN_CARE}\n2026-11 CLA_REVIEW_HELD")
    assert clock.state is ClockState.CANNOT_TELL
    assert clock.notes == (
        "Only the month of looked-after review held is recorded.",
        "It may have been in time or late.",
    )


def test_no_note_is_ever_empty() -> None:
    page = f"{IN_CARE}\n2026-11-02 CLA_REVIEW_HELD\n2026-11-04 CLA_REVIEW_HELD | bundle 2026-11-24"
    clock = the_clock("LAC_REV_1", page)
    assert clock.state is ClockState.CANNOT_TELL
    assert all(clock.notes)


def test_a_clock_turns_from_running_to_due_soon_to_overdue() -> None:
    states = [
        the_clock("LAC_REV_1", IN_CARE, at=date(2026, month, day)) for month, day in ((10, 23), (10, 26), (11, 2))
    ]
    assert [clock.state for clock in states] == [ClockState.RUNNING, ClockState.DUE_SOON, ClockState.DUE_SOON]
    assert [clock.working_days_left for clock in states] == [6, 5, 0]
    assert the_clock("LAC_REV_1", IN_CARE, at=date(2026, 11, 3)).state is ClockState.OVERDUE


def test_work_unmet_when_the_reason_ended_after_the_due_date_is_said() -> None:
    clock = the_clock("LAC_REV_1", f"{IN_CARE}\n2026-11-20 CLA_END | bundle 2026-11-24")
    assert clock.state is ClockState.SUPERSEDED
    assert (
        clock.notes[1]
        == "It was due on 2 November 2026, and nothing held here shows a looked-after review before that."
    )


def test_work_found_late_in_a_list_that_holds_the_latest_alone_may_not_be_the_first() -> None:
    # An Annex A workbook gives the date of the latest review: of earlier ones it says nothing.
    page = "2026-01-05 CLA_START | bundle 2026-11-24\n2026-08-20 CLA_REVIEW_HELD | bundle 2026-11-24"
    latest_only = Coverage(extracts=(an_extract("2026-11-24", carries=frozenset({"CLA_START"})),))
    clock = the_clock("LAC_REV_1", page, coverage=latest_only)
    assert clock.state is ClockState.CANNOT_TELL
    assert any("may have been in time" in note for note in clock.notes)
    whole = Coverage(extracts=(an_extract("2026-11-24"),))
    assert the_clock("LAC_REV_1", page, coverage=whole).state is ClockState.MET_LATE
