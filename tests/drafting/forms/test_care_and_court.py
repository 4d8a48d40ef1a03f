"""The documents of looked-after children and of the court, read as those who use them do: nothing lost or too much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from autoadmin.domain.clocks import ClockState
from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import RuleId
from autoadmin.domain.records import Kind, Section
from autoadmin.drafting.compose import compose
from autoadmin.drafting.forms.all_forms import FORMS
from autoadmin.drafting.forms.form import Form
from tests.drafting.forms.case import a_case_for
from tests.drafting.forms.test_forms import told, values
from tests.drafting.pellow import (
    ICPC_15,
    TAMSIN,
    a_clock,
    a_discussion,
    a_meeting,
    a_request,
    an_entry,
    an_event,
    the_family,
)


@pytest.mark.parametrize("form", ["care-plan", "pathway-plan"])
def test_a_plan_that_is_amended_at_reviews_says_what_has_changed(form: str) -> None:
    changed = values(form)["changes"]
    assert changed["compared"] == "Compared with the meeting of 5 January 2027."
    assert [row["text"] for row in changed["unchanged"]] == ["Nan collects Jory on Tuesdays and has never missed one."]
    assert [row["text"] for row in changed["dropped"]] == ["The boiler is broken."]


def test_a_care_plan_that_is_late_at_the_review_holds_what_was_said_before_it() -> None:
    said = an_entry("I want her home.", Kind.SAID, Section.FAMILY_WORDS, raw="- Mum: said")
    said = replace(said, speaker=the_family().adults[0].name)
    early = a_meeting(a_discussion(said), on=date(2026, 12, 1), file="early.md")
    late = a_meeting(a_discussion(an_entry("Nothing new.")), on=date(2027, 1, 12))
    case = a_case_for("care-plan")
    reviewed = (*case.events, an_event("CLA_REVIEW_HELD", date(2026, 12, 14)))
    case = replace(case, meetings=(early, late), events=reviewed, clocks=())
    assert values("care-plan", case)["parents_words"] == []
    rule = replace(ICPC_15, id=RuleId("CARE_PLAN"))
    owed = a_clock(rule, TAMSIN, date(2026, 11, 16), date(2026, 11, 30), ClockState.OVERDUE)
    request = a_request("care-plan", replace(case, clocks=(owed,)))
    answering = replace(request, template=replace(request.template, answers=(RuleId("CARE_PLAN"),)))
    found: dict[str, Any] = dict(compose("care-plan", answering).values)
    assert [line["text"] for line in found["parents_words"]] == ["I want her home."]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_form_counts_from_events_that_there_are(form: Form) -> None:
    assert form.since <= LABELS.keys()


HISTORIES = [
    ("care-plan", "health"),
    ("care-plan", "education"),
    ("care-plan", "identity"),
    ("placement-plan", "health"),
    ("placement-plan", "identity"),
    ("pathway-plan", "identity"),
    ("looked-after-review-report", "identity"),
    ("health-assessment-request", "health"),
    ("health-assessment-request", "identity"),
    ("education-plan-request", "education"),
]


@pytest.mark.parametrize(("form", "heading"), HISTORIES)
def test_what_stays_true_is_told_from_the_beginning_of_the_record(form: str, heading: str) -> None:
    words = {
        "health": "She has asthma.",
        "education": "She repeated a class.",
        "identity": "They speak Cornish at faith.",
    }
    early = a_meeting(a_discussion(an_entry(words[heading])), on=date(2025, 3, 4), file="early.md")
    late = a_meeting(a_discussion(an_entry("Nothing new.")), on=date(2027, 1, 12))
    found = values(form, replace(a_case_for(form), meetings=(early, late)))
    assert [line["text"] for line in found[heading]] == [words[heading]]


def test_a_review_report_tells_what_a_hurried_note_typed_under_no_heading() -> None:
    found = told("looked-after-review-report", an_entry("Missing again, back the same night.", section=Section.OTHER))
    assert [line["text"] for line in found["happened"]] == ["Missing again, back the same night."]


@pytest.mark.parametrize("form", ["looked-after-review-report", "transfer-summary"])
def test_a_view_of_harm_is_analysis_where_no_heading_asks_for_harm(form: str) -> None:
    view = an_entry("The harm to her is likely to last.", Kind.OPINION, Section.CLINICIAN_VIEW)
    assert [line["text"] for line in told(form, view)["analysis"]] == ["The harm to her is likely to last."]


def test_a_view_of_harm_stands_once_where_a_heading_asks_for_it() -> None:
    view = an_entry("The harm to her is likely to last.", Kind.OPINION, Section.CLINICIAN_VIEW)
    found = told("social-work-evidence", view)
    assert [line["text"] for line in found["harm"]] == ["The harm to her is likely to last."]
    assert [child["analysis"] for child in found["children"]] == [[], [], []]


@pytest.mark.parametrize("form", ["closing-summary", "transfer-summary", "looked-after-review-decisions"])
def test_a_decision_that_speaks_of_harm_is_not_lost_among_the_decisions(form: str) -> None:
    said = an_entry("Close. No harm was found; he remains at home safely.", Kind.DECISION, Section.DECISIONS)
    assert [line["text"] for line in told(form, said)["decisions"]] == [said.text]


@pytest.mark.parametrize("form", ["care-plan", "looked-after-review-report", "pathway-plan", "transfer-summary"])
def test_a_goal_of_the_family_stands_in_a_plan_for_their_child(form: str) -> None:
    goal = an_entry("Goal: home by Easter.", Kind.SAID, Section.FAMILY_WORDS, raw="- Goal: home by Easter.")
    assert [line["text"] for line in told(form, goal)["goals"]] == ["Goal: home by Easter."]


def test_the_record_of_a_review_tells_of_the_time_before_it_and_the_next_report_of_the_time_since() -> None:
    days = {"CLA_START": date(2026, 10, 12), "CLA_REVIEW_HELD": date(2026, 11, 9)}
    case = replace(a_case_for("care-plan"), events=tuple(an_event(code, on) for code, on in days.items()))
    assert values("looked-after-review-decisions", case)["since"] == "12 October 2026"
    assert values("looked-after-review-report", case)["since"] == "9 November 2026"
    second = an_event("CLA_REVIEW_HELD", date(2027, 1, 7), place=Place("903.csv", "row 2"))
    later = replace(case, events=(*case.events, second))
    assert values("looked-after-review-decisions", later)["since"] == "9 November 2026"


def test_a_school_is_told_only_what_mentions_learning() -> None:
    found = told(
        "education-plan-request",
        an_entry("Mum cries at night.", section=Section.WORRIES),
        an_entry("Late for school.", section=Section.WORRIES, line=2),
        replace(
            an_entry("I want Dad to stop shouting.", Kind.SAID, Section.LIVED_EXPERIENCE, line=3), speaker="Tamsin"
        ),
        replace(an_entry("I like lessons with Mr Noy.", Kind.SAID, Section.LIVED_EXPERIENCE, line=4), speaker="Tamsin"),
        an_entry("ring the landlord", Kind.ACTION, Section.ACTIONS, line=5),
        an_entry("ring the school", Kind.ACTION, Section.ACTIONS, line=6),
    )
    assert [line["text"] for line in found["worries"]] == ["Late for school."]
    assert [line["text"] for line in found["child_words"]] == ["I like lessons with Mr Noy."]
    assert [line["text"] for line in found["actions"]] == ["ring the school"]
    assert "cries" not in str(found) and "shouting" not in str(found) and "landlord" not in str(found)


def test_seeing_family_is_time_with_family_in_whatever_tense() -> None:
    found = told("care-plan", an_entry("She saw her mum at the centre."), an_entry("She saw the doctor.", line=2))
    assert [line["text"] for line in found["family_time"]] == ["She saw her mum at the centre."]


def test_a_letter_tells_once_what_is_about_more_than_one_child() -> None:
    found = told(
        "letter-before-proceedings",
        an_entry("The house is damp.", section=Section.WORRIES),
        replace(an_entry("Tamsin is late for school.", section=Section.WORRIES, line=2), about=(TAMSIN,)),
    )
    assert [line["text"] for line in found["together"]["worries"]] == ["The house is damp."]
    tamsin, jory, _ = found["children"]
    assert [line["text"] for line in tamsin["worries"]] == ["Tamsin is late for school."]
    assert jory["worries"] == [] and jory["worries_gap"] == ""


def test_a_letter_about_an_only_child_tells_everything_under_the_child() -> None:
    case = a_case_for("letter-before-proceedings")
    case = replace(
        case,
        family=replace(case.family, children=case.family.children[:1]),
        meetings=(a_meeting(a_discussion(an_entry("The house is damp.", section=Section.WORRIES))),),
    )
    found = values("letter-before-proceedings", case)
    assert found["together"]["worries"] == [] and found["together"]["events"] == []
    assert [line["text"] for line in found["children"][0]["worries"]] == ["The house is damp."]


def test_a_letter_has_a_gap_for_a_child_of_whom_no_worry_is_recorded_at_all() -> None:
    found = told("letter-before-proceedings", replace(an_entry("Late.", section=Section.WORRIES), about=(TAMSIN,)))
    assert [child["worries_gap"] != "" for child in found["children"]] == [False, True, True]


def test_that_a_child_was_born_is_no_worry_in_a_letter() -> None:
    found = values("letter-before-proceedings")
    events = [row["event"] for child in found["children"] for row in child["events"]]
    assert events and "Born" not in events


def test_what_is_told_of_every_child_of_several_says_so_without_listing_them() -> None:
    found = told("letter-before-proceedings", replace(an_entry("Police came to the house."), on=date(2027, 1, 6)))
    assert [row["about"] for row in found["together"]["events"]] == ["all the children"]
