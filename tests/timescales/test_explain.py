"""The story of a clock: the rule and its source, the start, the count and the outcome, and nothing that is not so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from autoadmin.domain.clocks import Clock, Coverage
from autoadmin.domain.lengths import Counting, Direction, Length, LengthUnit
from autoadmin.timescales import explain
from tests.timescales.office_diary import CALENDARS, RULE_OF, an_extract, clocks_of, the_clock


def the_story(clock: Clock) -> list[str]:
    """Return the sentences of a clock's story, a line each."""
    return explain(clock, RULE_OF[clock.rule], CALENDARS).splitlines()


def test_the_story_of_a_conference_that_is_due() -> None:
    page = "2026-11-16 STRATEGY_DISCUSSION | sheet 2026-11-19\n2026-11-17 S47_START | bundle 2026-11-24"
    assert the_story(the_clock("ICPC_15", page)) == [
        "Initial child protection conference: Working Together to Safeguard Children, chapter 3.",
        "This is statutory guidance. Stated from procedures of the 2023 edition; "
        "to be confirmed against Working Together 2026. The council has yet to confirm this rule.",
        "Strategy discussion held on Monday 16 November 2026, by the discussion of 19 November 2026 "
        "(2026-11-16 STRATEGY_DISCUSSION | sheet 2026-11-19).",
        "Due Monday 7 December 2026: 15 working days, counted on from 16 November 2026, which is itself day 0. "
        "Day 1 is Tuesday 17 November 2026.",
        "6 working days left.",
        "Counted from 16 November 2026, the discussion of 19 November 2026; the start itself is recorded as "
        "17 November 2026, the SSD bundle (SystemC) of 24 November 2026.",
        "Where there were several strategy discussions, the one that started the enquiry counts, "
        "not the first or last.",
    ]


def test_the_story_of_a_review_that_was_held_says_who_tells_of_it() -> None:
    page = "2026-10-05 CLA_START | bundle 2026-11-24\n2026-10-30 CLA_REVIEW_HELD | sheet 2026-11-05"
    assert the_story(the_clock("LAC_REV_1", page)) == [
        "First looked-after review: Care Planning, Placement and Case Review (England) Regulations 2010, reg 33(1).",
        "This is law. Read as made (2011); later amendments were seen only in part.",
        "Became looked after on Monday 5 October 2026, by the SSD bundle (SystemC) of 24 November 2026 "
        "(2026-10-05 CLA_START | bundle 2026-11-24).",
        "Due Monday 2 November 2026: 20 working days, counted on from 5 October 2026, which is itself day 0. "
        "Day 1 is Tuesday 6 October 2026.",
        "Met: Looked-after review held on Friday 30 October 2026, by the discussion of 5 November 2026 "
        "(2026-10-30 CLA_REVIEW_HELD | sheet 2026-11-05).",
    ]


def test_the_story_of_what_nobody_can_tell_names_the_extract_and_its_date() -> None:
    coverage = Coverage(extracts=(an_extract("2026-11-24"),))
    story = the_story(the_clock("LAC_REV_1", "2026-10-05 CLA_START | bundle 2026-11-24", coverage=coverage))
    assert story[4:] == [
        "The records held here do not tell whether there was a looked-after review in time.",
        "The SSD bundle (SystemC) of 24 November 2026 does not show a looked-after review; "
        "work not in an extract is not proof that it was not done.",
    ]


def test_a_start_that_two_files_date_differently_is_told_by_the_one_that_gives_that_day() -> None:
    page = "2026-11-06 CLA_START | sheet 2026-11-19\n2026-11-09 CLA_START | bundle 2026-11-24"
    assert the_story(the_clock("LAC_REV_1", page))[2] == (
        "Became looked after on Friday 6 November 2026, by the discussion of 19 November 2026 "
        "(2026-11-06 CLA_START | sheet 2026-11-19)."
    )


@pytest.mark.parametrize(
    ("page", "outcome"),
    [
        ("2026-10-05 CLA_START", "Overdue by 19 working days."),
        ("2026-10-30 CLA_START", "Due before the next working day."),
        (
            "2026-10-29 CLA_START\n2026-11-04 CLA_END",
            "No longer due: Ceased to be looked after on Wednesday 4 November 2026, "
            "by the discussion of 26 November 2026.",
        ),
        (
            "2026-10-05 CLA_START\n2026-11-12 CLA_REVIEW_HELD",
            "Met late: Looked-after review held on Thursday 12 November 2026, by the discussion of 26 November 2026 "
            "(2026-11-12 CLA_REVIEW_HELD).",
        ),
    ],
)
def test_the_outcome_is_one_sentence(page: str, outcome: str) -> None:
    assert the_story(the_clock("LAC_REV_1", page))[4] == outcome


def test_counting_back_and_counting_the_first_day_are_said() -> None:
    clock = the_clock("LAC_REV_1", "2026-11-02 CLA_START")
    length = Length(26, LengthUnit.WEEKS, Counting.INCLUSIVE, Direction.BACKWARDS)
    story = explain(clock, replace(RULE_OF[clock.rule], length=length), CALENDARS)
    assert "26 weeks, counted back from 2 November 2026, which is itself day 1." in story


def test_every_sentence_of_every_story_says_something() -> None:
    page = """2026-01-15 ICPC_HELD | bundle 2026-11-24
    2026-09-14 REFERRAL | bundle 2026-11-24
    2026-11-02 CLA_START
    2026-11-02 PLACEMENT_START"""
    for clock in clocks_of(page):
        assert all(line.endswith(".") and "{" not in line for line in the_story(clock))


def test_the_days_that_were_left_out_are_named() -> None:
    # brief section F: 20 working days from 18 December 2026 are 20 January 2027
    clock = the_clock("LAC_REV_1", "2026-12-18 CLA_START | sheet 2026-12-22", at=date(2026, 12, 22))
    assert the_story(clock)[3] == (
        "Due Wednesday 20 January 2027: 20 working days, counted on from 18 December 2026, which is itself day 0. "
        "Day 1 is Monday 21 December 2026; bank holidays left out: 25 December 2026, 28 December 2026, 1 January 2027."
    )


def test_a_review_told_by_two_records_names_both() -> None:
    page = """2026-10-05 CLA_START
    2026-10-30 CLA_REVIEW_HELD | sheet 2026-11-05
    2026-10-30 CLA_REVIEW_HELD | bundle 2026-11-24"""
    met = the_story(the_clock("LAC_REV_1", page))[4]
    assert "the discussion of 5 November 2026" in met
    assert "the SSD bundle (SystemC) of 24 November 2026" in met
