"""Traps of identity: case-system-extracts.md, section 5, 1 to 7. Everybody here is invented."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.findings import Severity
from tests.intake.extracts.bundles import a_child, a_referral, an_assessment, read_tables, says, told


def test_an_unborn_child_of_systemc_has_only_an_expected_date() -> None:
    record = read_tables(person=[a_child(dob="NULL", expected_dob="2027-02-19", sex="U")])
    assert record.people[0].is_unborn
    assert [event.on for event in told(record, "EXPECTED_BIRTH")] == [date(2027, 2, 19)]
    assert not told(record, "BIRTH")


def test_an_unborn_child_of_mosaic_has_a_date_of_birth_in_the_future() -> None:
    record = read_tables(person=[a_child(dob="2027-02-19", sex="U")])
    assert (record.people[0].born_on, record.people[0].expected_on) == (None, date(2027, 2, 19))
    assert [event.source.raw for event in told(record, "EXPECTED_BIRTH")] == ["2027-02-19"]
    assert says(record, "read as the expected date of an unborn child")


def test_an_unborn_child_of_eclipse_has_the_due_date_in_both_columns() -> None:
    record = read_tables(person=[a_child(dob="2027-02-19", expected_dob="2027-02-19", sex="U")])
    assert record.people[0].is_unborn
    assert not told(record, "BIRTH")
    assert says(record, "same future date")


def test_an_age_disputed_teenager_is_not_unborn() -> None:
    record = read_tables(person=[a_child(dob="NULL", expected_dob="2009-01-01", sex="M")])
    person = record.people[0]
    assert (person.is_unborn, person.is_expected_estimated) == (False, True)
    assert not told(record, "EXPECTED_BIRTH")
    assert [finding.severity for finding in record.findings] == [Severity.DOUBTED]


def test_rows_about_a_merged_person_are_kept_with_one_orphan_finding_per_table() -> None:
    record = read_tables(
        person=[a_child()],
        cin_episodes=[a_referral(), a_referral("C-9"), a_referral("C-9", "2025-01-06")],
        cin_assessments=[an_assessment("C-9")],
    )
    assert len([event for event in record.events if event.child == "C-9"]) == 3
    orphans = [finding for finding in record.findings if "ssd_person does not hold" in finding.message]
    assert [(finding.place.file, finding.raw) for finding in orphans] == [
        ("ssd_cin_episodes.csv", "C-9"),
        ("ssd_cin_assessments.csv", "C-9"),
    ]
    assert "rows 3-4" in orphans[0].message


def test_a_person_named_duplicate_is_doubted() -> None:
    assert says(read_tables(person=[a_child(surname="DO NOT USE - DUPLICATE")]), "not to be used")


@pytest.mark.parametrize("null", ["-1", "'-1'", "0", "", "NULL", "SSD_PH"])
def test_null_ids_are_nobody(null: str) -> None:
    record = read_tables(person=[a_child(), a_child(null)], cin_episodes=[a_referral(null)])
    assert [person.id for person in record.people] == ["C-1"]
    assert not told(record, "REFERRAL")
    assert [count.dropped for count in record.counts] == [1, 1]
    assert sum(finding.severity is Severity.DROPPED for finding in record.findings) == 2


def test_permanence_is_told_by_its_period_of_care_and_never_joined_on_its_person_id() -> None:
    rows = [
        {"perm_person_id": "C-1", "perm_cla_id": "", "perm_placement_order_date": "2026-01-01"},
        {"perm_person_id": "C-1", "perm_cla_id": "L-2", "perm_placement_order_date": "2026-02-02"},
    ]
    care = {"clae_person_id": "C-2", "clae_cla_id": "L-2", "clae_entered_care_date": "2025-01-01"}
    record = read_tables(person=[a_child(), a_child("C-2")], cla_episodes=[care], permanence=rows)
    assert [(event.child, str(event.on)) for event in told(record, "PLACEMENT_ORDER")] == [("C-2", "2026-02-02")]
    assert says(record, "the row says of no child whose it is")


def test_referral_ids_are_not_joined_and_one_that_is_another_childs_is_doubted() -> None:
    record = read_tables(
        person=[a_child(), a_child("C-2")],
        cin_episodes=[a_referral(), a_referral("C-2")],
        cin_assessments=[an_assessment("C-1", referral_id="R-C-2"), an_assessment("C-2", referral_id="STEP-77")],
    )
    assert {event.child for event in told(record, "ASSESSMENT_START")} == {"C-1", "C-2"}
    assert says(record, "gives to another child")
    assert says(record, "does not hold: not used")


def test_a_review_without_a_person_is_that_of_the_plans_child() -> None:
    plan = {"cppl_cp_plan_id": "P-1", "cppl_person_id": "C-1", "cppl_cp_plan_start_date": "2026-09-09"}
    review = {"cppr_cp_review_id": "V-1", "cppr_cp_plan_id": "P-1", "cppr_cp_review_date": "2026-11-20"}
    record = read_tables(person=[a_child()], cp_plans=[plan], cp_reviews=[review])
    assert [event.child for event in told(record, "CP_REVIEW_HELD")] == ["C-1"]


def test_a_review_that_names_another_childs_plan_is_kept_as_it_stands_and_doubted() -> None:
    plan = {"cppl_cp_plan_id": "P-1", "cppl_person_id": "C-1", "cppl_cp_plan_start_date": "2026-09-09"}
    review = {"cppr_person_id": "C-2", "cppr_cp_plan_id": "P-1", "cppr_cp_review_date": "2026-11-20"}
    record = read_tables(person=[a_child(), a_child("C-2")], cp_plans=[plan], cp_reviews=[review])
    assert [event.child for event in told(record, "CP_REVIEW_HELD")] == ["C-2"]
    assert says(record, "is not the child of the plan")


def test_a_worker_column_may_hold_an_id_a_staff_id_or_a_name() -> None:
    staff = {"prof_professional_id": "W-1", "prof_staff_id": "9001", "prof_professional_name": "Osei, Bea"}
    record = read_tables(
        person=[a_child()],
        professionals=[staff],
        cin_episodes=[a_referral(referral_worker_id="Tindall, Joe")],
        cin_assessments=[an_assessment(assessment_worker_id="9001")],
    )
    assert told(record, "REFERRAL")[0].fields["worker"] == "Tindall, Joe"
    assert says(record, "a name where an id belongs")
    assert told(record, "ASSESSMENT_START")[0].fields["worker_name"] == "Osei, Bea"


def test_a_staff_id_that_is_another_workers_id_names_nobody() -> None:
    staff = [
        {"prof_professional_id": "W-1", "prof_staff_id": "W-2", "prof_professional_name": "Osei, Bea"},
        {"prof_professional_id": "W-2", "prof_staff_id": "9002", "prof_professional_name": "Rao, Sunita"},
    ]
    record = read_tables(
        person=[a_child()], professionals=staff, cin_assessments=[an_assessment(assessment_worker_id="W-2")]
    )
    assert "worker_name" not in told(record, "ASSESSMENT_START")[0].fields
    assert says(record, "staff id of one worker is the id of another")


def test_missing_names_are_said_and_nothing_is_put_in_their_place() -> None:
    record = read_tables(person=[{"pers_person_id": "C-1", "pers_dob": "2015-04-03"}])
    assert record.people[0].name == ""
    assert says(record, "holds no names")


def test_involvements_name_the_worker_and_the_team_where_the_bundle_knows_them() -> None:
    record = read_tables(
        person=[a_child()],
        department=[{"dept_team_id": "T-2", "dept_team_name": "Unit 2"}],
        professionals=[{"prof_professional_id": "W-1", "prof_professional_name": "Osei, Bea"}],
        involvements=[
            {
                "invo_professional_id": "W-1",
                "invo_person_id": "C-1",
                "invo_professional_team": "T-2",
                "invo_involvement_start_date": "2026-09-01",
            }
        ],
    )
    involvement = record.involvements[0]
    assert (involvement.worker, involvement.name, involvement.team) == ("W-1", "Osei, Bea", "Unit 2")
    assert (involvement.from_on, involvement.to_on) == (date(2026, 9, 1), None)


def test_the_same_person_twice_is_one_and_other_details_are_doubted() -> None:
    same = read_tables(person=[a_child(), a_child()])
    other = read_tables(person=[a_child(), a_child(dob="2016-04-03")])
    assert [(count.taken, count.duplicates) for count in same.counts + other.counts] == [(1, 1), (1, 1)]
    assert [finding.severity for finding in same.findings + other.findings] == [Severity.NOTE, Severity.DOUBTED]


@pytest.mark.parametrize(("said", "meant"), [("CNHE", "CHNE"), ("MWBa", "MWBA"), ("??", "")])
def test_ethnicity_codes_are_spelt_as_in_the_census(said: str, meant: str) -> None:
    record = read_tables(person=[a_child(ethnicity=said)])
    assert record.people[0].ethnicity == meant
    assert [(finding.severity, finding.raw) for finding in record.findings] == [(Severity.REPAIRED, said)]


def test_a_person_table_without_a_column_for_deaths_could_not_have_shown_one() -> None:
    assert read_tables(person=[a_child()]).carries == {"BIRTH"}
