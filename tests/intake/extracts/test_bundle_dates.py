"""Traps of dates: case-system-extracts.md, section 5, 8 to 13."""

from __future__ import annotations

from datetime import date, time

import pytest

from autoadmin.domain.findings import Severity
from tests.intake.extracts.bundles import a_child, a_referral, an_assessment, findings_on, read_tables, says, told


@pytest.mark.parametrize("sentinel", ["1900-01-01", "1900-01-01 00:00:00.000", "1989-12-31", "9999-12-31"])
def test_a_sentinel_is_no_date_and_closes_no_case(sentinel: str) -> None:
    record = read_tables(person=[a_child()], cin_episodes=[a_referral(closed=sentinel)])
    assert not told(record, "CASE_CLOSED")
    finding = findings_on(record, "cine_close_date")[0]
    assert (finding.severity, finding.raw, finding.place.row) == (Severity.REPAIRED, sentinel, 2)


def test_a_birth_before_1990_is_a_birth() -> None:
    assert read_tables(person=[a_child(dob="1989-06-30")]).people[0].born_on == date(1989, 6, 30)


def test_a_placeholder_is_no_date() -> None:
    record = read_tables(person=[a_child()], cin_episodes=[a_referral(closed="SSD_PH")])
    assert not told(record, "CASE_CLOSED")
    assert "placeholder" in findings_on(record, "cine_close_date")[0].message


@pytest.mark.parametrize("partial", ["zz/zz/zzzz", "zz/zz/2019", "2019"])
def test_part_of_a_date_is_not_taken(partial: str) -> None:
    record = read_tables(person=[a_child()], cin_episodes=[a_referral(closed=partial)])
    assert not told(record, "CASE_CLOSED")
    assert "part of a date" in findings_on(record, "cine_close_date")[0].message


def test_the_word_null_and_an_empty_cell_are_silently_no_date() -> None:
    referrals = [a_referral(closed="NULL"), a_referral("C-2", closed="")]
    record = read_tables(person=[a_child(), a_child("C-2")], cin_episodes=referrals)
    assert record.findings == ()


def test_iso_dates_with_a_time_keep_it_and_midnight_is_none() -> None:
    visits = [
        {"cppv_person_id": "C-1", "cppv_cp_visit_date": "2026-11-11T15:30:00"},
        {"cppv_person_id": "C-1", "cppv_cp_visit_date": "2026-11-12 00:00:00.000"},
    ]
    record = read_tables(person=[a_child()], cp_visits=visits)
    assert [event.at_time for event in told(record, "VISIT_CP")] == [time(15, 30), None]


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("DD/MM/YYYY", "02/06/2026"),
        ("dd/mm/yyyy hh:mm", "2/6/2026 00:00"),
        ("MM/DD/YYYY", "06/02/2026"),
        ("%d/%m/%Y", "02.06.2026"),
    ],
)
def test_dates_are_read_in_the_declared_order(declared: str, written: str) -> None:
    record = read_tables(cin_episodes=[a_referral(on=written)], manifest={"date_format": declared})
    assert [event.on for event in told(record, "REFERRAL")] == [date(2026, 6, 2)]


def test_a_date_in_another_format_than_declared_is_never_guessed() -> None:
    record = read_tables(person=[a_child()], cin_episodes=[a_referral(on="02/06/2026")])
    assert not told(record, "REFERRAL")
    finding = findings_on(record, "cine_referral_date")[0]
    assert (finding.severity, finding.raw) == (Severity.DROPPED, "02/06/2026")


def test_a_column_that_mixes_orders_is_dropped_with_findings() -> None:
    rows = [a_referral(on="02/06/2026"), a_referral("C-2", "06/25/2026"), a_referral("C-3", "11/11/2026")]
    record = read_tables(cin_episodes=rows, manifest={"date_format": "DD/MM/YYYY"})
    assert not told(record, "REFERRAL")
    assert [finding.place.row for finding in findings_on(record, "cine_referral_date")] == [2, 3, 4]
    assert "REFERRAL" not in record.carries


def test_a_column_that_mixes_iso_and_british_dates_is_dropped() -> None:
    record = read_tables(cin_episodes=[a_referral(), a_referral("C-2", "25/06/2026")])
    assert not told(record, "REFERRAL")
    assert says(record, "mixes orders")


@pytest.mark.parametrize("damage", ["46000", "46000.5", "#N/A", "=H2+5", "2026-02-30"])
def test_what_a_spreadsheet_made_of_a_date_is_not_taken(damage: str) -> None:
    record = read_tables(person=[a_child()], cin_episodes=[a_referral(closed=damage)])
    assert not told(record, "CASE_CLOSED")
    assert [finding.severity for finding in findings_on(record, "cine_close_date")] == [Severity.DROPPED]


def test_an_impossible_order_is_kept_and_doubted() -> None:
    record = read_tables(
        person=[a_child(death_date="2026-05-01")],
        cin_episodes=[a_referral(on="2026-04-01", closed="2026-03-01")],
        cin_assessments=[an_assessment(start="2026-06-01"), an_assessment(start="2013-01-01")],
        cp_visits=[{"cppv_person_id": "C-1", "cppv_cp_visit_date": "2027-01-08"}],
    )
    for words in (
        "ends before it starts",
        "after the child's death",
        "more than 40 weeks",
        "after the date of the extract",
    ):
        assert says(record, words), words
    assert len(told(record, "ASSESSMENT_START")) == 2


def test_work_after_the_case_was_closed_is_doubted() -> None:
    record = read_tables(
        person=[a_child()],
        cin_episodes=[a_referral(closed="2026-09-30")],
        cin_assessments=[an_assessment(start="2026-10-05")],
    )
    assert says(record, "after the case was closed")


def test_open_rows_say_open_and_closed_ones_do_not() -> None:
    record = read_tables(
        person=[a_child()],
        cin_assessments=[an_assessment(), an_assessment(start="2026-02-02", end="2026-03-03")],
        s47_enquiry=[{"s47e_person_id": "C-1", "s47e_s47_start_date": "2026-09-05", "s47e_s47_end_date": "NULL"}],
    )
    assert [event.fields.get("open") for event in told(record, "ASSESSMENT_START")] == [None, "true"]
    assert [event.fields.get("open") for event in told(record, "S47_START")] == ["true"]


def test_an_end_that_cannot_be_read_does_not_make_the_row_open() -> None:
    record = read_tables(person=[a_child()], cin_assessments=[an_assessment(end="46000")])
    assert told(record, "ASSESSMENT_START")[0].fields == {}


def test_a_table_without_rows_could_not_have_shown_anything() -> None:
    record = read_tables(person=[a_child()], s47_enquiry=[{"s47e_person_id": "", "s47e_s47_start_date": ""}])
    assert "S47_START" not in record.carries
    assert says(record, "taken as not exported")


def test_recorded_due_dates_are_told_as_recorded_and_not_as_held() -> None:
    conference = {"icpc_person_id": "C-1", "icpc_icpc_date": "NULL", "icpc_icpc_target_date": "2026-12-08"}
    record = read_tables(person=[a_child()], initial_cp_conference=[conference])
    assert [event.on for event in told(record, "ICPC_DUE_RECORDED")] == [date(2026, 12, 8)]
    assert not told(record, "ICPC_HELD")
    assert record.findings == ()


def test_an_extract_of_eclipse_says_that_open_work_is_not_in_it() -> None:
    assert says(read_tables(person=[a_child()], manifest={"vendor": "Eclipse"}), "completed forms only")
