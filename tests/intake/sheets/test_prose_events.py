"""Prose becomes a dated fact only where it plainly says that something has happened."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.intake.sheets.typed import ELLA, NOAH, a_family, a_record, events_of

PLAN = "child protection plan (neglect) from 14 September 2026"
LOOKED_AFTER = "Ella looked after, section 20, from 2 November 2026"


@pytest.mark.parametrize(
    "line",
    [
        "12 Nov: core group not held",
        "12 Nov: core group was cancelled",
        "12 Nov: core group did not take place",
        "12 Nov: core group was due to be held",
        "Core group to be held 12 Nov",
        "core group booked for 12 Nov",
        "10 Nov: RHI offered",
        "10 Nov: care plan written but NOT signed off",
        "10 Nov: care plan not yet agreed",
        "10 Nov: placement plan not agreed",
        "10 Nov: placement plan ready for signing, not signed",
        "10 Nov: health care plan signed",
        "10 Nov: education, health and care plan agreed",
        "10 Nov: no missing episodes",
        "14 Nov: Ella hasn't gone missing since",
        "14 Nov: Kelly's phone went missing",
        "17 Nov: Ella's homework was missing",
        "15 Nov: police rang: mum's boyfriend missing",
        "15 Nov: Dean missing all weekend",
        "17 Nov: Ella missing from school",
        "10 Nov: assessment not yet signed off",
        "10 Nov: Ella to be placed with Mrs Hill",
        "10 Nov: strategy discussion requested",
        "Review conference will be held 3 December",
        "12 Nov: Tom tried to visit Ella at home, no answer",
    ],
)
def test_what_has_not_happened_is_no_event(line: str) -> None:
    assert events_of(line, status=PLAN) == []


@pytest.mark.parametrize(
    ("line", "code", "day"),
    [
        ("core group held today, mum came", "CORE_GROUP_HELD", 19),
        ("core group 12/11 at nursery", "CORE_GROUP_HELD", 12),
        ("Core group 12 Nov, good turnout.", "CORE_GROUP_HELD", 12),
        ("10 Nov: RCPC took place", "CP_REVIEW_HELD", 10),
        ("ICPC happened on 16 November, plan for Ella under neglect", "ICPC_HELD", 16),
        ("10 Nov: LAC review held", "CLA_REVIEW_HELD", 10),
        ("10 Nov: strategy discussion held with police about Ella", "STRATEGY_DISCUSSION", 10),
        ("10 Nov: section 47 enquiry started for Ella", "S47_START", 10),
        ("10 Nov: child and family assessment signed off by Ruth", "ASSESSMENT_AUTHORISED", 10),
        ("10 Nov: care plan signed by Steven", "CARE_PLAN_START", 10),
        ("10 Nov: placement plan agreed with Mrs Hill", "PLACEMENT_PLAN_AGREED", 10),
        ("10 Nov: Ella moved to foster carers", "PLACEMENT_START", 10),
        ("13 Nov: Ella missing overnight", "MISSING_START", 13),
        ("Ella was reported missing on 13 Nov", "MISSING_START", 13),
    ],
)
def test_what_has_happened_is_an_event_of_the_born_child(line: str, code: str, day: int) -> None:
    (event,) = events_of(line)
    assert (event.code, event.child, event.on) == (code, ELLA, date(2026, 11, day))
    assert event.source.stated_on == date(2026, 11, 19)


def test_each_event_read_from_prose_is_shown_to_a_person() -> None:
    record = a_record("### News\n- 10 Nov: care plan signed", status=LOOKED_AFTER)
    assert "Read as: care plan in force on 10 November 2026; please check." in [f.message for f in record.findings]


def test_the_return_from_a_missing_episode_has_its_own_day_and_time() -> None:
    start, end = events_of("13 Nov: Ella missing overnight; returned 14 Nov 07:40 of her own accord.")
    assert (start.code, start.on, start.at_time) == ("MISSING_START", date(2026, 11, 13), None)
    assert (end.code, end.on, end.at_time) == ("MISSING_END", date(2026, 11, 14), time(7, 40))


def test_back_the_same_night_is_a_return_on_the_same_day() -> None:
    assert [(e.code, e.on.day) for e in events_of("Ella missing again sat 14 nov, back same night 23:10")] == [
        ("MISSING_START", 14),
        ("MISSING_END", 14),
    ]


def test_an_event_of_a_plan_concerns_the_children_who_have_it() -> None:
    (event,) = events_of("12 Nov: core group held, Noah's midwife came", status=PLAN)
    assert event.child == ELLA


def test_of_two_looked_after_children_the_named_one_had_the_review() -> None:
    children = "Children: Ella Marsh (C-22019, born 3 April 2015); Rosa Marsh (C-22021, born 9 May 2013)"
    status = "Ella and Rosa looked after from 2 November 2026"
    family = a_family("### News\n- 16 Nov: LAC review held for Rosa", status=status, children=children)
    assert [event.child for event in family.events if event.code == "CLA_REVIEW_HELD"] == ["C-22021"]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("12 Nov: Tom visited at home. Ella seen alone in her bedroom.", {"seen": "yes", "seen_alone": "yes"}),
        ("12 Nov: Tom visited at home; Ella seen with Mum", {"seen": "yes"}),
        ("12 Nov: Tom visited at home; Ella not seen", {"seen": "no"}),
        ("12 Nov: Tom visited at home; Ella was not seen alone", {"seen_alone": "no"}),
        ("12 Nov: Tom visited Ella at home", {}),
    ],
)
def test_a_visit_says_whether_the_child_was_seen(line: str, fields: dict[str, str]) -> None:
    (visit,) = events_of(line, status=PLAN)
    assert (visit.code, visit.child, visit.fields) == ("VISIT_CP", ELLA, fields)


def test_opinions_and_plans_are_never_events() -> None:
    for heading in ("Worries", "Hypotheses", "Decisions", "Clinician's view"):
        assert events_of("12 Nov: Ella missing overnight", heading=heading) == []


def test_a_late_action_about_a_plan_says_that_the_plan_was_still_open() -> None:
    line = "Priya to finish the placement plan with Mrs Hill — was due 9 November, late"
    (event,) = events_of(line, heading="Actions", status=LOOKED_AFTER)
    assert (event.code, event.child, event.on) == ("PLACEMENT_PLAN_OUTSTANDING", ELLA, date(2026, 11, 9))
    assert event.fields == {"open": "true"}


@pytest.mark.parametrize(
    "line",
    [
        "Priya to finish the placement plan by 27 November",
        "Priya to finish the placement plan, late",
        "Priya to finish the health care plan - was due 9 November, late",
        "Priya to send the placement plan - was due 9 November - done",
        "Priya to ring Mrs Hill, was due 9 November, late",
    ],
)
def test_an_action_that_does_not_say_so_is_no_outstanding_plan(line: str) -> None:
    assert events_of(line, heading="Actions", status=LOOKED_AFTER) == []


def test_an_unborn_child_is_meant_only_where_named() -> None:
    (event,) = events_of("10 Nov: strategy discussion held about Noah")
    assert event.child == NOAH


@pytest.mark.parametrize(
    ("line", "code", "day"),
    [
        ("10 Nov: CIN review held at school", "CIN_MEETING_HELD", 10),
        ("16 Nov: return home interview completed by the youth service", "RETURN_INTERVIEW", 16),
        ("10 Nov: PEP meeting held", "PEP_HELD", 10),
        ("12 Nov: conference report shared with Kelly and Dean", "CONFERENCE_REPORT_SHARED", 12),
    ],
)
def test_work_that_a_clock_waits_for_is_read_where_a_sheet_says_it_is_done(line: str, code: str, day: int) -> None:
    (event,) = events_of(line)
    assert (event.code, event.on) == (code, date(2026, 11, day))


@pytest.mark.parametrize(
    "line",
    ["10 Nov: PEP to be completed", "10 Nov: RHI not declined", "12 Nov: conference report not yet shared with Kelly"],
)
def test_work_not_done_is_no_event(line: str) -> None:
    assert events_of(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "10 Nov: RHI offered, declined",
        "10 Nov: return home interview was offered and Ella declined it",
        "10 Nov: Ella refused the offer of a return interview",
        "10 Nov: Ella declined her RHI",
    ],
)
def test_a_return_interview_that_was_offered_and_declined_is_recorded_so_and_is_none_held(line: str) -> None:
    (event,) = events_of(line)
    assert (event.code, event.fields) == ("RETURN_INTERVIEW_DECLINED", {"outcome": "declined"})


@pytest.mark.parametrize(
    "line", ["10 Nov: RHI held, Ella declined to say where she had been", "10 Nov: RHI completed, she refused a lift"]
)
def test_a_return_interview_at_which_something_was_declined_was_held(line: str) -> None:
    assert [event.code for event in events_of(line)] == ["RETURN_INTERVIEW"]


def test_an_initial_health_assessment_says_which_it_is() -> None:
    (event,) = events_of("10 Nov: initial health assessment completed", status=LOOKED_AFTER)
    assert (event.code, event.fields) == ("HEALTH_CHECK", {"type": "initial health assessment"})


@pytest.mark.parametrize(
    ("line", "code", "day"),
    [
        ("The review conference is booked for 8 December 2026 at 10.00.", "CP_REVIEW_BOOKED", 8),
        ("initial conference booked mon 7 dec 2pm", "ICPC_BOOKED", 7),
        ("RCPC fixed for 9/12/26", "CP_REVIEW_BOOKED", 9),
    ],
)
@pytest.mark.parametrize("heading", ["Plans and dates affected", "Decisions", "What has happened since"])
def test_a_conference_that_is_booked_is_an_event_of_its_day(line: str, code: str, day: int, heading: str) -> None:
    events = events_of(line, heading=heading, status=PLAN)
    assert {(event.code, event.on) for event in events} == {(code, date(2026, 12, day))}


@pytest.mark.parametrize(
    "line",
    [
        "The initial conference, if there is to be one, is due by 7 December 2026.",
        "The review conference was not booked for 8 December",
        "The review conference is booked for 8 or 9 December... or 10 December",
        "Conference booked mon 7 dec 2pm",  # which one is not said
        "The review conference is to be booked for 8 December",
        "RCPC cancelled, was booked for 8 December",
    ],
)
def test_a_conference_that_may_not_be_booked_is_no_event(line: str) -> None:
    assert events_of(line, heading="Plans and dates affected", status=PLAN) == []
