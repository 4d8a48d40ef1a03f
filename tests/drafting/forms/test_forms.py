"""Every form says what was recorded under its headings, and nothing that was not, or is not the reader's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId, RuleId
from autoadmin.domain.records import Entry, Kind, Section
from autoadmin.domain.rules import Rule
from autoadmin.drafting.compose import compose
from autoadmin.drafting.forms.all_forms import FORMS
from autoadmin.drafting.forms.form import Asked
from tests.drafting.forms.case import a_case_for
from tests.drafting.pellow import (
    ICPC_15,
    JORY,
    RULES,
    TAMSIN,
    a_clock,
    a_discussion,
    a_meeting,
    a_request,
    an_entry,
    an_event,
)
from tests.drafting.reading import printed

OF_A_CHILD = [name for name, form in FORMS.items() if not form.is_of_family]
OF_A_FAMILY = [name for name, form in FORMS.items() if form.is_of_family]


def values(form: str, case: CaseFile | None = None, child: ChildId = TAMSIN) -> dict[str, Any]:
    return dict(compose(form, a_request(form, case or a_case_for(form), child)).values)


def told(form: str, *entries: Entry) -> dict[str, Any]:
    """Return a form of a case whose only meeting recorded these entries."""
    case = replace(a_case_for(form), meetings=(a_meeting(a_discussion(*entries)),))
    return values(form, case)


@pytest.mark.parametrize("form", FORMS)
def test_what_only_a_person_can_say_is_a_gap_in_words_of_the_template(form: str) -> None:
    found = values(form)
    labels = a_request(form).template.labels
    for part in FORMS[form].parts:
        if isinstance(part.content, Asked):
            assert found[part.name].what == labels[part.name]


@pytest.mark.parametrize("form", FORMS)
def test_a_hypothesis_stands_in_no_form(form: str) -> None:
    guess = an_entry("The dog is jealous.", Kind.HYPOTHESIS, Section.HYPOTHESES)
    misplaced = an_entry("The school bus makes it worse.", Kind.FACT, Section.HYPOTHESES, line=2)
    assert "jealous" not in str(told(form, guess, misplaced)) and "school bus" not in str(told(form, guess, misplaced))


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_to_be_shared_stands_in_no_form(form: str) -> None:
    private = replace(an_entry("The new school is Polmarth.", section=Section.WORRIES), is_restricted=True)
    assert "Polmarth" not in str(told(form, private))


@pytest.mark.parametrize("form", OF_A_CHILD)
def test_what_is_only_about_a_brother_stands_in_no_form_about_his_sister(form: str) -> None:
    his = replace(an_entry("Wets the bed since the school play.", section=Section.WORRIES), about=(JORY,))
    assert "school play" not in str(told(form, his))


@pytest.mark.parametrize("form", ["section-47-outcome", "care-plan", "closing-summary", "letter-to-family"])
def test_a_worry_stands_under_worries_with_its_source(form: str) -> None:
    (worry,) = told(form, an_entry("Nobody has been at the door.", section=Section.WORRIES, line=36))["worries"]
    assert (worry["text"], worry["kind"], worry["ref"] != "") == ("Nobody has been at the door.", "fact", True)


def test_an_empty_list_has_its_gap_and_a_full_one_has_none() -> None:
    found = told("care-plan", an_entry("She loves the sea.", section=Section.STRENGTHS))
    assert found["strengths_gap"] == "" and found["worries"] == []
    assert found["worries_gap"].what == "what people are worried about"


def test_a_line_is_sorted_under_each_topic_whose_words_it_uses_and_under_no_other() -> None:
    found = told("care-plan", an_entry("The school nurse weighed her."), an_entry("Schooled in sailing.", line=2))
    assert [line["text"] for line in found["health"]] == ["The school nurse weighed her."]
    assert [line["text"] for line in found["education"]] == ["The school nurse weighed her."]
    assert found["identity"] == []


def test_work_counts_from_the_last_event_that_the_form_counts_from() -> None:
    early = a_meeting(a_discussion(an_entry("Before the enquiry.", section=Section.WORRIES)), on=date(2026, 12, 1))
    late = a_meeting(a_discussion(an_entry("In the enquiry.", section=Section.WORRIES)), on=date(2027, 1, 12))
    events = (an_event("S47_START", date(2026, 6, 1)), an_event("S47_START", date(2027, 1, 5)))
    case = replace(a_case_for("section-47-outcome"), meetings=(early, late), events=events)
    found = values("section-47-outcome", case)
    assert found["since"] == "5 January 2027"
    assert [line["text"] for line in found["worries"]] == ["In the enquiry."]
    assert [row["on"] for row in found["enquiries"]] == ["5 January 2027"]


def test_a_closing_summary_draws_on_the_whole_record() -> None:
    meetings = tuple(
        a_meeting(a_discussion(an_entry(f"Recorded on {on:%d %m}.", section=Section.WORRIES)), on=on, file=f"{on}.md")
        for on in (date(2026, 2, 3), date(2027, 1, 12))
    )
    found = values("closing-summary", replace(a_case_for("closing-summary"), meetings=meetings))
    assert [line["text"] for line in found["worries"]] == ["Recorded on 03 02.", "Recorded on 12 01."]


def test_a_visit_and_a_line_that_the_child_was_seen_are_both_times_seen() -> None:
    seen = values("section-47-outcome")["seen"]
    assert [row["on"] for row in seen] == ["7 January 2027", "7 January 2027"]


def test_a_form_says_what_it_answers_and_what_that_is_counted_from() -> None:
    request = a_request("section-47-outcome", a_case_for("section-47-outcome"))
    request = replace(request, template=replace(request.template, answers=(request.the_case().clocks[0].rule,)))
    composed: dict[str, Any] = dict(compose("section-47-outcome", request).values)
    due = composed["due"]
    assert due["by"] == "26 January 2027" and due["length"] == "15 working days"
    assert due["started"].endswith("on 5 January 2027") and due["ref"]


def due_of(*clocks: Clock, rules: Mapping[RuleId, Rule] = RULES) -> dict[str, Any]:
    """Return what a section 47 outcome that answers both rules says is due."""
    case = replace(a_case_for("section-47-outcome"), clocks=clocks)
    request = a_request("section-47-outcome", case)
    request = replace(request, template=replace(request.template, answers=tuple(rules)), rules=rules)
    values: dict[str, Any] = dict(compose("section-47-outcome", request).values)
    due: dict[str, Any] = values["due"]
    return due


def test_a_form_answers_what_is_running_before_what_nobody_can_tell() -> None:
    running = a_clock(ICPC_15, TAMSIN, date(2027, 1, 5), date(2027, 1, 26))
    doubted = a_clock(ICPC_15, TAMSIN, date(2026, 3, 2), date(2026, 3, 23), ClockState.CANNOT_TELL)
    assert due_of(doubted, running)["by"] == "26 January 2027"
    assert due_of(doubted)["started"].endswith("on 2 March 2026; the record does not say whether it was done")


def test_a_rule_that_the_council_has_yet_to_confirm_says_so() -> None:
    running = a_clock(ICPC_15, TAMSIN, date(2027, 1, 5), date(2027, 1, 26))
    open_to_doubt = {ICPC_15.id: replace(ICPC_15, to_be_confirmed=True)}
    assert due_of(running)["law"] == "Working Together to Safeguard Children"
    assert due_of(running, rules=open_to_doubt)["law"].endswith("Children; to be confirmed by the council")


def test_a_form_that_answers_nothing_says_nothing_of_a_due_date() -> None:
    assert set(values("closing-summary")["due"].values()) == {""}


@pytest.mark.parametrize("form", OF_A_FAMILY)
def test_a_form_of_a_family_names_every_child_of_it(form: str) -> None:
    assert [child["name"] for child in values(form)["children"]] == ["Tamsin Pellow", "Jory Pellow", "Baby Pellow"]


def test_each_child_has_its_own_part_of_the_evidence() -> None:
    tamsin, jory, _ = values("social-work-evidence")["children"]
    assert [said["text"] for said in tamsin["child_words"]] == ["I do the shopping because Mum is asleep."]
    assert jory["child_words"] == [] and jory["child_words_gap"].what == "the child's wishes, in the child's words"


def test_what_is_told_of_several_children_in_the_same_words_is_one_row_that_names_them() -> None:
    both = [an_event("S47_START", date(2027, 1, 5), child=child) for child in (TAMSIN, JORY)]
    case = replace(a_case_for("social-work-evidence"), events=tuple(both), meetings=())
    (row,) = values("social-work-evidence", case)["chronology"]
    assert row["about"] == "Tamsin Pellow, Jory Pellow"


@pytest.mark.parametrize("form", FORMS)
def test_the_same_record_gives_the_same_form(form: str) -> None:
    assert printed(compose(form, a_request(form))) == printed(compose(form, a_request(form)))


@pytest.mark.parametrize("form", ["child-protection-plan", "child-in-need-plan", "core-group-minutes"])
def test_a_plan_that_is_amended_says_what_changed_and_which_actions_are_overdue(form: str) -> None:
    found = values(form)["changes"]
    assert found["compared"] == "Compared with the meeting of 5 January 2027."
    assert "Tamsin is home alone with Jory after dark most evenings." in [line["text"] for line in found["new"]]
    assert [line["text"] for line in found["unchanged"]] == ["Nan collects Jory on Tuesdays and has never missed one."]
    assert [line["text"] for line in found["dropped"]] == ["The boiler is broken."]
    assert [line["text"] for line in found["overdue"]] == ["Letter to the landlord."]


def a_decision(text: str, line: int = 1, why: str = "") -> Entry:
    return replace(an_entry(text, Kind.DECISION, Section.DECISIONS, line=line), why=why)


@pytest.mark.parametrize(
    "planned",
    [
        "strategy discussion to be held re exploitation worry",
        "book strat disc w police by tomorrow",
        "Ask for legal advice.",
        "Start a Section 47 enquiry.",
    ],
)
def test_a_letter_does_not_tell_a_family_what_is_planned_for_safety_and_says_that_to_the_worker(planned: str) -> None:
    letter = told("letter-to-family", a_decision(planned), a_decision("Nan has Fridays.", 2))
    assert [line["text"] for line in letter["decisions"]] == ["Nan has Fridays."]
    assert letter["held_back"].startswith("1 entry may speak of a strategy discussion")
    assert planned not in str(letter)


def test_a_letter_holds_back_a_decision_whose_reason_tells_it_and_counts_only_what_it_would_have_said() -> None:
    letter = told(
        "letter-to-family",
        a_decision("Visit on Friday.", 1, why="the police ask for it"),
        an_entry("Police brought her home.", line=2),
    )
    assert letter["decisions"] == [] and letter["held_back"].startswith("1 entry ")
    assert told("letter-to-family", a_decision("Visit on Friday."))["held_back"] == ""


def test_a_letter_says_on_which_day_the_meeting_was() -> None:
    assert values("letter-to-family")["met_on"] == "12 January 2027"
    nobody_met = values("letter-to-family", replace(a_case_for("letter-to-family"), meetings=()))
    assert nobody_met["met_on"].what == "the day of the meeting"


def test_a_plan_gives_the_category_that_was_last_recorded_with_its_source() -> None:
    first = an_event("CPP_START", date(2026, 10, 28), category="NEG", latest_category="EMO")
    again = an_event("CPP_START", date(2026, 12, 1), category="N1")
    found = values("child-protection-plan", replace(a_case_for("child-protection-plan"), events=(first,)))
    assert (found["category"], found["category_ref"] != "") == ("emotional abuse", True)
    unsaid = values("child-protection-plan", replace(a_case_for("child-protection-plan"), events=(again,)))
    assert (unsaid["category"].what, unsaid["category_ref"]) == ("the category of harm", "")


def test_an_enquiry_whose_start_is_not_recorded_tells_what_the_meeting_told_and_not_the_childs_whole_life() -> None:
    seen = replace(an_entry("Tom visited; Tamsin seen alone, bruise on her arm."), on=date(2027, 1, 9))
    case = replace(
        a_case_for("section-47-outcome"),
        meetings=(a_meeting(a_discussion(seen)),),
        events=(an_event("BIRTH", date(2014, 5, 9)), an_event("ICPC_HELD", date(2024, 3, 4))),
    )
    assert [row["on"] for row in values("section-47-outcome", case)["enquiries"]] == ["9 January 2027"]


def test_what_is_recorded_of_a_return_interview_stands_beside_what_is_asked() -> None:
    offered = an_entry("RHI offered for 15/11 episode, declined")
    found = told("return-home-interview", offered, an_entry("Rang.", line=2))
    assert [line["text"] for line in found["interview_told"]] == ["RHI offered for 15/11 episode, declined"]


def test_food_in_the_house_is_not_housing_and_a_cold_house_is() -> None:
    food = an_entry("Food in the house runs out.", section=Section.WORRIES)
    cold = an_entry("The house is cold.", section=Section.WORRIES, line=2)
    assert [line["text"] for line in told("child-and-family-assessment", food, cold)["home"]] == ["The house is cold."]


def test_supervision_weighs_what_the_clinician_said_of_harm_and_where_people_differ() -> None:
    found = values("supervision-record")
    assert [line["text"] for line in found["harm"]] == ["The harm to Tamsin is that she is being the parent."]
    assert found["analysis"] and found["different_views"]


@pytest.mark.parametrize(
    ("form", "code"), [("core-group-minutes", "CORE_GROUP_HELD"), ("statutory-visit-record", "VISIT_CP")]
)
def test_what_is_drafted_to_be_taken_along_tells_what_happened_since_the_last_time(form: str, code: str) -> None:
    held = tuple(an_event(code, on) for on in (date(2026, 11, 9), date(2027, 1, 8)))
    assert values(form, replace(a_case_for(form), events=held))["since"] == "8 January 2027"


def test_none_recorded_under_a_heading_leaves_open_what_a_form_must_have() -> None:
    found = told("section-47-outcome", an_entry("None recorded.", Kind.OPINION, Section.CLINICIAN_VIEW))
    assert [said["text"] for said in found["analysis"]] == ["None recorded."]
    assert found["analysis_gap"].is_required
