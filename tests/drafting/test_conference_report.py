"""The report to a conference: which one, what was recorded since, and judgement only in somebody's recorded words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.events import Event, Source
from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import CaseFile
from autoadmin.domain.records import ActionStatus, Entry, Kind, Section
from autoadmin.drafting.compose import compose
from tests.drafting.pellow import (
    ICPC_15,
    JORY,
    MET_ON,
    RCPC_N,
    TAMSIN,
    UNIT,
    a_clock,
    a_discussion,
    a_meeting,
    a_request,
    an_entry,
    an_event,
    at_line,
    the_family,
)

STRATEGY_ON = date(2027, 1, 5)
INITIAL = a_clock(ICPC_15, TAMSIN, STRATEGY_ON, date(2027, 1, 26))
REVIEW = a_clock(RCPC_N, TAMSIN, date(2026, 8, 3), date(2027, 2, 3))
JUDGEMENTS = ("harm", "analysis", "threshold", "recommendation")


def a_report(*entries: Entry, clocks: tuple[Clock, ...] = (INITIAL,), events: tuple[Event, ...] = ()) -> Any:
    case = CaseFile(the_family(), UNIT, (a_meeting(a_discussion(*entries)),), events, clocks)
    return compose("conference-report", a_request("conference-report", case)).values


def test_an_open_initial_conference_is_the_one_reported_to_with_its_date_and_why() -> None:
    conference = a_report(clocks=(REVIEW, INITIAL))["conference"]
    assert conference["kind"] == "Initial child protection conference"
    assert conference["basis"] == (
        "Conference due by 26 January 2027, 15 working days from: Strategy discussion held on 5 January 2027."
    )
    assert conference["law"] == "Working Together to Safeguard Children"


@pytest.mark.parametrize("state", [ClockState.MET, ClockState.CANNOT_TELL, ClockState.SUPERSEDED])
def test_after_the_initial_conference_it_is_the_review(state: ClockState) -> None:
    conference = a_report(clocks=(replace(INITIAL, state=state), REVIEW))["conference"]
    assert (conference["kind"], conference["is_review"]) == ("Review child protection conference", True)
    assert conference["due"] == "3 February 2027"


def test_without_a_clock_the_kind_and_date_are_not_guessed() -> None:
    conference = a_report(clocks=())["conference"]
    assert conference["kind"] == "Child protection conference"
    assert conference["due"] == NotRecorded("when the conference is due")


def test_a_day_counted_from_that_is_not_the_events_own_is_named() -> None:
    moved = replace(INITIAL, started_on=date(2027, 1, 4))
    assert a_report(clocks=(moved,))["conference"]["basis"].endswith(
        "Strategy discussion held on 5 January 2027, counted from 4 January 2027."
    )


def test_judgement_is_a_gap_until_a_meeting_records_it() -> None:
    report = a_report(an_entry("Late nine days of fourteen.", section=Section.WORRIES))
    assert [report[name] for name in JUDGEMENTS] == [[], [], [], []]
    assert report["analysis_gap"] == NotRecorded("the analysis", is_required=True)
    assert report["recommendation_gap"] == NotRecorded("the recommendation", is_required=True)


def test_recorded_judgement_is_quoted_with_author_and_date_under_the_heading_whose_word_it_uses() -> None:
    report = a_report(
        replace(an_entry("He has been harmed by the noise.", Kind.OPINION, Section.WORRIES), author="Marcus"),
        replace(an_entry("The threshold is met.", Kind.DECISION, Section.DECISIONS), authoriser="Farida Qureshi"),
        replace(an_entry("We recommend a plan.", Kind.OPINION, Section.OTHER), author="Marcus"),
        replace(an_entry("She parents to be seen.", Kind.OPINION, Section.CLINICIAN_VIEW), author="Dr Calder"),
    )
    assert [[(s["text"], s["by"], s["on"]) for s in report[name]] for name in JUDGEMENTS] == [
        [("He has been harmed by the noise.", "Marcus", "12 January 2027")],
        [("She parents to be seen.", "Dr Calder", "12 January 2027")],
        [("The threshold is met.", "Farida Qureshi", "12 January 2027")],
        [("We recommend a plan.", "Marcus", "12 January 2027")],
    ]
    assert report["decisions"] == []


def test_a_fact_that_speaks_of_harm_is_no_judgement() -> None:
    report = a_report(an_entry("The GP wrote of harm.", section=Section.WORRIES))
    assert report["harm"] == []
    assert [s["text"] for s in report["worries"]] == ["The GP wrote of harm."]


def test_the_childs_words_are_apart_from_the_parents() -> None:
    report = a_report(
        replace(an_entry("I sleep at Nan's.", Kind.SAID, Section.LIVED_EXPERIENCE), speaker="Tamsin", about=(TAMSIN,)),
        replace(an_entry("She is fine.", Kind.SAID, Section.LIVED_EXPERIENCE), speaker="Morwenna"),
        replace(an_entry("Let me have her.", Kind.SAID, Section.FAMILY_WORDS), speaker="Uncle Col"),
        replace(an_entry("He bit me.", Kind.SAID, Section.LIVED_EXPERIENCE), speaker="Jory"),
    )
    assert [s["text"] for s in report["child_words"]] == ["I sleep at Nan's."]
    assert [s["text"] for s in report["parents_words"]] == ["She is fine.", "Let me have her."]
    assert "He bit me." not in str(report)


def test_a_goal_is_one_whoever_set_it() -> None:
    goal = an_entry("at school on time", Kind.SAID, Section.FAMILY_WORDS, raw="- Goal: at school on time")
    report = a_report(goal)
    assert [s["text"] for s in report["goals"]] == ["at school on time"]
    assert report["parents_words"] == []


def test_worries_and_strengths_stay_under_their_heading_whatever_their_kind() -> None:
    worry = an_entry("Kelly is on her own with it.", Kind.OPINION, Section.WORRIES)
    strength = replace(an_entry("She rings school herself.", Kind.OPINION, Section.STRENGTHS), author="Tom")
    report = a_report(worry, strength)
    assert [(s["text"], s["label"]) for s in report["worries"]] == [
        ("Kelly is on her own with it.", "View (author not recorded)")
    ]
    assert [s["label"] for s in report["strengths"]] == ["Tom’s view"]
    assert report["analysis"] == []


def test_when_the_child_was_seen_is_what_facts_say_and_not_what_they_say_of_a_brother() -> None:
    on = date(2027, 1, 6)
    report = a_report(
        replace(an_entry("Tamsin seen alone.", line=1), on=on),
        replace(an_entry("Jory seen alone.", line=2), on=on),
        replace(an_entry("Both children seen.", line=3), on=on),
        events=(an_event("VISIT_CIN", date(2027, 1, 8), seen_alone="N"), an_event("VISIT_CIN", date(2026, 1, 8))),
    )
    assert [row["event"] for row in report["seen"]] == [
        "Tamsin seen alone.",
        "Both children seen.",
        "Child in need visit (seen alone: no)",
    ]


def test_a_review_tells_progress_visits_and_core_groups_since_the_last_conference() -> None:
    happened = an_entry("School on time for three weeks.")
    events = tuple(an_event(code, date(2026, 9, 1)) for code in ("VISIT_CP", "CORE_GROUP_HELD"))
    review = a_report(happened, clocks=(REVIEW,), events=events)
    assert [s["text"] for s in review["progress"]] == ["School on time for three weeks."]
    assert [row["event"] for row in review["visits"]] == ["Child protection visit"]
    assert [row["event"] for row in review["core_groups"]] == ["Core group held"]
    initial = a_report(happened, events=events)
    parts = ("progress", "progress_gap", "visits", "visits_gap", "core_groups", "core_groups_gap")
    assert [initial[name] for name in parts] == [[], "", [], "", [], ""]


def test_a_core_group_told_of_in_a_brothers_entry_is_there_without_his_part_of_it() -> None:
    on = date(2027, 1, 8)
    entry = replace(an_entry("Core group held at Jory's school.", line=26), on=on, about=(JORY,))
    told = replace(an_event("CORE_GROUP_HELD", on), source=Source(at_line(26), entry.raw, "discussion sheet", MET_ON))
    report = a_report(entry, clocks=(REVIEW,), events=(told,))
    assert [(row["on"], row["event"], bool(row["ref"])) for row in report["core_groups"]] == [
        ("8 January 2027", "Core group held", True)
    ]
    assert report["core_groups_gap"] == ""
    assert "Jory's school" not in str(report)


def test_the_draft_plan_is_made_of_open_actions_alone() -> None:
    open_action = an_entry("see the midwife", Kind.ACTION, Section.ACTIONS)
    done = replace(an_entry("ring school", Kind.ACTION, Section.ACTIONS), status=ActionStatus.DONE)
    assert [action["text"] for action in a_report(open_action, done)["plan"]] == ["see the midwife"]


def test_what_was_recorded_before_the_work_began_is_left_where_it_was() -> None:
    before = a_meeting(a_discussion(an_entry("Old worry.", section=Section.WORRIES)), on=date(2026, 12, 1))
    after = a_meeting(a_discussion(an_entry("New worry.", section=Section.WORRIES)))
    case = CaseFile(the_family(), UNIT, (before, after), (), (INITIAL,))
    report: Any = compose("conference-report", a_request("conference-report", case)).values
    assert [s["text"] for s in report["worries"]] == ["New worry."]


NOTHING_TYPED = [
    "None recorded",
    "none recorded.",
    "Nothing recorded this week",
    "Not yet recorded",
    "No reason recorded",
]


@pytest.mark.parametrize("typed", NOTHING_TYPED)
def test_that_nothing_is_recorded_is_shown_as_typed_and_records_nothing_that_must_be_there(typed: str) -> None:
    report = a_report(an_entry(typed, section=Section.WHY_NOW))
    assert [said["text"] for said in report["reason"]] == [typed]
    assert report["reason_gap"].is_required


@pytest.mark.parametrize("typed", [*NOTHING_TYPED, "She is ill."])
def test_a_line_of_substance_beside_it_closes_the_gap(typed: str) -> None:
    told = an_entry("The school asked that nothing recorded be shared.", section=Section.WHY_NOW, line=2)
    report = a_report(an_entry(typed, section=Section.WHY_NOW), told)
    assert len(report["reason"]) == 2
    assert report["reason_gap"] == ""


def test_where_nothing_must_be_recorded_that_nothing_is_closes_the_gap() -> None:
    assert a_report(an_entry("None recorded", section=Section.STRENGTHS))["strengths_gap"] == ""
