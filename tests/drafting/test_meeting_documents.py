"""Minutes of a meeting and the record for a child's file: who, what was said and decided, what nobody recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from autoadmin.domain.clocks import ClockState
from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import FamilyId
from autoadmin.domain.records import Kind, Section
from autoadmin.drafting.compose import compose
from tests.drafting.pellow import (
    ICPC_15,
    JORY,
    TAMSIN,
    UNIT,
    a_clock,
    a_discussion,
    a_meeting,
    a_request,
    an_entry,
    the_case,
    the_family,
)


def the_minutes() -> Any:
    return compose("unit-minutes", a_request("unit-minutes")).values


def the_record(case: CaseFile | None = None) -> Any:
    return compose("discussion-record", a_request("discussion-record", case)).values


def a_case_of(*entries: Any) -> CaseFile:
    return CaseFile(the_family(), UNIT, (a_meeting(a_discussion(*entries)),))


def test_families_stand_in_the_order_discussed() -> None:
    assert [found["family"] for found in the_minutes()["discussions"]] == ["Pellow", "Adeyinka-Brandt"]


def test_attendance_is_by_role_and_a_role_nobody_recorded_is_a_gap() -> None:
    present = the_minutes()["attendance"]["present"]
    assert [person["role"] for person in present] == ["consultant social worker", "clinician", NotRecorded("role")]
    assert the_minutes()["attendance"]["apologies"] == [
        {"name": "Odette Lindqvist", "role": "social worker", "remark": "training"}
    ]


def test_whether_a_clinician_was_there_is_said_or_is_a_gap() -> None:
    assert the_minutes()["attendance"]["clinician"] == "A clinician was present."
    meeting = a_meeting()
    without = replace(meeting, record=replace(meeting.record, attendees=meeting.record.attendees[:1]))
    unknown = replace(meeting, record=replace(meeting.record, attendees=()))
    said = [
        compose("unit-minutes", replace(a_request("unit-minutes"), meeting=held)).values["attendance"]
        for held in (without, unknown)
    ]
    assert all(isinstance(values, Mapping) for values in said)
    assert [values["clinician"] for values in said if isinstance(values, Mapping)] == [
        "No clinician was present.",
        NotRecorded("whether a clinician was present"),
    ]


def test_minutes_spent_are_added_up_only_where_they_were_recorded() -> None:
    assert the_minutes()["time_spent"] == "25 minutes over 1 of 2 families"
    assert the_minutes()["discussions"][0]["minutes"] == "25 minutes"
    assert the_minutes()["discussions"][1]["minutes"] == NotRecorded("minutes spent")


def test_families_not_discussed_are_listed_wherever_they_were_typed() -> None:
    under_a_family = an_entry("not discussed: Rao (no time)", section=Section.OTHER)
    request = replace(a_request("unit-minutes"), meeting=a_meeting(a_discussion(under_a_family)))
    values: Any = compose("unit-minutes", request).values
    assert [line["text"] for line in values["not_discussed"]] == [
        "Not discussed: Okonjo-Reid (no time)",
        "not discussed: Rao (no time)",
    ]
    assert "Rao" not in str(values["discussions"])


def test_lived_experience_comes_first_and_keeps_its_own_gap() -> None:
    thin = the_minutes()["discussions"][1]
    assert thin["sections"] == [
        {
            "id": "lived_experience",
            "title": "Child's lived experience",
            "statements": [],
            "gap": NotRecorded("child's lived experience"),
        }
    ]
    assert thin["nothing_under"].what.startswith("what has happened since; family's own words and goals; worries;")


def test_a_family_without_any_child_on_record_is_said_to_get_no_discussion_record() -> None:
    nobody = replace(a_discussion(), family_id=FamilyId("F-1"), children=())
    case = CaseFile(the_family(), UNIT, (a_meeting(nobody),))
    minutes: Any = compose("unit-minutes", a_request("unit-minutes", case)).values
    (found,) = minutes["discussions"]
    assert found["nothing_under"].what.startswith(
        "any child of the family, without whom no discussion record is drafted; what has happened since"
    )


def test_the_childs_record_shows_each_usual_heading_with_its_own_gap() -> None:
    sections = the_record(a_case_of())["sections"]
    assert [section["gap"].what for section in sections] == [
        "child's lived experience",
        "what has happened since",
        "family's own words and goals",
        "worries",
        "strengths",
        "hypotheses",
        "clinician's view",
    ]


def test_a_decision_without_a_reason_and_an_action_without_owner_or_date_show_it() -> None:
    values = the_record()
    assert [(found["why"], found["by"]) for found in values["decisions"]] == [
        ("the children are doing the adults' work", "Farida Qureshi"),
        (NotRecorded("reason for the decision"), NotRecorded("who decided")),
    ]
    assert [(found["owner"], found["due"]) for found in values["actions"]] == [
        ("Bryn Pascoe", "19 January 2027"),
        (NotRecorded("who does it"), "15 January 2027"),
    ]


def test_views_and_hypotheses_are_labelled_with_whose_they_are() -> None:
    labels = {s["text"]: s["label"] for section in the_record()["sections"] for s in section["statements"]}
    assert labels["Tamsin keeps the house running."] == "Dr Calder’s hypothesis"
    assert labels["See them together."] == "Dr Calder’s view"
    assert labels["Marcus would wait for the midwife."] == "View (author not recorded)"
    assert labels["I want to be asked, not told."] == "Morwenna said"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ('Kelly: "calmer mornings" (17 Nov)', "“calmer mornings”"),
        ("Kelly: ‘calmer mornings’", "“calmer mornings”"),
        ("Kelly said she wants calmer mornings", "calmer mornings"),
    ],
)
def test_only_words_typed_in_quotation_marks_are_printed_in_them(raw: str, shown: str) -> None:
    said = an_entry("calmer mornings", Kind.SAID, Section.FAMILY_WORDS, raw=raw)
    texts = [s["text"] for section in the_record(a_case_of(said))["sections"] for s in section["statements"]]
    assert texts == [shown]


def test_ages_are_those_of_the_day_and_an_unborn_child_has_none() -> None:
    ages = [(child["born"], child["age"]) for child in the_minutes()["discussions"][0]["children"]]
    assert ages == [
        ("born 9 May 2014", "12 years"),
        ("born 21 January 2018", "8 years"),
        ("expected 2 March 2027", ""),
    ]


def test_a_child_who_died_has_the_day_of_it_and_no_age() -> None:
    family = the_family()
    died = replace(family.children[0], died_on=date(2026, 5, 1))
    case = replace(the_case(), family=replace(family, children=(died, *family.children[1:])))
    child = the_record(case)["child"]
    assert (child["born"], child["age"]) == ("born 9 May 2014, died 1 May 2026", "")


def test_what_was_due_at_the_meeting_is_listed_once_for_brothers_and_sisters() -> None:
    assert the_minutes()["discussions"][0]["due"] == [
        {
            "child": "Tamsin Pellow, Jory Pellow",
            "what": "Initial child protection conference",
            "by": "26 January 2027",
            "started": "Strategy discussion held on 5 January 2027",
            "length": "15 working days",
            "met": "",
            "law": "Working Together to Safeguard Children",
            "ref": the_minutes()["discussions"][0]["due"][0]["ref"],
        }
    ]
    assert [line["child"] for line in the_record()["due"]] == ["Tamsin Pellow"]


def test_what_was_met_before_the_meeting_or_superseded_is_not_due() -> None:
    clock = a_clock(ICPC_15, TAMSIN, date(2027, 1, 5), date(2027, 1, 26))
    clocks = (
        replace(clock, state=ClockState.MET, met_on=date(2027, 1, 11)),
        replace(clock, state=ClockState.SUPERSEDED),
        replace(clock, state=ClockState.MET, met_on=date(2027, 1, 20)),
        replace(clock, started_on=date(2027, 1, 13)),
    )
    lines = the_record(replace(the_case(), clocks=clocks))["due"]
    assert [line["met"] for line in lines] == ["done on 20 January 2027"]


def test_a_clock_that_cannot_tell_says_so() -> None:
    clock = a_clock(ICPC_15, JORY, date(2027, 1, 5), date(2027, 1, 26), ClockState.CANNOT_TELL)
    request = a_request("discussion-record", replace(the_case(), clocks=(clock,)), JORY)
    values: Any = compose("discussion-record", request).values
    assert [line["met"] for line in values["due"]] == ["the record does not say whether it was done"]


def test_a_family_that_the_meeting_did_not_discuss_has_no_record_of_it() -> None:
    case = replace(the_case(), family=replace(the_family(), id=FamilyId("F-1")))
    with pytest.raises(UnknownIdError, match="F-1 was not discussed"):
        compose("discussion-record", a_request("discussion-record", case))


def test_how_many_entries_were_left_out_for_being_anothers_is_said() -> None:
    assert str(the_record()["left_out"]).startswith("3 entries only about another child")
    lines: Sequence[Any] = the_record(a_case_of(an_entry("All well.")))["left_out"]
    assert lines == ""
