"""The tables of a bundle about disability, earlier orders, leaving care and status."""

from __future__ import annotations

from datetime import date

from autoadmin.domain.events import Precision
from tests.intake.extracts.bundles import a_child, read_tables, says, told


def test_disabilities_are_added_to_the_child_and_none_is_not_one() -> None:
    rows = [{"disa_person_id": "C-1", "disa_disability_code": code} for code in ("VIS", "HAND", "VIS")]
    rows += [{"disa_person_id": "C-2", "disa_disability_code": "NONE"}]
    record = read_tables(person=[a_child(), a_child("C-2")], disability=rows)
    assert {person.id: person.disabilities for person in record.people} == {"C-1": ("HAND", "VIS"), "C-2": ()}
    assert [(count.taken, count.duplicates) for count in record.counts if "disab" in count.file] == [(3, 1)]


def test_a_disability_of_a_child_nobody_knows_is_dropped_with_its_id() -> None:
    record = read_tables(person=[a_child()], disability=[{"disa_person_id": "C-9", "disa_disability_code": "VIS"}])
    finding = next(finding for finding in record.findings if finding.raw == "C-9")
    assert (finding.place.row, "whom no table of people holds" in finding.message) == (2, True)


def test_an_earlier_order_of_which_only_the_month_or_year_is_known_is_told_as_exactly_as_that() -> None:
    dates = ["zz/06/2018", "zz/zz/2017", "14/02/2016", "zz/zz/zzzz", "zz/13/2018"]
    rows = [{"lapp_person_id": "C-1", "lapp_previous_permanence_order_date": said} for said in dates]
    record = read_tables(person=[a_child()], cla_previous_permanence=rows)
    assert [(event.on, event.precision) for event in told(record, "PREV_PERMANENCE")] == [
        (date(2016, 2, 14), Precision.DAY),
        (date(2017, 1, 1), Precision.YEAR),
        (date(2018, 6, 1), Precision.MONTH),
    ]
    assert [finding.raw for finding in record.findings if "part of a date" in finding.message] == ["zz/13/2018"]


def test_a_care_leaver_without_a_pathway_review_has_the_contact_alone() -> None:
    row = {"clea_person_id": "C-1", "clea_care_leaver_latest_contact": "2026-10-01"}
    row |= {"clea_care_leaver_in_touch": "YES", "clea_pathway_plan_review_date": "1900-01-01"}
    record = read_tables(person=[a_child()], care_leavers=[row])
    assert [event.fields for event in told(record, "CARE_LEAVER_CONTACT")] == [{"in_touch": "YES"}]
    assert not told(record, "PATHWAY_REVIEW") and says(record, "stands for no date")


def test_the_other_dated_tables_of_the_dataset_are_read() -> None:
    record = read_tables(
        person=[a_child()],
        cla_immunisations=[{"clai_person_id": "C-1", "clai_immunisations_status_date": "2026-01-02"}],
        cla_substance_misuse=[{"clas_person_id": "C-1", "clas_substance_misuse_date": "2026-01-03"}],
        cla_convictions=[{"clac_person_id": "C-1", "clac_cla_conviction_date": "2026-01-04"}],
        immigration_status=[{"immi_person_id": "C-1", "immi_immigration_status_start_date": "2026-01-05"}],
        mother=[{"moth_person_id": "C-1", "moth_childs_dob": "2026-01-06"}],
        pre_proceedings=[{"prep_person_id": "C-1", "prep_pre_pro_decision_date": "2026-01-07"}],
    )
    codes = ["IMMS_STATUS", "SUBSTANCE_MISUSE", "CONVICTION", "IMMIGRATION_STATUS", "BECAME_MOTHER", "PLO_DECISION"]
    assert [event.code for event in record.events if event.on.year == 2026] == codes


def a_request(number: str, send: str, on: str, outcome: str = "") -> dict[str, str]:
    """Return a row of ssd_ehcp_requests."""
    row = {"ehcr_ehcp_request_id": number, "ehcr_send_table_id": send, "ehcr_ehcp_req_date": on}
    return {**row, "ehcr_ehcp_req_outcome": outcome, "ehcr_ehcp_req_outcome_date": "NULL"}


def test_a_request_for_an_education_health_and_care_plan_is_that_of_the_child_that_ssd_send_names() -> None:
    record = read_tables(
        person=[a_child(), a_child("C-2")],
        send=[{"send_table_id": "S-1", "send_person_id": "C-1"}, {"send_table_id": "S-2", "send_person_id": "C-2"}],
        ehcp_requests=[
            a_request("7", "S-2", "2026-03-02", "Agreed"),
            a_request("8", "S-2", "2026-03-02", "Agreed"),
            a_request("9", "S-9", "2026-03-09"),
        ],
    )
    (event,) = told(record, "EHCP_REQUEST")
    assert (event.child, event.on, event.fields) == ("C-2", date(2026, 3, 2), {"outcome": "Agreed"})
    assert says(record, "says of no child whose it is")
    counts = {count.file: (count.taken, count.duplicates, count.dropped, count.unread) for count in record.counts}
    assert counts["ssd_ehcp_requests.csv"] == (1, 1, 1, 0)


def test_a_request_table_of_placeholders_tells_nothing_and_says_so() -> None:
    record = read_tables(
        person=[a_child()],
        send=[{"send_table_id": "S-1", "send_person_id": "C-1"}],
        ehcp_requests=[a_request("7", "S-1", "PLACEHOLDER_DATA")],
    )
    assert not told(record, "EHCP_REQUEST")
    assert says(record, "a placeholder of the export")
